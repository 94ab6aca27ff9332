#include "src/ledger/amounts.h"

#include <limits>

namespace recount::ledger {
namespace {

constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();

struct Interval {
  std::int64_t low = 0, high = kNoLimit;
};

bool is_upper_bound(const Figure& figure) {
  return figure.qualifier == Qualifier::up_to || figure.qualifier == Qualifier::less_than;
}

// Hundreds: 100 to 999; written out "several hundreds" may reach further, which the next order
// begins to doubt.
Interval of_magnitude(std::int64_t magnitude) {
  return {magnitude, magnitude > kNoLimit / 10 ? kNoLimit : magnitude * 10 - 1};
}

Interval open_to(const Figure& figure) {
  const std::int64_t low = figure.low.value_or(0), high = figure.high.value_or(kNoLimit);
  switch (figure.qualifier) {
    case Qualifier::about: return {low - low / 10, high == kNoLimit ? kNoLimit : high + high / 10};
    case Qualifier::almost: return {low - low / 10, high};
    case Qualifier::at_least:
    case Qualifier::more_than: return {low, kNoLimit};
    case Qualifier::up_to:
    case Qualifier::less_than: return {0, high};
    case Qualifier::vague:
      return figure.low || figure.high ? Interval{low, high} : of_magnitude(figure.magnitude);
    default: return {low, high};
  }
}

}  // namespace

bool has_size(const Figure& figure) {
  return figure.qualifier != Qualifier::vague || figure.low || figure.high || figure.magnitude > 1;
}

std::optional<std::int64_t> named_number(const Figure& figure) {
  if (figure.qualifier == Qualifier::vague || figure.qualifier == Qualifier::range)
    return std::nullopt;
  return is_upper_bound(figure) ? figure.high : figure.low;
}

std::array<std::int64_t, 3> number_key(const Figure& figure) {
  if (const auto number = named_number(figure)) return {is_upper_bound(figure) ? 1 : 0, *number, 0};
  if (figure.qualifier == Qualifier::vague && !figure.low && !figure.high)
    return {3, figure.magnitude, 0};
  const bool vague = figure.qualifier == Qualifier::vague;
  return {vague ? 4 : 2, figure.low.value_or(-1), figure.high.value_or(-1)};
}

bool same_number(const Figure& a, const Figure& b) {
  if (a.unit != b.unit && !a.unit.empty() && !b.unit.empty()) return false;
  return number_key(a) == number_key(b);
}

bool may_restate(const Figure& a, const Figure& b) {
  if (same_number(a, b)) return true;
  if (a.unit != b.unit && !a.unit.empty() && !b.unit.empty()) return false;
  const Figure& vague = a.qualifier == Qualifier::vague ? a : b;
  const Figure& other = a.qualifier == Qualifier::vague ? b : a;
  const auto number = named_number(other);
  if (vague.qualifier != Qualifier::vague || vague.magnitude == 0 || !number) return false;
  const Interval size = of_magnitude(vague.magnitude);
  return size.low <= *number && *number <= size.high;
}

Verdict compare(const Figure& a, const Figure& b) {
  if (same_number(a, b)) return a.qualifier == b.qualifier ? Verdict::agree : Verdict::compatible;
  if (!has_size(a) || !has_size(b)) return Verdict::not_decidable;
  const Interval x = open_to(a), y = open_to(b);
  return x.low <= y.high && y.low <= x.high ? Verdict::compatible : Verdict::disagree;
}

}  // namespace recount::ledger
