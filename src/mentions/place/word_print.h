// A cheap print of a word, to skip most words before they are folded; internal to place.
#pragma once

#include <cstdint>
#include <string_view>

namespace recount::place {

// Equal for a word and its folded form where they differ only in the case of ASCII letters, and for
// two spellings that differ in the case of a first letter. Marked Latin letters count for nothing,
// so a word and its form without marks have two prints: keep both.
inline std::uint64_t word_print(std::string_view word) {
  std::uint64_t print = 0xCBF29CE484222325;  // FNV-1a
  const auto mix = [&](unsigned char byte) { print = (print ^ byte) * 0x100000001B3; };
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte < 0x80) {
      mix(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
    } else if (byte >= 0xC3 && byte <= 0xC5) {
      ++i;  // a Latin letter of two bytes
    } else if (i > 1) {
      mix(byte);
    }
  }
  return print;
}

}  // namespace recount::place
