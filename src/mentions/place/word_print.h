// A cheap print of a word, to skip most words before they are folded; internal to place.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace recount::place {

// The print of a word in ASCII, eight letters at a time; 0 for others.
inline std::uint64_t ascii_print(std::string_view word) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
  constexpr std::uint64_t kHigh = 0x8080808080808080, kSmall = 0x2020202020202020;
  std::uint64_t print = word.size();
  for (std::size_t at = 0; at < word.size(); at += 8) {
    std::uint64_t part = 0;
    if (at + 8 <= word.size())
      std::memcpy(&part, word.data() + at, 8);
    else if (word.size() >= 8)
      std::memcpy(&part, word.data() + word.size() - 8, 8);
    else
      for (std::size_t i = 0; i < word.size(); ++i)
        part = part << 8 | static_cast<unsigned char>(word[i]);
    if (part & kHigh) return 0;
    print = (print ^ (part | kSmall)) * kFactor;
    print ^= print >> 32;
  }
  return print | 1;
}

// Equal for a word and its folded form where they differ only in the case of ASCII letters, and for
// two spellings that differ in the case of a first letter. Marked Latin letters count for nothing,
// so a word and its form without marks have two prints: keep both.
inline std::uint64_t word_print(std::string_view word) {
  if (const std::uint64_t print = ascii_print(word)) return print;
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
