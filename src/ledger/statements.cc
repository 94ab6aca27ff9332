#include "src/ledger/statements.h"

#include <algorithm>

#include "src/names/names.h"
#include "src/origins/origins.h"

namespace recount::ledger {
namespace {

constexpr std::size_t kLeastWords = 2;  // of four bytes and more

bool is_body(ActorKind kind) {
  switch (kind) {
    case ActorKind::government:
    case ActorKind::police:
    case ActorKind::military:
    case ActorKind::judiciary:
    case ActorKind::rescue:
    case ActorKind::hospital:
    case ActorKind::ngo:
    case ActorKind::international:
    case ActorKind::labour_union:
    case ActorKind::organiser:
    case ActorKind::armed_group:
    case ActorKind::political_party: return true;
    default: return false;
  }
}

bool is_telling(const std::string& folded) {
  const auto words = name_words(folded);
  return std::ranges::count_if(words, [](std::string_view word) { return word.size() >= 4; }) >=
         static_cast<std::ptrdiff_t>(kLeastWords);
}

const ActorMention* body_of(const DocumentRecord& record) {
  const Document& document = record.document;
  if (!document.outlet) return nullptr;
  const std::string outlet = folded_name(*document.outlet);
  if (!is_telling(outlet)) return nullptr;
  for (const ActorMention& actor : record.mentions.actors)
    if (is_body(actor.kind) && !actor.key.empty() &&
        folded_name(std::string_view(document.text).substr(actor.span.begin, actor.span.size())) ==
            outlet)
      return &actor;
  return nullptr;
}

}  // namespace

Statements::Statements(std::span<const DocumentRecord* const> records) {
  for (const DocumentRecord* record : records) {
    const ActorMention* body = body_of(*record);
    if (!body) continue;
    for (const Claim& claim : record->claims) {
      if (claim.claimant.kind != ActorKind::publisher || claim.restates) continue;
      Claim& said = claims_.emplace_back(claim);
      said.claimant.name = record->document.outlet;
      said.claimant.kind = body->kind;
      said.claimant.key = body->key;
      said_.emplace(&claim, &said);
    }
  }
}

const Claim& Statements::of(const Claim& claim) const {
  const auto at = said_.find(&claim);
  return at == said_.end() ? claim : *at->second;
}

}  // namespace recount::ledger
