#include "src/publish/wording.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "src/base/base.h"

namespace recount::publish {
namespace {

constexpr auto kMeasureWords = std::to_array<std::string_view>(
    {"dead", "injured", "missing", "detained", "released", "sentenced", "displaced", "taking part",
     "deployed", "damaged", "raised", "signatures"});

constexpr auto kMonths =
    std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July",
                                     "August", "September", "October", "November", "December"});
constexpr auto kDays = std::to_array<std::string_view>(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"});

constexpr auto kQualifiers = std::to_array<std::string_view>(
    {"", "at least ", "more than ", "up to ", "fewer than ", "about ", "almost ", "", ""});

constexpr auto kModalities =
    std::to_array<std::string_view>({"", "denied", "uncertain", "hypothetical", "planned"});

constexpr auto kVerdicts = std::to_array<std::string_view>(
    {"AGREE", "COMPATIBLE, both can be so", "REVISED, the later replaces the earlier", "DISAGREE",
     "CAN'T BE DECIDED from these pages"});

constexpr auto kLinks = std::to_array<std::string_view>(
    {"carries the credit line of", "gives the word of", "has the text of", "shares passages with",
     "is a translation of", "is of one network with", "says again what",
     "has the figure and words of"});

struct ReasonWords {
  std::string_view one, many;
};
constexpr auto kReasons = std::to_array<ReasonWords>(
    {{"age", "ages"},
     {"date", "dates"},
     {"time of day", "times of day"},
     {"duration", "durations"},
     {"telephone number", "telephone numbers"},
     {"contact", "contacts"},
     {"money", "money"},
     {"share", "shares"},
     {"rank", "ranks"},
     {"score", "scores"},
     {"part of a name", "parts of names"},
     {"address", "addresses"},
     {"distance", "distances"},
     {"measurement", "measurements"},
     {"counts things, not people", "things that aren't people"},
     {"counts animals", "animals"},
     {"people, but no event's figure", "people, but no event's figure"},
     {"ordinal", "ordinals"},
     {"“one” as a pronoun", "“one” as a pronoun, not as a number"},
     {"not the page's own text", "in parts that aren't the page's own text"},
     {"not decided", "not decided"}});

static_assert(kMeasureWords.size() == Names<Measure>::rows.size());
static_assert(kQualifiers.size() == Names<Qualifier>::rows.size());
static_assert(kModalities.size() == Names<Modality>::rows.size());
static_assert(kVerdicts.size() == Names<Verdict>::rows.size());
static_assert(kLinks.size() == Names<LinkKind>::rows.size());
static_assert(kReasons.size() == Names<LeftOutReason>::rows.size());

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return std::nullopt;
  int value = 0;
  for (char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<std::int64_t> whole_number(std::string_view digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value)
                                                                      : std::nullopt;
}

std::string full_day(Day day) {
  return std::string(kDays[static_cast<std::size_t>(weekday(day) - 1)]) + " " +
         std::to_string(day.day) + " " +
         std::string(kMonths[static_cast<std::size_t>(day.month - 1)]) + " " +
         std::to_string(day.year);
}

// "XXXX-WXX-5", "2018-W20-5", "XXXX-WXX-WE", "2018-W20"; nullopt for other forms.
std::optional<std::string> week_words(std::string_view value) {
  if (value.size() < 8 || value.substr(4, 2) != "-W") return std::nullopt;
  const auto year = digits(value, 0, 4), week = digits(value, 6, 2);
  const std::string_view rest = value.size() > 9 ? value.substr(9) : "";
  const bool day = rest.size() == 1 && rest[0] >= '1' && rest[0] <= '7';
  const std::string what = day ? std::string(kDays[static_cast<std::size_t>(rest[0] - '1')])
                           : rest == "WE" ? "weekend"
                                          : "";
  if (!rest.empty() && what.empty()) return std::nullopt;
  if (!week) return "a " + (what.empty() ? "week" : what) + ", date not known";
  return (what.empty() ? "" : what + " of ") + "week " + std::to_string(*week) +
         (year ? " of " + std::to_string(*year) : ", year not known");
}

// "XXXX-05-18", "2018-05", "2018"; nullopt for other forms.
std::optional<std::string> partial_day(std::string_view value) {
  const auto year = digits(value, 0, 4), month = digits(value, 5, 2), day = digits(value, 8, 2);
  if (!year && !value.starts_with("XXXX")) return std::nullopt;
  if (value.size() == 4) return year ? std::optional(std::to_string(*year)) : std::nullopt;
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  std::string words = day ? std::to_string(*day) + " " : "";
  words += kMonths[static_cast<std::size_t>(*month - 1)];
  return words + (year ? " " + std::to_string(*year) : ", year not known");
}

}  // namespace

std::string number(std::int64_t value) {
  std::string out = std::to_string(value < 0 ? -value : value);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return value < 0 ? "-" + out : out;
}

std::string figure_words(const Figure& figure) {
  if (!figure.low && !figure.high) return "no number";
  const std::string qualifier(kQualifiers[static_cast<std::size_t>(figure.qualifier)]);
  if (figure.low && figure.high && *figure.low != *figure.high)
    return qualifier + number(*figure.low) + " to " + number(*figure.high);
  return qualifier + number(figure.low ? *figure.low : *figure.high);
}

std::string origins_words(const LedgerLine& line) {
  const bool doubtful = line.origins_at_least > 0 && line.origins_at_least < line.origins;
  return (doubtful ? "at most " : "") + std::to_string(line.origins);
}

std::string_view measure_words(Measure measure) {
  return kMeasureWords[static_cast<std::size_t>(measure)];
}

std::string upper(std::string_view ascii) {
  std::string out(ascii);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return out;
}

std::string spaced(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c == '_') c = ' ';
  return out;
}

std::string day_words(std::string_view day) {
  if (day.empty()) return "day not known";
  if (auto whole = parse_day(day)) return full_day(*whole);
  if (auto week = week_words(day)) return *week;
  if (auto part = partial_day(day)) return *part;
  return day.find('X') == std::string_view::npos ? std::string(day) : "day not known";
}

std::string with_day_words(std::string_view text) {
  constexpr std::size_t kDaySize = 10;  // "2018-05-18"
  std::string out;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("“")) quoted = true;
    if (text.substr(at).starts_with("”")) quoted = false;
    const std::string_view token = text.substr(at, kDaySize);
    const bool free =
        !quoted && (at == 0 || text[at - 1] == ' ') &&
        (at + kDaySize >= text.size() ||
         std::string_view(" ,;)").find(text[at + kDaySize]) != std::string_view::npos);
    const auto day = free ? parse_day(token) : std::nullopt;
    const auto part =
        free && !day && token.starts_with("XXXX-") ? partial_day(token) : std::nullopt;
    out += day ? full_day(*day) : part ? *part : std::string(1, text[at]);
    if (day || part) at += kDaySize - 1;
  }
  return out;
}

std::string with_singulars(std::string_view text) {
  std::string out;
  const auto letter = [&](std::size_t at) {
    return at < text.size() && text[at] >= 'a' && text[at] <= 'z';
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    out += text[at];
    if (text[at] != 's' || letter(at + 1)) continue;
    std::size_t begin = at;
    while (begin > 0 && letter(begin - 1)) --begin;
    const std::string_view before = text.substr(0, begin);
    if (before == "1 " || before.ends_with(" 1 ")) out.pop_back();
  }
  return out;
}

std::string with_number_words(std::string_view text, const std::set<std::int64_t>& values) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    const std::string_view token = text.substr(at, end - at);
    const auto value = token.size() > 3 && token.size() < 16 ? whole_number(token) : std::nullopt;
    out += value && values.contains(*value) ? number(*value) : std::string(token);
    if (end < text.size()) out += text[end];
    at = end + 1;
  }
  return out;
}

std::string said_at_words(std::string_view value) {
  const std::size_t hour = value.find('T');
  if (hour == std::string_view::npos) return day_words(value);
  const std::string clock(value.substr(hour + 1, 5));
  return hour == 0 ? clock : day_words(value.substr(0, hour)) + ", " + clock;
}

std::string_view modality_words(Modality modality) {
  return kModalities[static_cast<std::size_t>(modality)];
}
std::string modality_mark(Modality modality) {
  return modality == Modality::asserted ? "" : " [" + upper(modality_words(modality)) + "]";
}
std::string_view verdict_words(Verdict verdict) {
  return kVerdicts[static_cast<std::size_t>(verdict)];
}
std::string_view link_words(LinkKind kind) { return kLinks[static_cast<std::size_t>(kind)]; }
std::string_view reason_words(LeftOutReason reason) {
  return kReasons[static_cast<std::size_t>(reason)].many;
}
std::string_view reason_word(LeftOutReason reason) {
  return kReasons[static_cast<std::size_t>(reason)].one;
}

std::string count(std::size_t n, std::string_view one, std::string_view many) {
  return number(static_cast<std::int64_t>(n)) + " " + std::string(n == 1 ? one : many);
}

}  // namespace recount::publish
