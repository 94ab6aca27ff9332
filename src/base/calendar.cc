#include "src/base/calendar.h"

#include <chrono>

namespace recount {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day to_chrono(Day day) {
  return year_month_day{std::chrono::year{day.year},
                        std::chrono::month{static_cast<unsigned>(day.month)},
                        std::chrono::day{static_cast<unsigned>(day.day)}};
}

Day from_chrono(year_month_day date) {
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

// The digits text[from, from + count) as a number, or -1.
int digits(std::string_view text, std::size_t from, std::size_t count) {
  int number = 0;
  for (const char c : text.substr(from, count)) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

void append_digits(std::string& out, int number, int width) {
  const std::string text = std::to_string(number);
  out.append(static_cast<std::size_t>(width) > text.size()
                 ? static_cast<std::size_t>(width) - text.size()
                 : 0,
             '0');
  out += text;
}

}  // namespace

bool valid(Day day) {
  const bool in_range =
      day.year >= 0 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1;
  return in_range && day.day <= 31 && to_chrono(day).ok();
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Day day{digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)};
  if (!valid(day)) return std::nullopt;
  return day;
}

std::string iso(Day day) {
  std::string out;
  append_digits(out, day.year, 4);
  out += '-';
  append_digits(out, day.month, 2);
  out += '-';
  append_digits(out, day.day, 2);
  return out;
}

Day add_days(Day day, int days) {
  return from_chrono(sys_days{to_chrono(day)} + std::chrono::days{days});
}

Day add_months(Day day, int months) {
  const year_month_day moved = to_chrono(day) + std::chrono::months{months};
  if (moved.ok()) return from_chrono(moved);
  return from_chrono(sys_days{moved.year() / moved.month() / std::chrono::last});
}

int weekday(Day day) {
  return static_cast<int>(std::chrono::weekday{sys_days{to_chrono(day)}}.iso_encoding());
}

long days_from_civil(Day day) { return sys_days{to_chrono(day)}.time_since_epoch().count(); }

}  // namespace recount
