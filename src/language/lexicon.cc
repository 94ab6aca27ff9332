#include "src/language/lexicon.h"

#include <utility>

namespace recount {

void Lexicon::reserve(std::size_t forms) {
  vocabulary_.reserve(forms);
  readings_.reserve(forms);
  reading_words_.reserve(forms);
}

void Lexicon::add(std::span<const WordId> words, const WordReading& reading) {
  if (words.empty()) return;
  const auto id = static_cast<std::uint32_t>(readings_.size());
  readings_.push_back(reading);
  reading_words_.push_back(words.size() == 1 ? words[0] : kNoWord);
  if (words.size() == 1) return;
  Term term{words[0], words[1]};
  term.rest = static_cast<std::uint32_t>(rest_.size());
  term.rest_size = static_cast<std::uint32_t>(words.size() - 2);
  term.reading = id;
  rest_.insert(rest_.end(), words.begin() + 2, words.end());
  terms_.push_back(term);
}

void Lexicon::finish(Symbol hides, Symbol numeral) {
  uses_.assign(vocabulary_.size(), {});
  sort_readings();
  sort_terms(hides);
  for (WordId id = 0; id < uses_.size(); ++id)
    uses_[id].numeral =
        std::ranges::find(readings_of(id), numeral, &WordReading::cls) != readings_of(id).end();
}

// Readings of one word side by side, in the order in which they were added: a counting sort.
void Lexicon::sort_readings() {
  std::vector<std::uint32_t> next(uses_.size() + 1, 0);
  for (const WordId word : reading_words_) ++next[std::min<std::size_t>(word, uses_.size())];
  std::uint32_t at = 0;
  for (std::size_t word = 0; word < next.size(); ++word) {
    const std::uint32_t count = std::exchange(next[word], at);
    if (word < uses_.size()) uses_[word].first_reading = at, uses_[word].last_reading = at + count;
    at += count;
  }
  std::vector<WordReading> sorted(readings_.size());
  std::vector<std::uint32_t> moved(readings_.size());
  for (std::size_t i = 0; i < readings_.size(); ++i) {
    moved[i] = next[std::min<std::size_t>(reading_words_[i], uses_.size())]++;
    sorted[moved[i]] = readings_[i];
  }
  for (Term& term : terms_) term.reading = moved[term.reading];
  readings_ = std::move(sorted);
  reading_words_ = {};
}

void Lexicon::sort_terms(Symbol hides) {
  std::stable_sort(terms_.begin(), terms_.end(), [](const Term& a, const Term& b) {
    return std::pair(a.first, a.second) < std::pair(b.first, b.second);
  });
  for (std::uint32_t i = 0; i < terms_.size(); ++i) {
    Term& term = terms_[i];
    term.hides = hides != kNoSymbol &&
                 std::ranges::find(readings_[term.reading].features, hides, &Feature::key) !=
                     readings_[term.reading].features.end();
    Use& use = uses_[term.first];
    if (use.first_term == use.last_term) use.first_term = i;
    use.last_term = i + 1;
    use.hides |= term.hides;
  }
}

}  // namespace recount
