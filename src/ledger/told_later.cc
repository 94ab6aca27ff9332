// A fire on Tuesday is told of on Wednesday with its day, and on Friday as "the fire". Without a
// day the later page has too little for the points of evidence.cc: one town and one kind. It joins
// the dated event where the set has but one of that kind at that town in the week before the page.
// Only harm, which is told of for days: of rallies there may be one on each.
#include <algorithm>
#include <tuple>

#include "src/ledger/across.h"

namespace recount::ledger {
namespace {

constexpr long kMostDaysLater = 7;

std::optional<long> civil(const std::optional<PartialDay>& day) {
  if (!day || !day->year) return std::nullopt;
  return days_from_civil({*day->year, day->month, day->day});
}

bool is_told_for_days(EventKind kind) {
  const Nature nature = nature_of(kind);
  return kind != EventKind::arrest &&
         (nature == Nature::violence || nature == Nature::either || nature == Nature::hazard);
}

class ToldLater {
 public:
  explicit ToldLater(Clusters& clusters) : clusters_(clusters) {
    for (std::uint32_t root : clusters.roots()) {
      const auto day = civil(clusters.day(root));
      if (!day || clusters.at(root).spanning || clusters.at(root).planned_only) continue;
      each_key(root, [&](const Key& key) { dated_.emplace_back(key, *day, root); });
    }
    std::sort(dated_.begin(), dated_.end());
  }

  void unite() {
    for (std::uint32_t root : clusters_.roots()) {
      const Cluster& cluster = clusters_.at(root);
      if (!cluster.published || cluster.spanning || cluster.planned_only) continue;
      if (!cluster.coarse.empty() || clusters_.day(root)) continue;
      if (const auto event = one_before(root, *cluster.published)) clusters_.unite(*event, root);
    }
  }

 private:
  using Key = std::pair<std::string, EventKind>;  // a town's id

  template <class F>
  void each_key(std::uint32_t root, F&& key) const {
    const Cluster& cluster = clusters_.at(root);
    for (const ClaimPlace& place : cluster.places)
      for (EventKind kind : cluster.kinds)
        if (precision_of(place) == 3 && !place.id.empty() && is_told_for_days(kind))
          key(Key{place.id, kind});
  }

  // The one event in the week before; none where there are several.
  std::optional<std::uint32_t> one_before(std::uint32_t root, long published) {
    std::optional<std::uint32_t> found;
    bool several = false;
    each_key(root, [&](const Key& key) {
      auto at = std::lower_bound(dated_.begin(), dated_.end(),
                                 std::tuple{key, published - kMostDaysLater, std::uint32_t{0}});
      for (; !several && at != dated_.end() && std::get<0>(*at) == key &&
             std::get<1>(*at) <= published;
           ++at) {
        const std::uint32_t event = clusters_.of(std::get<2>(*at));
        several = found && *found != event;
        found = event;
      }
    });
    return several ? std::nullopt : found;
  }

  Clusters& clusters_;
  std::vector<std::tuple<Key, long, std::uint32_t>> dated_;
};

}  // namespace

void unite_told_later(Clusters& clusters) { ToldLater(clusters).unite(); }

}  // namespace recount::ledger
