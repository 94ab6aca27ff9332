#include "src/origins/networks.h"

#include <map>
#include <set>
#include <string>

#include "src/base/base.h"
#include "src/origins/origins.h"

namespace recount::origins {
namespace {

using FirstOf = std::map<std::string, const Document*>;

// Links a document to the first one of its outlet or host: a star, linear in the number of
// documents.
void link_to_first(const Document& document, const std::string& name, const char* what,
                   FirstOf& first, std::vector<OriginLink>& links) {
  if (name.empty()) return;
  const auto [at, added] = first.try_emplace(name, &document);
  if (added) return;
  links.push_back({LinkKind::same_network, at->second->id, document.id, 100,
                   std::string("the same ") + what + " (" + name + ")"});
}

// The agency's own page that this one copies, else the first one of the agency.
const Document* agency_page(const Document& document, const std::vector<const Document*>& pages,
                            const std::set<std::pair<std::string, std::string>>& copies) {
  for (const Document* page : pages)
    if (copies.contains({document.id, page->id}) || copies.contains({page->id, document.id}))
      return page;
  return pages.front();
}

}  // namespace

void link_outlets(std::span<const DocumentRecord* const> records, std::vector<OriginLink>& links) {
  FirstOf outlets, hosts;
  for (const DocumentRecord* record : records) {
    const Document& document = record->document;
    link_to_first(document, document.outlet ? folded_name(*document.outlet) : "", "outlet", outlets,
                  links);
    link_to_first(document, document.url ? host_of(*document.url) : "", "host", hosts, links);
  }
}

void link_credits(std::span<const DocumentRecord* const> records, std::vector<OriginLink>& links) {
  std::map<std::string, std::vector<const Document*>> outlets;
  for (const DocumentRecord* record : records)
    if (record->document.outlet)
      outlets[folded_name(*record->document.outlet)].push_back(&record->document);
  std::set<std::pair<std::string, std::string>> copies;
  for (const OriginLink& link : links)
    if (link.kind == LinkKind::near_copy || link.kind == LinkKind::partial_copy)
      copies.insert({link.from, link.to});
  for (const DocumentRecord* record : records) {
    const Document& document = record->document;
    if (!document.agency || document.agency->empty()) continue;
    const std::string agency = folded_name(*document.agency);
    if (document.outlet && folded_name(*document.outlet) == agency) continue;
    const auto own = outlets.find(agency);
    const std::string to = own == outlets.end() ? "agency:" + *document.agency
                                                : agency_page(document, own->second, copies)->id;
    links.push_back(
        {LinkKind::credit_line, document.id, to, 100, "credit line (" + *document.agency + ")"});
  }
}

}  // namespace recount::origins
