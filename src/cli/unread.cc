#include "src/cli/unread.h"

#include <algorithm>
#include <map>
#include <utility>

namespace recount::cli {

std::string unread_reason(const Document& document, const std::vector<PackSummary>& packs) {
  std::string codes;
  for (const PackSummary& pack : packs) codes += (codes.empty() ? "" : ", ") + pack.code;
  if (document.language)
    return "not read: there is no pack for its language '" + *document.language +
           "' (there are: " + codes + "); its text is kept";
  return "not read: its language isn't known; say it with `--language CODE` (" + codes +
         "), or with \"language\" in its JSON record; its text is kept";
}

bool was_read(const Outcome& outcome) {
  return outcome.record && !has_skipped_page(outcome.record->skipped);
}

bool has_skipped_page(const std::vector<Skipped>& skipped) {
  return std::ranges::any_of(skipped, &Skipped::is_page);
}

std::vector<Skipped> with_advice(const Outcome& outcome, const Languages& languages) {
  std::vector<Skipped> skipped = outcome.skipped;
  if (!outcome.record) return skipped;
  // The outcome begins with what its record says.
  for (std::size_t i = 0; i < outcome.record->skipped.size(); ++i)
    if (skipped[i].kind == SkippedKind::language)
      skipped[i].reason = unread_reason(outcome.record->document, languages.summaries());
  return skipped;
}

void add_advice(Loaded& loaded, const std::vector<PackSummary>& packs) {
  std::map<std::pair<std::string, std::string>, std::string> reasons;
  for (const DocumentRecord& record : loaded.records)
    for (const Skipped& one : record.skipped)
      if (one.kind == SkippedKind::language)
        reasons[{one.source, one.reason}] = unread_reason(record.document, packs);
  for (Skipped& one : loaded.skipped)
    if (const auto reason = reasons.find({one.source, one.reason}); reason != reasons.end())
      one.reason = reason->second;
}

}  // namespace recount::cli
