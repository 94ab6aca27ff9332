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

using TestBits = std::uint64_t;                      // 64 tests of a row
inline constexpr std::uint32_t kTestBitsAtOnce = 4;  // rows are joined so many at once
inline constexpr std::uint32_t kOtherWord = 0;       // the number of words that no pattern asks for

inline bool has_bit(const TestBits* row, std::uint32_t bit) {
  return row[bit >> 6] >> (bit & 63) & 1;
}
inline void set_bit(TestBits* row, std::uint32_t bit) {
  row[bit >> 6] |= TestBits{1} << (bit & 63);
}

// Some tests of one part of a row or of a sentence's set.
struct TestPart {
  std::uint32_t at = 0;
  TestBits bits = 0;
};

class TestTable {
 public:
  // Numbers the tests and words of all patterns and writes the numbers into them (Pattern::ids).
  // REQUIRES: the lexicon is finished and has the words of the rules.
  TestTable(std::vector<Rule>& rules, const Lexicon& lexicon);

  // TestBits of a row: a multiple of kTestBitsAtOnce.
  std::uint32_t width() const { return width_; }
  std::uint32_t word_width() const { return word_width_; }  // TestBits of a set of words
  // The number of a word that a pattern asks for, or kOtherWord. REQUIRES: of the pack's lexicon.
  std::uint32_t word(WordId word) const { return word_tests_[word]; }
  // Readings of a class that differ in their number only pass the same tests if both numbers are in
  // the same range.
  std::uint32_t range_of(Symbol cls, std::int64_t thousandths) const {
    const auto asked = by_class_.find(cls);
    return asked == by_class_.end() ? 0 : asked->second.range_of(thousandths);
  }
  // Sets the bits of all tests that a reading passes. `digits`: how many the one token has that it
  // reads; 0 where it reads others or several.
  void add_passed(const Arc& arc, std::uint32_t digits, TestBits* row) const;
  // Those that a token passes which is of a built-in class.
  void add_passed(ArcTest::BuiltIn built_in, TestBits* row) const;

 private:
  std::uint32_t intern(const ArcTest& test);
  std::uint32_t intern_stops(const Pattern& pattern, const std::vector<std::uint32_t>& stops);
  std::uint32_t intern_word(WordId word);
  void number_pattern(Pattern& pattern, const Lexicon& lexicon);
  void set_implied();
  void set_ranges();
  void add(std::uint32_t test, TestBits* row) const;  // with the stops that it is one of

  std::vector<ArcTest> tests_;                          // by number; empty for stops
  std::vector<std::vector<std::uint32_t>> stops_;       // by number: the tests of a gap's stops
  std::unordered_map<std::string, std::uint32_t> ids_;  // by what the test asks
  std::vector<std::uint32_t> word_tests_;               // by word
  std::uint32_t words_ = 1;                             // that patterns ask for, and kOtherWord
  // What is asked of readings of a class: all that can be told without their features.
  struct Asked {
    std::int64_t min, max;  // thousandths
    std::uint32_t digits;   // 0 any
    std::uint32_t test;
  };
  // The tests of numbers of a range.
  struct Range {
    std::vector<TestBits> passed;  // by all of them: a row
    std::vector<Asked> asked;      // the others: of digits and features
  };
  struct AskedOfClass {
    std::vector<Asked> all;
    std::vector<std::int64_t> limits;  // where the ranges behind the first one begin, sorted
    std::vector<Range> ranges;
    std::uint32_t range_of(std::int64_t thousandths) const {
      return static_cast<std::uint32_t>(std::ranges::upper_bound(limits, thousandths) -
                                        limits.begin());
    }
  };
  Range range(const AskedOfClass& asked, std::int64_t from) const;
  std::unordered_map<Symbol, AskedOfClass> by_class_;
  std::uint32_t width_ = 0, word_width_ = 0;
  std::vector<TestBits> implied_;  // by number: its own bit and those of stops that it's one of
};

}  // namespace recount
