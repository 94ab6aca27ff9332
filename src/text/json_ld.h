// What the JSON-LD of a page says of its article (schema.org).
#pragma once

#include <string_view>

#include "src/text/day_words.h"
#include "src/text/html_facts.h"

namespace recount::text {

// Adds to `out` and `found` what isn't there yet. A script with a mistake in it gives its day of
// publication alone. Bounded in depth and objects.
void read_json_ld(std::string_view script, const DayWords& words, HtmlFacts& out, Facts& found);

}  // namespace recount::text
