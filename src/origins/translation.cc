// Translations and retellings across languages. No word of the one page stands in the other, but
// places, numbers, names, acronyms and days do. Each such key weighs the more the fewer documents
// have it; a pair's score is the weight that both have over the weight of the shorter one, and two
// pages are linked where each is the other's best in its language, they share enough keys of more
// than one sort, and tell them in one order. Two independent reports of one event share its place,
// its day and its toll too, but each begins with what is new to it: their keys come in another
// order. A page that retells another in part scores lower and counts; where few keys are in order,
// they must be most of what the shorter one has.
//
// On 27 November 2026: of the 58 pairs of tests/gold/pairs.open.jsonl that cross languages, none a
// translation, those with seven keys and more have 30–71 percent of them in order, 7 at most; the
// translations of the seeds and the story 80–100, at least 10.
#include "src/origins/translation.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

#include "src/base/base.h"
#include "src/origins/members.h"
#include "src/origins/shingles.h"

namespace recount::origins {
namespace {

constexpr std::size_t kLeastKeys = 7;      // in order
constexpr std::size_t kLeastInOrder = 75;  // percent of the shared keys
constexpr std::size_t kLeastSorts = 2;
constexpr int kLeastScore = 25;
constexpr std::size_t kFewKeys = 10;  // with fewer in order the score must be
constexpr int kLeastScoreOfFew = 50;
constexpr int kMostDaysApart = 4;

struct Shared {
  double weight = 0;
  std::array<std::uint32_t, 5> of{};
  std::size_t keys() const { return of[0] + of[1] + of[2] + of[3] + of[4]; }
  std::size_t sorts() const {
    return static_cast<std::size_t>(
        std::count_if(of.begin(), of.end(), [](auto n) { return n > 0; }));
  }
};
using Pair = std::pair<std::uint32_t, std::uint32_t>;

struct Order {
  std::size_t all = 0, ordered = 0;  // keys
};

// Of the keys that both have, how many come in one order: the longest row of them whose places rise
// in both (patience sorting).
Order in_order(const NeutralKeys& a, const NeutralKeys& b) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  for (const auto& [key, found] : a)
    if (const auto other = b.find(key); other != b.end())
      places.emplace_back(found.at, other->second.at);
  std::sort(places.begin(), places.end());
  std::vector<std::uint32_t> ends;  // of the rows of each length the one that ends first
  for (const auto& [at, other] : places) {
    const auto next = std::upper_bound(ends.begin(), ends.end(), other);
    if (next == ends.end())
      ends.push_back(other);
    else
      *next = other;
  }
  return {places.size(), ends.size()};
}

std::string evidence(const Shared& shared, const Order& order) {
  constexpr std::array<const char*, 5> kWords{"places", "numbers", "names", "acronyms", "days"};
  std::string out;
  for (std::size_t i = 0; i < kWords.size(); ++i)
    if (shared.of[i] > 0)
      out += (out.empty() ? "" : ", ") + std::to_string(shared.of[i]) + " " + kWords[i];
  return out + " in both, " + std::to_string(order.ordered) + " of " + std::to_string(order.all) +
         " in one order";
}

bool may_meet(const Document& a, const Document& b) {
  if (!a.language || !b.language || a.language->substr(0, 2) == b.language->substr(0, 2))
    return false;
  const auto day_a = parse_day(known_day(a).substr(0, 10)),
             day_b = parse_day(known_day(b).substr(0, 10));
  if (!day_a || !day_b) return true;
  return std::abs(days_from_civil(*day_a) - days_from_civil(*day_b)) <= kMostDaysApart;
}

class Translations {
 public:
  Translations(std::span<const DocumentRecord* const> records, const std::vector<NeutralKeys>& keys)
      : records_(records), keys_(keys), total_(records.size(), 0) {}

  std::uint32_t weigh() {
    Members members;
    for (std::uint32_t d = 0; d < records_.size(); ++d)
      for (const auto& [key, found] : keys_[d]) members.add(key, d);
    std::map<std::uint64_t, double> weights;
    members.each_key(1, [&](std::uint64_t key, const std::vector<std::uint32_t>& of) {
      weights[key] =
          std::log2(1.0 + static_cast<double>(records_.size()) / static_cast<double>(of.size()));
      for (std::uint32_t d : of) total_[d] += weights[key];
      add_pairs(key, of, weights[key]);
    });
    return capped_;
  }

  void link(std::vector<OriginLink>& links) const {
    std::map<std::pair<std::uint32_t, std::string>, std::pair<int, std::uint32_t>>
        best;  // ~number: least on ties
    auto offer = [&](std::uint32_t d, std::uint32_t other, int score) {
      auto& place = best[{d, *records_[other]->document.language}];
      place = std::max(place, std::pair{score, ~other});
    };
    for (const auto& [pair, shared] : pairs_) {
      offer(pair.first, pair.second, score(pair, shared));
      offer(pair.second, pair.first, score(pair, shared));
    }
    auto is_best = [&](std::uint32_t d, std::uint32_t other) {
      return best.at({d, *records_[other]->document.language}).second == ~other;
    };
    for (const auto& [pair, shared] : pairs_) {
      if (shared.keys() < kLeastKeys || !is_best(pair.first, pair.second) ||
          !is_best(pair.second, pair.first))
        continue;
      const Order order = in_order(keys_[pair.first], keys_[pair.second]);
      if (enough(pair, shared, order)) links.push_back(link_of(pair, shared, order));
    }
  }

 private:
  void add_pairs(std::uint64_t key, const std::vector<std::uint32_t>& of, double weight) {
    capped_ += of.size() > Members::kReach + 1;
    for (std::size_t i = 0; i < of.size(); ++i)
      for (std::size_t j = i + 1; j < of.size() && j <= i + Members::kReach; ++j) {
        if (!may_meet(records_[of[i]]->document, records_[of[j]]->document)) continue;
        Shared& shared = pairs_[{of[i], of[j]}];
        shared.weight += weight;
        ++shared.of[static_cast<std::size_t>(keys_[of[i]].at(key).what)];
      }
  }
  int score(Pair pair, const Shared& shared) const {
    const double least = std::min(total_[pair.first], total_[pair.second]);
    return least > 0 ? static_cast<int>(100 * shared.weight / least) : 0;
  }
  bool enough(Pair pair, const Shared& shared, const Order& order) const {
    return order.ordered >= kLeastKeys && 100 * order.ordered >= kLeastInOrder * order.all &&
           shared.sorts() >= kLeastSorts &&
           score(pair, shared) >= (order.ordered < kFewKeys ? kLeastScoreOfFew : kLeastScore);
  }
  OriginLink link_of(Pair pair, const Shared& shared, const Order& order) const {
    const Document &a = records_[pair.first]->document, &b = records_[pair.second]->document;
    const auto day_a = known_day(a), day_b = known_day(b);
    const bool turn = !day_a.empty() && !day_b.empty() && day_a < day_b;
    return {LinkKind::translation, turn ? b.id : a.id, turn ? a.id : b.id,
            std::min(100, score(pair, shared)), evidence(shared, order)};
  }

  std::span<const DocumentRecord* const> records_;
  const std::vector<NeutralKeys>& keys_;
  std::vector<double> total_;
  std::map<Pair, Shared> pairs_;
  std::uint32_t capped_ = 0;
};

}  // namespace

std::uint32_t link_translations(std::span<const DocumentRecord* const> records,
                                const std::vector<NeutralKeys>& keys,
                                std::vector<OriginLink>& links) {
  Translations translations(records, keys);
  const std::uint32_t capped = translations.weigh();
  translations.link(links);
  return capped;
}

}  // namespace recount::origins
