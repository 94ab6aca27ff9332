// The stage as a whole: recurring blocks first, because text that belongs to no page must not make
// copies; then copies, because what recurs within copies of one text is text; then who cites and
// who publishes, then what is told in another language.
#include <algorithm>

#include "src/base/base.h"
#include "src/origins/citations.h"
#include "src/origins/copies.h"
#include "src/origins/networks.h"
#include "src/origins/origins.h"
#include "src/origins/recurring.h"
#include "src/origins/shingles.h"
#include "src/origins/translation.h"

namespace recount {
namespace {

std::vector<const DocumentRecord*> sorted_by_id(std::span<const DocumentRecord* const> records) {
  std::vector<const DocumentRecord*> sorted(records.begin(), records.end());
  std::sort(sorted.begin(), sorted.end(), [](const DocumentRecord* a, const DocumentRecord* b) {
    return std::tie(a->document.id, a->document.text) < std::tie(b->document.id, b->document.text);
  });
  return sorted;
}

// One link a kind and pair: the strongest.
void settle(std::vector<OriginLink>& links) {
  std::sort(links.begin(), links.end(), [](const OriginLink& a, const OriginLink& b) {
    return std::tie(a.kind, a.from, a.to, b.score, a.evidence) <
           std::tie(b.kind, b.from, b.to, a.score, b.evidence);
  });
  auto same = [](const OriginLink& a, const OriginLink& b) {
    return a.kind == b.kind && a.from == b.from && a.to == b.to;
  };
  links.erase(std::unique(links.begin(), links.end(), same), links.end());
}

}  // namespace

Origins link(std::span<const DocumentRecord* const> records) {
  const auto sorted = sorted_by_id(records);
  const origins::Recurring recurring(sorted);
  std::vector<origins::Runs> runs;
  std::vector<origins::NeutralKeys> neutral;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    runs.push_back(origins::runs_of(sorted[i]->document, recurring.at_edge()[i]));
    neutral.push_back(origins::neutral_keys(*sorted[i], recurring.at_edge()[i]));
  }
  Origins out;
  out.capped += origins::link_copies(sorted, runs, out.links);
  recurring.mark(out.links, out.recurring);
  origins::link_citations(sorted, runs, out.links);
  origins::link_outlets(sorted, out.links);
  origins::link_credits(sorted, out.links);
  out.capped += origins::link_translations(sorted, neutral, out.links);
  settle(out.links);
  return out;
}

std::vector<std::uint64_t> link_keys(const DocumentRecord& record) {
  std::vector<std::uint64_t> keys = origins::sample(origins::runs_of(record.document, {}).all);
  for (const auto& [key, found] : origins::neutral_keys(record, {})) keys.push_back(key);
  const Document& document = record.document;
  if (document.outlet) keys.push_back(hash64(folded_name(*document.outlet), 11));
  if (document.agency) keys.push_back(hash64(folded_name(*document.agency), 11));
  if (document.url) keys.push_back(hash64(host_of(*document.url), 12));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace recount
