// What a pattern took of a sentence.
#pragma once

#include <array>
#include <cstdint>

#include "src/language/pattern.h"
#include "src/language/words.h"

namespace recount {

struct CaptureRun {
  std::uint32_t first = 0, last = 0;  // tokens; first == last: not taken
  std::uint32_t arc = kNoArc;         // the last reading tested inside
  bool taken() const { return first < last; }
  bool operator==(const CaptureRun&) const = default;
};

struct Match {
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t gap_tokens = 0;
  std::array<CaptureRun, kMostCaptures> captures;  // by the pattern's capture index
  bool operator==(const Match&) const = default;
};

// From one start a pattern tries so many steps, then it's given up: no page that somebody wrote for
// readers comes near.
inline constexpr std::uint32_t kMatchSteps = 20'000;

}  // namespace recount
