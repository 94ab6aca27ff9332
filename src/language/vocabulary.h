// Every word that a pack speaks of (lexicon, terms, rules) as a small integer: a token is looked up
// once, and all further questions are asked by number.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "src/language/arena.h"

namespace recount {

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = UINT32_MAX;

// Open addressing, linear probing, at most half full; a slot of 16 bytes holds the first eight of
// the word, so that most look-ups touch one line of cache. Grows while a pack loads; afterwards it
// is only read, from any thread. Words aren't empty and don't end in a zero byte unless that is all
// they are.
class Vocabulary {
 public:
  struct Known {
    WordId id = kNoWord;
    std::uint32_t traits = 0;
  };

  Vocabulary() : slots_(kFewest) {}

  // The id of a folded word; ids count from 0 in order of first use. At most kMost words.
  WordId intern(std::string_view word);
  // The first eight bytes, with zeros behind a shorter word, and a hash of all.
  struct Key {
    std::uint64_t prefix;
    std::uint32_t hash;
  };
  // kNoWord where the pack doesn't know the word; its traits.
  Known find(std::string_view word) const { return find(word, key_of(word)); }
  // The same in two steps, so that the memory that the second one needs comes meanwhile.
  Known find(std::string_view word, const Key& key) const {
    const std::size_t mask = mask_;
    for (std::size_t at = key.hash & mask;; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      const bool same = (slot.prefix == key.prefix) & (slot.hash == key.hash);
      if (same && !slot.empty() &&
          (word.size() <= sizeof slot.prefix || has_same_rest(words_[slot.id()], word)))
        return {slot.id(), slot.traits()};
      if (slot.empty()) return {};
    }
  }
  void prepare(const Key& key) const { __builtin_prefetch(&slots_[key.hash & mask_]); }
  static Key key_of(std::string_view word) { return key_of<false>(word); }
  // The same, quicker. REQUIRES: the kPadding bytes behind the word may be read.
  static Key key_of_padded(std::string_view word) { return key_of<true>(word); }
  static constexpr std::size_t kPadding = 16;
  // Of a word of at most sixteen bytes: the first eight and the others, zeros behind the word.
  static Key key_of(std::uint64_t first, std::uint64_t others, std::size_t size) {
    const std::uint64_t all = (first ^ size) * kFactor ^ others * kOtherFactor;
    return {first, static_cast<std::uint32_t>(all >> 32)};
  }
  // The first n bytes of eight, all for a greater n.
  static std::uint64_t first_bytes(std::size_t n) {
    return n >= 8 ? ~std::uint64_t{0} : ~(~std::uint64_t{0} << 8 * n);
  }
  // traits_of(id) becomes what find() gives with each word: eight bits.
  template <class F>
  void set_traits(F&& traits_of) {
    for (Slot& slot : slots_)
      if (!slot.empty()) slot.bits = slot.id() | std::uint32_t{traits_of(slot.id())} << 24;
  }
  std::string_view word(WordId id) const { return words_[id]; }
  std::size_t size() const { return words_.size(); }

  static constexpr std::size_t kMost = 0xFFFFFF;  // words

 private:
  static constexpr std::size_t kFewest = 1024;                       // slots, a power of two
  static constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;       // 2^64 over the golden ratio
  static constexpr std::uint64_t kOtherFactor = 0xC2B2AE3D27D4EB4F;  // a prime

  template <bool padded>
  static Key key_of(std::string_view word) {
    const std::size_t size = word.size();
    Key key = key_of(up_to_eight<padded>(word, 0), up_to_eight<padded>(word, 8), size);
    for (std::size_t at = 16; at < size; at += 8) {
      const std::uint64_t all = (key.hash ^ up_to_eight<padded>(word, at)) * kFactor;
      key.hash = static_cast<std::uint32_t>(all >> 32);
    }
    return key;
  }
  struct Slot {
    std::uint64_t prefix = 0;
    std::uint32_t hash = 0;
    std::uint32_t bits = kNoWord;  // id below, traits in the upper eight
    bool empty() const { return bits == kNoWord; }
    WordId id() const { return bits & kMost; }
    std::uint32_t traits() const { return bits >> 24; }
  };

  // Bytes [from, from + 8) of a word as a number, zeros behind it; without a branch on its size
  // where more may be read.
  template <bool padded>
  static std::uint64_t up_to_eight(std::string_view word, std::size_t from) {
    const std::size_t size = word.size() - std::min(from, word.size());
    const char* const at = word.data() + (word.size() - size);
    if constexpr (padded) return load<std::uint64_t>(at) & first_bytes(size);
    if (size >= 8) return load<std::uint64_t>(at);
    if (size >= 4)
      return load<std::uint32_t>(at) | std::uint64_t{load<std::uint32_t>(at + size - 4)}
                                           << 8 * (size - 4);
    const auto byte = [&](std::size_t i) {
      return std::uint64_t{static_cast<unsigned char>(at[i])} << 8 * i;
    };
    return size == 0 ? 0 : byte(0) | byte(size / 2) | byte(size - 1);
  }
  // Of two words of more than eight bytes, the first eight the same. Up to sixteen the last eight
  // tell it, without a call.
  static bool has_same_rest(std::string_view a, std::string_view b) {
    if (a.size() != b.size() || b.size() > 16) return a == b;
    return load<std::uint64_t>(a.data() + a.size() - 8) ==
           load<std::uint64_t>(b.data() + b.size() - 8);
  }
  template <class N>
  static N load(const char* from) {
    N out;
    std::memcpy(&out, from, sizeof out);
    return out;
  }
  void place(const Slot& slot);
  void rehash(std::size_t slots);

  std::vector<Slot> slots_;
  std::size_t mask_ = kFewest - 1;       // of hashes: slots - 1
  std::vector<std::string_view> words_;  // by id
  Arena<char> letters_;
};

}  // namespace recount
