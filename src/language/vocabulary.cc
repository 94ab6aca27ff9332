#include "src/language/vocabulary.h"

#include <stdexcept>
#include <utility>

namespace recount {

WordId Vocabulary::intern(std::string_view word) {
  if (const WordId known = find(word).id; known != kNoWord) return known;
  if (words_.size() >= kMost) throw std::length_error("a pack of more than 16 million words");
  if (2 * (words_.size() + 1) > slots_.size()) rehash(2 * slots_.size());
  const auto id = static_cast<WordId>(words_.size());
  const std::span<const char> kept = letters_.keep(word);
  words_.emplace_back(kept.data(), kept.size());
  const Key key = key_of(word);
  place({key.prefix, key.hash, id});
  return id;
}

void Vocabulary::place(const Slot& slot) {
  std::size_t at = slot.hash & mask_;
  while (!slots_[at].empty()) at = (at + 1) & mask_;
  slots_[at] = slot;
}

void Vocabulary::rehash(std::size_t slots) {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots));
  mask_ = slots - 1;
  for (const Slot& slot : old)
    if (!slot.empty()) place(slot);
}

}  // namespace recount
