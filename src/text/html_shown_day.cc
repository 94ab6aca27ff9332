// Beside the headline a short line with a day is the page's, unless it says that it is of a change;
// the first one behind it, else the last one before it that the site's markup calls a date. A text
// may open with its place and day. Elsewhere only words of publication count, then a
// byline's day, and only where all such lines name one day: a list of articles has many.
#include "src/text/html_shown_day.h"

#include <algorithm>
#include <array>

#include "src/text/ascii.h"
#include "src/text/month_names.h"
#include "src/text/stamp.h"
#include "src/text/wording.h"

namespace recount::text {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestLine = 500;   // bytes
constexpr std::size_t kLongestShort = 110;  // code points of a line without words of publication
constexpr std::size_t kBefore = 4, kBehind = 10;  // blocks around the headline
constexpr std::size_t kRightBehind = 3;           // where the site's word "related" isn't believed
constexpr std::size_t kStandfirst = 2;            // paragraphs before a line with the date
constexpr std::size_t kLongestRest = 20;   // bytes beside the day of a line that is only a date
constexpr std::size_t kLongestLabel = 30;  // bytes of "Published:" on a line of its own
// Bytes that begin a digit in UTF-8: ASCII, Arabic, and the scripts of South Asia.
constexpr std::string_view kDigitStarts = "0123456789\xD9\xDB\xDF\xE0\xE1";
constexpr std::size_t kLongestOpening = 40;  // bytes before the day that a text opens with

// One day, said once or more often.
class OneDay {
 public:
  void add(const Stamp& stamp) {
    differ_ = differ_ || (first_ && first_->value.substr(0, 10) != stamp.value.substr(0, 10));
    if (!first_) first_ = stamp;
  }
  std::optional<Stamp> day() const { return differ_ ? std::nullopt : first_; }

 private:
  std::optional<Stamp> first_;
  bool differ_ = false;
};

class Finder {
 public:
  Finder(const PageLines& page, const DayWords& words, std::string_view language)
      : page_(page), words_(words), language_(language), day_first_(day_first_mark(language)) {}

  ShownDays run() {
    for (std::size_t i = 0; i < page_.drafts.size(); ++i) look(i);
    ShownDays out;
    for (const auto* stamp : {&said_beside_, &behind_, &before_})
      if (!out.headline) out.headline = *stamp;
    out.opening = opening_;
    out.elsewhere = elsewhere_.day();
    out.with_byline = signed_.day();
    out.modified = modified_;
    return out;
  }

 private:
  bool is_foreign(std::size_t i) const {
    const BlockKind kind = page_.drafts[i].kind;
    const Role role = page_.blocks[i].role;
    return i == page_.headline || kind == BlockKind::comment || kind == BlockKind::update ||
           role == Role::comment || (kind == BlockKind::teaser && role == Role::related);
  }

  // Lists of other articles have days too. Close behind the headline, and where the line says that
  // it is of publication, the site's word "related" isn't believed.
  bool is_related(std::size_t i, FoundDay::Of of, bool bare) const {
    if (page_.drafts[i].kind != BlockKind::related && page_.blocks[i].role != Role::related)
      return false;
    if (page_.headline == kNone || i < page_.headline) return true;
    if (bare && page_.blocks[i].link_bytes == 0 && labelled(i) == FoundDay::Of::published)
      return false;
    const bool says = page_.blocks[i].link_bytes == 0 &&
                      (of == FoundDay::Of::published || (bare && i <= page_.first_prose));
    return i > page_.headline + (says ? kBehind : kRightBehind);
  }

  void look(std::size_t i) {
    const Span span = page_.drafts[i].span;
    if (is_foreign(i) || is_late(i, span)) return;
    const std::string_view line = page_.text.substr(span.begin, span.size());
    if (line.find_first_of(kDigitStarts) == std::string_view::npos) return;
    const DayStyle style{language_, day_first_, is_dated(i)};
    for (FoundDay& day : words_.read(start_of(line), style)) {
      day.stamp.span = Span{span.begin + day.span.begin, span.begin + day.span.end};
      sort(i, line, day);
    }
  }

  // A long paragraph behind the text's beginning.
  bool is_late(std::size_t i, Span span) const {
    return span.size() > kLongestLine && i > page_.first_prose;
  }
  // A paragraph's first words.
  static std::string_view start_of(std::string_view line) {
    std::size_t size = std::min(line.size(), kLongestLine);
    while (size < line.size() && (static_cast<unsigned char>(line[size]) & 0xC0) == 0x80) --size;
    return line.substr(0, size);
  }

  bool is_dated(std::size_t i) const {
    return page_.blocks[i].role == Role::dateline || page_.drafts[i].kind == BlockKind::dateline ||
           page_.drafts[i].kind == BlockKind::byline;
  }

  // Up to the text; where the markup or the line's make says that it is a date, behind a standfirst
  // too.
  bool is_behind(std::size_t i, bool bare) const {
    if (page_.headline == kNone) return i <= page_.first_prose && is_dated(i);
    return i > page_.headline && i <= page_.headline + kBehind &&
           i <= page_.first_prose + (bare || is_dated(i) ? kStandfirst : 0);
  }
  bool is_before(std::size_t i) const {
    return page_.headline != kNone && i < page_.headline && i + kBefore >= page_.headline;
  }

  // "Published:" on the line before.
  FoundDay::Of labelled(std::size_t i) const {
    if (i == 0 || page_.drafts[i - 1].span.size() > kLongestLabel) return FoundDay::Of::unsaid;
    const Span span = page_.drafts[i - 1].span;
    return words_.label(page_.text.substr(span.begin, span.size()));
  }

  void sort(std::size_t i, std::string_view line, const FoundDay& day) {
    const bool bare = line.size() <= day.span.size() + kLongestRest;
    const bool behind = is_behind(i, bare), before = is_before(i);
    const bool prose = looks_like_prose(line);
    const bool is_short = length(line) <= kLongestShort && !prose;
    const FoundDay::Of of = day.of == FoundDay::Of::unsaid ? labelled(i) : day.of;
    if (of == FoundDay::Of::other || is_related(i, of, bare)) return;
    if (of == FoundDay::Of::modified) {
      if ((behind || before) && !prose && !modified_) modified_ = stamp_of(i, day);
    } else if (of == FoundDay::Of::published && (behind || before) && !prose) {
      if (!said_beside_) said_beside_ = stamp_of(i, day);
    } else if (behind && is_short) {
      if (!behind_) behind_ = stamp_of(i, day);
    } else if (before && is_short && (is_dated(i) || day.span.begin < 12)) {
      before_ = stamp_of(i, day);
    } else if (of == FoundDay::Of::published && is_about_page(i, line, day, prose)) {
      elsewhere_.add(day.stamp);
    } else if (is_opening(i, prose) && opens(line, day)) {
      if (!opening_) opening_ = day.stamp;
    } else if (of == FoundDay::Of::unsaid && is_short &&
               page_.drafts[i].kind == BlockKind::byline) {
      signed_.add(stamp_of(i, day));
    }
  }

  bool is_opening(std::size_t i, bool prose) const {
    return i == page_.first_prose ||
           (prose && page_.headline != kNone && i > page_.headline && i < page_.first_prose);
  }

  // "Velt, 2 March 2020 – ", "(2 March 2020) ", "Press release of 2 March 2020 | ": few words
  // before the day, and a mark that sets it apart behind.
  static bool opens(std::string_view line, const FoundDay& day) {
    const std::string_view before = trimmed(line.substr(0, day.span.begin));
    std::string_view behind = trimmed(line.substr(day.span.end));
    if (before.size() > kLongestOpening || before.find_first_of(":;|") != std::string_view::npos)
      return false;
    if (before.ends_with('(')) return behind.starts_with(')');
    for (const std::string_view mark : {"–", "—", "- ", "| ", "/ "})
      if (behind.starts_with(mark)) return true;
    return !before.empty() && behind.starts_with(": ");
  }

  // Sentences of the text tell of publications too.
  bool is_about_page(std::size_t i, std::string_view line, const FoundDay& day, bool prose) const {
    return (!prose || !is_source(page_.drafts[i].kind)) && day.span.begin <= kLongestShort &&
           !has_inner_sentence_end(line.substr(0, day.span.begin));
  }

  // The line's <time> says the same day more exactly.
  Stamp stamp_of(std::size_t i, const FoundDay& day) const {
    const std::uint32_t time = page_.blocks[i].time;
    if (time == kNoNode) return day.stamp;
    const auto exact =
        parse_stamp(page_.tree.attribute(page_.tree.nodes[time], "datetime"), "time");
    const bool same = exact && exact->value.substr(0, 10) == day.stamp.value.substr(0, 10);
    return same && exact->precision >= day.stamp.precision ? *exact : day.stamp;
  }

  const PageLines& page_;
  const DayWords& words_;
  std::string_view language_;
  char day_first_;
  std::optional<Stamp> said_beside_, behind_, before_, opening_, modified_;
  OneDay elsewhere_, signed_;
};

}  // namespace

ShownDays shown_days(const PageLines& page, const DayWords& words, std::string_view language) {
  return Finder(page, words, language).run();
}

}  // namespace recount::text
