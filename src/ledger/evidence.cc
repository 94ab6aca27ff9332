// Points for one event, from what the clusters know as a whole:
//
//    3  a number of harm that both give, of two digits or more
//    1  of one digit
//    2  a number of participants or forces, of two digits or more
//       (numbers: 7 at most together)
//    1  one of the numbers on the same claimant's word
//    3  the same town, or name that the gazetteer lacks
//    2  the same region
//    1  the one place lies in the other
//    0  pages name the one as the other's
//    1  one has no place, and its page names the other's country
//   -2  both are named, and one isn't in the gazetteer
//    3  the same day, known or by inference
//    1  both tell one kind of thing
//   -2  what they tell excludes each other
//    2  one text (copy, translation)
//    1  one network
//   -3  pages dated over three days apart, and no day
//    2  news that says no day: pages dated within a day of each other, with a number at one place,
//       or with more than one number of one digit at none, or where one place may lie in the other
//   -3  the one is counted on another day than the other's: two tolls may outweigh it
//
// Five are enough: two tolls; a town and its day; a toll with a day; a translation with its town. A
// town alone is not, nor a day alone, nor one toll alone. Without a number, what they tell must be
// of one kind, and both at a place: on the day of an attack there may be a march in the same town.
// Nor is what a country saw on a day what one of its towns saw, unless a number or the text says
// so.
#include "src/ledger/evidence.h"

#include <algorithm>

#include "src/ledger/amounts.h"

namespace recount::ledger {
namespace {

constexpr int kMostForNumbers = 7;
constexpr int kOneText = 2;
constexpr long kMostDaysApart = 3;
constexpr int kOfTwoNumbers = 3;  // points: two of one digit on one word, or one of two digits

int points_for(Measure measure, const Figure& figure) {
  const std::int64_t number = named_number(figure).value_or(figure.low.value_or(0));
  if (figure.qualifier == Qualifier::vague || number < 1) return 0;
  const bool harm = measure != Measure::participants && measure != Measure::deployed;
  if (number >= 10) return harm ? 3 : 2;
  return harm ? 1 : 0;
}

int numbers(const Face& a, const Face& b) {
  int points = 0, word = 0;
  for (std::size_t m = 0; m < std::size(a.figures); ++m) {
    std::set<std::int64_t> counted;
    for (const Claim* x : a.figures[m])
      for (const Claim* y : b.figures[m]) {
        if (!same_number(x->figure, y->figure)) continue;
        if (counted.insert(x->figure.low.value_or(0)).second)
          points += points_for(static_cast<Measure>(m), x->figure);
        word += !x->claimant.key.empty() && x->claimant.key == y->claimant.key;
      }
  }
  return std::min(points, kMostForNumbers) + std::min(word, 1);
}

int for_places(const Clusters& clusters, const Face& a, const Face& b) {
  const PlaceRelation found = clusters.places(a.root, b.root);
  const auto &x = clusters.at(a.root).places, &y = clusters.at(b.root).places;
  switch (found) {
    case PlaceRelation::same:
      return std::min(precision_of(x.front()), precision_of(y.front())) >= 2
                 ? std::min(precision_of(x.front()), precision_of(y.front()))
                 : 0;
    case PlaceRelation::contains: return 1;
    case PlaceRelation::within: return 0;
    case PlaceRelation::open: return -2;
    default: break;
  }
  return a.placed != b.placed &&
         std::any_of(a.countries.begin(), a.countries.end(),
                     [&](const auto& country) { return b.countries.contains(country); });
}

int for_kinds(const Cluster& a, const Cluster& b) {
  if (std::any_of(a.kinds.begin(), a.kinds.end(), [&](EventKind k) { return b.kinds.contains(k); }))
    return 1;
  auto all = [](const Cluster& c, Nature nature) {
    return !c.kinds.empty() && std::all_of(c.kinds.begin(), c.kinds.end(),
                                           [&](EventKind k) { return nature_of(k) == nature; });
  };
  auto exclude = [&](const Cluster& x, const Cluster& y) {
    return all(x, Nature::hazard) && (all(y, Nature::violence) || all(y, Nature::action));
  };
  return exclude(a, b) || exclude(b, a) ? -2 : 0;
}

int for_ties(const Cluster& a, const Cluster& b, const Ties& ties) {
  int best = 0;
  std::size_t looked = 0;
  for (std::uint32_t x : a.documents)
    for (std::uint32_t y : b.documents) {
      if (ties.copies(x, y)) return kOneText;
      if (ties.network(x) == ties.network(y)) best = 1;
      if (++looked > Members::kReach * Members::kReach) return best;
    }
  return best;
}

// Told as news by both: neither says a day, in any form.
bool is_one_days_news(const Clusters& clusters, const Cluster& a, const Cluster& b) {
  auto says_no_day = [&](const Cluster& c) {
    return c.published && !clusters.dates().graph().day(c.day) && c.coarse.empty() &&
           c.counted.empty() && c.not_after.empty() && !c.spanning && !c.planned_only;
  };
  return says_no_day(a) && says_no_day(b) && std::abs(*a.published - *b.published) <= 1;
}
bool may_be_news_of_one(const Face& a, const Face& b, PlaceRelation places, int shared) {
  if (places == PlaceRelation::same) return shared > 0;
  const bool open = (!a.placed && !b.placed) || places == PlaceRelation::contains;
  return open && shared >= kOfTwoNumbers;
}

bool far_apart(const Clusters& clusters, const Cluster& a, const Cluster& b) {
  return a.published && b.published && std::abs(*a.published - *b.published) > kMostDaysApart &&
         !clusters.dates().graph().day(a.day) && !clusters.dates().graph().day(b.day);
}

void add_figure(std::vector<const Claim*>& figures, const Claim& claim) {
  if (figures.size() >= kMostFigures) return;
  if (std::none_of(figures.begin(), figures.end(), [&](const Claim* f) {
        return same_number(f->figure, claim.figure) && f->claimant.key == claim.claimant.key;
      }))
    figures.push_back(&claim);
}

// Where a cluster has no place: the countries that its page names.
void add_countries(const DocumentRecord& record, std::set<std::string>& out) {
  for (const PlaceMention& place : record.mentions.places)
    if (const auto& country = place.country.empty() ? place.id : place.country; !country.empty())
      out.insert(country);
}

}  // namespace

Face face_of(const Clusters& clusters, std::uint32_t root) {
  const Cluster& cluster = clusters.at(root);
  Face face;
  face.root = root;
  face.placed = !cluster.places.empty();
  std::vector<std::uint32_t> atoms = cluster.atoms;
  const std::size_t most = std::min<std::size_t>(atoms.size(), 256);
  std::partial_sort(atoms.begin(), atoms.begin() + static_cast<std::ptrdiff_t>(most), atoms.end());
  for (std::size_t i = 0; i < most; ++i)
    if (const Atom& atom = clusters.atom(atoms[i]); atom.figure())
      add_figure(face.figures[static_cast<std::size_t>(atom.claim->measure)], *atom.claim);
  for (const ClaimPlace& place : cluster.places)
    if (const auto& country = place.country.empty() ? place.id : place.country; !country.empty())
      face.countries.insert(country);
  if (!face.placed) add_countries(*clusters.records()[*cluster.documents.begin()], face.countries);
  return face;
}

int evidence(const Clusters& clusters, const Ties& ties, const Face& a, const Face& b) {
  const Cluster &x = clusters.at(a.root), &y = clusters.at(b.root);
  const int shared = numbers(a, b), kinds = for_kinds(x, y), tied = for_ties(x, y, ties);
  if (shared == 0 && (kinds < 1 || !a.placed || !b.placed)) return 0;
  const PlaceRelation places = clusters.places(a.root, b.root);
  const bool wider = places == PlaceRelation::contains;
  if (shared == 0 && wider && tied < kOneText) return 0;
  int points = shared + kinds + tied + for_places(clusters, a, b);
  if (clusters.one_day(a.root, b.root)) points += 3;
  if (may_be_news_of_one(a, b, places, shared) && is_one_days_news(clusters, x, y)) points += 2;
  if (far_apart(clusters, x, y)) points -= 3;
  if (clusters.told_of_other_days(a.root, b.root)) points -= 3;
  return points;
}

}  // namespace recount::ledger
