#include "src/ledger/days.h"

#include <cstdio>
#include <utility>

namespace recount::ledger {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

constexpr int kLeapYear = 2000, kOtherYear = 2001;

Day in_year(const PartialDay& day, int year) { return {year, day.month, day.day}; }

}  // namespace

std::optional<PartialDay> partial_day(std::string_view value) {
  if (value.size() < 10 || value[4] != '-' || value[7] != '-') return std::nullopt;
  if (value.size() > 10 && value[10] != 'T') return std::nullopt;
  const auto year = digits(value.substr(0, 4)), month = digits(value.substr(5, 2)),
             day = digits(value.substr(8, 2));
  if (!month || !day) return std::nullopt;
  const PartialDay out{year, *month, *day};
  if (!valid(in_year(out, year.value_or(kLeapYear)))) return std::nullopt;
  return out;
}

std::string text_of(const PartialDay& day) {
  char buffer[24];
  if (day.year)
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", *day.year % 10000, day.month % 100,
                  day.day % 100);
  else
    std::snprintf(buffer, sizeof buffer, "XXXX-%02d-%02d", day.month % 100, day.day % 100);
  return buffer;
}

std::optional<PartialDay> shifted(const PartialDay& day, int days) {
  if (days == 0) return day;
  if (day.year) {
    const Day moved = add_days(in_year(day, *day.year), days);
    return PartialDay{moved.year, moved.month, moved.day};
  }
  if (!valid(in_year(day, kOtherYear))) return std::nullopt;
  const Day leap = add_days(in_year(day, kLeapYear), days),
            other = add_days(in_year(day, kOtherYear), days);
  if (leap.month != other.month || leap.day != other.day) return std::nullopt;
  return PartialDay{std::nullopt, leap.month, leap.day};
}

std::optional<PartialDay> merged(const PartialDay& a, const PartialDay& b) {
  if (a.month != b.month || a.day != b.day) return std::nullopt;
  if (a.year && b.year && *a.year != *b.year) return std::nullopt;
  return PartialDay{a.year ? a.year : b.year, a.month, a.day};
}

std::optional<int> shift_in_days(std::string_view shift) {
  const bool negative = shift.starts_with('-');
  if (negative || shift.starts_with('+')) shift.remove_prefix(1);
  if (shift.size() < 3 || shift.size() > 6 || shift[0] != 'P') return std::nullopt;
  const auto count = digits(shift.substr(1, shift.size() - 2));
  const int unit = shift.back() == 'D' ? 1 : shift.back() == 'W' ? 7 : 0;
  if (!count || unit == 0) return std::nullopt;
  return (negative ? -1 : 1) * *count * unit;
}

bool may_be(std::string_view coarse, const PartialDay& day) {
  const auto year = coarse.size() >= 4 ? digits(coarse.substr(0, 4)) : std::nullopt;
  if (year && day.year && *year != *day.year) return false;
  if (coarse.size() < 7 || coarse[4] != '-') return true;
  const auto month = digits(coarse.substr(5, 2));
  if (month && *month != day.month) return false;
  const auto exact = partial_day(coarse);
  return !exact || exact->day == day.day;
}

std::uint32_t DayGraph::add() {
  const auto node = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({node, 0, 0, false, std::nullopt});
  return node;
}

DayGraph::Root DayGraph::root(std::uint32_t a) const {
  Root out{a, 0};
  while (nodes_[out.node].parent != out.node) {
    out.offset += nodes_[out.node].offset;
    out.node = nodes_[out.node].parent;
  }
  return out;
}

bool DayGraph::set(std::uint32_t a, const PartialDay& day) {
  const Root at = root(a);
  const auto moved = shifted(day, -at.offset);
  if (!moved)
    return true;  // can't be said of the root without the year; nothing is lost but a constraint
  auto& known = nodes_[at.node].known;
  if (!known) {
    known = moved;
    return true;
  }
  const auto both = merged(*known, *moved);
  if (both) known = both;
  return both.has_value();
}

std::optional<DayGraph::Meeting> DayGraph::meeting(std::uint32_t a, std::uint32_t b,
                                                   int days) const {
  const Root of_a = root(a), of_b = root(b);
  Meeting out{of_a, of_b, days + of_b.offset - of_a.offset, nodes_[of_b.node].known};
  if (of_a.node == of_b.node) return out.offset == 0 ? std::optional(out) : std::nullopt;
  const auto& known = nodes_[of_a.node].known;
  const auto moved = known ? shifted(*known, -out.offset) : std::nullopt;
  if (!moved) return out;
  if (!out.known) {
    out.known = moved;
    return out;
  }
  out.known = merged(*out.known, *moved);
  return out.known ? std::optional(out) : std::nullopt;
}

bool DayGraph::may_unite(std::uint32_t a, std::uint32_t b, int days) const {
  return meeting(a, b, days).has_value();
}

bool DayGraph::unite(std::uint32_t a, std::uint32_t b, int days) {
  const auto meets = meeting(a, b, days);
  if (!meets) return false;
  const auto [of_a, of_b, offset, known] = *meets;
  if (of_a.node == of_b.node) return true;
  const bool based = nodes_[of_a.node].based || nodes_[of_b.node].based;
  nodes_[of_a.node].based = nodes_[of_b.node].based = based;
  if (nodes_[of_a.node].rank <= nodes_[of_b.node].rank) {
    nodes_[of_a.node].parent = of_b.node;
    nodes_[of_a.node].offset = offset;
    nodes_[of_b.node].known = known;
    nodes_[of_b.node].rank += nodes_[of_a.node].rank == nodes_[of_b.node].rank;
    return true;
  }
  nodes_[of_b.node].parent = of_a.node;
  nodes_[of_b.node].offset = -offset;
  // `known` is said of root b, and day(root a) = day(root b) + offset.
  if (known) nodes_[of_a.node].known = shifted(*known, offset);
  return true;
}

std::optional<int> DayGraph::distance(std::uint32_t a, std::uint32_t b) const {
  const Root of_a = root(a), of_b = root(b);
  if (of_a.node != of_b.node) return std::nullopt;
  return of_a.offset - of_b.offset;
}

bool DayGraph::free(std::uint32_t a) const {
  const Node& at = nodes_[root(a).node];
  return !at.based && !at.known;
}

std::optional<PartialDay> DayGraph::day(std::uint32_t a) const {
  const Root at = root(a);
  const auto& known = nodes_[at.node].known;
  return known ? shifted(*known, at.offset) : std::nullopt;
}

}  // namespace recount::ledger
