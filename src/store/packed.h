// Bytes compressed with zlib (RFC 1950).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace recount::store {

std::string packed(std::string_view bytes);
// nullopt: not what packed() made of `size` bytes; a size that can't be is refused before room is
// made for it.
std::optional<std::string> unpacked(std::string_view packed, std::int64_t size);

}  // namespace recount::store
