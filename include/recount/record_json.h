// The record as canonical JSON (RFC 8785), described by docs/record.schema.json: one document, one
// line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "recount/language.h"
#include "recount/record.h"
#include "recount/result.h"

namespace recount {

struct JsonOptions {
  bool with_text = true;  // false: document.text is null; verbatim words stay
};

// One line without the newline; offsets in code points, verbatim words and quotes filled in from
// the text. Of `packs` the line names those of the document's language. REQUIRES: spans lie on code
// point boundaries of a valid UTF-8 text.
std::string to_json(const DocumentRecord& record, const std::vector<PackSummary>& packs,
                    const JsonOptions& options = {});

// Reads back what to_json wrote with text: to_json(record_from_json(x)) == x. Errors name the
// member that is missing or wrong, or the words that aren't at their span.
Result<DocumentRecord> record_from_json(std::string_view line);

}  // namespace recount
