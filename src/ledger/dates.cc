#include "src/ledger/dates.h"

#include <algorithm>
#include <set>

namespace recount::ledger {
namespace {

constexpr long kMostDaysOfCount = 4;           // from the first to the last, of a count over days
constexpr std::uint32_t kNarrativeBlocks = 3;  // how far back the told occurrence may stand

// "2019-11" or "2019-11-23": a year with a month. A bare year may be a plan ("by 2030") or a name.
std::optional<int> year_with_month(const TimeMention& time) {
  if (time.type != TimexType::DATE || time.value.size() < 7 || time.anchor) return std::nullopt;
  if (time.value[4] != '-' || time.value[5] == 'W' || time.value[5] == 'X') return std::nullopt;
  int year = 0;
  for (char c : time.value.substr(0, 4)) {
    if (c < '0' || c > '9') return std::nullopt;
    year = year * 10 + (c - '0');
  }
  return year;
}

// "Today", "this Friday": the day on which the page came out, in words of the page.
bool is_of_publication(const Claim& claim) {
  return claim.when && claim.when->span && claim.when->anchor == "publication" &&
         shift_in_days(claim.when->shift.value_or("")) == 0;
}

// Was it told of as having happened, with a day in its own sentence?
bool is_dated_harm(const Atom& atom) {
  return atom.occurrence() && atom.sort == Sort::harm && atom.own_time && atom.year.empty() &&
         (atom.claim->modality == Modality::asserted ||
          atom.claim->modality == Modality::uncertain);
}

// A figure of harm between two days that lie close together.
bool counts_over_days(const Atom& atom) {
  if (!atom.figure() || !is_harmful(atom.sort)) return false;
  const auto from = partial_day(*atom.claim->when->from), to = partial_day(*atom.claim->when->to);
  if (!from || !to || !from->year || !to->year) return false;
  const long days = days_from_civil({*to->year, to->month, to->day}) -
                    days_from_civil({*from->year, from->month, from->day});
  return days > 0 && days <= kMostDaysOfCount;
}

// Harm told of with its week: "last week's fire" was on a day of it.
bool is_of_one_week(const Atom& atom) {
  const When& when = *atom.claim->when;
  const bool week = when.value.size() == 8 && when.value.substr(4, 2) == "-W";
  return week && is_harmful(atom.sort) && partial_day(*when.from) && partial_day(*when.to);
}

bool is_narrative(const Claim& claim) { return claim.when && claim.when->anchor == "narrative"; }

}  // namespace

Dates::Dates(std::span<const DocumentRecord* const> records, std::vector<Atom>& atoms)
    : records_(records),
      atoms_(atoms),
      anchors_(atoms.size(), Anchor::none),
      partners_(atoms.size()),
      said_(atoms.size()),
      counted_(atoms.size()),
      self_dated_(records.size()),
      naming_(records.size()),
      not_before_(records.size()) {
  for (std::uint32_t d = 0; d < records.size(); ++d) graph_.mark_basis(graph_.add());
  for (std::uint32_t d = 0; d < records.size(); ++d) date_document(d, *records[d]);
  for (Atom& atom : atoms_) atom.day = graph_.add();
  for (std::size_t i = 0; i < atoms_.size(); ++i)
    if (is_narrative(*atoms_[i].claim)) find_partner(i);
  for (std::size_t begin = 0, end = 0; begin < atoms_.size(); begin = end) {
    while (end < atoms_.size() && atoms_[end].document == atoms_[begin].document) ++end;
    find_said(begin, end);
    find_counted(begin, end);
  }
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    mark(i);
    if (!waits(i)) date_atom(i);
  }
}

bool Dates::waits(std::size_t number) const {
  if (!counted_[number].empty()) return true;
  return !atoms_[number].own_time && !is_narrative(*atoms_[number].claim);
}

void Dates::take_inherited() {
  for (std::size_t i = 0; i < atoms_.size(); ++i)
    if (waits(i)) date_atom(i);
}

// "The minister said on Friday that 14 died in the fire." A day of publication dates harm unless
//  - it comes from a sentence none of whose own claims took it: there it's when somebody spoke;
//  - the page dates one happening, on another day, and none of this day: a figure of this day is
//  the count of that day, and what has the day from the passage has none.
void Dates::find_said(std::size_t begin, std::size_t end) {
  std::set<std::uint32_t> told, took;  // sentences
  std::set<std::string> days;
  bool today = false;
  for (std::size_t i = begin; i < end; ++i) {
    const Atom& atom = atoms_[i];
    told.insert(atom.sentence);
    if (atom.own_time) took.insert(atom.sentence);
    if (!is_dated_harm(atom) || !names_day(*atom.claim->when)) continue;
    const bool of_publication = is_of_publication(*atom.claim);
    today = today || of_publication;
    if (!of_publication) days.insert(atom.claim->when->shift.value_or(atom.claim->when->value));
  }
  const bool one_happening = days.size() == 1 && !today;
  for (std::size_t i = begin; i < end; ++i) {
    const Atom& atom = atoms_[i];
    if (atom.sort != Sort::harm || !is_of_publication(*atom.claim)) continue;
    const bool of_saying =
        !atom.own_time && told.contains(*atom.time_sentence) && !took.contains(*atom.time_sentence);
    said_[i] = of_saying || (one_happening && (!atom.own_time || atom.figure()));
  }
}

// Does the happening's sentence give it a day? Not where a figure stands between the two: then the
// day is the figure's ("those held since the raid, of whom 40 were freed on Wednesday").
bool Dates::is_dated_happening(std::size_t number) const {
  const Atom& told = atoms_[number];
  const Claim& claim = *told.claim;
  if (!told.occurrence() || !is_harmful(told.sort) || !told.own_time || !told.year.empty())
    return false;
  if (claim.modality == Modality::planned) return false;
  const std::uint32_t time = claim.when->span->begin;
  for (std::size_t i = number + 1; i < atoms_.size() && atoms_[i].at < time; ++i) {
    if (atoms_[i].document != told.document) break;
    if (atoms_[i].figure()) return false;
  }
  return true;
}

// Days past that the page gives to figures of harm and to nothing that happened.
void Dates::find_counted(std::size_t begin, std::size_t end) {
  std::set<std::string> happened;
  for (std::size_t i = begin; i < end; ++i)
    if (is_dated_happening(i)) happened.insert(atoms_[i].claim->when->value);
  for (std::size_t i = begin; i < end; ++i) {
    const Atom& atom = atoms_[i];
    if (!atom.figure() || !is_harmful(atom.sort) || !atom.own_time) continue;
    if (atom.claim->when->from && atom.claim->when->from != atom.claim->when->to) continue;
    const auto day = partial_day(atom.claim->when->value);
    if (!day || !day->year || happened.contains(atom.claim->when->value)) continue;
    counted_[i] = text_of(*day);
  }
}

void Dates::date_document(std::uint32_t number, const DocumentRecord& record) {
  if (record.document.published)
    if (const auto day = partial_day(record.document.published->value)) {
      graph_.set(number, *day);
      self_dated_[number] = true;
    }
  for (const TimeMention& time : record.mentions.times) {
    if (const auto year = year_with_month(time))
      not_before_[number] = std::max(not_before_[number].value_or(0), *year);
    const auto day = partial_day(time.value);
    if (!day || time.anchor != "publication" || shift_in_days(time.shift.value_or("")) != 0)
      continue;
    if (!graph_.set(number, *day) || self_dated_[number]) continue;
    self_dated_[number] = true;
    naming_[number] = time.span;
  }
}

void Dates::find_partner(std::size_t number) {
  const Atom& told = atoms_[number];
  for (std::size_t i = number; i-- > 0;) {
    const Atom& before = atoms_[i];
    if (before.document != told.document || before.section != told.section) return;
    if (told.block - before.block > kNarrativeBlocks) return;
    if (!before.occurrence() || before.sentence == told.sentence || is_narrative(*before.claim))
      continue;
    partners_[number] = static_cast<std::uint32_t>(i);
    if (!partners_[i]) partners_[i] = static_cast<std::uint32_t>(number);
    return;
  }
}

void Dates::date_atom(std::size_t number) {
  const Claim& claim = *atoms_[number].claim;
  if (!claim.when || said_[number] || !atoms_[number].year.empty()) return;
  const When& when = *claim.when;
  if (is_narrative(claim)) {
    const auto shift = shift_in_days(when.shift.value_or(""));
    if (!partners_[number] || !shift) return;
    if (graph_.unite(atoms_[number].day, atoms_[*partners_[number]].day, *shift))
      anchors_[number] = Anchor::narrative;
    return;
  }
  // Its day follows from a narrative one; the passage's time, which nothing near it says, gives
  // way.
  if (partners_[number] && !when.span) return;
  date_by_when(number, when);
}

// A week ("XXXX-WXX") has no day to count from.
bool Dates::names_day(const When& when) {
  return when.value.size() >= 10 && when.value[4] == '-' && when.value[7] == '-';
}

// What of the time says that the claim is of no one day, or of one that isn't known as a day.
void Dates::mark(std::size_t number) {
  Atom& atom = atoms_[number];
  atom.coarse = atom.year;
  if (!atom.claim->when || !atom.year.empty()) return;
  const When& when = *atom.claim->when;
  // A month with its first and last day is a month; what is open or of another length is a span.
  const std::string_view year = std::string_view(when.value).substr(0, 4);
  const bool coarse =
      year.size() == 4 && year.find('X') == std::string_view::npos && !names_day(when);
  const bool interval = when.from && when.to && *when.from != *when.to;
  const bool open = (when.from.has_value() != when.to.has_value()) && !names_day(when);
  atom.spanning = open || (interval && !(coarse && when.value.size() <= 7));
  if (interval && atom.spanning && (counts_over_days(atom) || is_of_one_week(atom))) {
    atom.spanning = false;
    atom.first_day = when.from->substr(0, 10);
    atom.last_day = when.to->substr(0, 10);
    return;
  }
  if (!atom.spanning && coarse) atom.coarse = when.value;
}

void Dates::date_by_when(std::size_t number, const When& when) {
  Atom& atom = atoms_[number];
  if (atom.spanning || !atom.first_day.empty()) return;
  const bool deictic = when.anchor == "publication" && names_day(when);
  const auto shift = deictic ? shift_in_days(when.shift.value_or("")) : std::nullopt;
  if (shift && graph_.unite(atom.day, atom.document, *shift))
    anchors_[number] = Anchor::publication;
  const auto day = partial_day(when.value);
  if (day && graph_.set(atom.day, *day) && !shift) anchors_[number] = Anchor::own;
}

void Dates::take_years() {
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    if (anchors_[i] != Anchor::own || !atoms_[i].claim->when->value.starts_with("XXXX")) continue;
    const auto told = graph_.day(atoms_[i].day), published = graph_.day(atoms_[i].document);
    if (!told || !told->year || !published || published->year) continue;
    const bool next =
        std::pair(told->month, told->day) > std::pair(published->month, published->day);
    graph_.set(atoms_[i].document,
               {*told->year + (next ? 1 : 0), published->month, published->day});
  }
}

}  // namespace recount::ledger
