// A cheap print of a word, to skip most words before they are folded; internal to place.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace recount::place {

// Eight bytes of the word from `at` on, the last eight, or all of a shorter word.
inline std::uint64_t part_of(std::string_view word, std::size_t at) {
  const std::size_t size = word.size();
  const auto load = [](const char* from, auto out) {
    std::memcpy(&out, from, sizeof out);
    return std::uint64_t{out};
  };
  if (size >= 8) return load(word.data() + std::min(at, size - 8), std::uint64_t{});
  if (size >= 4)
    return load(word.data(), std::uint32_t{}) | load(word.data() + size - 4, std::uint32_t{}) << 32;
  const auto byte = [&](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(word[i])};
  };
  return byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
}

// The print of a word in ASCII, eight letters at a time; 0 for others.
inline std::uint64_t ascii_print(std::string_view word) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
  constexpr std::uint64_t kHigh = 0x8080808080808080, kSmall = 0x2020202020202020;
  std::uint64_t print = word.size();
  for (std::size_t at = 0; at < word.size(); at += 8) {
    const std::uint64_t part = part_of(word, at);
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
