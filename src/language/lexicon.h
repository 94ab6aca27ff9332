// The words of a pack: what each may be read as, and the terms of several words that begin with it.
// Filled word by word, then sorted into flat runs by word id. Readings that are the same for many
// words are kept once.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
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

// Traits of a word that the pack knows, so that a token tells them without a further look.
enum WordTrait : std::uint8_t {
  kHasReadings = 1,
  kBeginsTerm = 2,
  kBeginsHidingTerm = 4,
  kNumeral = 8,  // one of its readings is a number word
};

class Lexicon {
 public:
  // While a pack loads: a reading of a run of folded words; the words of rules; the end of it.
  // `hides` is the flag of terms that hide the readings of their words, `numeral` the class of
  // number words.
  // `line`: of words.txt, 0 for others.
  void add(std::span<const WordId> words, Symbol cls, std::span<const Feature> features, int line);
  WordId intern(std::string_view folded) { return vocabulary_.intern(folded); }
  void finish(Symbol hides, Symbol numeral);

  // All below: after finish().
  const Vocabulary& vocabulary() const { return vocabulary_; }
  WordId find(std::string_view folded) const { return vocabulary_.find(folded).id; }
  std::string_view word(WordId id) const { return vocabulary_.word(id); }
  std::size_t words() const { return vocabulary_.size(); }
  // How many readings of words and terms there are.
  std::size_t size() const { return readings_.size() + terms_.size(); }
  // Has the word a reading, or does a term begin with it? A word that only a rule names isn't
  // known.
  bool knows(std::string_view folded) const {
    return vocabulary_.find(folded).traits & (kHasReadings | kBeginsTerm);
  }

  // The distinct readings of all words and terms, in order of first use.
  const std::vector<WordReading>& readings() const { return meanings_; }
  // f(form, reading, line) for all readings of words and terms, by form.
  template <class F>
  void for_forms(F&& f) const;

  // REQUIRES below: a word id of this lexicon.
  // f(index of readings()), in the order in which they were added.
  template <class F>
  void for_readings(WordId id, F&& f) const {
    for (std::uint32_t i = first_reading_[id]; i < first_reading_[id + 1]; ++i) f(readings_[i]);
  }
  // Does a term begin with the two words? No is sure; yes is to be looked up. Two words of five
  // begin a term ("of", "in"), and one of thirty does so here.
  bool may_begin_term(WordId first, WordId second) const {
    const std::size_t pair = pair_of(first, second);
    return pairs_[pair / 64] >> (pair % 64) & 1;
  }
  // f(words, index of readings(), hides) for every term that begins with the word, in the order in
  // which they were added: word_at(k) is the k-th word after it, kNoWord behind the text's end.
  template <class WordAt, class F>
  void for_terms(WordId id, WordAt&& word_at, F&& f) const {
    const WordId second = word_at(1);
    if (second == kNoWord) return;
    const auto last = terms_.begin() + first_term_[id + 1];
    auto term = std::partition_point(terms_.begin() + first_term_[id], last,
                                     [&](const Term& t) { return t.second < second; });
    for (; term != last && term->second == second; ++term) {
      std::uint32_t same = 0;
      while (same < term->rest_size && word_at(2 + same) == rest_[term->rest + same]) ++same;
      if (same == term->rest_size) f(2 + same, term->meaning, term->hides);
    }
  }

 private:
  struct Term {
    WordId first = kNoWord, second = kNoWord;
    std::uint32_t rest = 0, rest_size = 0;  // the words behind the second
    std::uint32_t meaning = 0;              // of meanings_
    int line = 0;
    bool hides = false;
  };
  void sort_readings();
  void sort_terms(Symbol hides);
  std::uint8_t traits_of(WordId id, Symbol numeral) const;
  static constexpr std::size_t kPairs = 1u << 17;
  static std::size_t pair_of(WordId first, WordId second) {
    constexpr std::uint32_t kFactor = 0x9E3779B9;  // 2^32 over the golden ratio
    return ((first * kFactor ^ second) * kFactor >> 15) % kPairs;
  }
  // The index in meanings_, where it is put unless it is there.
  std::uint32_t meaning_of(Symbol cls, std::span<const Feature> features);
  void rehash_meanings();

  Vocabulary vocabulary_;
  Arena<Feature> features_;
  std::vector<WordReading> meanings_;          // each class with features once
  std::vector<std::uint32_t> meaning_hashes_;  // while loading: by meaning
  std::vector<std::uint32_t> meaning_slots_;   // while loading: index + 1 in meanings_, by hash
  std::vector<WordId> reading_words_;          // while loading: the word of each of readings_
  std::vector<std::uint32_t> readings_;        // of words, by word: indices in meanings_
  std::vector<int> lines_;                     // of readings_
  std::vector<std::uint32_t> first_reading_;   // by word, and the end
  std::vector<Term> terms_;                    // by first and second word
  std::vector<std::uint32_t> first_term_;      // by word, and the end
  std::array<std::uint64_t, kPairs / 64> pairs_{};  // a bit for the first two words of each term
  std::vector<WordId> rest_;
};

template <class F>
void Lexicon::for_forms(F&& f) const {
  for (WordId id = 0; id < words(); ++id) {
    const std::string one(word(id));
    for (std::uint32_t i = first_reading_[id]; i < first_reading_[id + 1]; ++i)
      f(one, meanings_[readings_[i]], lines_[i]);
    for (std::uint32_t i = first_term_[id]; i < first_term_[id + 1]; ++i) {
      std::string form = one + " " + std::string(word(terms_[i].second));
      for (std::uint32_t k = 0; k < terms_[i].rest_size; ++k)
        form += " " + std::string(word(rest_[terms_[i].rest + k]));
      f(form, meanings_[terms_[i].meaning], terms_[i].line);
    }
  }
}

}  // namespace recount
