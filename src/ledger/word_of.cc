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
#include <tuple>

#include "src/ledger/amounts.h"
#include "src/ledger/channels.h"
#include "src/ledger/one_voice.h"

namespace recount::ledger {
namespace {

constexpr std::uint32_t kCarrierReach =
    16;  // claims back to the action at which a figure was repeated

// Lines by what they count, so that a claim meets only those that it may belong to.
using Count = std::tuple<Measure, bool, Series, int, std::array<std::int64_t, 3>>;
constexpr std::size_t kMostFitting = 64;  // lines of one measure that a vague amount is tried on

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
    pass_on();
    rest = retell(rest, &Event::tied);
    rest = retell(rest, &Event::same);
    rest = retell(rest, &Event::sibling);
    rest = retell(rest, &Event::fitting);
    for (std::uint32_t i : rest) add_unknown(i);
    std::erase_if(lines_, [](const Line& line) { return line.claims.empty(); });
    return std::move(lines_);
  }

 private:
  using Finder = std::optional<std::size_t> (Event::*)(std::uint32_t) const;

  const Atom& atom(std::uint32_t i) const { return clusters_.atom(i); }
  const Claim& claim(std::uint32_t i) const { return *atom(i).claim; }
  const Claim& word_of(std::size_t line) const { return claim(lines_[line].claims.front()); }
  const DocumentRecord& record(std::uint32_t i) const {
    return *clusters_.records()[atom(i).document];
  }
  // One thing counted in one way: what must hold before two numbers are compared.
  bool one_count(const Claim& a, const Claim& b) const {
    return a.measure == b.measure && is_part(a) == is_part(b) && a.series == b.series &&
           standing(a.modality) == standing(b.modality);
  }
  static Count count_of(const Claim& c) {
    return {c.measure, is_part(c), c.series, standing(c.modality), number_key(c.figure)};
  }

  bool is_origin(std::uint32_t i) { return is_known(claim(i), record(i)) && !is_carried(i); }

  bool is_carried(std::uint32_t i) {
    const ActorKind kind = claim(i).claimant.kind;
    if (kind != ActorKind::participants && kind != ActorKind::organiser) return false;
    for (std::uint32_t j = i; j-- > 0 && i - j <= kCarrierReach;) {
      if (atom(j).document != atom(i).document || atom(j).section != atom(i).section) return false;
      if (!atom(j).occurrence() || atom(j).sort != Sort::action) continue;
      if (clusters_.of(j) == clusters_.of(i)) return false;
      if (!atom(j).place) continue;
      return told_elsewhere(j, i);
    }
    return false;
  }
  bool told_elsewhere(std::uint32_t action, std::uint32_t counted) {
    const PlaceRelation found = clusters_.places(clusters_.of(action), clusters_.of(counted));
    return found == PlaceRelation::apart || found == PlaceRelation::open;
  }

  void open_line(std::uint32_t i, bool known) {
    (known ? by_count_ : unknown_)[count_of(claim(i))].push_back(lines_.size());
    if (known)
      by_claimant_.try_emplace({count_of(claim(i)), is_rough(claim(i)), key_of(i)}, lines_.size());
    if (known) of_measure_[claim(i).measure].push_back(lines_.size());
    line_of_[i] = lines_.size();
    lines_.push_back({{i}, {}, known});
  }
  void join_line(std::uint32_t i, std::size_t line) {
    lines_[line].claims.push_back(i);
    line_of_[i] = line;
  }
  const std::string& key_of(std::uint32_t i) const { return claim(i).claimant.key; }
  // Known lines of the number, the first ones.
  std::span<const std::size_t> candidates(std::uint32_t i) const {
    const auto found = by_count_.find(count_of(claim(i)));
    return found == by_count_.end() ? std::span<const std::size_t>{} : first_of(found->second);
  }
  static std::span<const std::size_t> first_of(const std::vector<std::size_t>& lines) {
    return std::span(lines).first(std::min(lines.size(), kMostFitting));
  }

  void add_known(std::uint32_t i) {
    const auto own = by_claimant_.find({count_of(claim(i)), is_rough(claim(i)), key_of(i)});
    if (own != by_claimant_.end() && may_join(i, own->second)) return join_line(i, own->second);
    for (std::size_t line : candidates(i))
      if (may_join(i, line) &&
          one_claimant(clusters_.acronyms(), word_of(line).claimant, claim(i).claimant))
        return join_line(i, line);
    open_line(i, true);
  }
  // One number; "about 12" and 12 of one page are two.
  bool may_join(std::uint32_t i, std::size_t line) const {
    const auto& claims = lines_[line].claims;
    for (auto c = claims.rbegin(); c != claims.rend(); ++c) {
      if (atom(*c).document != atom(i).document) break;
      if (is_rough(claim(*c)) != is_rough(claim(i))) return false;
    }
    return same_number(word_of(line).figure, claim(i).figure);
  }

  // A claimant through whom another's word came (a step of it, or the outlet whose page gives it)
  // is no second origin of the number.
  void pass_on() {
    for (auto& [count, lines] : by_count_) {
      if (lines.size() > kMostFitting) continue;
      for (std::size_t carrier : lines)
        for (std::size_t line : lines)
          if (line != carrier && !lines_[line].claims.empty() && carries(carrier, line))
            rest_on(carrier, line);
      std::erase_if(lines, [&](std::size_t line) { return lines_[line].claims.empty(); });
    }
    for (auto& [measure, lines] : of_measure_)
      std::erase_if(lines, [&](std::size_t line) { return lines_[line].claims.empty(); });
  }
  bool carries(std::size_t carrier, std::size_t line) const {
    if (lines_[carrier].claims.empty()) return false;
    const std::uint32_t said = lines_[carrier].claims.front();
    const Claimant& claimant = claim(said).claimant;
    const Span at = claimant.span.value_or(Span{});
    const std::string_view words =
        std::string_view(record(said).document.text).substr(at.begin, at.size());
    return std::any_of(lines_[line].claims.begin(), lines_[line].claims.end(), [&](auto i) {
      return came_through(record(i), claim(i), claimant) ||
             (is_named(claimant) && !in_document(carrier, atom(i).document) &&
              is_own_page(record(i).document, claimant, words));
    });
  }
  // "the police" own no page, not that of the Police Gazette either.
  static bool is_named(const Claimant& claimant) {
    const std::string name = claimant.name.value_or("");
    return name.empty() || !(name[0] >= 'a' && name[0] <= 'z');
  }
  void rest_on(std::size_t carrier, std::size_t line) {
    for (auto* some : {&lines_[carrier].claims, &lines_[carrier].restated}) {
      for (std::uint32_t i : *some) {
        lines_[line].restated.push_back(i);
        line_of_[i] = line;
      }
      some->clear();
    }
  }

  void add_unknown(std::uint32_t i) {
    if (const auto line = tied(i); line && !lines_[*line].known) return join_line(i, *line);
    const auto others = unknown_.find(count_of(claim(i)));
    if (others != unknown_.end())
      for (std::size_t line : first_of(others->second))
        if (same_number(word_of(line).figure, claim(i).figure)) return join_line(i, line);
    open_line(i, false);
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
    for (const auto& [i, line] : found) {
      lines_[line].restated.push_back(i);
      told_[{atom(i).document, atom(i).sentence}].push_back(line);
    }
    return left;
  }

  // The line of the claim that reading the page tied this one to: in the page, so it's near.
  std::optional<std::size_t> tied(std::uint32_t i) const {
    if (!claim(i).restates) return std::nullopt;
    for (const auto& [other, line] : neighbours(i))
      if (claim(other).id == *claim(i).restates) return line;
    return std::nullopt;
  }
  // Claims of the same document that are in lines.
  std::vector<std::pair<std::uint32_t, std::size_t>> neighbours(std::uint32_t i) const {
    std::vector<std::pair<std::uint32_t, std::size_t>> out;
    const auto at = line_of_.lower_bound(i);
    for (auto b = at; b != line_of_.begin() && out.size() < kMostFitting;) {
      --b;
      if (atom(b->first).document != atom(i).document) break;
      out.push_back(*b);
    }
    for (auto f = at; f != line_of_.end() && out.size() < 2 * kMostFitting; ++f) {
      if (atom(f->first).document != atom(i).document) break;
      out.push_back(*f);
    }
    return out;
  }

  // The least of: another page, another qualifier, a later line.
  template <class Fits>
  std::optional<std::size_t> nearest(std::uint32_t i, std::span<const std::size_t> lines,
                                     Fits&& fits) const {
    std::optional<std::tuple<bool, bool, std::size_t>> best;
    for (std::size_t l : lines) {
      if (!lines_[l].known || !one_count(word_of(l), claim(i)) || !fits(word_of(l))) continue;
      const bool other = word_of(l).figure.qualifier != claim(i).figure.qualifier;
      const std::tuple candidate{!in_document(l, atom(i).document), other, l};
      if (!best || candidate < *best) best = candidate;
    }
    return best ? std::optional(std::get<2>(*best)) : std::nullopt;
  }
  // Claims of a line come in order of documents.
  bool in_document(std::size_t line, std::uint32_t document) const {
    const auto& claims = lines_[line].claims;
    const auto at = std::lower_bound(claims.begin(), claims.end(), document,
                                     [&](auto c, auto d) { return atom(c).document < d; });
    return at != claims.end() && atom(*at).document == document;
  }

  std::optional<std::size_t> same(std::uint32_t i) const {
    const auto fits = [&](const Claim& said) { return same_number(said.figure, claim(i).figure); };
    std::vector<std::size_t> own;  // of its page, beyond the first ones too
    for (const auto& [other, line] : neighbours(i)) own.push_back(line);
    const auto near = nearest(i, own, fits);
    return near ? near : nearest(i, candidates(i), fits);
  }
  std::optional<std::size_t> sibling(std::uint32_t i) const {
    const auto told = told_.find({atom(i).document, atom(i).sentence});
    if (told == told_.end()) return std::nullopt;
    for (std::size_t line : told->second) {
      const auto found = nearest(i, some_of(claim(i).measure), [&](const Claim& said) {
        return one_claimant(clusters_.acronyms(), said.claimant, word_of(line).claimant) &&
               may_restate(said.figure, claim(i).figure);
      });
      if (found) return found;
    }
    return std::nullopt;
  }
  std::optional<std::size_t> fitting(std::uint32_t i) const {
    return nearest(i, some_of(claim(i).measure),
                   [&](const Claim& said) { return may_restate(said.figure, claim(i).figure); });
  }
  // Known lines of a measure, the first ones.
  std::span<const std::size_t> some_of(Measure measure) const {
    const auto found = of_measure_.find(measure);
    return found == of_measure_.end() ? std::span<const std::size_t>{} : first_of(found->second);
  }

  Clusters& clusters_;
  const std::vector<std::uint32_t>& atoms_;
  std::vector<Line> lines_;
  std::map<Count, std::vector<std::size_t>> by_count_, unknown_;             // known ones, others
  std::map<std::tuple<Count, bool, std::string>, std::size_t> by_claimant_;  // by rough, key; first
  std::map<Measure, std::vector<std::size_t>> of_measure_;                   // known ones
  std::map<std::uint32_t, std::size_t> line_of_;  // claims, not what restates them
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> told_;  // by sentence
};

}  // namespace

int standing(Modality modality) {
  return modality == Modality::denied ? 1 : modality == Modality::planned ? 2 : 0;
}

bool is_rough(const Claim& claim) {
  return claim.figure.qualifier == Qualifier::about || claim.figure.qualifier == Qualifier::almost;
}

bool is_known(const Claim& claim, const DocumentRecord& record) {
  const Claimant& claimant = claim.claimant;
  if (claimant.kind == ActorKind::publisher || claimant.kind == ActorKind::anonymous) return false;
  if (claimant.key.empty()) return false;
  if (claimant.kind != ActorKind::media) return true;
  for (const ActorMention& actor : record.mentions.actors)
    if (claimant.span && actor.span.overlaps(*claimant.span)) return actor.proper;
  return has_capital(claimant.name.value_or(""));
}

std::vector<Line> lines_of(Clusters& clusters, const std::vector<std::uint32_t>& atoms) {
  return Event(clusters, atoms).lines();
}

}  // namespace recount::ledger
