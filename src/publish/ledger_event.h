// One event of the report.
#pragma once

#include <string>

#include "src/publish/display.h"
#include "src/publish/shown.h"

namespace recount::publish {

// Does the event get a section of its own (figures of harm, disagreements), or a row in a table?
bool has_section(const Event& event);
void put_event(Sheet& sheet, const Shown& shown, const Event& event, std::size_t position);

// "“les grévistes” (strikers, participants)"; for the outlet's own voice "the page's own voice".
std::string claimant_words(const Shown& shown, const DocumentRecord& record, const Claim& claim);
// "Janaözen, KZ"; "place not known".
std::string place_words(const Shown& shown, const Event& event);
// Day and, where it didn't simply happen, the state.
std::string day_and_state(const Event& event);
// The labels of documents, sorted, each once, at most `most` of them.
std::string labels(const Shown& shown, const std::vector<std::string>& documents, std::size_t most = 8);

}  // namespace recount::publish
