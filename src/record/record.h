// record: the record of a document as JSON and back. include/recount/record_json.h has the same as
// text.
#pragma once

#include <vector>

#include "recount/record.h"
#include "recount/record_json.h"
#include "src/base/base.h"

namespace recount {

// The value that to_json writes: producer, document, mentions, claims, left_out, calls, leads,
// skipped.
Json json_of(const DocumentRecord& record, const std::vector<PackSummary>& packs,
             const JsonOptions& options = {});

// The record of such a value. Errors as record_from_json.
Result<DocumentRecord> record_of(const Json& value);

}  // namespace recount
