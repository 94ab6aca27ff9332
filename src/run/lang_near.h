// Why a rule doesn't match: how far its pattern came in a sentence, and which element failed where.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "src/language/language.h"

namespace recount::run {

// The nearest that one pattern came.
struct NearMiss {
  const Rule* rule = nullptr;
  std::size_t pattern = 0;                 // index in the rule
  std::uint32_t matched = 0, lacking = 0;  // elements that a match needs
  std::uint32_t first = 0, last = 0;       // tokens that matched, half-open
  std::vector<std::uint32_t> steps;        // of the pattern: the elements of which one must follow
  std::vector<std::uint32_t> tried;        // tokens at which it was looked for, in order
  std::string gap_end;                     // why the gap before it went no further; may be empty
};

// The nearest miss of the pattern in tokens [first, last); none where it matches, its anchor isn't
// there, or none of its elements matches.
std::optional<NearMiss> near_miss(const Words& words, const Rule& rule, std::size_t pattern,
                                  std::uint32_t first, std::uint32_t last);
// The same of attempts that hold the token `number`, or nearly reach it, whatever matches
// elsewhere.
std::optional<NearMiss> near_miss_at(const Words& words, const Rule& rule, std::size_t pattern,
                                     const Sentence& sentence, std::uint32_t number);
// Does the sentence hold the pattern's anchor?
bool has_anchor(const Words& words, const Pattern& pattern, std::uint32_t first,
                std::uint32_t last);

// For people.
std::string element_text(const Words& words, const Pattern& pattern, std::uint32_t step);
std::string arc_text(const Words& words, const Arc& arc);
std::string told(const Words& words, const NearMiss& miss);

}  // namespace recount::run
