// The claims of a set of documents as the ledger works on them, with where they stand.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "recount/ledger.h"
#include "src/ledger/days.h"
#include "src/ledger/sides.h"
#include "src/ledger/statements.h"

namespace recount::ledger {

// One claim that counts: of a block that speaks for its document and recurs nowhere else, not
// rejected by a reviewer, not hypothetical.
struct Atom {
  const Claim* claim = nullptr;
  // The claim's place; nullptr where it has none, or, of a figure, that of somebody who speaks from
  // afar ("a monitoring group in Arlow") on a page that tells of things elsewhere.
  const ClaimPlace* place = nullptr;
  std::uint32_t document = 0;  // number in order of ids
  std::uint32_t block = 0;     // of its document
  std::uint32_t section = 0;   // counts headings inside the text and updates
  std::uint32_t sentence = 0;  // of its document
  std::uint32_t at = 0;        // byte of its key words: figure, cue or person
  std::uint32_t day = 0;       // variable in the DayGraph
  Sort sort = Sort::other;
  bool spanning = false;  // over several days ("since May"): no event of one day
  bool own_time = false;  // the words of its time stand in its sentence
  std::string coarse;     // "2019-11": known, but no day
  // Of a count over a few days ("58 hurt between Tuesday and Wednesday") and of harm told of with
  // its week ("last week"): the first and the last of them, one of which may be the event's. Empty:
  // none.
  std::string first_day, last_day;
  // The year, or month, that its own sentence gives it where the reading left it with the passage's
  // time: "In 2009, a fire killed four", "the 1980 bombings". Empty: none.
  std::string year;
  // "41 arrests, against 12 last week": the time of a former figure that counts another event than
  // the figure whose former one it is; none of its page's other claims are of that.
  std::string former;
  std::optional<std::uint32_t> time_sentence;  // of the words of its time
  bool figure() const { return claim->kind == ClaimKind::figure; }
  bool occurrence() const { return claim->kind == ClaimKind::occurrence; }
};

// Sorted by document, then position. REQUIRES: records sorted by document id, `recurring` sorted;
// records and statements outlive the atoms.
std::vector<Atom> atoms_of(std::span<const DocumentRecord* const> records,
                           const Statements& statements,
                           const std::vector<RecurringBlock>& recurring);

// The byte of the claim's key words.
std::uint32_t position(const Claim& claim);

}  // namespace recount::ledger
