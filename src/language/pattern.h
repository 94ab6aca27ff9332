// A rule's pattern, compiled to a small program for the matcher.
//
// Steps only lead forward: a pattern has no loop, so that a match takes no more steps than it has.
//
// Grammar of a pattern (one sentence, left to right):
//   "word" "two words"        folded words
//   <class>                   a reading of that class; <class=v> its main value; <class key=v|w
//   flag !flag>
//                             built in: <word> <capital> <caps> <digits> <punct> <unknown>;
//                             numbers: min= max= digits=
//   {name: …}                 capture
//   ( … | … )                 alternatives
//   ?                         the element before is optional
//   ..n                       a gap of up to n tokens, never over a <stop>; ..n!<class>!<class>
//   with more stops
//   !<class> !"word"          not followed by
//   &<class> &"word"          followed by, without taking it
//   ~                         the next element is written without a space before it
//   ^  $                      begin, end of the sentence
//   @                         before an element: the anchor; a sentence without it costs nothing
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recount/result.h"
#include "src/language/symbols.h"

namespace recount {

struct ArcTest {
  Symbol cls = kNoSymbol;
  struct One {
    Symbol key = kNoSymbol;
    std::vector<Symbol> values;  // empty: the key is present
    bool negated = false;
  };
  std::vector<One> features;
  std::int64_t min = INT64_MIN, max = INT64_MAX;  // whole numbers
  int digits = 0;                                 // number of digits as written; 0 any
  enum class BuiltIn : std::uint8_t {
    none,
    word,
    capital,
    caps,
    digits,
    punct,
    unknown
  } built_in = BuiltIn::none;
};

enum class Op : std::uint8_t {
  word,
  arc,
  split,
  jump,
  save_begin,
  save_end,
  gap,
  not_arc,
  not_word,
  is_arc,
  is_word,
  glued,
  start,
  finish,
  match
};

struct Step {
  Op op = Op::match;
  std::uint32_t a = 0;  // word/arc/not_*/is_*: index; split: first choice; jump: target; save_*:
                        // capture; gap: stops index
  std::uint32_t b = 0;  // split: second choice; gap: the most tokens of it
};

inline constexpr std::size_t kMostCaptures = 12;  // of one pattern

struct Pattern {
  std::vector<Step> steps;
  std::vector<ArcTest> tests;
  std::vector<std::string> words;
  std::vector<std::vector<std::uint32_t>> stops;  // of gaps: indices of tests
  std::vector<std::string> captures;              // names by capture index
  std::vector<Symbol> capture_names;              // the same as symbols
  // The same in the pack's table of tests, which sets them (test_table.h).
  struct Ids {
    std::vector<std::uint32_t> tests, stops, words;
  } ids;
  // The anchor: a step (word or arc), and how many tokens may stand before it.
  std::uint32_t anchor = 0;
  std::uint32_t min_before = 0, max_before = 0;
};

// `where` begins error messages ("fr/frames.rules:12").
Result<Pattern> compile_pattern(std::string_view source, Symbols& symbols,
                                const std::string& where);

}  // namespace recount
