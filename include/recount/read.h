// Stages 2 to 5 for one document: text, words, mentions, claims. What `recount read` prints.
#pragma once

#include <cstdint>
#include <vector>

#include "recount/language.h"
#include "recount/places.h"
#include "recount/record.h"
#include "recount/result.h"
#include "recount/text.h"

namespace recount {

struct ReadOptions {
  TextOptions text;
  std::vector<std::uint64_t>
      furniture;  // sorted keys of blocks that belong to no page: see origins.h
};

// Pure function; thread-safe for shared languages and places. A document whose language has no pack
// gives a record without mentions and claims and a Skipped that says so.
Result<DocumentRecord> read_page(const Page& page, const Languages& languages, const Places& places,
                                 const ReadOptions& options = {});

}  // namespace recount
