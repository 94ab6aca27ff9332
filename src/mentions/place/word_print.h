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

// Equal for a word and its folded form where they differ only in the case of letters of ASCII and
// Latin-1, or in that of a first letter. A word and its form without marks have two prints: keep
// both.
inline std::uint64_t word_print(std::string_view word) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
  constexpr std::uint64_t kSmall = 0x2020202020202020;
  if (word.size() >= 2 && static_cast<unsigned char>(word.front()) >= 0xC0) word.remove_prefix(2);
  std::uint64_t print = word.size();
  for (std::size_t at = 0; at < word.size(); at += 8) {
    print = (print ^ (part_of(word, at) | kSmall)) * kFactor;
    print ^= print >> 32;
  }
  return print | 1;
}

}  // namespace recount::place
