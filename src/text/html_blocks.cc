// The page's title, as JSON-LD, <meta> or <title> give it, finds the headline among the headings.
// What stands before the headline leads to other pages; between it and the content stand
// standfirst, byline and date; behind the content, what else the site has to say.
#include "src/text/html_blocks.h"

#include <utility>

#include "src/text/html_core.h"
#include "src/text/html_entities.h"
#include "src/text/url.h"
#include "src/text/wording.h"

namespace recount::text {
namespace {

constexpr std::size_t kNone = HtmlHeadline::kNone;
constexpr std::size_t kLongestLine = 300;  // code points of a byline, a date, a contact
constexpr std::size_t kLongestByline = 120;
constexpr std::size_t kLongestCaption = 600;
constexpr std::uint32_t kMostlyLink = 70;  // percent of a block's bytes
constexpr std::size_t kShortLine = 40;
constexpr std::size_t kShortestTeaser = 60;  // code points, without a point too

class Judge {
 public:
  Judge(const HtmlPage& page, HtmlRoles& roles, HtmlText& text)
      : page_(page), roles_(roles), text_(text) {}

  HtmlDrafts run() {
    if (page_.headline != kNone) headline_words_ = plain_form(words(page_.headline));
    find_core();
    find_content();
    HtmlDrafts out;
    out.first_prose = first_prose_;
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) out.drafts.push_back(draft(i));
    return out;
  }

 private:
  std::string_view words(std::size_t i) const {
    const Span span = text_.blocks[i].span;
    return std::string_view(text_.text).substr(span.begin, span.size());
  }

  // Where the content begins, and its first paragraph behind the headline.
  void find_content() {
    for (std::size_t i = 0; i < text_.blocks.size() && first_prose_ == kNone; ++i) {
      const HtmlBlock& block = text_.blocks[i];
      if (!block.in_content) continue;
      if (content_begin_ == kNone) content_begin_ = i;
      const bool behind = page_.headline == kNone || i > page_.headline;
      if (behind && !is_aside(block.role) && block.role != Role::caption && !linked_[i] &&
          prose_[i])
        first_prose_ = i;
    }
    if (first_prose_ == kNone) first_prose_ = 0;
  }

  void find_core() {
    prose_.resize(text_.blocks.size());
    linked_.resize(text_.blocks.size());
    for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
      prose_[i] = looks_like_prose(words(i));
      linked_[i] = mostly_link(i);
    }
    const std::size_t first = page_.headline == kNone ? 0 : page_.headline + 1;
    HtmlCore core = core_of(page_.tree, text_, prose_, linked_, first);
    if (core.element != kNoNode)
      widen_content(page_.tree, core.element, roles_.content, text_.blocks);
    away_ = std::move(core.leads_away);
  }

  // In a part that leads to other pages.
  Draft away(std::size_t i, Draft out) const {
    const bool teaser = !linked_[i] && length(words(i)) >= kShortestTeaser;
    out.decided = true;
    out.kind = teaser ? BlockKind::teaser : BlockKind::related;
    if (looks_like_contact(words(i))) out.kind = BlockKind::contact;
    return out;
  }

  Draft draft(std::size_t i) const {
    const HtmlBlock& block = text_.blocks[i];
    Draft out;
    out.span = block.span;
    out.heading = is_heading(block.tag);
    out.parent = page_.tree.nodes[block.element].parent;
    set_link(block, out);
    if (i == page_.headline || (is_heading(block.tag) && !headline_words_.empty() &&
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
    const std::uint32_t entry =
        page_.entries.times.empty() ? kNoNode : page_.entries.entry_of[block.element];
    if (entry != kNoNode) {
      out.kind = BlockKind::update;
      out.time = page_.entries.times[entry];
      out.decided = true;
      return out;
    }
    if (away_[i]) return away(i, out);
    if (line_of_its_own(i, out)) return out;
    if (linked_[i]) return linked(i, out);
    if (!block.in_content && !text_.blocks.empty()) return outside(i, out);
    return inside(i, out);
  }

  // Sites call the lines between headline and text "teaser" too.
  bool is_standfirst(std::size_t i) const {
    const HtmlBlock& block = text_.blocks[i];
    return block.role == Role::related && page_.headline != kNone && i > page_.headline &&
           i < first_prose_ && block.link_bytes == 0 && prose_[i];
  }

  void set_link(const HtmlBlock& block, Draft& out) const {
    if (block.link == kNoNode) return;
    const HtmlNode& node = page_.tree.nodes[block.link];
    out.href = resolved(decoded(page_.tree.attribute(node, "href")), page_.base);
    out.link = block.link_span;
    out.alternate = page_.tree.has_attribute(node, "hreflang");
  }

  // A clock time before a link doesn't count: lists of headlines have it.
  bool mostly_link(std::size_t i) const {
    const HtmlBlock& block = text_.blocks[i];
    std::size_t size = block.span.size();
    if (block.link_bytes > 0)
      if (const auto clock = leading_clock(words(i), page_.cues.clock_words())) size -= clock->end;
    return block.link_bytes > 0 && block.link_bytes * 100ULL >= size * kMostlyLink;
  }

  BlockKind aside_kind(std::size_t i) const {
    const HtmlBlock& block = text_.blocks[i];
    switch (block.role) {
      case Role::related: return prose_[i] && !linked_[i] ? BlockKind::teaser : BlockKind::related;
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
    // Classes of authors hold standfirsts too, and behind the text what there is to say of them.
    const bool line = size <= kLongestByline || !prose_[i] || i > first_prose_;
    if (block.role == Role::byline && size <= kLongestLine && line)
      out.kind = BlockKind::byline;
    else if (block.role == Role::dateline && size <= kLongestLine / 2 && has_digit)
      out.kind = BlockKind::dateline;
    else if (block.role == Role::caption && size <= kLongestCaption)
      out.kind = BlockKind::caption;
    else if (block.role == Role::contact &&
             (size <= kLongestLine / 2 || looks_like_contact(words(i))))
      out.kind = is_author(i) ? BlockKind::byline : BlockKind::contact;
    else
      return false;
    out.decided = true;
    return true;
  }

  // <address> beside the headline without an address: who wrote it.
  bool is_author(std::size_t i) const {
    return page_.headline != kNone && i > page_.headline && i < first_prose_ + 1 &&
           length(words(i)) <= kLongestByline && !looks_like_contact(words(i)) &&
           words(i).find_first_of("@0123456789") == std::string_view::npos;
  }

  Draft linked(std::size_t i, Draft out) const {
    const HtmlBlock& block = text_.blocks[i];
    const bool behind = page_.headline != kNone && i > page_.headline;
    out.decided = true;
    // A long linked line behind the headline names another page; a short one, or one before, is a
    // way to move about.
    const bool names_page = behind && length(words(i)) >= 25;
    out.kind = names_page ? BlockKind::related : BlockKind::navigation;
    if (block.in_content && behind && block.tag != Tag::li && !is_heading(block.tag) && prose_[i] &&
        block.link_bytes < block.span.size())
      out.kind = BlockKind::body;
    return out;
  }

  Draft outside(std::size_t i, Draft out) const {
    const bool before_headline = page_.headline != kNone && i < page_.headline;
    const bool before_content = content_begin_ == kNone || i < content_begin_;
    const bool prose = prose_[i];
    if (before_headline) {
      out.kind = prose ? BlockKind::notice : BlockKind::navigation;
      out.decided = !prose;
      return out;
    }
    if (page_.headline != kNone && before_content) {  // standfirst, byline, date
      if (!prose && length(words(i)) < kShortLine && !looks_like_dateline(words(i)) &&
          !page_.cues.match(plain_form(words(i)))) {
        out.kind = BlockKind::navigation;
        out.decided = true;
      }
      return out.heading ? section(out) : out;
    }
    if (page_.headline == kNone && before_content) return inside(i, out);
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
    if (page_.headline != kNone && i < page_.headline &&
        !prose_[i]) {  // "World > Europe", a kicker
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
                 page_.headline != kNone && i > page_.headline)
          return section(out);
        break;
    }
    return out;
  }

  const HtmlPage& page_;
  HtmlRoles& roles_;
  HtmlText& text_;
  std::size_t content_begin_ = kNone, first_prose_ = kNone;
  std::vector<bool> prose_, linked_;  // of each block
  std::vector<bool> away_;            // blocks of parts that lead to other pages
  std::string headline_words_;
};

}  // namespace

HtmlDrafts drafts_of(const HtmlPage& page, HtmlRoles& roles, HtmlText& text) {
  return Judge(page, roles, text).run();
}

}  // namespace recount::text
