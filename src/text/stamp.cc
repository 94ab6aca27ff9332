#include "src/text/stamp.h"

#include <array>
#include <cstdio>

#include "src/base/base.h"
#include "src/text/ascii.h"

namespace recount::text {
namespace {

bool digit_or_x(char c) { return is_digit(c) || c == 'X'; }

// `count` digits (or X) at `at`; empty where there aren't, or where more follow.
std::string_view field(std::string_view s, std::size_t at, std::size_t count, bool exact = true) {
  if (at + count > s.size()) return {};
  for (std::size_t i = at; i < at + count; ++i)
    if (!digit_or_x(s[i])) return {};
  if (exact && at + count < s.size() && digit_or_x(s[at + count])) return {};
  return s.substr(at, count);
}

bool plausible(std::string_view year, std::string_view month, std::string_view day) {
  const int y = digits(year), m = digits(month), d = digits(day);
  if (y >= 0 && (y < 1900 || y > 2100)) return false;
  if (!month.empty() && month != "XX" && (m < 1 || m > 12)) return false;
  if (!day.empty() && day != "XX" && (d < 1 || d > 31)) return false;
  return y < 0 || m < 0 || d < 0 || valid({y, m, d});
}

// "+01:00" of "+01:00", "+0100", "+01", "Z", " GMT"; what doesn't look so is no zone.
std::optional<std::string> zone_of(std::string_view s) {
  s = trimmed(s);
  if (s == "Z" || s == "z" || s == "UTC" || s == "GMT") return "+00:00";
  if (s.size() < 3 || (s[0] != '+' && s[0] != '-')) return std::nullopt;
  const std::string_view hour = field(s, 1, 2, false);
  std::size_t at = 3;
  if (at < s.size() && s[at] == ':') ++at;
  const std::string_view minute = at + 2 <= s.size() ? field(s, at, 2) : "00";
  if (hour.empty() || minute.empty() || digits(hour) < 0 || digits(minute) < 0) return std::nullopt;
  if (digits(hour) > 14 || digits(minute) > 59) return std::nullopt;
  return std::string(1, s[0]) + std::string(hour) + ":" + std::string(minute);
}

// Clock time behind the day: "T10:00", " 10:00:05.123+01:00", "T1000Z".
void read_clock(std::string_view s, Stamp& stamp) {
  s = trimmed(s);
  if (!s.empty() && (s[0] == 'T' || s[0] == 't')) s.remove_prefix(1);
  const std::string_view hour = field(s, 0, 2, false);
  if (hour.empty() || digits(hour) < 0 || digits(hour) > 23) return;
  std::size_t at = 2;
  if (at < s.size() && s[at] == ':') ++at;
  const std::string_view minute = field(s, at, 2, false);
  if (minute.empty() || digits(minute) < 0 || digits(minute) > 59) return;
  at += 2;
  stamp.value += "T" + std::string(hour) + ":" + std::string(minute);
  stamp.precision = Precision::minute;
  const std::size_t seconds_at = at < s.size() && s[at] == ':' ? at + 1 : at;
  const std::string_view second = field(s, seconds_at, 2, false);
  if (!second.empty() && digits(second) >= 0 && digits(second) < 60) {
    if (second != "00") {  // programs write ":00" for a time to the minute
      stamp.value += ":" + std::string(second);
      stamp.precision = Precision::second;
    }
    at = seconds_at + 2;
    if (at < s.size() && (s[at] == '.' || s[at] == ',')) do
        ++at;
      while (at < s.size() && is_digit(s[at]));
  }
  stamp.zone = zone_of(s.substr(at));
}

Stamp day_stamp(std::string_view year, std::string_view month, std::string_view day,
                std::string_view evidence) {
  Stamp stamp;
  stamp.value = std::string(year) + "-" + std::string(month) + "-" + std::string(day);
  stamp.precision = Precision::day;
  stamp.evidence = evidence;
  return stamp;
}

// "2021-07-13…", "2021-07", "2021", "20210713…", "2021/07/13".
std::optional<Stamp> parse_iso(std::string_view s, std::string_view evidence) {
  const std::string_view year = field(s, 0, 4, false);
  if (year.empty()) return std::nullopt;
  Stamp stamp;
  stamp.evidence = evidence;
  if (s.size() == 4) {
    if (!plausible(year, "", "") || digits(year) < 0) return std::nullopt;
    stamp.value = year;
    stamp.precision = Precision::year;
    return stamp;
  }
  const char mark = s[4];
  const bool compact = is_digit(mark);
  if (!compact && mark != '-' && mark != '/' && mark != '.') return std::nullopt;
  const std::string_view month = compact ? field(s, 4, 2, false) : field(s, 5, 2);
  if (month.empty()) return std::nullopt;
  if (s.size() == 7 && !compact) {
    if (!plausible(year, month, "")) return std::nullopt;
    stamp.value = std::string(year) + "-" + std::string(month);
    stamp.precision = Precision::month;
    return stamp;
  }
  if (!compact && s[7] != mark) return std::nullopt;
  const std::string_view day = compact ? field(s, 6, 2, false) : field(s, 8, 2);
  if (day.empty() || !plausible(year, month, day)) return std::nullopt;
  stamp = day_stamp(year, month, day, evidence);
  const std::size_t end = compact ? 8 : 10;
  if (compact && s.size() > end && is_digit(s[end]) && s.size() != 14) return std::nullopt;
  read_clock(s.substr(end), stamp);
  return stamp;
}

// "13.07.2021", "13/07/2021 10:00": day first with points; with strokes only where the other order
// is no date.
std::optional<Stamp> parse_day_first(std::string_view s, std::string_view evidence) {
  const std::size_t first_end = s.find_first_not_of("0123456789");
  if (first_end == 0 || first_end == std::string_view::npos || first_end > 2) return std::nullopt;
  const char mark = s[first_end];
  if (mark != '.' && mark != '/' && mark != '-') return std::nullopt;
  const std::size_t second_end = s.find_first_not_of("0123456789", first_end + 1);
  if (second_end == std::string_view::npos || s[second_end] != mark) return std::nullopt;
  const std::string_view year = field(s, second_end + 1, 4);
  int day = digits(s.substr(0, first_end)),
      month = digits(s.substr(first_end + 1, second_end - first_end - 1));
  if (year.empty() || day < 1 || month < 1) return std::nullopt;
  if (mark != '.') {
    if (day <= 12 && month <= 12 && day != month) return std::nullopt;
    if (month > 12) std::swap(day, month);
  }
  char month_text[12], day_text[12];
  std::snprintf(month_text, sizeof month_text, "%02d", month);
  std::snprintf(day_text, sizeof day_text, "%02d", day);
  if (month > 12 || day > 31 || !plausible(year, month_text, day_text)) return std::nullopt;
  Stamp stamp = day_stamp(year, month_text, day_text, evidence);
  read_clock(s.substr(second_end + 5), stamp);
  return stamp;
}

// "Tue, 13 Jul 2021 10:00:00 +0200" (RFC 2822): month names are part of the format.
std::optional<Stamp> parse_mail(std::string_view s, std::string_view evidence) {
  constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
  if (const std::size_t comma = s.find(','); comma != std::string_view::npos && comma <= 4)
    s = trimmed(s.substr(comma + 1));
  const std::size_t day_end = s.find(' ');
  if (day_end == std::string_view::npos || day_end > 2 || day_end + 9 > s.size())
    return std::nullopt;
  const int day = digits(s.substr(0, day_end));
  const std::string name = ascii_lower(s.substr(day_end + 1, 3));
  const std::string_view year = field(s, day_end + 5, 4);
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    if (kMonths[month] != name || s[day_end + 4] != ' ' || year.empty() || digits(year) < 1900 ||
        day < 1)
      continue;
    if (!valid({digits(year), static_cast<int>(month) + 1, day})) return std::nullopt;
    const std::string text = iso({digits(year), static_cast<int>(month) + 1, day});
    Stamp stamp = day_stamp(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2), evidence);
    read_clock(s.substr(day_end + 9), stamp);
    return stamp;
  }
  return std::nullopt;
}

// "2017/7/12/": one or two digits each, strokes around them.
std::optional<Stamp> stroked_day(std::string_view s, std::size_t at) {
  int parts[2] = {0, 0};
  const std::string_view year = s.substr(at, 4);
  at += 4;
  for (int& part : parts) {
    if (at >= s.size() || s[at] != '/') return std::nullopt;
    std::size_t end = ++at;
    while (end < s.size() && is_digit(s[end])) ++end;
    if (end - at > 2) return std::nullopt;
    part = digits(s.substr(at, end - at));
    at = end;
  }
  if (at >= s.size() || s[at] != '/' || !valid({digits(year), parts[0], parts[1]}))
    return std::nullopt;
  const std::string day = iso({digits(year), parts[0], parts[1]});
  return day_stamp(year, day.substr(5, 2), day.substr(8, 2), "url");
}

// "/29-10-2021-…", "/29.10.2021/": at the beginning of a segment, where only one order is a date.
std::optional<Stamp> day_first_segment(std::string_view s, std::size_t at) {
  if (at == 0 || s[at - 1] != '/' || at + 10 > s.size()) return std::nullopt;
  if (at + 10 < s.size() && (is_digit(s[at + 10]) || is_letter(s[at + 10]))) return std::nullopt;
  auto stamp = parse_day_first(s.substr(at, 10), "url");
  if (!stamp || stamp->precision != Precision::day) return std::nullopt;
  return stamp;
}

}  // namespace

std::optional<Stamp> parse_stamp(std::string_view value, std::string_view evidence) {
  const std::string_view s = trimmed(value);
  if (s.size() < 4 || s.size() > 64) return std::nullopt;
  if (auto stamp = parse_iso(s, evidence)) return stamp;
  if (auto stamp = parse_day_first(s, evidence)) return stamp;
  return parse_mail(s, evidence);
}

std::optional<Stamp> stamp_of_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path == std::string_view::npos) return std::nullopt;
  const std::string_view s =
      url.substr(path, std::min(url.find_first_of("?#", path), url.size()) - path);
  for (std::size_t at = 0; at + 1 < s.size(); ++at) {
    if (is_digit(s[at]) || !is_digit(s[at + 1])) continue;
    const std::size_t begin = at + 1;
    if (auto stamp = day_first_segment(s, begin)) return stamp;
    const std::string_view year = field(s, begin, 4, false);
    if (year.empty() || digits(year) < 1990) continue;
    if (auto stamp = stroked_day(s, begin)) return stamp;
    const char mark = begin + 4 < s.size() ? s[begin + 4] : ' ';
    const bool compact = is_digit(mark);
    if (!compact && mark != '/' && mark != '-') continue;
    const std::size_t month_at = begin + (compact ? 4 : 5), day_at = month_at + (compact ? 2 : 3);
    const std::string_view month = field(s, month_at, 2, !compact), day = field(s, day_at, 2);
    if (month.empty() || day.empty() || (!compact && s[day_at - 1] != mark)) continue;
    if (digits(day) < 0 || digits(month) < 0 || !plausible(year, month, day)) continue;
    return day_stamp(year, month, day, "url");
  }
  return std::nullopt;
}

}  // namespace recount::text
