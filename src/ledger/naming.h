// By what an event is called: its kind and its place.
#pragma once

#include "src/ledger/clusters.h"

namespace recount::ledger {

// The kind that most occurrences tell; where harm is told in figures, not one of the actions, if
// there is another. nullopt: its claims give figures only.
std::optional<EventKind> kind_of(const Clusters& clusters, const std::vector<std::uint32_t>& atoms);

// The most precise place that a fair share of the claims gives; of several the one named most
// often, twice as readily where the gazetteer has it. What few claims name (where the troops came
// from) isn't the event's.
ClaimPlace place_of(const Clusters& clusters, std::uint32_t root,
                    const std::vector<std::uint32_t>& atoms);

bool tells_harm(Measure measure);

}  // namespace recount::ledger
