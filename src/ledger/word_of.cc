// A figure is one claimant's word, however many pages print it. First the claims with a known
// claimant make lines, one for each claimant and number. Then every other figure of the event looks
// for the line that it retells:
//   1. the one that reading the page tied it to;
//   2. one of the same number, of its own page rather than of another;
//   3. where a sentence gives two figures and the one retells a claimant: a figure of this claimant
//   that fits the other
//      ("over 500 hurt" beside "at least 70 dead", whose claimant also speaks of hundreds hurt);
//   4. one that fits, where the one is a vague amount.
// What finds none makes lines of its own, whose claimant isn't known.
//
// A banner, a speaker or a rally elsewhere that repeats a figure is no origin of it either: a
// claimant of the kinds participants or organiser, told of right after an action that is another
// event than the one counted, carries it.
#include "src/ledger/word_of.h"

#include <algorithm>

#include "src/ledger/amounts.h"

namespace recount::ledger {
namespace {

constexpr std::uint32_t kCarrierReach =
    16;  // claims back to the action at which a figure was repeated

bool has_capital(std::string_view name) { return lower_case(name) != name; }

// Sides and offices that speak with one voice: two names of one kind that give one number (a union
// and its president, two ministries) aren't two origins.
bool has_one_voice(ActorKind kind) {
  switch (kind) {
    case ActorKind::government:
    case ActorKind::police:
    case ActorKind::military:
    case ActorKind::labour_union:
    case ActorKind::organiser:
    case ActorKind::participants: return true;
    default: return false;
  }
}

// Bodies of which a page may say "the hospital" after naming one.
bool may_be_unnamed(ActorKind kind) {
  return kind == ActorKind::hospital || kind == ActorKind::rescue || kind == ActorKind::judiciary;
}

// denied and planned figures are told apart from those that are said to be so.
int standing(Modality modality) {
  return modality == Modality::denied ? 1 : modality == Modality::planned ? 2 : 0;
}

class Event {
 public:
  Event(Clusters& clusters, const std::vector<std::uint32_t>& atoms)
      : clusters_(clusters), atoms_(atoms) {}

  std::vector<Line> lines() {
    std::vector<std::uint32_t> rest;
    for (std::uint32_t i : atoms_) {
      if (!atom(i).figure()) continue;
      if (is_origin(i))
        add_known(i);
      else
        rest.push_back(i);
    }
    rest = retell(rest, &Event::tied);
    rest = retell(rest, &Event::same);
    rest = retell(rest, &Event::sibling);
    rest = retell(rest, &Event::fitting);
    for (std::uint32_t i : rest) add_unknown(i);
    return std::move(lines_);
  }

 private:
  using Finder = std::optional<std::size_t> (Event::*)(std::uint32_t) const;

  const Atom& atom(std::uint32_t i) const { return clusters_.atom(i); }
  const Claim& claim(std::uint32_t i) const { return *atom(i).claim; }
  const DocumentRecord& record(std::uint32_t i) const {
    return *clusters_.records()[atom(i).document];
  }

  // One thing counted in one way: what must hold before two numbers are compared.
  bool one_count(std::uint32_t a, std::uint32_t b) const {
    const Claim &x = claim(a), &y = claim(b);
    return x.measure == y.measure && x.part_of.has_value() == y.part_of.has_value() &&
           x.series == y.series && standing(x.modality) == standing(y.modality);
  }
  bool one_number(std::uint32_t a, std::uint32_t b) const {
    return one_count(a, b) && same_number(claim(a).figure, claim(b).figure);
  }

  bool is_origin(std::uint32_t i) { return is_known(claim(i), record(i)) && !is_carried(i); }

  bool is_carried(std::uint32_t i) {
    if (claim(i).claimant.kind != ActorKind::participants &&
        claim(i).claimant.kind != ActorKind::organiser)
      return false;
    for (std::uint32_t j = i; j-- > 0 && i - j <= kCarrierReach;) {
      if (atom(j).document != atom(i).document || atom(j).section != atom(i).section) return false;
      if (!atom(j).occurrence() || atom(j).sort != Sort::action) continue;
      if (clusters_.of(j) == clusters_.of(i)) return false;
      if (!is_given(claim(j).place)) continue;
      return told_elsewhere(j, i);
    }
    return false;
  }
  bool told_elsewhere(std::uint32_t action, std::uint32_t counted) {
    const PlaceRelation found = clusters_.places(clusters_.of(action), clusters_.of(counted));
    return found == PlaceRelation::apart || found == PlaceRelation::open;
  }

  void add_known(std::uint32_t i) {
    for (Line& line : lines_)
      if (one_number(line.claims.front(), i) &&
          one_claimant(claim(line.claims.front()), claim(i))) {
        line.claims.push_back(i);
        return;
      }
    lines_.push_back({{i}, {}, true});
  }

  void add_unknown(std::uint32_t i) {
    for (Line& line : lines_) {
      if (line.known || !(one_number(line.claims.front(), i) || repeats(line, i))) continue;
      line.claims.push_back(i);
      return;
    }
    lines_.push_back({{i}, {}, false});
  }

  // Did reading the page tie the claim to one of the line's?
  bool repeats(const Line& line, std::uint32_t i) const {
    return claim(i).restates && std::any_of(line.claims.begin(), line.claims.end(), [&](auto c) {
             return claim(c).id == *claim(i).restates && atom(c).document == atom(i).document;
           });
  }

  // Those that the finder finds no line for.
  std::vector<std::uint32_t> retell(const std::vector<std::uint32_t>& rest, Finder find) {
    std::vector<std::uint32_t> left;
    std::vector<std::pair<std::uint32_t, std::size_t>> found;
    for (std::uint32_t i : rest) {
      if (const auto line = (this->*find)(i))
        found.emplace_back(i, *line);
      else
        left.push_back(i);
    }
    for (const auto& [i, line] : found) lines_[line].restated.push_back(i), told_.emplace(i, line);
    return left;
  }

  std::optional<std::size_t> tied(std::uint32_t i) const {
    if (!claim(i).restates) return std::nullopt;
    for (std::size_t l = 0; l < lines_.size(); ++l)
      if (repeats(lines_[l], i)) return l;
    return std::nullopt;
  }

  // The least of: another page, another qualifier, a later line.
  template <class Fits>
  std::optional<std::size_t> nearest(std::uint32_t i, Fits&& fits) const {
    std::optional<std::tuple<bool, bool, std::size_t>> best;
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      const Line& line = lines_[l];
      if (!line.known || !one_count(line.claims.front(), i) || !fits(line)) continue;
      const bool elsewhere = std::none_of(line.claims.begin(), line.claims.end(), [&](auto c) {
        return atom(c).document == atom(i).document;
      });
      const bool other = claim(line.claims.front()).figure.qualifier != claim(i).figure.qualifier;
      const std::tuple candidate{elsewhere, other, l};
      if (!best || candidate < *best) best = candidate;
    }
    return best ? std::optional(std::get<2>(*best)) : std::nullopt;
  }
  std::optional<std::size_t> same(std::uint32_t i) const {
    return nearest(i, [&](const Line& line) {
      return same_number(claim(line.claims.front()).figure, claim(i).figure);
    });
  }
  std::optional<std::size_t> sibling(std::uint32_t i) const {
    for (const auto& [other, line] : told_) {
      if (atom(other).document != atom(i).document || atom(other).sentence != atom(i).sentence)
        continue;
      const Claim& word = claim(lines_[line].claims.front());
      const auto found = nearest(i, [&](const Line& candidate) {
        const Claim& said = claim(candidate.claims.front());
        return one_claimant(said, word) && may_restate(said.figure, claim(i).figure);
      });
      if (found) return found;
    }
    return std::nullopt;
  }
  std::optional<std::size_t> fitting(std::uint32_t i) const {
    return nearest(i, [&](const Line& line) {
      return may_restate(claim(line.claims.front()).figure, claim(i).figure);
    });
  }

  Clusters& clusters_;
  const std::vector<std::uint32_t>& atoms_;
  std::vector<Line> lines_;
  std::map<std::uint32_t, std::size_t> told_;  // restating claim → line
};

}  // namespace

bool is_known(const Claim& claim, const DocumentRecord& record) {
  const Claimant& claimant = claim.claimant;
  if (claimant.kind == ActorKind::publisher || claimant.kind == ActorKind::anonymous) return false;
  if (claimant.key.empty()) return false;
  if (claimant.kind != ActorKind::media) return true;
  for (const ActorMention& actor : record.mentions.actors)
    if (claimant.span && actor.span.overlaps(*claimant.span)) return actor.proper;
  return has_capital(claimant.name.value_or(""));
}

bool one_claimant(const Claim& a, const Claim& b) {
  const Claimant &x = a.claimant, &y = b.claimant;
  if (x.key == y.key) return true;
  if (x.kind != y.kind) return false;
  if (has_one_voice(x.kind)) return true;
  return may_be_unnamed(x.kind) &&
         (!has_capital(x.name.value_or("")) || !has_capital(y.name.value_or("")));
}

std::vector<Line> lines_of(Clusters& clusters, const std::vector<std::uint32_t>& atoms) {
  return Event(clusters, atoms).lines();
}

}  // namespace recount::ledger
