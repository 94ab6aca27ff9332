// Figures are compared only where they may count the same: totals (no parts), one measure, one
// series, said to be so. Between claimants it's the last word of each that counts; what came before
// is the claimant's own revision. Accounts without numbers contradict each other too: what one
// calls an attack on a rally, another calls a riot, or an accident.
#include "src/ledger/disagree.h"

#include <algorithm>
#include <tuple>

#include "src/ledger/amounts.h"

namespace recount::ledger {
namespace {

constexpr std::size_t kMostSides = 8;  // claimants of one measure that are compared with each other
constexpr int kMostDenials = 8;        // denied occurrences that are held against the others
const Figure kOne{{}, 1, 1, Qualifier::exact, "", 0};

// What an account makes of an event, where accounts can exclude each other.
enum class Account : std::uint8_t { none, of_attack, of_riot, of_accident };
Account account_of(EventKind kind) {
  switch (kind) {
    case EventKind::attack: return Account::of_attack;
    case EventKind::riot: return Account::of_riot;
    case EventKind::accident: return Account::of_accident;
    default: return Account::none;
  }
}

// Lines of each claimant, in the order in which claimants first come: names don't decide it.
struct ByClaimant {
  std::vector<std::pair<std::string, std::vector<std::size_t>>> rows;
  std::map<std::string, std::size_t> numbers;

  void add(const std::string& key, std::size_t line) {
    const auto [at, added] = numbers.try_emplace(key, rows.size());
    if (added) rows.emplace_back(key, std::vector<std::size_t>{});
    rows[at->second].second.push_back(line);
  }
};

void add_series(const Clusters& clusters, const std::vector<std::uint32_t>& first, Measure measure,
                ByClaimant& by_claimant, std::vector<LedgerSeries>& out) {
  for (auto& [key, numbers] : by_claimant.rows) {
    if (numbers.size() < 2) continue;
    std::stable_sort(numbers.begin(), numbers.end(), [&](auto a, auto b) {
      return said_when(clusters, first[a]) < said_when(clusters, first[b]);
    });
    out.push_back({measure, key, numbers});
  }
}

class Comparison {
 public:
  Comparison(const Clusters& clusters, const std::vector<std::uint32_t>& atoms,
             const std::vector<Line>& lines, const std::vector<std::uint32_t>& first)
      : clusters_(clusters), atoms_(atoms), lines_(lines), first_(first) {}

  std::vector<Disagreement> all() {
    for (std::size_t m = 0; m < std::size(Names<Measure>::rows); ++m)
      of_measure(static_cast<Measure>(m));
    denied();
    retold();
    accounts();
    return std::move(out_);
  }

 private:
  const Claim& claim(std::uint32_t atom) const { return *clusters_.atom(atom).claim; }

  bool is_total(std::size_t line) const {
    const Claim& c = claim(first_[line]);
    const bool said = c.modality == Modality::asserted || c.modality == Modality::uncertain;
    if (c.figure.low == 1 && c.figure.high == 1) return false;  // one person: a case, not a toll
    if (c.figure.high == 0) return false;      // nobody of some sort: the sort isn't compared
    if (c.claimant.key.empty()) return false;  // what is nobody's word contradicts nobody's
    return said && !c.part_of && !c.corrects && c.series != Series::increment;
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
        by_claimant.add(claim(first_[l]).claimant.key, l);
    std::vector<std::size_t> last;
    for (auto& [key, lines] : by_claimant.rows) {
      std::stable_sort(lines.begin(), lines.end(),
                       [&](auto a, auto b) { return time(a) < time(b); });
      for (std::size_t i = 1; i < lines.size(); ++i) revised(lines[i - 1], lines[i]);
      const auto dated = std::find_if(lines.rbegin(), lines.rend(),
                                      [&](auto line) { return time(line) != kUndated; });
      last.push_back(dated == lines.rend() ? lines.back() : *dated);
    }
    std::sort(last.begin(), last.end());
    between(measure, last);
  }
  std::string time(std::size_t line) const { return said_when(clusters_, first_[line]); }

  // Two figures of one claimant. Said at one moment, they count two things.
  void revised(std::size_t before, std::size_t after) {
    const std::uint32_t a = first_[before], b = first_[after];
    Verdict verdict = compare(claim(a).figure, claim(b).figure);
    if (verdict == Verdict::agree) return;
    const bool one_moment = time(before) == time(after) || time(after) == kUndated;
    if (verdict == Verdict::disagree)
      verdict = one_moment ? Verdict::not_decidable : Verdict::revised;
    add(claim(a).measure,
        who(claim(b)) + ": " + in_words(claim(a).figure) + (one_moment ? " and " : ", then ") +
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
  void row(Measure measure, const std::vector<std::size_t>& lines, Verdict verdict) {
    std::string about;
    std::vector<std::uint32_t> sides;
    for (std::size_t line : lines) {
      const Claim& c = claim(first_[line]);
      about += (about.empty() ? "" : " or ") + in_words(c.figure) + " (" + who(c) + ")";
      sides.push_back(first_[line]);
    }
    add(measure, about, sides, verdict);
  }
  // The verdict on the pair that is furthest from agreement; none where there is no pair.
  std::optional<Verdict> worst(const std::vector<std::size_t>& lines) const {
    std::optional<Verdict> out;
    for (std::size_t i = 0; i < lines.size(); ++i)
      for (std::size_t j = i + 1; j < lines.size(); ++j) {
        const Verdict verdict = pair(first_[lines[i]], first_[lines[j]]);
        if (!out || severity(verdict) > severity(*out)) out = verdict;
      }
    return out;
  }
  static int severity(Verdict verdict) {
    constexpr std::array<int, 5> kSeverity{0, 1, 1, 3, 2};
    return kSeverity[static_cast<std::size_t>(verdict)];
  }
  Verdict pair(std::uint32_t a, std::uint32_t b) const {
    const Claim &p = claim(a), &q = claim(b);
    const Verdict verdict = compare(p.figure, q.figure);
    if (verdict != Verdict::disagree) return verdict;
    const bool other_moment = p.as_of && q.as_of && p.as_of->value != q.as_of->value;
    return other_moment || p.series != q.series ? Verdict::not_decidable : verdict;
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
      for (std::uint32_t atom : lines_[l].restated)
        if (claim(atom).figure.qualifier != said.qualifier)
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

  // The account of each sort that is best attributed, then earliest; by another claimant than the
  // other side's.
  std::optional<std::uint32_t> best(Account account,
                                    const std::optional<std::uint32_t>& against) const {
    std::optional<std::tuple<bool, std::string, std::uint32_t>> found;
    for (std::uint32_t i : atoms_) {
      const Claim& c = claim(i);
      if (!clusters_.atom(i).occurrence() || account_of(c.event_kind) != account) continue;
      if (c.modality == Modality::denied || c.modality == Modality::planned) continue;
      if (against && c.claimant.key == claim(*against).claimant.key) continue;
      const std::tuple candidate{c.claimant.key.empty(), said_when(clusters_, i), i};
      if (!found || candidate < *found) found = candidate;
    }
    return found ? std::optional(std::get<2>(*found)) : std::nullopt;
  }
  void oppose(Account one, Account other) {
    const auto a = best(one, std::nullopt);
    const auto b = a ? best(other, a) : std::nullopt;
    if (!b) return;
    add(std::nullopt,
        std::string(name_of(claim(*a).event_kind)) + " (" + who(claim(*a)) + ") or " +
            std::string(name_of(claim(*b).event_kind)) + " (" + who(claim(*b)) + ")",
        {*a, *b}, Verdict::disagree);
  }
  void accounts() {
    oppose(Account::of_riot, Account::of_attack);
    oppose(Account::of_accident, Account::of_attack);
    oppose(Account::of_accident, Account::of_riot);
    int tried = 0;
    for (std::uint32_t i : atoms_) {
      if (!clusters_.atom(i).occurrence() || claim(i).modality != Modality::denied) continue;
      if (denial(i) || ++tried == kMostDenials) return;
    }
  }
  bool denial(std::uint32_t denied) {
    for (std::uint32_t i : atoms_) {
      const Claim& c = claim(i);
      if (!clusters_.atom(i).occurrence() || c.modality != Modality::asserted) continue;
      if (c.event_kind != claim(denied).event_kind || c.claimant.key == claim(denied).claimant.key)
        continue;
      add(std::nullopt,
          std::string(name_of(c.event_kind)) + ": denied (" + who(claim(denied)) + ") or told (" +
              who(c) + ")",
          {denied, i}, Verdict::disagree);
      return true;
    }
    return false;
  }

  const Clusters& clusters_;
  const std::vector<std::uint32_t>& atoms_;
  const std::vector<Line>& lines_;
  const std::vector<std::uint32_t>& first_;
  std::vector<Disagreement> out_;
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
    if (lines[l].known && !claim.part_of && standing(claim.modality) == 0)
      measures[claim.measure].add(claim.claimant.key, l);
  }
  std::vector<LedgerSeries> out;
  for (auto& [measure, by_claimant] : measures)
    add_series(clusters, first, measure, by_claimant, out);
  return out;
}

}  // namespace recount::ledger
