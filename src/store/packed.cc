#include "src/store/packed.h"

#include <zlib.h>

namespace recount::store {

std::string packed(std::string_view bytes) {
  uLongf room = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(room, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &room,
            reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()), 3);
  out.resize(room);
  return out;
}

std::optional<std::string> unpacked(std::string_view packed, std::uint64_t size) {
  std::string out(size, '\0');
  uLongf room = static_cast<uLongf>(size);
  const int code =
      uncompress(reinterpret_cast<Bytef*>(out.data()), &room,
                 reinterpret_cast<const Bytef*>(packed.data()), static_cast<uLong>(packed.size()));
  if (code != Z_OK || room != size) return std::nullopt;
  return out;
}

}  // namespace recount::store
