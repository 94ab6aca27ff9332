// What accounts make of an event, without numbers: what the one calls an attack on a rally, the
// other calls a riot, or an accident.
#pragma once

#include "recount/ledger.h"
#include "src/ledger/clusters.h"

namespace recount::ledger {

// Only what two named sides say of it contradicts each other, one of them the state's: a page that
// tells of riots in one paragraph and of an attack in another, or of two offices with two words,
// opposes nobody. REQUIRES: atoms of one event, sorted.
std::vector<Disagreement> opposed_accounts(const Clusters& clusters,
                                           const std::vector<std::uint32_t>& atoms);

}  // namespace recount::ledger
