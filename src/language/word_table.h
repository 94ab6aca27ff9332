// What the level of words needs of each word of a pack, made ready once: its readings as arcs, the
// tests that it passes as rows of bits, and the number that patterns know it by. A token refers to
// these and copies nothing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "src/language/distinct_runs.h"
#include "src/language/lexicon.h"
#include "src/language/test_table.h"

namespace recount {

inline constexpr std::uint32_t kNoArc = UINT32_MAX;

// A reading of a run of tokens. Those of a word are the pack's, one for all its tokens; those of
// terms, numbers and mentions are a document's own.
struct Arc {
  Symbol cls = kNoSymbol;
  std::uint32_t size = 1;  // tokens
  std::span<const Feature> features;
  const TestBits* row = nullptr;  // of the tests that it passes; Words sets it
  std::int64_t number = 0;        // class number: the value in thousandths ("1,5" is 1500)
  std::int32_t payload = -1;      // index of the mention it stands for
  std::uint32_t next = kNoArc;    // next arc that begins at the same token

  bool has(Symbol key) const {
    for (const Feature& f : features)
      if (f.key == key) return true;
    return false;
  }
  Symbol get(Symbol key) const {
    for (const Feature& f : features)
      if (f.key == key) return f.value;
    return kNoSymbol;
  }
};

// What a token is by itself, for the built-in classes of patterns.
enum class TokenMake : std::uint8_t { small, capital, upper, digits, punctuation, other };

class WordTable {
 public:
  WordTable(const Lexicon& lexicon, const TestTable& tests);
  WordTable(const WordTable&) = delete;
  WordTable& operator=(const WordTable&) = delete;

  struct Word {
    std::uint32_t first_arc = kNoArc;
    std::uint32_t rows = kUnread;     // what it passes, for row()
    std::uint32_t test = kOtherWord;  // its number among the words that patterns ask for
  };
  // Also of kNoWord: it has no readings.
  const Word& word(WordId id) const { return words_[id + 1]; }  // kNoWord + 1 is 0
  // The memory that word() needs comes meanwhile. Of any number.
  void prepare(WordId id) const { __builtin_prefetch(words_.data() + (id + 1)); }
  // Words of the same readings share a run of arcs.
  const std::vector<Arc>& arcs() const { return arcs_; }
  // A reading of the lexicon, of one token.
  const Arc& reading(std::uint32_t reading) const { return arcs_[reading]; }

  // `rows` of a token without a reading, and of one whose readings pass nothing.
  static constexpr std::uint32_t kUnread = 0, kPassesNothing = 1;
  // What a token passes by its word's readings and by itself.
  const TestBits* row(std::uint32_t rows, TokenMake make) const {
    return rows_.data() + (std::size_t{rows} * kMakes + static_cast<std::size_t>(make)) * width_;
  }

 private:
  static constexpr std::size_t kMakes = 6;

  void add_readings(const Lexicon& lexicon, const TestTable& tests);
  void add_words(const Lexicon& lexicon, const TestTable& tests);
  Word word_of(std::span<const std::uint32_t> readings, std::uint32_t digits,
               const TestTable& tests);
  void set_rows(const TestTable& tests);
  std::vector<TestBits> rows_of_makes(bool unread, const TestTable& tests) const;
  void add_rows(std::span<const TestBits> passed, std::span<const TestBits> makes);

  std::uint32_t width_ = 0;
  std::vector<Word> words_;        // by word + 1
  std::vector<Arc> arcs_;          // of the lexicon's readings, then runs of words
  DistinctRuns<TestBits> passed_;  // by readings alone
  std::vector<TestBits> rows_;     // by Word::rows, then by make
};

}  // namespace recount
