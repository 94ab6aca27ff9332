// Where accounts of an event differ, and how.
#include <set>

#include "src/publish/ledger_event.h"
#include "src/publish/wording.h"

namespace recount::publish {
namespace {

// The numbers that the sides give.
std::set<std::int64_t> values_of(const Shown& shown, const Disagreement& one) {
  std::set<std::int64_t> values;
  for (const std::string& id : one.claims)
    if (const ShownClaim found = shown.claim(id))
      for (const auto& value : {found.claim->figure.low, found.claim->figure.high})
        if (value) values.insert(*value);
  return values;
}

void put_disagreement(Sheet& sheet, const Shown& shown, const Disagreement& one) {
  std::string words(verdict_words(one.verdict));
  if (!one.about.empty())
    words += ": " + with_number_words(shown.words_with_labels(one.about), values_of(shown, one));
  sheet.put(lead_of(one.measure ? measure_words(*one.measure) : "what happened"), words);
  for (const std::string& id : one.claims) {
    const ShownClaim found = shown.claim(id);
    if (!found) continue;
    const Claim& claim = *found.claim;
    const bool figure = claim.kind == ClaimKind::figure;
    const std::string quote =
        figure ? shown.figure_quote(*found.record, claim) : shown.quote(*found.record, claim.span);
    sheet.put(lead_of("") + "– ", quote + modality_mark(claim.modality) + ", " +
                                      claimant_words(shown, *found.record, claim) + ", in " +
                                      shown.label(found.record->document.id));
  }
}

}  // namespace

// What can't both be so comes first.
void put_disagreements(Sheet& sheet, const Shown& shown, const Event& event) {
  if (event.disagreements.empty()) return;
  sheet.blank();
  sheet.put(std::string(kIndent, ' '), "WHERE ACCOUNTS DIFFER");
  for (Verdict verdict : {Verdict::disagree, Verdict::not_decidable, Verdict::revised,
                          Verdict::compatible, Verdict::agree})
    for (const Disagreement& one : event.disagreements)
      if (one.verdict == verdict) put_disagreement(sheet, shown, one);
}

}  // namespace recount::publish
