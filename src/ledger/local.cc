// Within a page, in order of strength:
//  1. links that reading the page gave (a part, a restatement, a correction);
//  2. one sentence: figures of harm with each other and with the violence or accident told there,
//  participants with the
//     protest told there; an attack on the protest of its own sentence or paragraph where both are
//     at one named place;
//  3. one number of one measure, in title and text;
//  4. one named place and one sort of thing;
//  5. what has no place goes with what is told around it: harm to the page's focus, an action to
//  the one told before.
// The last is the weakest and waits until pages have met: a paragraph of background with two tolls
// finds its event in another page rather than in the rally of its own. What stands in the sentence
// of a background date ("in November 2019") belongs to it; after its end the focus is back.
#include "src/ledger/local.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "src/ledger/amounts.h"
#include "src/ledger/one_voice.h"
#include "src/ledger/word_of.h"

namespace recount::ledger {
namespace {

bool one_telling(Sort a, Sort b) { return a == b || (is_harmful(a) && is_harmful(b)); }

class Page {
 public:
  Page(Clusters& clusters, std::uint32_t begin, std::uint32_t end)
      : clusters_(clusters), begin_(begin), end_(end) {}

  void by_numbers() {
    by_links();
    by_sentence();
    by_number();
  }
  void by_content() {
    by_numbers();
    by_place();
    attack_on_action();
  }
  void by_context() {
    by_surroundings();
    persons();
  }

 private:
  const Atom& atom(std::uint32_t i) const { return clusters_.atom(i); }
  bool placed(std::uint32_t i) { return !clusters_.at(clusters_.of(i)).places.empty(); }
  PlaceRelation places(std::uint32_t a, std::uint32_t b) {
    return clusters_.places(clusters_.of(a), clusters_.of(b));
  }

  void by_links() {
    std::map<std::string_view, std::uint32_t> numbers;
    for (std::uint32_t i = begin_; i < end_; ++i) numbers.emplace(atom(i).claim->id, i);
    for (std::uint32_t i = begin_; i < end_; ++i)
      for (const auto* link :
           {&atom(i).claim->part_of, &atom(i).claim->restates, &atom(i).claim->corrects})
        if (const auto at = *link ? numbers.find(**link) : numbers.end(); at != numbers.end())
          clusters_.unite(i, at->second);
  }

  void by_sentence() {
    for (std::uint32_t i = begin_; i < end_; ++i)
      for (std::uint32_t j = i + 1; j < end_ && j <= i + Members::kReach; ++j) {
        if (atom(j).sentence != atom(i).sentence) break;
        if (atom(i).claim->kind == ClaimKind::person || atom(j).claim->kind == ClaimKind::person)
          continue;
        if (places(i, j) == PlaceRelation::open || times_differ(i, j)) continue;
        if (atom(i).year != atom(j).year) continue;
        if (one_telling(atom(i).sort, atom(j).sort) && !one_of_many(i, j)) clusters_.unite(i, j);
        if (on_action(i, j) && places(i, j) == PlaceRelation::unknown && !placed(i) && !placed(j) &&
            one_day(i, j))
          clusters_.unite(i, j);
      }
  }
  // Both have a time from the page, and not the same.
  bool times_differ(std::uint32_t i, std::uint32_t j) const {
    const auto &a = atom(i).claim->when, &b = atom(j).claim->when;
    return a && b && std::tie(a->value, a->shift) != std::tie(b->value, b->shift) &&
           (atom(i).own_time != atom(j).own_time);
  }
  // An action without a place beside actions at several places ("protests in X, Y and Z") is none
  // of them.
  bool one_of_many(std::uint32_t i, std::uint32_t j) {
    if (atom(i).sort != Sort::action || placed(i) == placed(j)) return false;
    std::set<std::string> names;
    for (std::uint32_t k = begin_; k < end_; ++k)
      if (atom(k).sentence == atom(i).sentence && atom(k).place) names.insert(atom(k).place->name);
    return names.size() > 1;
  }
  // Violence or arrests on the one hand, an action on the other.
  bool on_action(std::uint32_t i, std::uint32_t j) const {
    auto harm = [](Sort sort) { return sort == Sort::harm || sort == Sort::detention; };
    return (atom(i).sort == Sort::action && harm(atom(j).sort)) ||
           (atom(j).sort == Sort::action && harm(atom(i).sort));
  }
  bool one_day(std::uint32_t i, std::uint32_t j) {
    return clusters_.one_day(clusters_.of(i), clusters_.of(j));
  }

  void by_number() {
    std::map<std::pair<Measure, std::int64_t>, std::uint32_t> first;
    for (std::uint32_t i = begin_; i < end_; ++i) {
      if (!atom(i).figure() || atom(i).sort == Sort::other) continue;
      const auto number = named_number(atom(i).claim->figure);
      const auto low = number ? number : atom(i).claim->figure.low;
      if (!low || *low < 2) continue;
      const auto [at, added] = first.try_emplace({atom(i).claim->measure, *low}, i);
      if (!added && retells(at->second, i)) clusters_.unite(at->second, i);
    }
  }
  // One number, not given by two claimants, nor of two days, nor once of a background date.
  bool retells(std::uint32_t a, std::uint32_t b) {
    const Claim &x = *atom(a).claim, &y = *atom(b).claim;
    const DocumentRecord& record = *clusters_.records()[atom(a).document];
    if (!same_number(x.figure, y.figure) || atom(a).coarse != atom(b).coarse) return false;
    if (clusters_.told_of_other_days(clusters_.of(a), clusters_.of(b))) return false;
    return !is_known(x, record) || !is_known(y, record) ||
           one_claimant(clusters_.acronyms(), x.claimant, y.claimant);
  }

  void by_place() {
    std::map<std::tuple<std::string, bool, std::string>, std::uint32_t> first;
    for (std::uint32_t i = begin_; i < end_; ++i) {
      if (!atom(i).place || atom(i).sort == Sort::other) continue;
      const ClaimPlace& place = *atom(i).place;
      if (precision_of(place) < 2) continue;
      const auto key = std::tuple{folded_name(place.name), is_harmful(atom(i).sort),
                                  atom(i).year + atom(i).former};
      const auto [at, added] = first.try_emplace(key, i);
      if (!added && !clusters_.unite(at->second, i)) at->second = i;
    }
  }

  // "3,000 gathered in X. The police attacked the rally": the same named place, one day, one
  // passage. A figure without a day of its own may stand further on in the paragraph.
  void attack_on_action() {
    for (std::uint32_t i = begin_; i < end_; ++i)
      for (std::uint32_t j = i + 1; j < end_ && near(i, j); ++j) {
        if (places(i, j) != PlaceRelation::same) continue;
        if (on_action(i, j) && in_one_passage(i, j) && one_day(i, j)) clusters_.unite(i, j);
        if (counts_of_action(i, j)) clusters_.unite_quietly(i, j);
      }
  }
  bool near(std::uint32_t i, std::uint32_t j) const {
    return j <= i + Members::kReach && atom(j).block == atom(i).block;
  }
  // A number of hurt, held or sent people after an action, without a time of its own. Not of dead:
  // a paragraph on a rally often recalls the toll that it is about.
  bool counts_of_action(std::uint32_t action, std::uint32_t figure) const {
    const Atom& f = atom(figure);
    return atom(action).sort == Sort::action && f.figure() && is_harmful(f.sort) &&
           !f.claim->when && f.claim->measure != Measure::deaths;
  }
  bool in_one_passage(std::uint32_t a, std::uint32_t b) {
    return atom(b).sentence - atom(a).sentence <= 1;
  }

  // Harm goes with the focus or, where they contradict, with the placed harm told last; an action
  // without a place with the placed one before it in its paragraph.
  void by_surroundings() {
    const auto focus = focus_of(clusters_, begin_, end_);
    if (focus) place_focus(*focus);
    std::optional<std::uint32_t> action, harm;
    for (std::uint32_t i = begin_; i < end_; ++i) {
      // In a paragraph on a rally, before which nothing else of it is placed.
      const bool of_action =
          action && !placed(i) && near(*action, i) && counts_of_action(*action, i);
      if (of_action && (!harm || *harm < *action) && clusters_.unite_quietly(*action, i)) continue;
      if (is_harm_told(i)) {
        join_harm(i, focus, harm);
        if (placed(i)) harm = i;
      }
      if (atom(i).sort != Sort::action || atom(i).spanning) continue;
      if (!placed(i) && action && atom(*action).block == atom(i).block)
        clusters_.unite_quietly(*action, i);
      if (placed(i)) action = i;
    }
  }
  bool is_harm_told(std::uint32_t i) const {
    return atom(i).claim->kind != ClaimKind::person && is_harmful(atom(i).sort);
  }
  void join_harm(std::uint32_t i, std::optional<std::uint32_t> focus,
                 std::optional<std::uint32_t> before) {
    if (focus && fits_focus(i, *focus) && clusters_.unite_quietly(*focus, i)) return;
    if (before && !placed(i) && fits_focus(i, *before)) clusters_.unite_quietly(*before, i);
  }

  // Without a place of its own, or at a wider or the same one; not what follows a background date.
  bool fits_focus(std::uint32_t i, std::uint32_t focus) {
    const PlaceRelation found = places(i, focus);
    if (found == PlaceRelation::open || found == PlaceRelation::apart) return false;
    if (found == PlaceRelation::contains && is_of_wider_place(i) && towns() > 1) return false;
    // Deaths don't belong to a rally at which some were held or hurt.
    const bool deaths = atom(i).figure() && atom(i).claim->measure == Measure::deaths;
    const Cluster& about = clusters_.at(clusters_.of(focus));
    if (deaths && about.sorts.contains(Sort::action) && !about.deadly) return false;
    return clusters_.at(clusters_.of(i)).coarse.empty() && about.coarse.empty();
  }

  // A country's or a region's count, on a page that tells of several towns, is of no one of them.
  bool is_of_wider_place(std::uint32_t i) {
    const auto& known = clusters_.at(clusters_.of(i)).places;
    return atom(i).figure() && !known.empty() && precision_of(known.front()) < 3;
  }
  std::size_t towns() {
    if (!towns_) {
      std::set<std::string> ids;
      for (std::uint32_t i = begin_; i < end_; ++i)
        if (const ClaimPlace* place = atom(i).place;
            place && precision_of(*place) == 3 && !place->id.empty())
          ids.insert(place->id);
      towns_ = ids.size();
    }
    return *towns_;
  }

  // The focus itself without a place: it's where the action before it, in its paragraph, was.
  void place_focus(std::uint32_t focus) {
    if (placed(focus)) return;
    for (std::uint32_t i = begin_; i < end_; ++i) {
      if (clusters_.of(i) != clusters_.of(focus) || !atom(i).occurrence()) continue;
      for (std::uint32_t j = i; j-- > begin_ && atom(j).block == atom(i).block;) {
        if (atom(j).sort != Sort::action || !placed(j)) continue;
        clusters_.unite(j, focus);
        return;
      }
    }
  }

  // A person's claims go with the harm of their sentence or paragraph, else with the focus; their
  // day is their own (she is in hospital today).
  void persons() {
    const auto focus = focus_of(clusters_, begin_, end_);
    for (std::uint32_t i = begin_; i < end_; ++i) {
      if (atom(i).claim->kind != ClaimKind::person) continue;
      const auto near = nearest_harm(i);
      const auto with = near ? near : focus;
      const PlaceRelation found = with ? places(i, *with) : PlaceRelation::apart;
      if (found != PlaceRelation::apart) clusters_.attach(i, *with);
    }
  }
  std::optional<std::uint32_t> nearest_harm(std::uint32_t i) const {
    for (std::uint32_t j = i; j-- > begin_ && atom(j).block == atom(i).block;)
      if (is_harmful(atom(j).sort) && atom(j).claim->kind != ClaimKind::person) return j;
    for (std::uint32_t j = i + 1; j < end_ && atom(j).block == atom(i).block; ++j)
      if (is_harmful(atom(j).sort) && atom(j).claim->kind != ClaimKind::person) return j;
    return std::nullopt;
  }

  Clusters& clusters_;
  std::uint32_t begin_, end_;
  std::optional<std::size_t> towns_;  // of the page's claims, once counted
};

}  // namespace

void unite_by_numbers(Clusters& clusters) {
  each_page(clusters, [&](auto begin, auto end) { Page(clusters, begin, end).by_numbers(); });
}

void unite_by_content(Clusters& clusters) {
  each_page(clusters, [&](auto begin, auto end) { Page(clusters, begin, end).by_content(); });
}

void unite_by_surroundings(Clusters& clusters) {
  each_page(clusters, [&](auto begin, auto end) { Page(clusters, begin, end).by_context(); });
}

}  // namespace recount::ledger
