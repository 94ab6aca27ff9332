#include "src/store/packed.h"

#include <zlib.h>

#include <algorithm>

namespace recount::store {
namespace {

constexpr std::uint64_t kLargest = std::uint64_t{4} << 30;  // bytes: spans count in 32 bits
constexpr std::uint64_t kMostExpansion = 1032;  // of deflate, https://zlib.net/zlib_tech.html

}  // namespace

std::string packed(std::string_view bytes) {
  uLongf room = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(room, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &room,
            reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()), 3);
  out.resize(room);
  return out;
}

std::optional<std::string> unpacked(std::string_view packed, std::int64_t size) {
  const std::uint64_t most = std::min(kLargest, packed.size() * kMostExpansion);
  if (size < 0 || static_cast<std::uint64_t>(size) > most) return std::nullopt;
  std::string out(static_cast<std::size_t>(size), '\0');
  uLongf room = static_cast<uLongf>(size);
  const int code =
      uncompress(reinterpret_cast<Bytef*>(out.data()), &room,
                 reinterpret_cast<const Bytef*>(packed.data()), static_cast<uLong>(packed.size()));
  if (code != Z_OK || room != out.size()) return std::nullopt;
  return out;
}

}  // namespace recount::store
