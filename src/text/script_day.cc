// Scripts are searched for names with "pub" in them, no language of theirs is parsed: a name of
// publication, a colon or an equals sign, a date, with the quotation marks that may stand around.
#include "src/text/script_day.h"

#include <algorithm>

#include "src/text/ascii.h"
#include "src/text/date_key.h"
#include "src/text/stamp.h"

namespace recount::text {
namespace {

constexpr std::size_t kMostBytes = 4u << 20;
constexpr std::size_t kLongestName = 64, kLongestValue = 40;

bool in_name(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.'; }
bool is_mark(char c) { return c == '"' || c == '\'' || c == '\\' || c == ' '; }

// What programs write where there is no date: the first day of a year.
bool is_default(std::string_view day) { return day.substr(4, 6) == "-01-01"; }

}  // namespace

void ScriptDays::read(std::string_view script) {
  script = script.substr(0, kMostBytes - std::min(kMostBytes, bytes_));
  bytes_ += script.size();
  for (std::size_t at = script.find('b', 2); at != std::string_view::npos && !differ_;
       at = script.find('b', at + 1)) {
    if (lower(script[at - 1]) != 'u' || lower(script[at - 2]) != 'p') continue;
    std::size_t begin = at - 2, end = at + 1;
    while (begin > 0 && in_name(script[begin - 1]) && end - begin <= kLongestName) --begin;
    while (end < script.size() && in_name(script[end]) && end - begin <= kLongestName) ++end;
    if (date_key(script.substr(begin, end - begin)) != DateKey::published) continue;
    const std::size_t stop = std::min(script.size(), end + kLongestValue + 8);
    while (end < stop && is_mark(script[end])) ++end;
    if (end >= stop || (script[end] != ':' && script[end] != '=')) continue;
    ++end;
    while (end < stop && is_mark(script[end])) ++end;
    const std::string_view rest = script.substr(end, kLongestValue);
    value(rest.substr(0, rest.find_first_of("\"'\\,;}<&\n")));
    at = end > at ? end - 1 : at;
  }
}

void ScriptDays::value(std::string_view words) {
  std::optional<Stamp> stamp = parse_stamp(words, "script");
  if (!stamp || stamp->precision < Precision::day || stamp->value.find('X') != std::string::npos ||
      is_default(stamp->value))
    return;
  if (!found_)
    found_ = std::move(stamp);
  else
    differ_ = differ_ || found_->value.substr(0, 10) != stamp->value.substr(0, 10);
}

std::optional<Stamp> ScriptDays::day() const { return differ_ ? std::nullopt : found_; }

}  // namespace recount::text
