// The words of a pack: what each may be read as, and the terms of several words that begin with it.
// Filled word by word, then sorted into flat runs by word id.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "src/language/symbols.h"
#include "src/language/vocabulary.h"

namespace recount {

// A reading of a word or term: class, main value and features.
struct WordReading {
  Symbol cls = kNoSymbol;
  std::span<const Feature> features;
};

class Lexicon {
 public:
  // While a pack loads: a reading of a run of folded words; the words of rules; the end of it.
  // `hides` is the flag of terms that hide the readings of their words, `numeral` the class of
  // number words.
  void add(std::span<const WordId> words, const WordReading& reading);
  WordId intern(std::string_view folded) { return vocabulary_.intern(folded); }
  std::span<const Feature> keep(std::span<const Feature> features) {
    return features_.keep(features);
  }
  void finish(Symbol hides, Symbol numeral);
  void reserve(std::size_t forms);

  // All below: after finish().
  WordId find(std::string_view folded) const { return vocabulary_.find(folded); }
  std::string_view word(WordId id) const { return vocabulary_.word(id); }
  std::size_t words() const { return vocabulary_.size(); }
  // How many readings of words and terms there are.
  std::size_t size() const { return readings_.size(); }
  // Has the word a reading, or does a term begin with it? A word that only a rule names isn't
  // known.
  bool knows(std::string_view folded) const {
    const WordId id = find(folded);
    return id != kNoWord && (!readings_of(id).empty() || begins_term(id));
  }

  // REQUIRES below: a word id of this lexicon.
  // In the order in which they were added.
  std::span<const WordReading> readings_of(WordId id) const {
    return {readings_.data() + uses_[id].first_reading, readings_.data() + uses_[id].last_reading};
  }
  bool begins_term(WordId id) const { return uses_[id].first_term < uses_[id].last_term; }
  bool begins_hiding_term(WordId id) const { return uses_[id].hides; }
  bool is_numeral(WordId id) const { return uses_[id].numeral; }
  // f(words, reading, hides) for every term that begins with the word, in the order in which they
  // were added: word_at(k) is the k-th word after it, kNoWord behind the text's end.
  template <class WordAt, class F>
  void for_terms(WordId id, WordAt&& word_at, F&& f) const {
    const WordId second = word_at(1);
    if (second == kNoWord) return;
    const auto last = terms_.begin() + uses_[id].last_term;
    auto term = std::partition_point(terms_.begin() + uses_[id].first_term, last,
                                     [&](const Term& t) { return t.second < second; });
    for (; term != last && term->second == second; ++term) {
      std::uint32_t same = 0;
      while (same < term->rest_size && word_at(2 + same) == rest_[term->rest + same]) ++same;
      if (same == term->rest_size) f(2 + same, readings_[term->reading], term->hides);
    }
  }

 private:
  struct Term {
    WordId first = kNoWord, second = kNoWord;
    std::uint32_t rest = 0, rest_size = 0;  // the words behind the second
    std::uint32_t reading = 0;
    bool hides = false;
  };
  struct Use {
    std::uint32_t first_reading = 0, last_reading = 0;  // of readings_
    std::uint32_t first_term = 0, last_term = 0;        // of terms_
    bool hides = false, numeral = false;
  };
  void sort_readings();
  void sort_terms(Symbol hides);

  Vocabulary vocabulary_;
  Arena<Feature> features_;
  std::vector<WordReading> readings_;  // those of words by word, then those of terms
  std::vector<WordId> reading_words_;  // while loading: by reading; kNoWord for those of terms
  std::vector<Term> terms_;            // by first and second word
  std::vector<WordId> rest_;
  std::vector<Use> uses_;  // by word
};

}  // namespace recount
