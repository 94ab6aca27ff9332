// Stage 5, claims: figures, occurrences and persons of one document, with attribution, restatement
// and parts.
#pragma once

#include "recount/language.h"
#include "recount/places.h"
#include "recount/record.h"

namespace recount {

// Fills mentions, claims, left_out and calls of `record`, whose document must be complete; may
// infer the document's date of publication from its words. Without a pack for its language: nothing
// but a line in `skipped`. Thread-safe.
void find_claims(const Languages& languages, const Places& places, DocumentRecord& record);

}  // namespace recount
