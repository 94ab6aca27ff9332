// Through how many networks a line came, and whether its claimant speaks among the pages.
#pragma once

#include <string>
#include <vector>

#include "src/ledger/across.h"
#include "src/ledger/word_of.h"

namespace recount::ledger {

// One string a network: the outlets (where unknown, documents) that carry the line, joined by ", ";
// sorted. Pages are of one network where links join them, also over pages that don't carry the
// line, or where their claims came through one named step ("the union's site").
std::vector<std::string> channels_of(const Clusters& clusters, const Ties& ties, const Line& line);

// The document that is the claimant's own, of those that carry the line: its outlet or byline names
// them.
std::optional<std::uint32_t> own_document(const Clusters& clusters, const Line& line);

// Did what `claim` of the document says come through the claimant, as one of its steps? Is the
// document the claimant's own page? `words`: the claimant's own, empty where they're elsewhere.
bool came_through(const DocumentRecord& record, const Claim& claim, const Claimant& claimant);
bool is_own_page(const Document& document, const Claimant& claimant, std::string_view words);

// Of an unattributed line: pages that are one text count once.
int unknown_origins(const Clusters& clusters, const Ties& ties, const Line& line);

}  // namespace recount::ledger
