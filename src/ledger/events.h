// One event of the ledger out of a finished cluster.
#pragma once

#include "src/ledger/across.h"
#include "src/ledger/clusters.h"

namespace recount::ledger {

// The event, and the restatements (claim to claim) and cited claimants (claim to document) that it
// found.
Event event_of(Clusters& clusters, const Ties& ties, std::uint32_t root,
               std::vector<OriginLink>& links);

// Does the cluster say enough to be told: a figure, a person, or something that happened at a
// place?
bool worth_telling(const Clusters& clusters, std::uint32_t root);

// Claims of harm in figures: what the first screen is ordered by.
int weight_of_harm(const Clusters& clusters, std::uint32_t root);

}  // namespace recount::ledger
