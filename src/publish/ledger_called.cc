// What the pages call an event: speakers first, then the pages' own voice.
#include <algorithm>
#include <vector>

#include "src/publish/ledger_event.h"
#include "src/publish/wording.h"

namespace recount::publish {
namespace {

struct Calling {
  std::string quote, who;  // `who` is empty for a page's own voice
  std::vector<std::string> documents;
};

// What the pages call it, each wording once a speaker: "peaceful demonstrators were fired on"
// against "a revolt".
std::vector<Calling> callings(const Shown& shown, const Event& event) {
  std::vector<Calling> out;
  for (const std::string& id : event.occurrences) {
    const ShownClaim found = shown.claim(id);
    if (!found) continue;
    const Claim& claim = *found.claim;
    const bool own_voice = !claim.claimant.span && claim.claimant.kind == ActorKind::publisher;
    const std::string quote =
        shown.quote(*found.record, claim.span) + modality_mark(claim.modality);
    const std::string who = own_voice ? "" : claimant_words(shown, *found.record, claim);
    auto same = std::ranges::find_if(
        out, [&](const Calling& c) { return c.quote == quote && c.who == who; });
    if (same == out.end()) same = out.insert(out.end(), {quote, who, {}});
    same->documents.push_back(found.record->document.id);
  }
  return out;
}

}  // namespace

void put_occurrences(Sheet& sheet, const Shown& shown, const Event& event) {
  constexpr std::size_t kMostOwn = 6;
  std::string own;
  std::size_t taken = 0;
  std::string lead = lead_of("called");
  for (const Calling& calling : callings(shown, event)) {
    const std::string words = calling.quote + " (" + labels(shown, calling.documents, 4) + ")";
    if (calling.who.empty()) {
      if (++taken <= kMostOwn) own += (own.empty() ? "" : ", ") + words;
      continue;
    }
    sheet.put(lead,
              calling.quote + " by " + calling.who + ", in " + labels(shown, calling.documents, 4));
    lead = lead_of("");
  }
  if (taken > kMostOwn) own += " and " + count(taken - kMostOwn, "more", "more");
  if (!own.empty()) sheet.put(lead, "in the pages' own voice " + own);
}

}  // namespace recount::publish
