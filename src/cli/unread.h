// Pages that were kept but not read, for want of a language.
#pragma once

#include <string>
#include <vector>

#include "recount/language.h"
#include "src/run/run.h"

namespace recount::cli {

// Why `document` was kept without being read, and what to do. REQUIRES: it wasn't read.
std::string unread_reason(const Document& document, const std::vector<PackSummary>& packs);

// Was it read now, in a language? Its date may be left out.
bool was_read(const Outcome& outcome);

// Is more than a date missing?
bool has_skipped_page(const std::vector<Skipped>& skipped);

// What of the outcome was skipped, with what to do where that is a matter of language.
std::vector<Skipped> with_advice(const Outcome& outcome, const Languages& languages);

// The same for what a dossier says was skipped.
void add_advice(Loaded& loaded, const std::vector<PackSummary>& packs);

}  // namespace recount::cli
