// Which clusters of different pages meet: those that share a named place, a number of one measure,
// or a day and a country. The members of such a key are put in order (by day, document), and
// each meets the next few. The pairs that look alike most are united first; each union is asked
// again whether it contradicts anything. A union may date a page, which dates its other claims,
// which lets further clusters meet on a day: so rounds, until nothing changes.
#include "src/ledger/across.h"

#include <algorithm>
#include <tuple>

#include "src/ledger/amounts.h"
#include "src/ledger/evidence.h"
#include "src/names/names.h"

namespace recount::ledger {
namespace {

constexpr int kMostRounds = 12;

struct Pair {
  int points;
  std::uint32_t a, b;
  bool operator<(const Pair& o) const {
    return std::tie(o.points, a, b) < std::tie(points, o.a, o.b);
  }
};

class Round {
 public:
  Round(Clusters& clusters, const Ties& ties) : clusters_(clusters), ties_(ties) {
    for (std::uint32_t root : clusters.roots())
      if (worth(clusters.at(root))) faces_.push_back(face_of(clusters, root));
    std::vector<std::pair<std::pair<std::string, std::uint32_t>, std::size_t>> order;
    for (std::size_t i = 0; i < faces_.size(); ++i) order.emplace_back(order_of(faces_[i]), i);
    std::sort(order.begin(), order.end());
    std::vector<Face> sorted;
    for (const auto& [key, i] : order) sorted.push_back(std::move(faces_[i]));
    faces_.swap(sorted);
  }

  // Number of unions.
  std::size_t run(int enough) {
    for (std::uint32_t i = 0; i < faces_.size(); ++i) add_keys(i);
    std::vector<Pair> pairs;
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    capped_ = members_.each_pair([&](std::uint32_t a, std::uint32_t b) {
      if (!seen.insert({a, b}).second) return;
      if (clusters_.conflict(faces_[a].root, faces_[b].root)) return;
      const int points = evidence(clusters_, ties_, faces_[a], faces_[b]);
      if (points >= enough) pairs.push_back({points, a, b});
    });
    std::sort(pairs.begin(), pairs.end());
    std::size_t unions = 0;
    for (const Pair& pair : pairs) {
      const std::uint32_t a = faces_[pair.a].root, b = faces_[pair.b].root;
      if (clusters_.of(a) != clusters_.of(b)) unions += clusters_.unite(a, b);
    }
    return unions;
  }
  std::uint32_t capped() const { return capped_; }

 private:
  // A person's state alone meets nobody's: it goes with its page's event.
  bool worth(const Cluster& cluster) const {
    if (cluster.sorts == std::set{Sort::other} && cluster.places.empty()) return false;
    return cluster.atoms.size() > 1 ||
           clusters_.atom(cluster.atoms.front()).claim->kind != ClaimKind::person;
  }
  std::pair<std::string, std::uint32_t> order_of(const Face& face) const {
    const auto day = clusters_.day(face.root);
    return {day ? text_of(*day) : "", face.root};
  }
  void add(std::string_view what, const std::string& content, std::uint32_t face) {
    members_.add(hash64(std::string(what) + '\n' + content), face);
  }
  void add_keys(std::uint32_t number) {
    const Face& face = faces_[number];
    const Cluster& cluster = clusters_.at(face.root);
    for (const ClaimPlace& place : cluster.places)
      if (precision_of(place) >= 2)
        add("place", place.id.empty() ? skeleton(place.name) : place.id, number);
    for (std::size_t m = 0; m < std::size(face.figures); ++m)
      for (const Claim* claim : face.figures[m])
        if (const auto low = claim->figure.low ? claim->figure.low : claim->figure.high;
            low && *low > 0)
          add("figure", std::to_string(m) + ":" + std::to_string(*low), number);
    if (const auto day = clusters_.day(face.root))
      for (const std::string& country : face.countries)
        add("day", text_of({std::nullopt, day->month, day->day}) + country, number);
  }

  Clusters& clusters_;
  const Ties& ties_;
  std::vector<Face> faces_;
  Members members_;
  std::uint32_t capped_ = 0;
};

}  // namespace

std::uint32_t unite_across(Clusters& clusters, const Ties& ties, int enough) {
  std::uint32_t capped = 0;
  for (int i = 0; i < kMostRounds; ++i) {
    Round round(clusters, ties);
    const std::size_t unions = round.run(enough);
    capped = std::max(capped, round.capped());
    if (unions == 0) break;
  }
  return capped;
}

}  // namespace recount::ledger
