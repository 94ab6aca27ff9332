// Beside the headline a short line with a day is the page's, unless it says that it is of a change;
// the first one behind it, else the last one before it that the site's markup calls a date.
// Elsewhere only words of publication count, and only where all such lines name one day: a list of
// articles has many.
#include "src/text/html_shown_day.h"

#include <algorithm>
#include <array>

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

class Finder {
 public:
  Finder(const PageLines& page, const DayWords& words, bool day_first)
      : page_(page), words_(words), day_first_(day_first) {}

  ShownDays run() {
    for (std::size_t i = 0; i < page_.drafts.size(); ++i) look(i);
    ShownDays out;
    for (const auto* stamp : {&said_beside_, &behind_, &before_})
      if (!out.headline) out.headline = *stamp;
    if (!elsewhere_differ_) out.elsewhere = elsewhere_;
    out.modified = modified_;
    return out;
  }

 private:
  bool is_foreign(std::size_t i) const {
    const BlockKind kind = page_.drafts[i].kind;
    return i == page_.headline || kind == BlockKind::comment || kind == BlockKind::teaser ||
           kind == BlockKind::update || page_.blocks[i].role == Role::comment;
  }

  // Lists of other articles have days too. Close behind the headline, and where the line says that
  // it is of publication, the site's word "related" isn't believed.
  bool is_related(std::size_t i, FoundDay::Of of, bool bare) const {
    if (page_.drafts[i].kind != BlockKind::related && page_.blocks[i].role != Role::related)
      return false;
    if (page_.headline == kNone || i < page_.headline) return true;
    const bool says = page_.blocks[i].link_bytes == 0 &&
                      (of == FoundDay::Of::published || (bare && i <= page_.first_prose));
    return i > page_.headline + (says ? kBehind : kRightBehind);
  }

  void look(std::size_t i) {
    const Span span = page_.drafts[i].span;
    if (is_foreign(i) || span.size() > kLongestLine) return;
    const std::string_view line = page_.text.substr(span.begin, span.size());
    if (line.find_first_of("0123456789") == std::string_view::npos) return;
    for (FoundDay& day : words_.read(line, day_first_)) {
      day.stamp.span = Span{span.begin + day.span.begin, span.begin + day.span.end};
      sort(i, line, day);
    }
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
    if (is_related(i, of, bare)) return;
    if (of == FoundDay::Of::modified) {
      if ((behind || before) && !prose && !modified_) modified_ = stamp_of(i, day);
    } else if (of == FoundDay::Of::published && (behind || before) && !prose) {
      if (!said_beside_) said_beside_ = stamp_of(i, day);
    } else if (behind && is_short) {
      if (!behind_) behind_ = stamp_of(i, day);
    } else if (before && is_short && (is_dated(i) || day.span.begin < 12)) {
      before_ = stamp_of(i, day);
    } else if (of == FoundDay::Of::published && is_about_page(i, line, day, prose)) {
      const std::string value = day.stamp.value.substr(0, 10);
      elsewhere_differ_ =
          elsewhere_differ_ || (elsewhere_ && elsewhere_->value.substr(0, 10) != value);
      if (!elsewhere_) elsewhere_ = day.stamp;
    }
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
  bool day_first_;
  std::optional<Stamp> said_beside_, behind_, before_, elsewhere_, modified_;
  bool elsewhere_differ_ = false;
};

}  // namespace

ShownDays shown_days(const PageLines& page, const DayWords& words, bool day_first) {
  return Finder(page, words, day_first).run();
}

}  // namespace recount::text
