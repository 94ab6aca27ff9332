// How far a saying reaches.
#pragma once

#include "src/claims/frames.h"

namespace recount::claims {

// The stretch of text that is on the claimant's word, by the `extent=` of the rule that matched:
// sets first and last of `out`, tokens; empty where there is none. Blocks bound it, but for what
// stands above or in the next block by the rule's own word.
void give_extent(const Passage& p, const Sentence& s, const RuleMatch& m, Saying& out);

}  // namespace recount::claims
