#include "src/ledger/naming.h"

#include <map>
#include <tuple>

namespace recount::ledger {
namespace {

constexpr int kFairShare = 7;  // one in so many of the claims that give a place

// Kinds by how they name an event in which several things happened; a protest that was shot at is
// an attack.
int precedence(EventKind kind) {
  constexpr std::array<int, 12> kOrder{8, 9, 3, 0, 7, 2, 4, 1, 5, 6, 11, 10};
  return kOrder[static_cast<std::size_t>(kind)];
}

}  // namespace

bool tells_harm(Measure measure) { return measure <= Measure::missing; }

std::optional<EventKind> kind_of(const Clusters& clusters,
                                 const std::vector<std::uint32_t>& atoms) {
  std::map<EventKind, int> counts;
  bool harm = false;
  for (std::uint32_t i : atoms) {
    const Claim& c = *clusters.atom(i).claim;
    if (c.kind == ClaimKind::figure) harm = harm || (tells_harm(c.measure) && c.figure.high != 0);
    if (c.kind == ClaimKind::occurrence && c.modality != Modality::denied) ++counts[c.event_kind];
  }
  std::optional<std::tuple<bool, int, int, EventKind>> best;
  for (const auto& [kind, count] : counts) {
    const bool action = harm && nature_of(kind) == Nature::action;
    const std::tuple candidate{action, -count, precedence(kind), kind};
    if (!best || candidate < *best) best = candidate;
  }
  return best ? std::optional(std::get<3>(*best)) : std::nullopt;
}

ClaimPlace place_of(const Clusters& clusters, std::uint32_t root,
                    const std::vector<std::uint32_t>& atoms) {
  std::map<std::pair<std::string, std::string>, int> counts;
  int all = 0;
  for (std::uint32_t i : atoms) {
    const ClaimPlace* place = clusters.atom(i).place;
    if (!place) continue;
    const int weight = clusters.atom(i).sort == Sort::force ? 1 : 2;
    counts[{place->id, place->name}] += weight;
    all += weight;
  }
  const auto& places = clusters.at(root).places;
  std::optional<std::tuple<bool, int, int, int>> best;
  ClaimPlace out;
  for (const ClaimPlace& p : places) {
    int named = 0;         // in any spelling
    bool another = false;  // the gazetteer has another spelling of it
    for (const ClaimPlace& q : places) {
      const PlaceRelation found = clusters.relation(p, q);
      // What is told of a street is told of its town.
      const bool of_town = found == PlaceRelation::within && !clusters.town_of(p);
      if (found != PlaceRelation::same && !of_town) continue;
      named += counts[{q.id, q.name}];
      another = another || (!of_town && p.id.empty() && !q.id.empty());
    }
    if (another) continue;
    const int known = p.id.empty() ? named : 2 * named;
    const std::tuple candidate{kFairShare * named < all, -precision_of(p), -known,
                               -counts[{p.id, p.name}]};
    if (best && *best <= candidate) continue;
    best = candidate;
    out = p;
  }
  out.span.reset();
  return out;
}

}  // namespace recount::ledger
