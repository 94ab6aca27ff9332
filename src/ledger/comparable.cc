#include "src/ledger/comparable.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "src/ledger/amounts.h"
#include "src/ledger/one_voice.h"

namespace recount::ledger {
namespace {

constexpr std::size_t kMostOfList = 16;  // figures of one sentence that are compared

// The day that the claim's own words give; nullopt where it's the passage's, or counts from the
// page.
std::optional<PartialDay> own_day(const Claim& claim) {
  if (!claim.when || !claim.when->span || claim.when->anchor) return std::nullopt;
  return partial_day(claim.when->value);
}

}  // namespace

Comparable::Comparable(const Clusters& clusters, const std::vector<Line>& lines,
                       const std::vector<std::uint32_t>& first)
    : clusters_(clusters),
      lines_(lines),
      first_(first),
      listed_(lines.size(), true),
      told_(lines.size()) {
  for (std::size_t l = 0; l < lines.size(); ++l)
    for (std::uint32_t i : claims_of(l))
      told_[l].emplace(clusters.atom(i).document, claim(i).claimant.key);
  find_lists();
}

std::vector<std::uint32_t> Comparable::claims_of(std::size_t line) const {
  std::vector<std::uint32_t> out = lines_[line].claims;
  out.insert(out.end(), lines_[line].restated.begin(), lines_[line].restated.end());
  return out;
}

// A part and its whole, a former value and the later one.
bool Comparable::is_tied(std::uint32_t a, std::uint32_t b) const {
  const Claim &x = claim(a), &y = claim(b);
  return x.previous == y.id || y.previous == x.id || is_part(x) || is_part(y);
}

void Comparable::find_lists() {
  using Sentence = std::tuple<std::uint32_t, std::uint32_t, Measure, std::string>;
  std::map<Sentence, std::vector<std::pair<std::uint32_t, std::size_t>>> sentences;
  auto sentence_of = [&](std::uint32_t i) {
    const Atom& atom = clusters_.atom(i);
    return Sentence{atom.document, atom.sentence, atom.claim->measure, atom.claim->claimant.key};
  };
  for (std::size_t l = 0; l < lines_.size(); ++l)
    for (std::uint32_t i : claims_of(l))
      if (auto& of = sentences[sentence_of(i)]; of.size() < kMostOfList) of.emplace_back(i, l);
  for (std::size_t l = 0; l < lines_.size(); ++l)
    for (std::uint32_t i : claims_of(l)) {
      const auto& beside = sentences[sentence_of(i)];
      const bool in_list = std::any_of(beside.begin(), beside.end(), [&](const auto& other) {
        return other.second != l && !is_tied(i, other.first);
      });
      if (!in_list) listed_[l] = false;
    }
}

bool Comparable::in_one_list(std::size_t a, std::size_t b) const {
  const std::uint32_t x = first_[a], y = first_[b];
  const Atom &one = clusters_.atom(x), &other = clusters_.atom(y);
  return one.document == other.document && one.sentence == other.sentence && !is_tied(x, y);
}

bool Comparable::is_former(std::size_t a, std::size_t b) const {
  for (std::uint32_t i : lines_[b].claims)
    for (std::uint32_t j : lines_[a].claims)
      if (claim(i).previous == claim(j).id) return true;
  return false;
}

bool Comparable::told_as_two(std::size_t a, std::size_t b) const {
  return std::any_of(told_[a].begin(), told_[a].end(),
                     [&](const Told& told) { return told_[b].contains(told); });
}

// In one page: the one with a time of its own in its sentence, the other without it ("17,400,
// against 22,000 last Saturday").
bool Comparable::are_of_two_times(std::uint32_t a, std::uint32_t b) const {
  const Atom &one = clusters_.atom(a), &other = clusters_.atom(b);
  if (one.document != other.document || !(one.own_time || other.own_time)) return false;
  const auto &x = one.claim->when, &y = other.claim->when;
  return !x || !y || std::tie(x->value, x->shift) != std::tie(y->value, y->shift);
}

bool Comparable::are_elsewhere(std::size_t a, std::size_t b) const {
  const Claim &x = claim(first_[a]), &y = claim(first_[b]);
  const auto day_x = own_day(x), day_y = own_day(y);
  if (day_x && day_y && !merged(*day_x, *day_y)) return true;
  if (are_of_two_times(first_[a], first_[b])) return true;
  if (!is_given(x.place) || !is_given(y.place)) return false;
  const PlaceRelation found = clusters_.relation(*x.place, *y.place);
  return found == PlaceRelation::apart ||
         (found == PlaceRelation::contains && precision_of(*x.place) != precision_of(*y.place));
}

bool Comparable::may_count_two(std::size_t a, std::size_t b) const {
  const Claim &x = claim(first_[a]), &y = claim(first_[b]);
  if (x.as_of && y.as_of && x.as_of->value != y.as_of->value) return true;
  if (x.series != y.series || are_elsewhere(a, b) || told_as_two(a, b)) return true;
  if (x.claimant.kind == ActorKind::media || y.claimant.kind == ActorKind::media) return true;
  if (x.claimant.kind == y.claimant.kind &&
      one_claimant(clusters_.acronyms(), x.claimant, y.claimant) &&
      !one_voice(x.claimant, y.claimant))
    return true;
  return of_the_state(x.claimant.kind) && one_voice(x.claimant, y.claimant);
}

}  // namespace recount::ledger
