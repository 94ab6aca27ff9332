// The value is built in one of four ways, the first that the captures allow: clock time, calendar
// parts, a deictic or counted shift from the anchor, a duration. A part that nobody gives stays X;
// with a known date of publication a day without year takes the year that puts it nearest, or
// before it where the words say "last".
#include "src/mentions/time/time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string>

#include "src/base/base.h"

namespace recount {
namespace {

std::string two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }
std::string four(int n) {
  std::string s = std::to_string(n);
  return std::string(s.size() < 4 ? 4 - s.size() : 0, '0') + s;
}

struct Parts {
  std::optional<int> year, month, day, weekday, hour, minute, n, begins;
  std::string_view unit, daypart, shift, anchor, grain, relative, direction, type, zone, value,
      part;
  int back = 0;  // days
  bool names_day = false, and_half = false, until_now = false;
};

// "le 28" of the 6th is that of the month before, of the 25th that to come.
constexpr int kSoon = 7;  // days
// "In March" of October is that before it, unless the sentence is about what is to come.
constexpr int kFarMonth = 45;  // days to the month's middle

class Builder {
 public:
  Builder(const Words& words, const TimeAnchors& anchors)
      : words_(words), symbols_(words.pack().symbols) {
    if (anchors.published)
      published_ = parse_day(std::string_view(anchors.published->value).substr(0, 10));
    near_ = published_;
    if (!near_ && anchors.near)
      near_ = parse_day(std::string_view(anchors.near->value).substr(0, 10));
  }

  // The next matches belong to this sentence.
  void begin(const Sentence& s) { sentence_ = &s; }

  std::optional<FoundTime> build(const RuleMatch& m) {
    parts_ = Parts{};
    read(m);
    FoundTime out;
    out.first = m.match.first;
    out.last = m.match.last;
    if (const CaptureRun* it = m.capture("it")) {
      out.first = it->first;
      out.last = it->last;
    }
    out.mention.span = words_.span(out.first, out.last);
    out.mention.rule = m.rule->name;
    out.names_day = parts_.names_day;
    out.counted = (!parts_.direction.empty() || parts_.type == "SET") && has_number(m);
    out.to_come =
        parts_.relative == "next" || (parts_.direction == "future" && parts_.anchor != "narrative");
    if (!fill(out.mention)) return std::nullopt;
    return out;
  }

 private:
  // Is its `n` a number, not an article or a part of the unit's word?
  bool has_number(const RuleMatch& m) const {
    const CaptureRun* run = m.capture("n");
    if (!run || run->arc == kNoArc) return false;
    const Arc& arc = words_.arcs()[run->arc];
    return arc.cls == words_.pack().number && !arc.has(known("article"));
  }

  // Of the head line, else of the first captured word that has it.
  std::string_view feature(const RuleMatch& m, KnownName key) const {
    if (const Feature* f = feature_in(m.rule->features, key)) return symbols_.name(f->value);
    for (std::size_t i = 0; i < m.pattern->captures.size(); ++i) {
      const CaptureRun& c = m.match.captures[i];
      if (!c.taken() || c.arc == kNoArc) continue;
      if (const Symbol v = words_.arcs()[c.arc].get(key); v != kNoSymbol) return symbols_.name(v);
    }
    return {};
  }
  static const Feature* feature_in(std::span<const Feature> features, Symbol key) {
    const auto found = std::ranges::find(features, key, &Feature::key);
    return found == features.end() ? nullptr : &*found;
  }

  // A capture's number: of a number, or the main value of its word.
  std::optional<int> integer(const RuleMatch& m, KnownName capture, KnownName key) const {
    const CaptureRun* run = m.capture(capture);
    if (!run) return std::nullopt;
    if (run->arc == kNoArc) return digits(*run);
    const Arc& arc = words_.arcs()[run->arc];
    if (arc.cls == words_.pack().number) {
      if (arc.number % 1000 != 0 || arc.number > 9'999'000) return std::nullopt;
      return static_cast<int>(arc.number / 1000);
    }
    const std::string_view name = symbols_.name(arc.get(key));
    int v = 0;
    if (name.empty() ||
        std::from_chars(name.data(), name.data() + name.size(), v).ec != std::errc{})
      return std::nullopt;
    return v;
  }

  // The one token of a <digits>: part of a clock time that the pack's decimal mark would make one
  // number ("7.30 pm").
  std::optional<int> digits(const CaptureRun& run) const {
    const std::string_view text = words_.words(words_.span(run.first, run.last));
    int v = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return v;
  }

  void read(const RuleMatch& m) {
    parts_.year = integer(m, "year", "year");
    parts_.month = integer(m, "month", "month");
    parts_.day = integer(m, "day", "day");
    parts_.weekday = integer(m, "weekday", "weekday");
    parts_.hour = integer(m, "hour", "hour");
    parts_.minute = integer(m, "minute", "minute");
    parts_.n = integer(m, "n", "numeral");
    parts_.unit = feature(m, "timeunit");
    parts_.daypart = feature(m, "daypart");
    parts_.shift = feature(m, "shift");
    parts_.anchor = feature(m, "anchor");
    parts_.grain = feature(m, "grain");
    parts_.relative = feature(m, "relative");
    parts_.direction = feature(m, "direction");
    parts_.type = feature(m, "type");
    parts_.zone = feature(m, "zone");
    parts_.value = feature(m, "value");
    parts_.part = feature(m, "part");
    if (const std::string_view begins = feature(m, "begins"); !begins.empty())
      parts_.begins = std::atoi(std::string(begins).c_str());
    if (feature(m, "back") == "1") parts_.back = 1;
    parts_.names_day = m.rule->has(known("names_day"));
    parts_.until_now = m.rule->has(known("until_now"));
    parts_.and_half = m.rule->has(known("and_half"));
    if (parts_.unit == "decade" || parts_.unit == "century") {
      if (parts_.n) *parts_.n *= parts_.unit == "decade" ? 10 : 100;
      parts_.unit = "year";
    }
    if (feature(m, "half") == "pm" && parts_.hour && *parts_.hour < 12) *parts_.hour += 12;
    if (feature(m, "half") == "am" && parts_.hour == 12) parts_.hour = 0;
  }

  bool fill(TimeMention& t) {
    if (!parts_.value.empty()) return fixed(t);
    if (parts_.type == "DURATION") return duration(t);
    if (parts_.type == "SET") return set(t);
    std::string date;
    if (!parts_.part.empty()) {
      part_of_year(t, date);
    } else if (parts_.year || parts_.month || parts_.day) {
      if (!calendar(t, date)) return false;
    } else if (parts_.weekday) {
      weekday(t, date);
    } else if (!parts_.shift.empty() || (parts_.n && !parts_.direction.empty())) {
      if (!shifted(t, date)) return false;
    }
    if (parts_.hour) return clock(t, date);
    if (date.empty() && parts_.daypart.empty()) return false;
    t.type = TimexType::DATE;
    t.value = date;
    if (!parts_.daypart.empty()) {
      t.type = TimexType::TIME;
      t.value += "T";
      t.value += parts_.daypart;
    }
    return true;
  }

  // What the rule itself names: PRESENT_REF, PT30M, a set.
  bool fixed(TimeMention& t) const {
    t.type = named<TimexType>(parts_.type).value_or(TimexType::DATE);
    t.value = parts_.value;
    t.grain = parts_.grain;
    return true;
  }

  bool clock(TimeMention& t, const std::string& date) {
    if (*parts_.hour > 24 || parts_.minute.value_or(0) > 59) return false;
    t.type = TimexType::TIME;
    t.value = date + "T" + two(*parts_.hour) + ":" + (parts_.minute ? two(*parts_.minute) : "00");
    t.grain = parts_.minute ? "minute" : "hour";
    if (!parts_.zone.empty()) t.zone = parts_.zone;
    return true;
  }

  bool calendar(TimeMention& t, std::string& date) {
    if (parts_.month.value_or(1) > 12 || parts_.month.value_or(1) < 1 ||
        parts_.day.value_or(1) > 31)
      return false;
    if (parts_.day && !parts_.month) {  // "le 6": month of publication
      if (!published_) {
        date = "XXXX-XX-" + two(*parts_.day);
        t.grain = "day";
        t.anchor = "publication";
        return true;
      }
      parts_.month = published_->month;
      const auto month_before = [&] { parts_.month = *parts_.month == 1 ? 12 : *parts_.month - 1; };
      if (*parts_.day > published_->day + kSoon) month_before();
      if (!valid(Day{published_->year, *parts_.month, *parts_.day})) month_before();  // "le 31"
    }
    std::optional<int> year = parts_.year;
    if (year && *year < 100) year = *year + (*year < 50 ? 2000 : 1900);
    if (!year && parts_.month) {
      t.anchor = "publication";
      if (near_) year = nearest_year(*parts_.month, parts_.day.value_or(15));
    }
    date = year ? four(*year) : "XXXX";
    t.grain = "year";
    if (parts_.month) date += "-" + two(*parts_.month), t.grain = "month";
    if (parts_.day) date += "-" + two(*parts_.day), t.grain = "day";
    if (parts_.day && year && !valid(Day{*year, *parts_.month, *parts_.day})) return false;
    interval(t, year);
    if (parts_.grain == "decade" && year && !parts_.month) {  // "the 1990s"
      t.grain = "decade";
      t.to = iso(Day{*year + 9, 12, 31});
      date.pop_back();
    }
    return true;
  }

  int nearest_year(int month, int day) const {
    const auto distance = [&](int y) {
      return days_from_civil(Day{y, month, std::min(day, 28)}) - days_from_civil(*near_);
    };
    const int y = near_->year;
    if (parts_.relative == "last") return distance(y) < 0 ? y : y - 1;
    if (parts_.relative == "next") return distance(y) > 0 ? y : y + 1;
    int best = y;
    for (const int candidate : {y - 1, y + 1})
      if (std::labs(distance(candidate)) < std::labs(distance(best))) best = candidate;
    const bool whole_month = !parts_.day;
    return whole_month && distance(best) > kFarMonth && !is_of_future() ? best - 1 : best;
  }

  // Is the sentence about what is to come? Then a month without a year may be.
  bool is_of_future() const {
    for (std::uint32_t t = sentence_->first; t < sentence_->last; ++t)
      for (std::uint32_t a = words_.first_arc(t); a != kNoArc; a = words_.arcs()[a].next)
        if (words_.arcs()[a].has(known("fut"))) return true;
    return false;
  }

  void interval(TimeMention& t, const std::optional<int>& year) const {
    if (!year || parts_.day) return;
    const int first = parts_.month.value_or(1), last = parts_.month.value_or(12);
    t.from = iso(Day{*year, first, 1});
    t.to = iso(add_days(add_months(Day{*year, last, 1}, 1), -1));
  }

  // A quarter or season: of the year that is said, else the latest that has begun, with "last" the
  // one before where that one is still on.
  void part_of_year(TimeMention& t, std::string& date) const {
    constexpr int kMonths = 3, kYear = 12;
    t.grain = parts_.part.starts_with('Q') ? "quarter" : "season";
    const int first = parts_.begins.value_or(1);
    std::optional<int> year = parts_.year;
    if (!year && published_) {
      t.anchor = "publication";
      year = published_->year - (published_->month < first ? 1 : 0);
      const bool on = (published_->month - first + kYear) % kYear < kMonths;
      if (parts_.relative == "last" && on) --*year;
      const bool to_come = parts_.relative == "near" && published_->month < first && !on;
      if (parts_.relative == "next" || to_come) ++*year;
    }
    date = (year ? four(*year) : "XXXX") + "-";
    date += parts_.part;
    if (!year || t.grain == "season") return;  // in the south it has other months
    const Day begin{*year, first, 1};
    t.from = iso(begin);
    t.to = iso(add_days(add_months(begin, kMonths), -1));
  }

  // The latest such weekday up to the day of publication; "next": after it.
  void weekday(TimeMention& t, std::string& date) const {
    t.grain = "day";
    t.anchor = "publication";
    if (!published_) {
      date = "XXXX-WXX-" + std::to_string(*parts_.weekday);
      return;
    }
    int back = (recount::weekday(*published_) - *parts_.weekday + 7) % 7;
    if (parts_.relative == "next" || (parts_.relative == "near" && back > 3)) back -= 7;
    if (parts_.relative == "last" && back == 0) back = 7;
    back += parts_.back;
    const Day day = add_days(*published_, -back);
    date = iso(day);
    t.shift = shift_of(-back, 'D');
    if (parts_.grain != "weekend") return;
    t.grain = "weekend";
    t.from = date;
    t.to = iso(add_days(day, 1));
    date = iso_week(add_days(day, 1 - recount::weekday(day))) + "-WE";
  }

  static std::string shift_of(int n, char unit) {
    return (n < 0 ? "-P" : "P") + std::to_string(std::abs(n)) + std::string(1, unit);
  }
  static char unit_letter(std::string_view unit) {
    if (unit == "week") return 'W';
    if (unit == "month") return 'M';
    if (unit == "year") return 'Y';
    return 'D';
  }

  bool shifted(TimeMention& t, std::string& date) {
    std::string shift(parts_.shift);
    std::string_view grain = parts_.grain;
    if (shift.empty()) {
      if (parts_.unit == "hour" ||
          parts_.unit == "minute") {  // "two hours ago" falls on the anchor's day, as far as known
        grain = "day";
        shift = "P0D";
      } else {
        grain = parts_.unit.empty() ? "day" : parts_.unit;
        shift = shift_of(parts_.direction == "past" ? -*parts_.n : *parts_.n, unit_letter(grain));
      }
    }
    t.anchor = parts_.anchor.empty() ? std::string_view("publication") : parts_.anchor;
    t.shift = shift;
    t.grain = grain.empty() ? std::string_view("day") : grain;
    const bool known = published_ && *t.anchor == "publication";
    date = known ? apply(shift, t) : unknown(t.grain);
    return !date.empty();
  }

  static std::string unknown(const std::string& grain) {
    if (grain == "year") return "XXXX";
    if (grain == "month") return "XXXX-XX";
    if (grain == "week") return "XXXX-WXX";
    return "XXXX-XX-XX";
  }

  // The week of a Monday as ISO 8601 counts them: the year's first is that of 4 January.
  static std::string iso_week(const Day& monday) {
    const int year = add_days(monday, 3).year;
    const int since = days_from_civil(monday) - days_from_civil(Day{year, 1, 4});
    return four(year) + "-W" + two((since + 6) / 7 + 1);
  }

  std::string apply(std::string_view shift, TimeMention& t) const {
    const bool negative = shift.starts_with('-');
    if (negative) shift.remove_prefix(1);
    int n = 0;
    if (shift.size() < 3 ||
        std::from_chars(shift.data() + 1, shift.data() + shift.size() - 1, n).ec != std::errc{} ||
        n > 5000)
      return {};
    if (negative) n = -n;
    const char unit = shift.back();
    Day day = *published_;
    if (unit == 'D') day = add_days(day, n);
    if (unit == 'W') day = add_days(day, 7 * n);
    if (unit == 'M') day = add_months(day, n);
    if (unit == 'Y') day = add_months(day, 12 * n);
    if (t.grain == "year") return four(day.year);
    if (t.grain == "month") return four(day.year) + "-" + two(day.month);
    if (t.grain == "week") {
      const Day monday = add_days(day, 1 - recount::weekday(day));
      t.from = iso(monday);
      t.to = iso(add_days(monday, 6));
      return iso_week(monday);
    }
    return iso(day);
  }

  bool duration(TimeMention& t) const {
    if (parts_.unit.empty()) return false;
    t.type = TimexType::DURATION;
    t.grain = parts_.unit;
    const bool time = parts_.unit == "hour" || parts_.unit == "minute" || parts_.unit == "second";
    const char letter = parts_.unit == "hour"     ? 'H'
                        : parts_.unit == "minute" ? 'M'
                        : parts_.unit == "second" ? 'S'
                                                  : unit_letter(parts_.unit);
    t.value = std::string("P") + (time ? "T" : "") + (parts_.n ? std::to_string(*parts_.n) : "X") +
              (parts_.and_half ? ".5" : "") + letter;
    if (parts_.until_now && parts_.n && published_) until_now(t, *parts_.n);
    return true;
  }

  // "The last five days": up to the day of publication, which counts.
  void until_now(TimeMention& t, int n) const {
    if (n < 1 || n > 1000 || parts_.unit == "minute" || parts_.unit == "second") return;
    const Day first = parts_.unit == "hour"  ? add_days(*published_, -((n + 23) / 24))
                      : parts_.unit == "day" ? add_days(*published_, 1 - n)
                      : parts_.unit == "week"
                          ? add_days(*published_, -7 * n)
                          : add_months(*published_, parts_.unit == "month" ? -n : -12 * n);
    t.from = iso(first);
    t.to = iso(*published_);
    t.anchor = "publication";
  }

  bool set(TimeMention& t) const {
    t.type = TimexType::SET;
    t.grain = parts_.unit.empty() ? std::string_view("day") : parts_.unit;
    t.value = parts_.weekday ? "XXXX-WXX-" + std::to_string(*parts_.weekday)
                             : std::string("P1") + unit_letter(t.grain);
    return true;
  }

  const Words& words_;
  const Symbols& symbols_;
  std::optional<Day> published_, near_;
  Parts parts_;
  const Sentence* sentence_ = nullptr;
};

}  // namespace

std::vector<FoundTime> find_times(const Words& words, const TimeAnchors& anchors) {
  Builder builder(words, anchors);
  std::vector<FoundTime> out;
  const RuleIndex& rules = words.pack().index("time");
  for (const Sentence& s : words.sentences()) {
    builder.begin(s);
    for (const RuleMatch& m : rules.leftmost_longest(words, s.first, s.last))
      if (auto found = builder.build(m)) out.push_back(std::move(*found));
  }
  return out;
}

}  // namespace recount
