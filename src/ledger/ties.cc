#include <algorithm>

#include "src/ledger/across.h"

namespace recount::ledger {
namespace {

bool is_copy(LinkKind kind) {
  return kind == LinkKind::near_copy || kind == LinkKind::partial_copy ||
         kind == LinkKind::translation;
}

}  // namespace

Ties::Ties(std::span<const DocumentRecord* const> records, const Origins& origins) {
  std::map<std::string, std::uint32_t> numbers;
  for (std::uint32_t d = 0; d < records.size(); ++d) numbers.emplace(records[d]->document.id, d);
  const auto documents = static_cast<std::uint32_t>(records.size());
  Components networks(documents + origins.links.size()), texts(documents + origins.links.size());
  std::uint32_t next = documents;
  for (const OriginLink& link : origins.links) {
    const auto from = numbers.find(link.from);
    auto to = numbers.find(link.to);
    if (from == numbers.end()) continue;
    if (to == numbers.end()) {
      if (link.kind != LinkKind::credit_line) continue;
      to = numbers.emplace(link.to, next).first;
      next += to->second == next;
    }
    if (is_copy(link.kind)) copy_pairs_.insert(std::minmax(from->second, to->second));
    if (is_copy(link.kind) || link.kind == LinkKind::credit_line)
      texts.unite(from->second, to->second);
    if (is_copy(link.kind) || link.kind == LinkKind::credit_line ||
        link.kind == LinkKind::same_network)
      networks.unite(from->second, to->second);
  }
  for (std::uint32_t d = 0; d < documents; ++d)
    networks_.push_back(networks.find(d)), texts_.push_back(texts.find(d));
  for (const auto& [name, number] : numbers)
    if (name.starts_with("agency:")) outlets_[folded_name(name.substr(7))] = networks.find(number);
  for (std::uint32_t d = 0; d < documents; ++d)
    if (records[d]->document.outlet)
      outlets_.try_emplace(folded_name(*records[d]->document.outlet), networks_[d]);
}

std::optional<std::uint32_t> Ties::outlet(const std::string& folded) const {
  const auto at = outlets_.find(folded);
  return at == outlets_.end() ? std::nullopt : std::optional(at->second);
}

}  // namespace recount::ledger
