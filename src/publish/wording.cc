#include "src/publish/wording.h"

#include <array>
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

constexpr auto kReasons =
    std::to_array<std::string_view>({"ages",
                                     "dates",
                                     "times of day",
                                     "durations",
                                     "telephone numbers",
                                     "contacts",
                                     "money",
                                     "shares",
                                     "ranks",
                                     "scores",
                                     "parts of names",
                                     "addresses",
                                     "distances",
                                     "measurements",
                                     "things that aren't people",
                                     "animals",
                                     "people, but no event's figure",
                                     "ordinals",
                                     "“one” that counts nobody",
                                     "in parts that aren't the page's own text",
                                     "not decided"});

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

std::string full_day(Day day) {
  return std::string(kDays[static_cast<std::size_t>(weekday(day) - 1)]) + " " +
         std::to_string(day.day) + " " +
         std::string(kMonths[static_cast<std::size_t>(day.month - 1)]) + " " +
         std::to_string(day.year);
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
  if (auto part = partial_day(day)) return *part;
  return std::string(day);
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
std::string_view verdict_words(Verdict verdict) {
  return kVerdicts[static_cast<std::size_t>(verdict)];
}
std::string_view link_words(LinkKind kind) { return kLinks[static_cast<std::size_t>(kind)]; }
std::string_view reason_words(LeftOutReason reason) {
  return kReasons[static_cast<std::size_t>(reason)];
}

std::string count(std::size_t n, std::string_view one, std::string_view many) {
  return number(static_cast<std::int64_t>(n)) + " " + std::string(n == 1 ? one : many);
}

}  // namespace recount::publish
