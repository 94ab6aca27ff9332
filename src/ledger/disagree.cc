// Figures are compared only where they may count the same: totals (no parts), one measure, one
// series, said to be so. Between claimants it's the last word of each that counts; what came before
// is the claimant's own revision; numbers that all give are one side.
#include "src/ledger/disagree.h"

#include <algorithm>
#include <tuple>

#include "src/ledger/accounts.h"
#include "src/ledger/amounts.h"
#include "src/ledger/comparable.h"
#include "src/ledger/one_voice.h"

namespace recount::ledger {
namespace {

constexpr std::size_t kMostSides = 8;  // claimants of one measure that are compared with each other
constexpr int kMostDenials = 8;        // denied occurrences that are held against the others
const Figure kOne{{}, 1, 1, Qualifier::exact, "", 0};

constexpr std::size_t kMostClaimants = 64;  // of one measure whose names are compared

// Lines of each claimant, in the order in which claimants first come: names don't decide it.
class ByClaimant {
 public:
  std::vector<std::pair<const Claimant*, std::vector<std::size_t>>> rows;

  void add(const Acronyms& acronyms, const Claimant& claimant, std::size_t line) {
    for (auto& [known, lines] : rows)
      if (known->key == claimant.key ||
          (rows.size() <= kMostClaimants && one_body(acronyms, *known, claimant)))
        return lines.push_back(line);
    rows.emplace_back(&claimant, std::vector<std::size_t>{line});
  }
};

void add_series(const Clusters& clusters, const std::vector<std::uint32_t>& first, Measure measure,
                ByClaimant& by_claimant, std::vector<LedgerSeries>& out) {
  for (auto& [claimant, numbers] : by_claimant.rows) {
    if (numbers.size() < 2) continue;
    std::stable_sort(numbers.begin(), numbers.end(), [&](auto a, auto b) {
      return said_when(clusters, first[a]) < said_when(clusters, first[b]);
    });
    for (std::size_t i = 1; i < numbers.size(); ++i) {  // "down from 7 to 6", said at one moment
      const Claim& former = *clusters.atom(first[numbers[i]]).claim;
      if (clusters.atom(first[numbers[i - 1]]).claim->previous == former.id)
        std::swap(numbers[i - 1], numbers[i]);
    }
    out.push_back({measure, claimant->key, numbers});
  }
}

// Somebody of a kind of which there are many: "witnesses" of one page are others than those of
// another.
bool may_be_others(const Claimant& claimant) {
  return claimant.kind == ActorKind::participants || claimant.kind == ActorKind::witness ||
         claimant.kind == ActorKind::anonymous || claimant.kind == ActorKind::individual ||
         claimant.kind == ActorKind::media;
}

class Comparison {
 public:
  Comparison(const Clusters& clusters, const std::vector<std::uint32_t>& atoms,
             const std::vector<Line>& lines, const std::vector<std::uint32_t>& first)
      : clusters_(clusters),
        lines_(lines),
        first_(first),
        comparable_(clusters, lines, first),
        accounts_(opposed_accounts(clusters, atoms)) {}

  std::vector<Disagreement> all() {
    for (std::size_t m = 0; m < std::size(Names<Measure>::rows); ++m)
      of_measure(static_cast<Measure>(m));
    denied();
    retold();
    out_.insert(out_.end(), accounts_.begin(), accounts_.end());
    return std::move(out_);
  }

 private:
  const Claim& claim(std::uint32_t atom) const { return *clusters_.atom(atom).claim; }

  bool is_total(std::size_t line) const {
    if (comparable_.is_of_list(line)) return false;
    const Claim& c = claim(first_[line]);
    const bool said = c.modality == Modality::asserted || c.modality == Modality::uncertain;
    if (c.figure.low == 1 && c.figure.high == 1) return false;  // one person: a case, not a toll
    if (c.figure.high == 0) return false;      // nobody of some sort: the sort isn't compared
    if (c.claimant.key.empty()) return false;  // what is nobody's word contradicts nobody's
    return said && !is_part(c) && !c.corrects && c.series != Series::increment;
  }

  void add(std::optional<Measure> measure, std::string about,
           const std::vector<std::uint32_t>& atoms, Verdict verdict) {
    Disagreement d{measure, std::move(about), {}, verdict};
    for (std::uint32_t atom : atoms) d.claims.push_back(claim(atom).id);
    out_.push_back(std::move(d));
  }

  void of_measure(Measure measure) {
    ByClaimant by_claimant;
    for (std::size_t l = 0; l < lines_.size(); ++l)
      if (claim(first_[l]).measure == measure && is_total(l))
        by_claimant.add(clusters_.acronyms(), claim(first_[l]).claimant, l);
    std::vector<std::size_t> last;
    for (auto& [claimant, lines] : by_claimant.rows) {
      std::stable_sort(lines.begin(), lines.end(), [&](auto a, auto b) { return is_before(a, b); });
      for (std::size_t i = 1; i < lines.size(); ++i) revised(lines[i - 1], lines[i]);
      const auto dated = std::find_if(lines.rbegin(), lines.rend(),
                                      [&](auto line) { return time(line) != kUndated; });
      last.push_back(dated == lines.rend() ? lines.back() : *dated);
    }
    std::sort(last.begin(), last.end());
    between(measure, last);
  }
  std::string time(std::size_t line) const { return said_when(clusters_, first_[line]); }

  bool is_before(std::size_t a, std::size_t b) const {
    return time(a) != time(b) ? time(a) < time(b) : comparable_.is_former(a, b);
  }

  // Two figures of one claimant. Said at one moment, or of two days or places, they count two
  // things; so may those of somebody who may be another.
  void revised(std::size_t before, std::size_t after) {
    const std::uint32_t a = first_[before], b = first_[after];
    Verdict verdict = compare(claim(a).figure, claim(b).figure);
    if (verdict == Verdict::agree || comparable_.in_one_list(before, after)) return;
    if (!has_size(claim(a).figure) || !has_size(claim(b).figure)) return;
    const bool one_page = clusters_.atom(a).document == clusters_.atom(b).document;
    const bool one_moment = time(before) == time(after) || time(after) == kUndated;
    const bool then = !one_moment || comparable_.is_former(before, after);
    const bool of_two =
        !comparable_.is_former(before, after) && (comparable_.are_elsewhere(before, after) ||
                                                  (!one_page && may_be_others(claim(a).claimant)));
    if (verdict == Verdict::disagree)
      verdict = then && !of_two ? Verdict::revised : Verdict::not_decidable;
    add(claim(a).measure,
        who(claim(b)) + ": " + in_words(claim(a).figure) + (then ? ", then " : " and ") +
            in_words(claim(b).figure),
        {a, b}, verdict);
  }

  // Each claimant's last word, all in one row; what can't be compared with the numbers makes a row
  // of its own.
  void between(Measure measure, const std::vector<std::size_t>& last) {
    std::vector<std::size_t> numbers, vague;
    for (std::size_t line : last) {
      const Figure& figure = claim(first_[line]).figure;
      (compare(figure, kOne) == Verdict::not_decidable ? vague : numbers).push_back(line);
    }
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&](auto a, auto b) { return size(a) < size(b); });
    if (numbers.size() > kMostSides) numbers.resize(kMostSides);
    if (const auto verdict = worst(numbers); verdict && *verdict != Verdict::agree)
      row(measure, numbers, *verdict);
    if (vague.empty() || numbers.empty()) return;
    numbers.insert(numbers.begin(), vague.front());
    row(measure, numbers, Verdict::not_decidable);
  }
  std::int64_t size(std::size_t line) const {
    const Figure& figure = claim(first_[line]).figure;
    return figure.low.value_or(figure.high.value_or(figure.magnitude));
  }
  // Lines in order of their numbers. Those that give one number are one side.
  void row(Measure measure, const std::vector<std::size_t>& lines, Verdict verdict) {
    std::string about;
    std::vector<std::uint32_t> sides;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Claim& c = claim(first_[lines[i]]);
      const std::string number = in_words(c.figure);
      const bool same = i > 0 && number == in_words(claim(sides.back()).figure);
      if (!same) about += (about.empty() ? "" : ") or ") + number + " (";
      about += (same ? ", " : "") + who(c);
      sides.push_back(first_[lines[i]]);
    }
    add(measure, about + ")", sides, verdict);
  }
  // The verdict on the pair that is furthest from agreement; none where there is no pair.
  std::optional<Verdict> worst(const std::vector<std::size_t>& lines) const {
    std::optional<Verdict> out;
    for (std::size_t i = 0; i < lines.size(); ++i)
      for (std::size_t j = i + 1; j < lines.size(); ++j) {
        const Verdict verdict = pair(lines[i], lines[j]);
        if (verdict == Verdict::compatible && comparable_.are_elsewhere(lines[i], lines[j]))
          continue;
        if (!out || severity(verdict) > severity(*out)) out = verdict;
      }
    return out;
  }
  static int severity(Verdict verdict) {
    constexpr std::array<int, 5> kSeverity{0, 1, 1, 3, 2};
    return kSeverity[static_cast<std::size_t>(verdict)];
  }
  Verdict pair(std::size_t a, std::size_t b) const {
    const Verdict verdict = compare(claim(first_[a]).figure, claim(first_[b]).figure);
    return verdict == Verdict::disagree && comparable_.may_count_two(a, b) ? Verdict::not_decidable
                                                                           : verdict;
  }

  // A number that the one says and the other denies. Those who say it in order, then who denies it.
  void denied() {
    std::map<std::pair<Measure, std::array<std::int64_t, 3>>, std::vector<std::size_t>> told;
    auto key_of = [&](std::size_t line) {
      const Claim& c = claim(first_[line]);
      return std::pair{c.measure, number_key(c.figure)};
    };
    for (std::size_t l = 0; l < lines_.size(); ++l)
      if (auto& of = told[key_of(l)];
          standing(claim(first_[l]).modality) == 0 && of.size() < kMostSides)
        of.push_back(l);
    int rows = 0;
    for (std::size_t l = 0; l < lines_.size() && rows < kMostDenials; ++l)
      if (claim(first_[l]).modality == Modality::denied && lines_[l].known)
        rows += denied_by(l, told.at(key_of(l)));
  }
  bool denied_by(std::size_t line, const std::vector<std::size_t>& told) {
    const Claim& denial = claim(first_[line]);
    std::string about;
    std::vector<std::uint32_t> sides;
    for (std::size_t other : told) {
      const Claim& c = claim(first_[other]);
      if (c.claimant.key == denial.claimant.key || !same_number(c.figure, denial.figure)) continue;
      about += in_words(c.figure) + " (" + who(c) + ") or ";
      sides.push_back(first_[other]);
    }
    if (sides.empty()) return false;
    sides.push_back(first_[line]);
    add(denial.measure, about + "denied (" + who(denial) + ")", sides, Verdict::disagree);
    return true;
  }

  // "at least 70" that others tell as 70 or as more than 70.
  void retold() {
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      std::map<Qualifier, std::uint32_t> told;
      const Figure& said = claim(first_[l]).figure;
      if (!has_size(said)) continue;
      for (std::uint32_t atom : lines_[l].restated)
        if (claim(atom).figure.qualifier != said.qualifier && has_size(claim(atom).figure))
          told.try_emplace(claim(atom).figure.qualifier, atom);
      for (std::uint32_t atom : lines_[l].claims)
        if (is_rough(claim(atom)) != is_rough(claim(first_[l])))
          told.try_emplace(claim(atom).figure.qualifier, atom);
      if (told.empty()) continue;
      std::vector<std::uint32_t> sides{first_[l]};
      std::string about = in_words(said) + " (" + who(claim(first_[l])) + "), retold as";
      for (const auto& [qualifier, atom] : told) {
        about += (sides.size() > 1 ? ", " : " ") + in_words(claim(atom).figure);
        sides.push_back(atom);
      }
      add(claim(first_[l]).measure, about, sides, Verdict::compatible);
    }
  }

  const Clusters& clusters_;
  const std::vector<Line>& lines_;
  const std::vector<std::uint32_t>& first_;
  Comparable comparable_;
  std::vector<Disagreement> accounts_, out_;
};

}  // namespace

std::vector<Disagreement> disagreements_of(const Clusters& clusters,
                                           const std::vector<std::uint32_t>& atoms,
                                           const std::vector<Line>& lines,
                                           const std::vector<std::uint32_t>& first) {
  return Comparison(clusters, atoms, lines, first).all();
}

std::vector<LedgerSeries> series_of(const Clusters& clusters, const std::vector<Line>& lines,
                                    const std::vector<std::uint32_t>& first) {
  std::map<Measure, ByClaimant> measures;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const Claim& claim = *clusters.atom(first[l]).claim;
    if (lines[l].known && !is_part(claim) && standing(claim.modality) == 0)
      measures[claim.measure].add(clusters.acronyms(), claim.claimant, l);
  }
  std::vector<LedgerSeries> out;
  for (auto& [measure, by_claimant] : measures)
    add_series(clusters, first, measure, by_claimant, out);
  return out;
}

}  // namespace recount::ledger
