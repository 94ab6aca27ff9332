#include "src/ledger/clusters.h"

#include <algorithm>

namespace recount::ledger {
namespace {

constexpr long kMostDaysToCount = 7;     // after an event
constexpr std::size_t kMostPlaces = 24;  // names of one event's place that are kept

std::optional<long> civil(const std::optional<PartialDay>& day) {
  if (!day || !day->year) return std::nullopt;
  return days_from_civil({*day->year, day->month, day->day});
}

// Of two days the earlier one; an empty one is none.
const std::string& earlier(const std::string& a, const std::string& b) {
  return a.empty() || (!b.empty() && b < a) ? b : a;
}

}  // namespace

Clusters::Clusters(std::span<const DocumentRecord* const> records, const std::vector<Atom>& atoms,
                   Dates& dates)
    : records_(records),
      atoms_(atoms),
      dates_(dates),
      components_(atoms.size()),
      clusters_(atoms.size()),
      together_(records, atoms),
      acronyms_(records) {
  for (std::uint32_t i = 0; i < atoms.size(); ++i) {
    const Atom& atom = atoms[i];
    Cluster& cluster = clusters_[i];
    cluster.day = atom.day;
    cluster.atoms = {i};
    cluster.documents = {atom.document};
    if (atom.place) cluster.places = {*atom.place};
    const Modality modality = atom.claim->modality;
    if (atom.occurrence() && modality != Modality::denied)
      cluster.kinds.insert(atom.claim->event_kind);
    cluster.sorts.insert(atom.sort);
    if (!atom.coarse.empty()) cluster.coarse.insert(atom.coarse);
    if (!atom.year.empty()) cluster.years.insert(atom.year);
    if (!atom.former.empty()) cluster.years.insert(atom.former);
    cluster.not_before = atom.first_day, cluster.not_after = atom.last_day;
    if (const auto& day = dates.counted(i); !day.empty()) cluster.counted.insert(day);
    cluster.spanning = atom.spanning;
    cluster.deadly = (atom.figure() && atom.claim->measure == Measure::deaths) ||
                     (atom.occurrence() && atom.sort == Sort::harm);
    cluster.planned_only = modality == Modality::planned;
    if (!cluster.planned_only && dates.self_dated(atom.document))
      cluster.published = civil(dates.graph().day(atom.document));
  }
}

std::vector<std::uint32_t> Clusters::roots() {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < atoms_.size(); ++i)
    if (components_.find(i) == i) out.push_back(i);
  return out;
}

// What the gazetteer lacks lies where the pages' words put it.
PlaceRelation Clusters::relation(const ClaimPlace& a, const ClaimPlace& b) const {
  const PlaceRelation found = ledger::relation(a, b, one_name_);
  if (found != PlaceRelation::open) return found;
  const Town *town_a = town_of(a), *town_b = town_of(b);
  if (!town_a && !town_b) return found;
  const PlaceRelation towns =
      ledger::relation(town_a ? town_a->place : a, town_b ? town_b->place : b, one_name_);
  if (towns == PlaceRelation::apart) return towns;
  if (towns == PlaceRelation::same && !(town_a && town_b)) return PlaceRelation::within;
  return found;
}

PlaceRelation Clusters::places(std::uint32_t a, std::uint32_t b) const {
  PlaceRelation best = PlaceRelation::unknown;
  auto rank = [](PlaceRelation r) {
    constexpr std::array<int, 6> kRank{0, 5, 3, 2, 1, 4};
    return kRank[static_cast<std::size_t>(r)];
  };
  for (const ClaimPlace& x : clusters_[a].places)
    for (const ClaimPlace& y : clusters_[b].places) {
      const PlaceRelation found = relation(x, y);
      if (rank(found) > rank(best)) best = found;
    }
  return best;
}

bool Clusters::places_conflict(const Cluster& a, const Cluster& b) const {
  for (const ClaimPlace& x : a.places)
    for (const ClaimPlace& y : b.places)
      if (relation(x, y) == PlaceRelation::apart) return true;
  return false;
}

// What a page tells of a year that it names is none of the other things that it tells.
bool Clusters::years_conflict(const Cluster& a, const Cluster& b) const {
  if (a.years == b.years) return false;
  const Cluster& few = a.documents.size() < b.documents.size() ? a : b;
  const Cluster& many = &few == &a ? b : a;
  return std::any_of(few.documents.begin(), few.documents.end(),
                     [&](std::uint32_t d) { return many.documents.contains(d); });
}

// Does a page of `a` assert what happened on a day after its publication? A day's grace: its zone
// may lie behind the event's.
bool Clusters::told_too_early(const Cluster& a, std::uint32_t day_of) const {
  const auto day = civil(dates_.graph().day(day_of));
  return day && a.published && *day > *a.published + 1;
}

// Is the day none of those over which `a` is counted?
bool Clusters::outside(const Cluster& a, std::uint32_t day_of) const {
  const auto day = dates_.graph().day(day_of);
  if (!day || !day->year) return false;
  const std::string text = text_of(*day);
  return (!a.not_before.empty() && text < a.not_before) ||
         (!a.not_after.empty() && text > a.not_after);
}

bool Clusters::conflict(std::uint32_t a, std::uint32_t b) const {
  const Cluster &x = clusters_[a], &y = clusters_[b];
  if (x.spanning != y.spanning) return true;
  const std::uint32_t day_a = x.day, day_b = y.day;
  if (!dates_.graph().may_unite(day_a, day_b, 0)) return true;
  if (x.planned_only != y.planned_only && !one_day(a, b)) return true;
  auto off = [&](const std::set<std::string>& coarse, std::uint32_t of) {
    const auto known = dates_.graph().day(of);
    return known && std::any_of(coarse.begin(), coarse.end(),
                                [&](const auto& c) { return !may_be(c, *known); });
  };
  if (off(x.coarse, day_b) || off(y.coarse, day_a)) return true;
  if (!x.coarse.empty() && !y.coarse.empty() && x.coarse != y.coarse) return true;
  if (years_conflict(x, y) || outside(x, day_b) || outside(y, day_a)) return true;
  const std::string& last = earlier(x.not_after, y.not_after);
  if (!last.empty() && last < std::max(x.not_before, y.not_before)) return true;
  if (counts_conflict(x, y)) return true;
  if (told_too_early(x, day_b) || told_too_early(y, day_a)) return true;
  return places_conflict(x, y);
}

void Clusters::add_place(Cluster& cluster, const ClaimPlace& place) const {
  for (const ClaimPlace& known : cluster.places)
    if (known.id == place.id && known.name == place.name) return;
  cluster.places.push_back(place);
  std::stable_sort(cluster.places.begin(), cluster.places.end(),
                   [](const ClaimPlace& a, const ClaimPlace& b) {
                     return precision_of(a) != precision_of(b) ? precision_of(a) > precision_of(b)
                                                               : !a.id.empty() && b.id.empty();
                   });
  if (cluster.places.size() > kMostPlaces) cluster.places.pop_back();
}

// The smaller one is poured into the larger one, so that a large event costs no more than its
// claims.
void Clusters::absorb(Cluster& into, Cluster& from) const {
  if (into.atoms.size() < from.atoms.size()) std::swap(into, from);
  into.atoms.insert(into.atoms.end(), from.atoms.begin(), from.atoms.end());
  into.documents.merge(from.documents);
  for (const ClaimPlace& place : from.places) add_place(into, place);
  into.kinds.merge(from.kinds);
  into.sorts.merge(from.sorts);
  into.coarse.merge(from.coarse);
  into.years.merge(from.years);
  into.counted.merge(from.counted);
  into.not_before = std::max(into.not_before, from.not_before);
  into.not_after = earlier(into.not_after, from.not_after);
  into.planned_only = into.planned_only && from.planned_only;
  into.deadly = into.deadly || from.deadly;
  if (from.published && (!into.published || *from.published < *into.published))
    into.published = from.published;
  from = {};
}

bool Clusters::unite(std::uint32_t a, std::uint32_t b) {
  a = of(a), b = of(b);
  if (a == b) return true;
  if (conflict(a, b) || !dates_.graph().unite(clusters_[a].day, clusters_[b].day, 0)) return false;
  pour(a, b);
  return true;
}

void Clusters::pour(std::uint32_t a, std::uint32_t b) {
  components_.unite(a, b);
  const std::uint32_t root = of(a);
  absorb(clusters_[root], clusters_[root == a ? b : a]);
}

bool Clusters::unite_quietly(std::uint32_t a, std::uint32_t b) {
  a = of(a), b = of(b);
  const std::uint32_t day_a = clusters_[a].day, day_b = clusters_[b].day;
  const bool quiet = dates_.graph().free(day_a) || dates_.graph().free(day_b) || one_day(a, b);
  return quiet && unite(a, b);
}

void Clusters::attach(std::uint32_t a, std::uint32_t b) {
  a = of(a), b = of(b);
  if (a == b) return;
  if (clusters_[a].atoms.size() > 1) {
    unite(a, b);
    return;
  }
  const std::uint32_t day = clusters_[b].day;
  pour(a, b);
  clusters_[of(b)].day = day;
}

void Clusters::set_from_page(std::uint32_t atom, int shift) {
  const std::uint32_t day = clusters_[of(atom)].day;
  if (dates_.graph().free(day)) dates_.graph().unite(day, atoms_[atom].document, shift);
}

std::optional<PartialDay> Clusters::day(std::uint32_t root) const {
  return dates_.graph().day(clusters_[root].day);
}

bool Clusters::told_of_other_days(std::uint32_t a, std::uint32_t b) const {
  const auto day_a = day(a), day_b = day(b);
  if (day_a && day_b) return false;  // a conflict, if they differ
  auto beside = [](const std::set<std::string>& counted, const PartialDay& day) {
    return !counted.empty() && std::none_of(counted.begin(), counted.end(),
                                            [&](const auto& c) { return may_be(c, day); });
  };
  return (day_b && beside(clusters_[a].counted, *day_b)) ||
         (day_a && beside(clusters_[b].counted, *day_a));
}

// People are counted on the day or in the week after it; two counts alone, of different days, are
// of two events.
bool Clusters::counts_conflict(const Cluster& a, const Cluster& b) const {
  const auto day_a = civil(dates_.graph().day(a.day)), day_b = civil(dates_.graph().day(b.day));
  auto off = [](const std::set<std::string>& counted, long day) {
    return std::any_of(counted.begin(), counted.end(), [&](const std::string& c) {
      const auto of_count = civil(partial_day(c));
      return of_count && (*of_count < day || *of_count > day + kMostDaysToCount);
    });
  };
  if (day_a && day_b) return false;
  if (day_b) return off(a.counted, *day_b);
  if (day_a) return off(b.counted, *day_a);
  return !a.counted.empty() && !b.counted.empty() &&
         std::none_of(a.counted.begin(), a.counted.end(),
                      [&](const std::string& c) { return b.counted.contains(c); });
}

bool Clusters::one_day(std::uint32_t a, std::uint32_t b) const {
  const auto day_a = day(a), day_b = day(b);
  if (day_a && day_b) return merged(*day_a, *day_b).has_value();
  return dates_.graph().distance(clusters_[a].day, clusters_[b].day) == 0;
}

}  // namespace recount::ledger
