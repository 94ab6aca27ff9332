// Plain text to drafts of blocks.
#pragma once

#include <string_view>
#include <vector>

#include "src/text/cues.h"
#include "src/text/draft.h"

namespace recount::text {

// Blocks are separated by blank lines. Lines are blocks of their own where the text has no blank
// line at all, where a line is longer than anybody wraps, and where a line is a cue or begins with
// a clock time. REQUIRES: valid UTF-8.
std::vector<Draft> plain_drafts(std::string_view text, const Cues& cues);

}  // namespace recount::text
