// The distinct tests of all patterns of a pack, each with a number, so that what a reading passes
// is one row of bits: a test asked for in two hundred rules is answered once. A gap's stops are one
// test too, passed by what passes one of them. Words that patterns ask for are numbered apart.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "src/language/lexicon.h"
#include "src/language/pattern.h"
#include "src/language/symbols.h"

namespace recount {

struct Arc;
struct Rule;
class Words;

using TestBits = std::uint64_t;  // 64 tests of a row
inline constexpr std::uint32_t kNoTest = UINT32_MAX;

inline bool has_bit(const TestBits* row, std::uint32_t bit) {
  return row[bit >> 6] >> (bit & 63) & 1;
}
inline void set_bit(TestBits* row, std::uint32_t bit) {
  row[bit >> 6] |= TestBits{1} << (bit & 63);
}

class TestTable {
 public:
  // Numbers the tests and words of all patterns and writes the numbers into them (Pattern::ids).
  // REQUIRES: the lexicon is finished and has the words of the rules.
  TestTable(std::vector<Rule>& rules, const Lexicon& lexicon, Symbol number);

  std::uint32_t width() const { return width_; }            // TestBits of a row
  std::uint32_t word_width() const { return word_width_; }  // TestBits of a set of words
  // The number of a word that a pattern asks for, or kNoTest. REQUIRES: of the pack's lexicon, or
  // kNoWord.
  std::uint32_t word(WordId word) const { return word == kNoWord ? kNoTest : word_tests_[word]; }
  // The row of a reading of the pack, or kNoTest where it hangs on the token ("digits=").
  std::uint32_t row_of(std::uint32_t reading) const { return reading_rows_[reading]; }
  // Do rows of the class hang on more than features: on numbers, or how many digits a token has?
  bool hangs_on_token(Symbol cls) const {
    return std::find(by_token_.begin(), by_token_.end(), cls) != by_token_.end();
  }
  std::uint32_t rows() const {
    return width_ == 0 ? 0 : static_cast<std::uint32_t>(rows_.size() / width_);
  }
  const TestBits* row(std::uint32_t row) const { return rows_.data() + std::size_t{row} * width_; }
  // What a word passes by its own readings, but those that hang on the token. REQUIRES: a word of
  // the pack's lexicon.
  const TestBits* word_row(WordId word) const { return row(word_rows_[word]); }
  // What a token passes by the built-in classes of the set, a bit for each (`bit_of`).
  const TestBits* built_in_row(std::uint32_t classes) const {
    return built_ins_.data() + std::size_t{classes} * width_;
  }
  static constexpr std::uint32_t bit_of(ArcTest::BuiltIn kind) {
    return 1u << (static_cast<std::uint32_t>(kind) - 1);
  }
  // Sets the bits of all tests that the reading passes.
  void add_passed(const Words& words, const Arc& arc, TestBits* row) const;

 private:
  std::uint32_t intern(const ArcTest& test);
  std::uint32_t intern_stops(const Pattern& pattern, const std::vector<std::uint32_t>& stops);
  std::uint32_t intern_word(WordId word);
  void number_pattern(Pattern& pattern, const Lexicon& lexicon);
  void set_implied();
  void set_built_ins();
  void set_by_token(Symbol number);
  void set_word_rows(const Lexicon& lexicon);
  void set_reading_rows(const std::vector<WordReading>& readings);
  std::uint32_t add_row(const WordReading& reading);
  void add(std::uint32_t test, TestBits* row) const;  // with the stops that it is one of

  std::vector<ArcTest> tests_;                          // by number; empty for stops
  std::vector<std::vector<std::uint32_t>> stops_;       // by number: the tests of a gap's stops
  std::unordered_map<std::string, std::uint32_t> ids_;  // by what the test asks
  std::vector<std::uint32_t> word_tests_;               // by word
  std::uint32_t words_ = 0;                             // that patterns ask for
  std::unordered_map<Symbol, std::vector<std::uint32_t>> by_class_;
  std::vector<Symbol> by_token_;  // classes
  std::uint32_t width_ = 0, word_width_ = 0;
  std::vector<TestBits> implied_;  // by number: its own bit and those of stops that it's one of
  std::vector<TestBits> rows_, built_ins_;
  std::vector<std::uint32_t> reading_rows_;  // by reading
  std::vector<std::uint32_t> word_rows_;     // by word
};

}  // namespace recount
