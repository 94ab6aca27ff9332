// Pages that name an outlet of the set and repeat words of one of its pages.
#pragma once

#include <span>
#include <vector>

#include "recount/origins.h"
#include "src/origins/shingles.h"

namespace recount::origins {

// REQUIRES: records sorted by document id, runs parallel to them; `links` already has the copies.
// Adds links.
void link_citations(std::span<const DocumentRecord* const> records, const std::vector<Runs>& runs,
                    std::vector<OriginLink>& links);

}  // namespace recount::origins
