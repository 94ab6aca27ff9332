// Hashes: SHA-256 for identity that is published, XXH3 for tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace recount {

// SHA-256 (FIPS 180-4) of `bytes` as 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

// XXH3, 64 bits: for tables and keys inside one run or dossier; the same on every machine.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

// A stable id: `prefix`, "-", the first 16 hex digits of sha256(content). short_id('d', …) is
// "d-0123456789abcdef".
std::string short_id(char prefix, std::string_view content);

}  // namespace recount
