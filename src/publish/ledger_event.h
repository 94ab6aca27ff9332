// One event of the report.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "src/publish/display.h"
#include "src/publish/shown.h"

namespace recount::publish {

inline constexpr std::size_t kIndent = 3;  // columns before a block
inline constexpr std::size_t kFigureColumn =
    18;  // columns of figures and names, left of their words
std::string lead_of(std::string_view words);

// Does the event get a section of its own (figures of harm, disagreements), or a row in a table?
bool has_section(const Event& event);
// Must the figure not be added to the others: a part, a person among them?
bool stands_apart(const Event& event, const LedgerLine& line);
// Figures of harm come before crowds and forces.
bool is_harm(Measure measure);
// Events by their ids, and the numbers of those that have a section.
struct Numbered {
  explicit Numbered(const Ledger& ledger);
  std::map<std::string, const Event*> events;
  std::map<std::string, std::size_t> numbers;
};
// "event 3: protest · Port Velt, FR · Friday 18 May 2018"
std::string event_words(const Shown& shown, const Numbered& numbered, const std::string& id);
// The events that have a section, a line or two each: what, where, when, and who gives which
// figure.
void put_contents(Sheet& sheet, const Shown& shown, const Ledger& ledger);
// What the pages call the event, in whose word.
void put_occurrences(Sheet& sheet, const Shown& shown, const Event& event);
// Events without a section: protests and strikes as a table by place, the rest as named.
void put_protests(Sheet& sheet, const Shown& shown, const Ledger& ledger);
void put_named(Sheet& sheet, const Shown& shown, const Ledger& ledger);
void put_title(Sheet& sheet, std::string_view title);
// REQUIRES: the event has a section.
void put_event(Sheet& sheet, const Shown& shown, const Numbered& numbered, const Event& event);
// Where accounts differ: what can't both be so comes first.
void put_disagreements(Sheet& sheet, const Shown& shown, const Event& event);

// "“les grévistes” (strikers, participants)"; for the outlet's own voice "the page's own voice".
std::string claimant_words(const Shown& shown, const DocumentRecord& record, const Claim& claim);
// "Port Velt, FR"; "place not known".
std::string place_words(const Shown& shown, const Event& event);
// Day and, where it didn't simply happen, the state.
std::string day_and_state(const Event& event);
// The labels of documents, sorted, each once, at most `most` of them.
std::string labels(const Shown& shown, const std::vector<std::string>& documents,
                   std::size_t most = 8);

}  // namespace recount::publish
