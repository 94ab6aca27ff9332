// What a page is about, and the day that it tells its actions of.
#include <map>

#include "src/ledger/local.h"

namespace recount::ledger {
namespace {

int weight(const Atom& atom) {
  if (atom.claim->kind == ClaimKind::person || atom.spanning || !atom.coarse.empty()) return 0;
  if (atom.claim->modality == Modality::planned || atom.claim->modality == Modality::denied)
    return 0;
  const int base = atom.figure() ? 2 : 1;
  return is_harmful(atom.sort) ? 2 * base : 0;
}

// The one deictic shift of a page's actions; nullopt where there is none or several.
std::optional<int> shift_of_actions(const Clusters& clusters, std::uint32_t begin,
                                    std::uint32_t end) {
  std::optional<int> out;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Atom& atom = clusters.atom(i);
    if (atom.sort != Sort::action || atom.claim->modality == Modality::planned) continue;
    if (clusters.dates().anchor(i) != Anchor::publication) continue;
    const auto shift = shift_in_days(*atom.claim->when->shift);
    if (out && shift != out) return std::nullopt;
    out = shift;
  }
  return out;
}

}  // namespace

std::optional<std::uint32_t> focus_of(Clusters& clusters, std::uint32_t begin, std::uint32_t end) {
  std::map<std::uint32_t, int> weights;
  int all = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    weights[clusters.of(i)] += weight(clusters.atom(i));
    all += weight(clusters.atom(i));
  }
  std::optional<std::uint32_t> best;
  int most = 0, told = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::uint32_t root = clusters.of(i);
    if (weights[root] > most && 2 * told <= all) {
      most = weights[root];
      best = root;
    }
    told += weight(clusters.atom(i));
  }
  return best;
}

void take_pages_day(Clusters& clusters) {
  each_page(clusters, [&](auto begin, auto end) {
    const auto shift = shift_of_actions(clusters, begin, end);
    if (!shift) return;
    for (std::uint32_t i = begin; i < end; ++i) {
      const Cluster& cluster = clusters.at(clusters.of(i));
      if (clusters.atom(i).sort != Sort::action || clusters.atom(i).claim->when) continue;
      const bool one_day = !cluster.places.empty() && !cluster.spanning && !cluster.planned_only &&
                           !cluster.kinds.contains(EventKind::strike) && cluster.coarse.empty();
      if (one_day) clusters.set_from_page(i, *shift);
    }
  });
}

}  // namespace recount::ledger
