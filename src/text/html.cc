// What each block of an HTML page is: the markup first (roles, elements, where the content stands,
// how much of it is links), then its words (classify.h).
//
// The page's title, as JSON-LD, <meta> or <title> give it, finds the headline among the headings.
// What stands before the headline leads to other pages; between it and the content stand
// standfirst, byline and date; behind the content, what else the site has to say.
#include "src/text/html.h"

#include <algorithm>
#include <utility>

#include "src/text/ascii.h"
#include "src/text/classify.h"
#include "src/text/html_day.h"
#include "src/text/html_entities.h"
#include "src/text/html_entries.h"
#include "src/text/html_facts.h"
#include "src/text/html_headline.h"
#include "src/text/html_shown_day.h"
#include "src/text/html_text.h"
#include "src/text/url.h"
#include "src/text/wording.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestLine = 300;  // code points of a byline, a date, a contact
constexpr std::size_t kLongestCaption = 600;
constexpr std::uint32_t kMostlyLink = 70;  // percent of a block's bytes
constexpr std::size_t kShortLine = 40;
constexpr std::size_t kLittleProse = 1000;  // bytes; of which an article has more
constexpr std::size_t kLeastProse = 200;    // bytes of a page that isn't an empty shell

class Reader {
 public:
  Reader(std::string_view page, const std::optional<std::string>& title, const std::string& url,
         const Cues& cues, const HtmlLimits& limits)
      : tree_(parse_html(page, limits)),
        roles_(roles_of(tree_)),
        facts_(facts_of(tree_, roles_, cues.day_words())),
        cues_(cues) {
    if (title) facts_.facts.title = title;
    base_ = facts_.base.empty() ? url : resolved(facts_.base, url).value_or(url);
    if (base_.empty() && facts_.facts.url) base_ = *facts_.facts.url;
  }

  HtmlReading run() {
    text_ = text_of(tree_, roles_);
    entries_ = entries_of(tree_, roles_, cues_.clock_words(), facts_);
    const HtmlHeadline found =
        find_headline(text_, facts_.facts.title.value_or(""), facts_.page_title);
    headline_ = found.block;
    sure_ = found.sure;
    if (headline_ != kNone) headline_words_ = plain_form(words(headline_));
    find_content();
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) out_.drafts.push_back(draft(i));
    ClassifyOptions options;
    options.markup = true;
    options.title = facts_.facts.title;
    classify(text_.text, out_.drafts, cues_, options);
    settle();
    return std::move(out_);
  }

 private:
  std::string_view words(std::size_t i) const {
    const Span span = text_.blocks[i].span;
    return std::string_view(out_.text.empty() ? text_.text : out_.text)
        .substr(span.begin, span.size());
  }

  // Where the content begins, and its first paragraph behind the headline.
  void find_content() {
    for (std::size_t i = 0; i < text_.blocks.size() && first_prose_ == kNone; ++i) {
      const HtmlBlock& block = text_.blocks[i];
      if (!block.in_content) continue;
      if (content_begin_ == kNone) content_begin_ = i;
      const bool behind = headline_ == kNone || i > headline_;
      if (behind && !is_aside(block.role) && block.role != Role::caption && !mostly_link(i) &&
          looks_like_prose(words(i)))
        first_prose_ = i;
    }
    if (first_prose_ == kNone) first_prose_ = 0;
  }

  Draft draft(std::size_t i) {
    const HtmlBlock& block = text_.blocks[i];
    Draft out;
    out.span = block.span;
    out.heading = is_heading(block.tag);
    out.parent = tree_.nodes[block.element].parent;
    set_link(block, out);
    if (i == headline_ || (is_heading(block.tag) && !headline_words_.empty() &&
                           plain_form(words(i)) == headline_words_)) {
      out.kind = BlockKind::headline;
      out.decided = true;
      return out;
    }
    if (is_aside(block.role) && !is_standfirst(i)) {
      out.kind = aside_kind(i);
      out.decided = true;
      return out;
    }
    const std::uint32_t entry = entries_.times.empty() ? kNoNode : entries_.entry_of[block.element];
    if (entry != kNoNode) {
      out.kind = BlockKind::update;
      out.time = entries_.times[entry];
      out.decided = true;
      return out;
    }
    if (line_of_its_own(i, out)) return out;
    if (mostly_link(i)) return linked(i, out);
    if (!block.in_content && !text_.blocks.empty()) return outside(i, out);
    return inside(i, out);
  }

  // Sites call the lines between headline and text "teaser" too.
  bool is_standfirst(std::size_t i) const {
    const HtmlBlock& block = text_.blocks[i];
    return block.role == Role::related && headline_ != kNone && i > headline_ && i < first_prose_ &&
           block.link_bytes == 0 && looks_like_prose(words(i));
  }

  void set_link(const HtmlBlock& block, Draft& out) const {
    if (block.link == kNoNode) return;
    const HtmlNode& node = tree_.nodes[block.link];
    out.href = resolved(decoded(tree_.attribute(node, "href")), base_);
    out.link = block.link_span;
    out.alternate = tree_.has_attribute(node, "hreflang");
  }

  // A clock time before a link doesn't count: lists of headlines have it.
  bool mostly_link(std::size_t i) const {
    const HtmlBlock& block = text_.blocks[i];
    std::size_t size = block.span.size();
    if (block.link_bytes > 0)
      if (const auto clock = leading_clock(words(i), cues_.clock_words())) size -= clock->end;
    return block.link_bytes > 0 && block.link_bytes * 100ULL >= size * kMostlyLink;
  }

  BlockKind aside_kind(std::size_t i) const {
    const HtmlBlock& block = text_.blocks[i];
    switch (block.role) {
      case Role::related:
        return looks_like_prose(words(i)) && !mostly_link(i) ? BlockKind::teaser
                                                             : BlockKind::related;
      case Role::comment: return BlockKind::comment;
      case Role::notice: return BlockKind::notice;
      default: return BlockKind::navigation;
    }
  }

  // Bylines, dates, captions, contacts: roles that hold a line.
  bool line_of_its_own(std::size_t i, Draft& out) const {
    const HtmlBlock& block = text_.blocks[i];
    const std::size_t size = length(words(i));
    const bool has_digit = words(i).find_first_of("0123456789") != std::string_view::npos;
    if (block.role == Role::byline && size <= kLongestLine)
      out.kind = BlockKind::byline;
    else if (block.role == Role::dateline && size <= kLongestLine / 2 && has_digit)
      out.kind = BlockKind::dateline;
    else if (block.role == Role::caption && size <= kLongestCaption)
      out.kind = BlockKind::caption;
    else if (block.role == Role::contact &&
             (size <= kLongestLine / 2 || looks_like_contact(words(i))))
      out.kind = BlockKind::contact;
    else
      return false;
    out.decided = true;
    return true;
  }

  Draft linked(std::size_t i, Draft out) const {
    const HtmlBlock& block = text_.blocks[i];
    const bool behind = headline_ != kNone && i > headline_;
    out.decided = true;
    // A long linked line behind the headline names another page; a short one, or one before, is a
    // way to move about.
    const bool names_page = behind && length(words(i)) >= 25;
    out.kind = names_page ? BlockKind::related : BlockKind::navigation;
    if (block.in_content && behind && block.tag != Tag::li && !is_heading(block.tag) &&
        looks_like_prose(words(i)) && block.link_bytes < block.span.size())
      out.kind = BlockKind::body;
    return out;
  }

  Draft outside(std::size_t i, Draft out) const {
    const bool before_headline = headline_ != kNone && i < headline_;
    const bool before_content = content_begin_ == kNone || i < content_begin_;
    const bool prose = looks_like_prose(words(i));
    if (before_headline) {
      out.kind = prose ? BlockKind::notice : BlockKind::navigation;
      out.decided = !prose;
      return out;
    }
    if (headline_ != kNone && before_content) {  // standfirst, byline, date
      if (!prose && length(words(i)) < kShortLine && !looks_like_dateline(words(i)) &&
          !cues_.match(plain_form(words(i)))) {
        out.kind = BlockKind::navigation;
        out.decided = true;
      }
      return out.heading ? section(out) : out;
    }
    if (headline_ == kNone && before_content) return inside(i, out);
    out.decided = true;
    if (out.heading)
      out.kind = BlockKind::related;
    else
      out.kind = prose ? BlockKind::teaser : BlockKind::navigation;
    if (looks_like_contact(words(i))) out.kind = BlockKind::contact;
    return out;
  }

  static Draft section(Draft out) {
    out.kind = BlockKind::headline;
    out.section = true;
    out.decided = true;
    return out;
  }

  Draft inside(std::size_t i, Draft out) const {
    const HtmlBlock& block = text_.blocks[i];
    if (out.heading) return section(out);
    if (headline_ != kNone && i < headline_ &&
        !looks_like_prose(words(i))) {  // "World > Europe", a kicker
      out.kind = words(i).find(" > ") != std::string_view::npos ? BlockKind::navigation
                                                                : BlockKind::notice;
      return out;
    }
    switch (block.tag) {
      case Tag::li:
      case Tag::dt:
      case Tag::dd: out.kind = BlockKind::list; break;
      case Tag::tr:
      case Tag::caption:
        out.kind = BlockKind::table;
        out.decided = true;
        break;
      case Tag::blockquote: out.kind = BlockKind::quote; break;
      case Tag::figcaption: out.kind = BlockKind::caption; break;
      default:
        if (block.role == Role::quote)
          out.kind = BlockKind::quote;
        else if (block.strong && looks_like_heading(words(i)) && length(words(i)) <= 90 &&
                 headline_ != kNone && i > headline_)
          return section(out);
        break;
    }
    return out;
  }

  void settle() {
    out_.text = std::move(text_.text);
    out_.runs = std::move(text_.runs);
    out_.facts = std::move(facts_.facts);
    if (headline_ != kNone && sure_) {
      const Span span = text_.blocks[headline_].span;
      out_.facts.title = out_.text.substr(span.begin, span.size());
    } else if (!out_.facts.title && !facts_.page_title.empty()) {
      out_.facts.title = facts_.page_title;
    }
    out_.credit = facts_.organisation;
    set_day();
    if (!out_.facts.outlet && headline_ != kNone) {
      const Span span = text_.blocks[headline_].span;
      out_.facts.outlet = outlet_of_title(
          facts_.page_title, std::string_view(out_.text).substr(span.begin, span.size()));
    }
    if (!out_.facts.outlet) out_.facts.outlet = outlet_of_head();
    if (!out_.facts.byline && !out_.credit) out_.facts.byline = byline();
    out_.quality = quality();
  }

  // A line before the headline that the <title> ends with.
  std::optional<std::string> outlet_of_head() const {
    const auto name = last_part(facts_.page_title);
    if (!name || headline_ == kNone) return std::nullopt;
    const std::string plain = plain_form(*name);
    for (std::size_t i = 0; i < headline_; ++i)
      if (words(i).size() <= 2 * name->size() && plain_form(words(i)) == plain) return name;
    return std::nullopt;
  }

  void set_day() {
    if (!entries_.times.empty()) {  // the time of an entry isn't the page's
      for (auto* stamp : {&facts_.days.marked, &facts_.days.first_time})
        if (*stamp && (*stamp)->evidence == "time") stamp->reset();
    }
    const PageLines lines{out_.text, out_.drafts, text_.blocks, tree_, headline_, first_prose_};
    const ShownDays shown = shown_days(lines, cues_.day_words(),
                                       cues_.day_words().day_first(out_.facts.declared_language));
    out_.facts.published = published_of(facts_.days, shown, out_.facts.url.value_or(base_));
    if (!out_.facts.modified) out_.facts.modified = shown.modified;
  }

  // The first short byline, as it stands.
  std::optional<std::string> byline() const {
    for (const Draft& draft : out_.drafts)
      if (draft.kind == BlockKind::byline && draft.span.size() <= 120)
        return out_.text.substr(draft.span.begin, draft.span.size());
    return std::nullopt;
  }

  // The title, or a short line, says that this isn't the article.
  std::optional<Quality> said_of_capture(std::size_t source) const {
    if (const auto said = cues_.capture(plain_form(facts_.page_title))) return said;
    for (const Draft& draft : out_.drafts) {
      if (draft.span.size() > kLongestLine || draft.kind == BlockKind::related ||
          draft.kind == BlockKind::teaser || draft.kind == BlockKind::comment)
        continue;
      const auto said = cues_.capture(
          plain_form(std::string_view(out_.text).substr(draft.span.begin, draft.span.size())));
      const bool counts =
          said == Quality::paywall || draft.kind == BlockKind::headline || source < kLeastProse;
      if (said && counts) return said;
    }
    return std::nullopt;
  }

  Quality quality() const {
    std::size_t source = 0, notice = 0, all = 0;
    for (const Draft& draft : out_.drafts) {
      all += draft.span.size();
      if (is_source(draft.kind)) source += draft.span.size();
      if (draft.kind == BlockKind::notice) notice += draft.span.size();
    }
    if (source < kLeastProse && facts_.captcha) return Quality::captcha;
    if (source < kLittleProse)
      if (const auto said = said_of_capture(source)) return *said;
    if (source < kLeastProse && notice * 2 > all) return Quality::cookie_wall;
    if (facts_.for_subscribers && source < kLittleProse) return Quality::paywall;
    return tree_.cut || source < kLeastProse / 4 ? Quality::partial : Quality::ok;
  }

  static constexpr std::size_t kNone = HtmlHeadline::kNone;

  HtmlTree tree_;
  HtmlRoles roles_;
  HtmlFacts facts_;
  const Cues& cues_;
  std::string base_;
  HtmlText text_;
  HtmlEntries entries_;
  HtmlReading out_;
  std::size_t headline_ = kNone, content_begin_ = kNone, first_prose_ = kNone;
  bool sure_ = false;  // of the headline
  std::string headline_words_;
};

}  // namespace

HtmlReading read_html(std::string_view page, const std::optional<std::string>& title,
                      const std::string& url, const Cues& cues, const HtmlLimits& limits) {
  return Reader(page, title, url, cues, limits).run();
}

}  // namespace recount::text
