#include "src/ledger/channels.h"

#include <algorithm>

#include "src/names/names.h"

namespace recount::ledger {
namespace {

constexpr int kOneName = 90;  // name_similarity of an outlet and a claimant

std::string_view words(const DocumentRecord& record, Span span) {
  return std::string_view(record.document.text).substr(span.begin, span.size());
}

// What a step of a via chain is known by: the actor that it names, else its words.
std::string step_key(const DocumentRecord& record, Span step) {
  for (const ActorMention& actor : record.mentions.actors)
    if (actor.span.overlaps(step) && !actor.key.empty()) return actor.key;
  return folded_name(words(record, step));
}

std::vector<std::uint32_t> carriers(const Line& line) {
  std::vector<std::uint32_t> atoms = line.claims;
  atoms.insert(atoms.end(), line.restated.begin(), line.restated.end());
  std::sort(atoms.begin(), atoms.end());
  return atoms;
}

std::string name_of_document(const Document& document) {
  return document.outlet && !document.outlet->empty() ? *document.outlet : document.id;
}

bool names(std::string_view outlet, std::string_view claimant) {
  if (outlet.empty() || claimant.empty()) return false;
  return folded_name(outlet) == folded_name(claimant) ||
         name_similarity(outlet, claimant) >= kOneName;
}

}  // namespace

bool is_own_page(const Document& document, const Claimant& claimant, std::string_view words) {
  for (const auto* field : {&document.outlet, &document.byline}) {
    if (!*field) continue;
    if (claimant.name && names(**field, *claimant.name)) return true;
    if (names(**field, words)) return true;
  }
  return false;
}

bool came_through(const DocumentRecord& record, const Claim& claim, const Claimant& claimant) {
  return std::any_of(claim.claimant.via.begin(), claim.claimant.via.end(),
                     [&](Span step) { return step_key(record, step) == claimant.key; });
}

std::vector<std::string> channels_of(const Clusters& clusters, const Ties& ties, const Line& line) {
  std::map<std::string, std::uint32_t> steps;       // named steps → number
  std::map<std::uint32_t, std::uint32_t> networks;  // → number
  std::vector<std::pair<std::uint32_t, std::uint32_t>> joins;
  std::uint32_t next = 0;
  auto number = [&](auto& table, const auto& key) {
    const auto [at, added] = table.try_emplace(key, next);
    next += added;
    return at->second;
  };
  const auto atoms = carriers(line);
  for (std::uint32_t i : atoms) {
    const Atom& atom = clusters.atom(i);
    const std::uint32_t page = number(networks, ties.network(atom.document));
    for (const Span& step : atom.claim->claimant.via) {
      const std::string key = step_key(*clusters.records()[atom.document], step);
      const auto outlet = ties.outlet(key);
      joins.emplace_back(page, outlet ? number(networks, *outlet) : number(steps, key));
    }
  }
  Components components(next);
  for (const auto& [a, b] : joins) components.unite(a, b);
  std::map<std::uint32_t, std::set<std::string>> named;
  for (std::uint32_t i : atoms) {
    const std::uint32_t document = clusters.atom(i).document;
    named[components.find(networks.at(ties.network(document)))].insert(
        name_of_document(clusters.records()[document]->document));
  }
  std::vector<std::string> out;
  for (const auto& [root, members] : named) {
    std::string name;
    for (const std::string& member : members) name += (name.empty() ? "" : ", ") + member;
    out.push_back(name);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<std::uint32_t> own_document(const Clusters& clusters, const Line& line) {
  if (!line.known) return std::nullopt;
  // A page that speaks in its own voice gives its own outlet's word: the claimant is looked for in
  // every page's heading.
  for (std::uint32_t i : carriers(line)) {
    const bool own_voice = clusters.atom(i).claim->claimant.kind == ActorKind::publisher;
    const Atom& said = clusters.atom(own_voice ? line.claims.front() : i);
    const Claimant& claimant = said.claim->claimant;
    const auto span = claimant.span.value_or(Span{});
    const DocumentRecord& page = *clusters.records()[clusters.atom(i).document];
    if (is_own_page(page.document, claimant, words(*clusters.records()[said.document], span)))
      return clusters.atom(i).document;
  }
  return std::nullopt;
}

int unknown_origins(const Clusters& clusters, const Ties& ties, const Line& line) {
  if (line.known) return 0;
  std::set<std::uint32_t> texts;
  for (std::uint32_t i : line.claims) texts.insert(ties.text(clusters.atom(i).document));
  return static_cast<int>(texts.size());
}

}  // namespace recount::ledger
