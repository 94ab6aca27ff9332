#include "src/language/lexicon.h"

#include <utility>

namespace recount {
namespace {

std::uint32_t hash_of(Symbol cls, std::span<const Feature> features) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
  std::uint64_t hash = (cls + features.size()) * kFactor;
  for (const Feature& f : features)
    hash = (hash ^ hash >> 32 ^ (std::uint64_t{f.key} << 32 | f.value)) * kFactor;
  return static_cast<std::uint32_t>(hash >> 32);
}

// Turns counts, one behind the place they count for, into first places.
void sum_up(std::vector<std::uint32_t>& counts) {
  for (std::size_t i = 1; i < counts.size(); ++i) counts[i] += counts[i - 1];
}

}  // namespace

void Lexicon::add(std::span<const WordId> words, Symbol cls, std::span<const Feature> features,
                  int line) {
  if (words.empty()) return;
  const std::uint32_t meaning = meaning_of(cls, features);
  if (words.size() == 1) {
    readings_.push_back(meaning);
    reading_words_.push_back(words[0]);
    lines_.push_back(line);
    return;
  }
  Term term{words[0], words[1]};
  term.rest = static_cast<std::uint32_t>(rest_.size());
  term.rest_size = static_cast<std::uint32_t>(words.size() - 2);
  term.meaning = meaning;
  term.line = line;
  rest_.insert(rest_.end(), words.begin() + 2, words.end());
  terms_.push_back(term);
}

std::uint32_t Lexicon::meaning_of(Symbol cls, std::span<const Feature> features) {
  if (2 * (meanings_.size() + 1) > meaning_slots_.size()) rehash_meanings();
  const std::uint32_t hash = hash_of(cls, features);
  const std::size_t mask = meaning_slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; meaning_slots_[at] != 0; at = (at + 1) & mask) {
    const std::uint32_t known = meaning_slots_[at] - 1;
    if (meaning_hashes_[known] == hash && meanings_[known].cls == cls &&
        std::ranges::equal(meanings_[known].features, features))
      return known;
  }
  meanings_.push_back({cls, features_.keep(features)});
  meaning_hashes_.push_back(hash);
  meaning_slots_[at] = static_cast<std::uint32_t>(meanings_.size());
  return meaning_slots_[at] - 1;
}

void Lexicon::rehash_meanings() {
  constexpr std::size_t kFewest = 1024;
  meaning_slots_.assign(std::max(kFewest, 2 * meaning_slots_.size()), 0);
  const std::size_t mask = meaning_slots_.size() - 1;
  for (std::uint32_t i = 0; i < meanings_.size(); ++i) {
    std::size_t at = meaning_hashes_[i] & mask;
    while (meaning_slots_[at] != 0) at = (at + 1) & mask;
    meaning_slots_[at] = i + 1;
  }
}

void Lexicon::finish(Symbol hides, Symbol numeral) {
  sort_readings();
  sort_terms(hides);
  vocabulary_.set_traits([&](WordId id) { return traits_of(id, numeral); });
  meaning_hashes_ = meaning_slots_ = {};
}

std::uint8_t Lexicon::traits_of(WordId id, Symbol numeral) const {
  std::uint8_t traits = 0;
  for_readings(id, [&](std::uint32_t reading) {
    const bool is = meanings_[reading].cls == numeral && numeral != kNoSymbol;
    traits |= kHasReadings | (is ? kNumeral : 0);
  });
  for (std::uint32_t i = first_term_[id]; i < first_term_[id + 1]; ++i)
    traits |= kBeginsTerm | (terms_[i].hides ? kBeginsHidingTerm : 0);
  return traits;
}

// Readings of one word side by side, in the order in which they were added: a counting sort.
void Lexicon::sort_readings() {
  first_reading_.assign(words() + 1, 0);
  for (const WordId word : reading_words_) ++first_reading_[word + 1];
  sum_up(first_reading_);
  std::vector<std::uint32_t> next(first_reading_), sorted(readings_.size());
  std::vector<int> lines(readings_.size());
  for (std::size_t i = 0; i < readings_.size(); ++i) {
    const std::uint32_t to = next[reading_words_[i]]++;
    sorted[to] = readings_[i];
    lines[to] = lines_[i];
  }
  readings_ = std::move(sorted);
  lines_ = std::move(lines);
  reading_words_ = {};
}

void Lexicon::sort_terms(Symbol hides) {
  std::stable_sort(terms_.begin(), terms_.end(), [](const Term& a, const Term& b) {
    return std::pair(a.first, a.second) < std::pair(b.first, b.second);
  });
  first_term_.assign(words() + 1, 0);
  for (Term& term : terms_) {
    ++first_term_[term.first + 1];
    const std::size_t pair = pair_of(term.first, term.second);
    pairs_[pair / 64] |= std::uint64_t{1} << (pair % 64);
    for (const Feature& f : meanings_[term.meaning].features)
      term.hides |= hides != kNoSymbol && f.key == hides;
  }
  sum_up(first_term_);
}

}  // namespace recount
