// Paragraphs of an article stand side by side in one element, the core; what surrounds them stands
// in parts of its own. A part is the largest element with a block in it and the core outside, or
// one inside the core. Parts with teasers, a linked headline and some words each, lead to other
// pages; so do parts of one teaser each where there are several, and parts behind the core whose
// words are mostly links. In a part with more paragraphs than teasers only the teasers do; parts
// without either stay: articles come in sections.
#include "src/text/html_core.h"

#include <algorithm>

#include "src/text/ascii.h"

namespace recount::text {
namespace {

constexpr std::uint32_t kShortestLink = 12;      // bytes of a linked line that can be a headline
constexpr std::uint32_t kShortestHeadline = 20;  // bytes of a link that an item begins with
constexpr std::uint32_t kShortestTeaser = 40, kLongestTeaser = 500;
constexpr std::size_t kMostBetween = 3;      // blocks from a headline to its words
constexpr std::uint32_t kFewestTeasers = 2;  // in one part
constexpr std::uint32_t kFewestOfAll = 3;    // in all parts
constexpr std::uint64_t kManyLinks = 40;     // percent of a part's bytes

// Elements whose parent says where they stand: a paragraph, its list, its quotation.
bool inside_another(Tag tag) {
  constexpr Tag kInside[] = {Tag::p,  Tag::li,         Tag::ul,   Tag::ol,     Tag::dl,
                             Tag::dt, Tag::dd,         Tag::h1,   Tag::h2,     Tag::h3,
                             Tag::h4, Tag::h5,         Tag::h6,   Tag::b,      Tag::i,
                             Tag::em, Tag::blockquote, Tag::span, Tag::strong, Tag::font};
  return std::find(std::begin(kInside), std::end(kInside), tag) != std::end(kInside);
}

struct Part {
  std::uint32_t size = 0, link = 0, paragraphs = 0, teasers = 0;
};

class Finder {
 public:
  Finder(const HtmlTree& tree, const HtmlText& text, const std::vector<bool>& prose,
         const std::vector<bool>& linked, std::size_t first)
      : tree_(tree), text_(text), prose_(prose), linked_(linked), first_(first) {}

  HtmlCore run() {
    out_.leads_away.assign(text_.blocks.size(), false);
    find_core();
    if (out_.element == kNoNode) return std::move(out_);
    find_parts();
    weigh(first_, last_ + 1);
    judge(first_, last_ + 1, false);
    weigh(last_ + 1, text_.blocks.size());
    judge(last_ + 1, text_.blocks.size(), true);
    return std::move(out_);
  }

 private:
  bool own_words(std::size_t i) const {
    const Role role = text_.blocks[i].role;
    return !is_aside(role) && role != Role::caption && !linked_[i];
  }
  bool is_paragraph(std::size_t i) const { return own_words(i) && prose_[i] && !is_teaser(i); }

  // Some words right behind a linked line, or in one item with it. Where a paragraph follows in the
  // same element, the line stands between paragraphs of an article.
  bool is_teaser(std::size_t i) const {
    const HtmlBlock& block = text_.blocks[i];
    if (!own_words(i) || block.span.size() < kShortestTeaser || block.span.size() > kLongestTeaser)
      return false;
    return is_item(i) || (i > 0 && behind_headline(i) && !goes_on(i));
  }
  bool is_item(std::size_t i) const {
    const HtmlBlock& block = text_.blocks[i];
    return (block.tag == Tag::li || block.tag == Tag::tr) && block.link != kNoNode &&
           block.link_span.begin == block.span.begin && block.link_span.size() >= kShortestHeadline;
  }
  // Articles have lists of links too: before their end items don't count.
  bool counts_as_teaser(std::size_t i) const { return is_teaser(i) && (i > last_ || !is_item(i)); }
  // Short lines, a day or "Watch", may stand between a headline and its words.
  bool behind_headline(std::size_t i) const {
    if (linked_[i - 1] && text_.blocks[i - 1].span.size() >= kShortestLink) return true;
    for (std::size_t at = i; at-- > 0 && i - at <= kMostBetween;) {
      const HtmlBlock& before = text_.blocks[at];
      if (linked_[at] && before.span.size() >= kShortestHeadline) return true;
      if (before.span.size() > kShortestTeaser || is_heading(before.tag) ||
          !(linked_[at] || has_digit(before)))
        return false;
    }
    return false;
  }
  bool has_digit(const HtmlBlock& block) const {
    const auto begin = text_.text.begin() + block.span.begin;
    return std::any_of(begin, begin + block.span.size(), is_digit);
  }
  bool goes_on(std::size_t i) const {
    return i + 1 < text_.blocks.size() && own_words(i + 1) && prose_[i + 1] &&
           parent(i + 1) == parent(i);
  }
  std::uint32_t parent(std::size_t i) const { return tree_.nodes[text_.blocks[i].element].parent; }

  std::uint32_t home(std::uint32_t element) const {
    while (element != 0 && inside_another(tree_.nodes[element].tag))
      element = tree_.nodes[element].parent;
    return element;
  }

  void find_core() {
    std::vector<std::uint32_t> bytes(tree_.nodes.size(), 0);
    for (std::size_t i = first_; i < text_.blocks.size(); ++i) {
      if (!is_paragraph(i)) continue;
      const std::uint32_t at = home(text_.blocks[i].element);
      bytes[at] += text_.blocks[i].span.size() - text_.blocks[i].link_bytes;
      if (out_.element == kNoNode || bytes[at] > bytes[out_.element]) out_.element = at;
    }
    for (std::size_t i = first_; i < text_.blocks.size(); ++i)
      if (is_paragraph(i) && home(text_.blocks[i].element) == out_.element) last_ = i;
  }

  // Nodes stand in the order of the page, parents first.
  void find_parts() {
    std::vector<bool> above(tree_.nodes.size(), false);
    for (std::uint32_t at = out_.element; at != kNoNode; at = tree_.nodes[at].parent)
      above[at] = true;
    part_of_.assign(tree_.nodes.size(), kNoNode);
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const std::uint32_t parent = tree_.nodes[i].parent;
      if (!above[i]) part_of_[i] = above[parent] ? i : part_of_[parent];
    }
  }

  void weigh(std::size_t from, std::size_t to) {
    parts_.assign(tree_.nodes.size(), Part{});
    teasers_ = 0;
    for (std::size_t i = from; i < to; ++i) {
      const HtmlBlock& block = text_.blocks[i];
      const std::uint32_t at = part_of_[block.element];
      if (at == kNoNode) continue;
      Part& part = parts_[at];
      part.size += block.span.size();
      part.link += block.link_bytes;
      if (is_paragraph(i)) ++part.paragraphs;
      if (!counts_as_teaser(i)) continue;
      ++part.teasers;
      ++teasers_;
    }
  }

  void judge(std::size_t from, std::size_t to, bool behind) {
    for (std::size_t i = from; i < to; ++i) {
      const std::uint32_t at = part_of_[text_.blocks[i].element];
      if (at == kNoNode) continue;
      const Part& part = parts_[at];
      const bool several = part.teasers >= kFewestTeasers || (behind && teasers_ >= kFewestOfAll);
      const bool teasers = several && part.teasers > 0;
      out_.leads_away[i] = (teasers && (part.teasers >= part.paragraphs || counts_as_teaser(i))) ||
                           (behind && part.link * 100ULL >= part.size * kManyLinks);
    }
  }

  const HtmlTree& tree_;
  const HtmlText& text_;
  const std::vector<bool>& prose_;
  const std::vector<bool>& linked_;
  std::size_t first_, last_ = 0;
  HtmlCore out_;
  std::vector<std::uint32_t> part_of_;  // of each node: its part, kNoNode above the core
  std::vector<Part> parts_;             // by node
  std::uint32_t teasers_ = 0;
};

}  // namespace

HtmlCore core_of(const HtmlTree& tree, const HtmlText& text, const std::vector<bool>& prose,
                 const std::vector<bool>& linked, std::size_t first) {
  return Finder(tree, text, prose, linked, first).run();
}

void widen_content(const HtmlTree& tree, std::uint32_t element, std::uint32_t& content,
                   std::vector<HtmlBlock>& blocks) {
  std::vector<bool> above(tree.nodes.size(), false);
  for (std::uint32_t at = element; at != kNoNode; at = tree.nodes[at].parent) above[at] = true;
  if (above[content]) return;
  while (!above[content]) content = tree.nodes[content].parent;
  std::uint32_t end = content + 1;  // nodes below stand behind it
  while (end < tree.nodes.size() && tree.nodes[end].parent >= content) ++end;
  for (HtmlBlock& block : blocks)
    block.in_content = block.element >= content && block.element < end;
}

}  // namespace recount::text
