// Stage 7, ledger: events, series and disagreements out of the claims of a set of documents.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "recount/origins.h"
#include "recount/record.h"

namespace recount {

enum class EventState : std::uint8_t { occurred, process, planned, named_only };
template <>
struct Names<EventState> {
  static constexpr std::array<std::string_view, 4> rows{"occurred", "process", "planned",
                                                        "named_only"};
};

enum class Verdict : std::uint8_t { agree, compatible, revised, disagree, not_decidable };
template <>
struct Names<Verdict> {
  static constexpr std::array<std::string_view, 5> rows{"agree", "compatible", "revised",
                                                        "disagree", "not_decidable"};
};

// One thing said by one claimant, over all pages that carry it: a row of the ledger.
struct LedgerLine {
  std::string claim;                     // the claim shown: the earliest attributed one
  std::vector<std::string> claims;       // all that say the same on the same word, sorted
  std::vector<std::string> restated_by;  // claims that add no origin
  Measure measure = Measure::deaths;     // of `claim`, as the two below
  Modality modality = Modality::asserted;
  std::string said_at;  // "T17:20", a day, or empty
  std::string origin;   // "o-…"; empty where the first claimant isn't known
  // four numbers, never one:
  int origins = 0;  // first claimants known behind this figure, at most
  // Those that surely are different ones: less where a person may speak for a body that gives the
  // figure too, or two names may be one body's.
  int origins_at_least = 0;
  // Claims of this figure whose first claimant the pages don't give and that rest on none.
  int unknown = 0;
  int channels = 0;         // networks (outlets joined by links) through which it came
  bool first_hand = false;  // the claimant's own statement is among the pages
  bool party = false;       // the claimant is a side in the event
  std::vector<std::string> channel_names;  // documents or outlets, one string a network
};

// Figure × measure × claimant over time.
struct LedgerSeries {
  Measure measure = Measure::deaths;
  std::string claimant;            // key
  std::vector<std::size_t> lines;  // indices into Event::lines, in time's order
};

struct Disagreement {
  std::optional<Measure> measure;   // none: about what happened, without numbers
  std::string about;                // for people
  std::vector<std::string> claims;  // of each side, those that give one number together
  Verdict verdict = Verdict::disagree;
};

struct Event {
  std::string id;                 // "e-…"
  std::optional<EventKind> kind;  // none: its claims give figures and don't say of what
  EventState state = EventState::occurred;
  std::string day;      // "XXXX-05-18" as far as the pages give it; empty: unknown
  std::string day_why;  // for people: which words of which documents
  std::vector<std::string> day_evidence;  // ids of claims and documents
  ClaimPlace place;                       // most precise that its claims give; name empty: unknown
  std::vector<std::string> documents;     // sorted
  std::vector<std::string> occurrences;   // claims
  // Figures, the first screen: by measure, then said_at, then figure.
  std::vector<LedgerLine> lines;
  std::vector<std::string> apart;    // claims that must not be added: parts, persons among the dead
  std::vector<std::string> persons;  // person claims
  std::vector<LedgerSeries> series;
  std::vector<Disagreement> disagreements;
  std::string parent;  // id of the event it is part of, or empty
};

// What cross-document reading concluded of a document's own date.
struct DatedDocument {
  std::string document;
  Stamp published;  // inferred = true
  std::string why;
};

struct Ledger {
  std::vector<Event> events;  // most figures of harm first, then by day, place, id
  std::vector<DatedDocument> dated;
  Origins origins;
  // Claim id → day, where it differs from the claim's own.
  std::map<std::string, std::string> resolved_days;
};

// Pure function of the set: the same records in any order give the same ledger.
Ledger build_ledger(std::span<const DocumentRecord* const> records);

}  // namespace recount
