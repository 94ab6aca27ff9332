#include "src/text/html_day.h"

#include <array>

#include "src/base/base.h"
#include "src/text/ascii.h"
#include "src/text/stamp.h"

namespace recount::text {
namespace {

constexpr int kLastHourWest =
    12;  // UTC hours at which a day west of Greenwich may be the one before
constexpr int kFirstHourEast = 10;  // … and one east of it the one behind

std::optional<Day> day_of(const std::optional<Stamp>& stamp) {
  return stamp && stamp->value.size() >= 10 ? parse_day(stamp->value.substr(0, 10)) : std::nullopt;
}

// Is `local` the day on which a UTC stamp may fall where the outlet is?
bool is_local_day(const Stamp& utc, const std::optional<Stamp>& local) {
  const auto day = day_of(utc), other = day_of(local);
  if (!day || !other || utc.precision < Precision::minute || utc.zone != "+00:00") return false;
  const int hour = digits(std::string_view(utc.value).substr(11, 2));
  return (*other == add_days(*day, -1) && hour < kLastHourWest) ||
         (*other == add_days(*day, 1) && hour >= kFirstHourEast);
}

}  // namespace

std::optional<Stamp> published_of(const HtmlDays& days, const ShownDays& shown,
                                  std::string_view url) {
  const std::optional<Stamp> address = stamp_of_url(url);
  const std::optional<Stamp> none;
  const std::array<const std::optional<Stamp>*, 12> order{
      &days.article,    &days.meta,         days.marked_differ ? &none : &days.marked,
      &shown.headline,  &days.loose,        &days.page,
      &address,         &shown.opening,     &days.first_time,
      &shown.elsewhere, &shown.with_byline, &days.script};
  std::optional<Stamp> best;
  for (const auto* one : order)
    if (!best || !day_of(best))
      if (one->has_value() && (!best || day_of(*one))) best = **one;
  if (!best) return best;
  // An article is put under its address on the day of its first publication.
  if (const auto first = day_of(address), told = day_of(best); first && told && *first < *told) {
    if (!is_local_day(*best, address) || !day_of(shown.headline) ||
        *day_of(shown.headline) != *first)
      return address;
  }
  for (const std::optional<Stamp>* local :
       {&shown.headline, &days.meta, &days.loose, &days.marked, &address})
    if (is_local_day(*best, *local)) return **local;
  return best;
}

}  // namespace recount::text
