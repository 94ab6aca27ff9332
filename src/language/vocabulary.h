// Every word that a pack speaks of (lexicon, terms, rules) as a small integer: a token is looked up
// once, and all further questions are asked by number.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "src/language/arena.h"

namespace recount {

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = UINT32_MAX;

// Open addressing, linear probing, at most half full. Grows while a pack loads; afterwards it is
// only read, from any thread.
class Vocabulary {
 public:
  Vocabulary() : slots_(kFewest) {}

  // The id of a folded word; ids count from 0 in order of first use.
  WordId intern(std::string_view word);
  // kNoWord where the pack doesn't know the word.
  WordId find(std::string_view word) const {
    const std::uint32_t hash = hash_of(word);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.id == kNoWord || (slot.hash == hash && words_[slot.id] == word)) return slot.id;
    }
  }
  std::string_view word(WordId id) const { return words_[id]; }
  std::size_t size() const { return words_.size(); }
  void reserve(std::size_t words);

 private:
  static constexpr std::size_t kFewest = 64;  // slots, a power of two
  struct Slot {
    std::uint32_t hash = 0;
    WordId id = kNoWord;
  };

  // Multiplies and mixes eight bytes at a time; the last, partial eight overlap.
  static std::uint32_t hash_of(std::string_view word) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
    std::uint64_t hash = word.size() * kFactor;
    const char* at = word.data();
    std::size_t left = word.size();
    const auto mix = [&](std::uint64_t part) {
      hash = (hash ^ part) * kFactor;
      hash ^= hash >> 32;
    };
    for (; left >= 8; at += 8, left -= 8) mix(load<std::uint64_t>(at));
    if (left >= 4) {
      mix(load<std::uint32_t>(at) | std::uint64_t{load<std::uint32_t>(at + left - 4)} << 32);
    } else if (left > 0) {
      const auto byte = [&](std::size_t i) {
        return std::uint64_t{static_cast<unsigned char>(at[i])};
      };
      mix(byte(0) | byte(left / 2) << 8 | byte(left - 1) << 16);
    }
    return static_cast<std::uint32_t>(hash ^ hash >> 29);
  }
  template <class N>
  static N load(const char* from) {
    N out;
    std::memcpy(&out, from, sizeof out);
    return out;
  }
  void place(Slot slot);
  void rehash(std::size_t slots);

  std::vector<Slot> slots_;
  std::vector<std::string_view> words_;  // by id
  Arena<char> letters_;
};

}  // namespace recount
