#include "src/cli/unread.h"

#include <map>
#include <utility>

namespace recount::cli {

std::string unread_reason(const Document& document, const std::vector<PackSummary>& packs) {
  std::string codes;
  for (const PackSummary& pack : packs) codes += (codes.empty() ? "" : ", ") + pack.code;
  if (document.language)
    return "not read: there is no pack for its language '" + *document.language +
           "' (there are: " + codes + "); its text is kept";
  return "not read: its language isn't known; give its text as a line of JSON Lines with "
         "\"language\" (" +
         codes + "); its text is kept";
}

std::vector<Skipped> with_advice(const Outcome& outcome, const Languages& languages) {
  std::vector<Skipped> skipped = outcome.skipped;
  if (outcome.record && !outcome.record->skipped.empty())
    for (Skipped& one : skipped)
      one.reason = unread_reason(outcome.record->document, languages.summaries());
  return skipped;
}

void add_advice(Loaded& loaded, const std::vector<PackSummary>& packs) {
  std::map<std::pair<std::string, std::string>, std::string> reasons;
  for (const DocumentRecord& record : loaded.records)
    for (const Skipped& one : record.skipped)
      reasons[{one.source, one.reason}] = unread_reason(record.document, packs);
  for (Skipped& one : loaded.skipped)
    if (const auto reason = reasons.find({one.source, one.reason}); reason != reasons.end())
      one.reason = reason->second;
}

}  // namespace recount::cli
