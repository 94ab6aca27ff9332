// The slow, obviously right matcher: every start that the anchor allows, every way through the
// pattern, depth first. A later engine keeps it as its twin in tests.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "src/language/pattern.h"
#include "src/language/words.h"

namespace recount {

struct CaptureRun {
  std::uint32_t first = 0, last = 0;  // tokens; first == last: not taken
  std::uint32_t arc = kNoArc;         // the last reading tested inside
  bool taken() const { return first < last; }
};

struct Match {
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t gap_tokens = 0;
  std::vector<CaptureRun> captures;  // by the pattern's capture index
};

// Does the reading pass the test (class and features)?
bool passes(const Words& words, const ArcTest& test, const Arc& arc);
// Does any reading that begins at the token pass, or the token itself for a built-in class?
bool any_passes(const Words& words, const ArcTest& test, std::uint32_t token);

// All matches in tokens [first, last), in order of start, then of preference. Gives up on a start
// after kMatchSteps steps; returns false then, so that a caller can count it.
inline constexpr std::uint32_t kMatchSteps = 20'000;
using MatchSink = std::function<void(const Match&)>;
bool match_all(const Words& words, const Pattern& pattern, std::uint32_t first, std::uint32_t last,
               const MatchSink& sink);

}  // namespace recount
