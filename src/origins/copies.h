// Near copies and partial copies of a set of documents.
#pragma once

#include <span>
#include <vector>

#include "recount/origins.h"
#include "src/origins/shingles.h"

namespace recount::origins {

// REQUIRES: records sorted by document id, runs parallel to them. Adds links; returns the number of
// capped keys.
std::uint32_t link_copies(std::span<const DocumentRecord* const> records,
                          const std::vector<Runs>& runs, std::vector<OriginLink>& links);

}  // namespace recount::origins
