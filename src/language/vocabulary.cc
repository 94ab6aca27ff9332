#include "src/language/vocabulary.h"

#include <bit>
#include <utility>

namespace recount {

WordId Vocabulary::intern(std::string_view word) {
  if (const WordId known = find(word); known != kNoWord) return known;
  if (2 * (words_.size() + 1) > slots_.size()) rehash(2 * slots_.size());
  const auto id = static_cast<WordId>(words_.size());
  const std::span<const char> kept = letters_.keep(word);
  words_.emplace_back(kept.data(), kept.size());
  place({hash_of(word), id});
  return id;
}

void Vocabulary::reserve(std::size_t words) {
  words_.reserve(words);
  if (2 * words > slots_.size()) rehash(std::bit_ceil(2 * words));
}

void Vocabulary::place(Slot slot) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = slot.hash & mask;
  while (slots_[at].id != kNoWord) at = (at + 1) & mask;
  slots_[at] = slot;
}

void Vocabulary::rehash(std::size_t slots) {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots));
  for (const Slot& slot : old)
    if (slot.id != kNoWord) place(slot);
}

}  // namespace recount
