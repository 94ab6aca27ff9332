// A pattern made ready for the matcher: its tests by their numbers in the pack's table.
#pragma once

#include <cstdint>
#include <vector>

#include "src/language/pattern.h"
#include "src/language/test_table.h"

namespace recount {

// A test of one token: a number of the table's tests, or of its words with the highest bit set.
using TokenTest = std::uint32_t;
inline constexpr TokenTest kWordTest = 1u << 31;
inline constexpr TokenTest kAnyToken = UINT32_MAX;
// Its bit in a sentence's set: tests, then words.
inline std::uint32_t bit_of(TokenTest test, const TestTable& tests) {
  return test & kWordTest ? (test & ~kWordTest) + tests.width() * 64 : test;
}

struct Program {
  struct Step {
    Op op = Op::match;           // a class of tokens, which is no reading, is a word here
    std::uint32_t a = 0, b = 0;  // as in recount::Step
    TokenTest test = kAnyToken;  // word, arc and looks ahead; gap: its stops
    std::uint32_t node = 0;      // what stands behind it (reach.h)
    bool always = false;         // every match passes it
  };
  std::vector<Step> steps;
  TokenTest anchor = kAnyToken;
  std::uint32_t anchor_step = 0;
  std::uint32_t min_before = 0, max_before = 0;  // tokens before the anchor
  // What every match passes, in its order, at least so many tokens behind the one before, or the
  // match's begin.
  struct Required {
    TokenTest test = kAnyToken;
    std::uint32_t behind = 0;
  };
  std::vector<Required> required;
};

// Without the numbers of nodes. REQUIRES: the pattern's numbers are set (Pattern::ids).
Program make_program(const Pattern& pattern);

}  // namespace recount
