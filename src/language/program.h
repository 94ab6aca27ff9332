// A pattern made ready for the matcher: its tests by their numbers in the pack's table, and what is
// known of each step before it is tried.
#pragma once

#include <cstdint>
#include <vector>

#include "src/language/pattern.h"
#include "src/language/test_table.h"

namespace recount {

inline constexpr std::uint32_t kNoJoin = UINT32_MAX;

// A test of one token: a number of the table's tests, or of its words with the highest bit set.
using TokenTest = std::uint32_t;
inline constexpr TokenTest kWordTest = 1u << 31;
inline constexpr TokenTest kAnyToken = UINT32_MAX;

struct Program {
  struct Step {
    Op op = Op::match;
    bool built_in = false;         // arc: a class of tokens, no reading
    std::uint32_t a = 0, b = 0;    // as in recount::Step; gap: a is the test of its stops
    TokenTest test = kAnyToken;    // word, arc and looks ahead
    TokenTest needs = kAnyToken;   // what the token here must pass, or no way leads on
    std::uint32_t join = kNoJoin;  // its number where several ways lead to it
  };
  std::vector<Step> steps;
  std::uint32_t joins = 0;
  TokenTest anchor = kAnyToken;
  std::uint32_t min_before = 0, max_before = 0;  // tokens before the anchor
  // Where every match passes the anchor, no more than these stand before it in any: so many tokens,
  // and a reading of each of these tests.
  bool always_anchored = false;
  std::uint32_t tokens_before = 0;
  std::vector<TokenTest> readings_before;
  std::vector<TokenTest> firsts;    // one of them is passed where a match begins; empty: any token
  std::vector<TokenTest> required;  // each is passed somewhere in a match
};

// REQUIRES: the pattern's numbers are set (Pattern::ids).
Program make_program(const Pattern& pattern);

}  // namespace recount
