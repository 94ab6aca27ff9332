// Who stands behind an event's figures: claimants, lines, what restates what.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "src/ledger/across.h"
#include "src/ledger/clusters.h"

namespace recount::ledger {

// A line while it is made. Numbers are those of atoms.
struct Line {
  std::vector<std::uint32_t> claims;    // all on one word, sorted
  std::vector<std::uint32_t> restated;  // those that add no origin
  bool known = false;                   // the claimant is somebody
};

// Is the claimant somebody, so that their word can be an origin? Not the outlet's own voice, nor an
// unnamed one, nor "media" without a name.
bool is_known(const Claim& claim, const DocumentRecord& record);

// 0 for what is said to be so, surely or not; denied and planned figures stand apart from it and
// from each other.
int standing(Modality modality);

// About or almost a number. In one page "about 12" and 12 of one claimant are two words of theirs;
// in two, the one page may have rounded.
bool is_rough(const Claim& claim);

// The lines of one event, in order of their first claim. REQUIRES: atoms sorted, all of one
// cluster.
std::vector<Line> lines_of(Clusters& clusters, const std::vector<std::uint32_t>& atoms);

}  // namespace recount::ledger
