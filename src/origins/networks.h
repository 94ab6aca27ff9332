// Links that rest on who publishes: one outlet or site, and credit lines of agencies.
#pragma once

#include <span>
#include <vector>

#include "recount/origins.h"

namespace recount::origins {

// REQUIRES: records sorted by document id; `links` already has the copies. Each adds links.
void link_outlets(std::span<const DocumentRecord* const> records, std::vector<OriginLink>& links);
void link_credits(std::span<const DocumentRecord* const> records, std::vector<OriginLink>& links);

}  // namespace recount::origins
