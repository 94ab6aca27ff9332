// Days of the proleptic Gregorian calendar, without zones or hours.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace recount {

struct Day {
  int year = 0;   // 0 to 9999
  int month = 0;  // 1 to 12
  int day = 0;    // 1 to 31
  auto operator<=>(const Day&) const = default;
};

// Is there such a day (29 February only in leap years), with a year of four digits?
bool valid(Day day);

// "2020-02-29", nothing before or after it; nullopt for any other form and for a day that doesn't
// exist.
std::optional<Day> parse_day(std::string_view text);

// "2020-02-29". REQUIRES: valid(day).
std::string iso(Day day);

// The day `days` later (earlier where negative). REQUIRES: valid(day).
Day add_days(Day day, int days);

// The same day `months` later, or the last day of that month where it is shorter. REQUIRES:
// valid(day).
Day add_months(Day day, int months);

// 1 Monday … 7 Sunday (ISO 8601). REQUIRES: valid(day).
int weekday(Day day);

// Days since 1970-01-01. REQUIRES: valid(day).
long days_from_civil(Day day);

}  // namespace recount
