#include "src/text/html_tree.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "src/text/ascii.h"

namespace recount::text {
namespace {

constexpr std::array<std::string_view, 18> kKept{
    "hreflang", "class",   "id",    "href",     "rel",     "name",
    "property", "content", "lang",  "datetime", "role",    "itemprop",
    "itemtype", "type",    "title", "value",    "pubdate", "http-equiv"};
constexpr std::size_t kTags = static_cast<std::size_t>(Tag::kCount);

bool one_of(Tag tag, std::initializer_list<Tag> list) {
  return std::find(list.begin(), list.end(), tag) != list.end();
}

class Builder {
 public:
  Builder(std::string_view page, const HtmlLimits& limits)
      : limits_(limits), tokens_(page, limits.max_attributes) {
    tree_.page = page;
    HtmlNode root;
    root.tag = Tag::html;
    tree_.nodes.push_back(root);
    open_.push_back({0, Tag::html, {}});
  }

  HtmlTree run() {
    HtmlToken token;
    while (tokens_.next(token)) {
      if (tree_.nodes.size() >= limits_.max_nodes) {
        tree_.cut = true;
        break;
      }
      switch (token.kind) {
        case HtmlToken::Kind::text:
        case HtmlToken::Kind::raw_text: text(token); break;
        case HtmlToken::Kind::start: start(token); break;
        case HtmlToken::Kind::end: end(token); break;
      }
    }
    return std::move(tree_);
  }

 private:
  struct Open {
    std::uint32_t node;
    Tag tag;
    std::string_view name;  // of unknown elements
  };

  std::uint32_t add(HtmlNode node) {
    node.parent = open_.back().node;
    const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
    HtmlNode& parent = tree_.nodes[node.parent];
    if (parent.last == kNoNode)
      parent.first = index;
    else
      tree_.nodes[parent.last].next = index;
    parent.last = index;
    tree_.nodes.push_back(node);
    return index;
  }

  void text(const HtmlToken& token) {
    HtmlNode node;
    node.is_text = true;
    node.raw = token.kind == HtmlToken::Kind::raw_text;
    node.begin = token.begin;
    node.end = token.end;
    const std::string_view words = tree_.page.substr(token.begin, token.end - token.begin);
    if (in_head() && !node.raw && !trimmed(words).empty()) close_head();
    add(node);
  }

  bool is_open(Tag tag) const { return open_count_[static_cast<std::size_t>(tag)] > 0; }
  bool in_head() const {
    return is_open(Tag::head) && !is_open(Tag::noscript) && !is_open(Tag::template_);
  }
  void close_head() {
    while (in_head() && open_.size() > 1) pop();
  }

  void start(const HtmlToken& token) {
    const Tag tag = token.tag;
    if (one_of(tag, {Tag::html, Tag::body})) {
      if (tag == Tag::body) close_head();
      keep_attributes_of_root(tag);
      if (tag == Tag::html || is_open(Tag::body)) return;
    }
    if (in_head() && (flags_of(tag) & kHead) == 0) close_head();
    close_implied(tag);
    HtmlNode node;
    node.tag = tag;
    node.custom = token.custom;
    node.begin = token.begin;
    node.end = token.end;
    const std::uint32_t index = add(node);
    keep_attributes(index);
    if (is_void(tag) || (token.self_closing && in_foreign(tag))) return;
    if (open_.size() >= limits_.max_depth) {
      ++beyond_[static_cast<std::size_t>(tag)];
      return;
    }
    open_.push_back({index, tag, token.name});
    ++open_count_[static_cast<std::size_t>(tag)];
  }

  // <html lang> counts wherever it stands; the first one does.
  void keep_attributes_of_root(Tag tag) {
    if (tag == Tag::html && tree_.nodes[0].attributes == 0) keep_attributes(0);
  }

  // Those that anybody asks for.
  void keep_attributes(std::uint32_t index) {
    HtmlNode& node = tree_.nodes[index];
    node.first_attribute = static_cast<std::uint32_t>(tree_.attributes.size());
    for (const HtmlAttribute& found : tokens_.attributes()) {
      const auto same = [&](std::string_view name) { return same_ignoring_case(name, found.name); };
      if (std::any_of(kKept.begin(), kKept.end(), same)) tree_.attributes.push_back(found);
    }
    node.attributes = static_cast<std::uint16_t>(tree_.attributes.size() - node.first_attribute);
  }

  // "/>" closes an element only inside svg and math.
  bool in_foreign(Tag tag) const { return tag == Tag::svg || is_open(Tag::svg); }

  void pop() {
    --open_count_[static_cast<std::size_t>(open_.back().tag)];
    open_.pop_back();
  }

  // Pops through the innermost open `tag`, if no barrier and none of `walls` stands before it.
  bool close(Tag tag, std::initializer_list<Tag> walls) {
    if (!is_open(tag)) return false;
    for (std::size_t i = open_.size(); i-- > 1;) {
      if (open_[i].tag == tag) {
        while (open_.size() > i) pop();
        return true;
      }
      if (is_barrier(open_[i].tag) || one_of(open_[i].tag, walls)) return false;
    }
    return false;
  }

  // End tags that a start tag implies (13.2.6.4.7).
  void close_implied(Tag tag) {
    if (is_block(tag) && is_open(Tag::svg)) close(Tag::svg, {});
    if (is_block(tag) && !one_of(tag, {Tag::option, Tag::optgroup, Tag::tr, Tag::td, Tag::th,
                                       Tag::tbody, Tag::thead, Tag::tfoot}))
      close(Tag::p, {Tag::button});
    if (is_heading(tag) && is_heading(open_.back().tag)) pop();
    switch (tag) {
      case Tag::li: close(Tag::li, {Tag::ul, Tag::ol, Tag::menu, Tag::dir}); break;
      case Tag::dt:
      case Tag::dd:
        if (!close(Tag::dt, {Tag::dl, Tag::dd})) close(Tag::dd, {Tag::dl});
        break;
      case Tag::option:
      case Tag::optgroup: close(Tag::option, {Tag::select}); break;
      case Tag::a:
        if (open_.back().tag == Tag::a) pop();
        break;
      case Tag::td:
      case Tag::th: close_in_table({Tag::td, Tag::th}); break;
      case Tag::tr: close_in_table({Tag::td, Tag::th, Tag::tr}); break;
      case Tag::tbody:
      case Tag::thead:
      case Tag::tfoot:
        close_in_table(
            {Tag::td, Tag::th, Tag::tr, Tag::tbody, Tag::thead, Tag::tfoot, Tag::caption});
        break;
      default: break;
    }
  }

  // Pops to inside the innermost table what is one of `tags`, with what stands in it.
  void close_in_table(std::initializer_list<Tag> tags) {
    if (!is_open(Tag::table)) return;
    std::size_t keep = open_.size();
    for (std::size_t i = open_.size(); i-- > 1 && open_[i].tag != Tag::table;)
      if (one_of(open_[i].tag, tags)) keep = i;
    while (open_.size() > keep) pop();
  }

  void end(const HtmlToken& token) {
    const Tag tag = token.tag;
    if (one_of(tag, {Tag::html, Tag::body})) return;  // what follows still belongs to the body
    if (tag == Tag::br) {
      HtmlNode node;
      node.tag = tag;
      node.begin = token.begin;
      node.end = token.end;
      add(node);
      return;
    }
    if (beyond_[static_cast<std::size_t>(tag)] > 0) {
      --beyond_[static_cast<std::size_t>(tag)];
      return;
    }
    if (tag == Tag::unknown) return end_unknown(token.name);
    if (is_heading(tag)) return end_heading();
    if (one_of(tag, {Tag::table, Tag::tbody, Tag::thead, Tag::tfoot, Tag::tr, Tag::td, Tag::th}))
      return end_in_table(tag);
    if (is_block(tag) || is_barrier(tag) ||
        one_of(tag, {Tag::noscript, Tag::svg, Tag::video, Tag::audio, Tag::canvas})) {
      close(tag, tag == Tag::li ? std::initializer_list<Tag>{Tag::ul, Tag::ol}
                                : std::initializer_list<Tag>{});
      return;
    }
    end_inline(tag);
  }

  void end_heading() {
    for (std::size_t i = open_.size(); i-- > 1 && !is_barrier(open_[i].tag);) {
      if (!is_heading(open_[i].tag)) continue;
      while (open_.size() > i) pop();
      return;
    }
  }

  void end_in_table(Tag tag) {
    if (!is_open(tag)) return;
    for (std::size_t i = open_.size(); i-- > 1;) {
      if (open_[i].tag == tag) {
        while (open_.size() > i) pop();
        return;
      }
      if (open_[i].tag == Tag::table) return;
    }
  }

  // Formatting doesn't close blocks: <b><p>…</b> leaves the paragraph open.
  void end_inline(Tag tag) {
    if (!is_open(tag)) return;
    for (std::size_t i = open_.size(); i-- > 1;) {
      if (open_[i].tag == tag) {
        while (open_.size() > i) pop();
        return;
      }
      if (is_block(open_[i].tag) || is_barrier(open_[i].tag)) return;
    }
  }

  void end_unknown(std::string_view name) {
    if (!is_open(Tag::unknown)) return;
    for (std::size_t i = open_.size(); i-- > 1 && !is_barrier(open_[i].tag);) {
      if (open_[i].tag != Tag::unknown || !same_ignoring_case(open_[i].name, name)) continue;
      while (open_.size() > i) pop();
      return;
    }
  }

  HtmlLimits limits_;
  HtmlTree tree_;
  HtmlTokenizer tokens_;
  std::vector<Open> open_;
  std::array<std::uint32_t, kTags> open_count_{};
  std::array<std::uint32_t, kTags> beyond_{};  // open elements beyond the depth
};

}  // namespace

std::string_view HtmlTree::attribute(const HtmlNode& node, std::string_view name) const {
  for (const HtmlAttribute& found : attributes_of(node))
    if (same_ignoring_case(found.name, name)) return found.value;
  return {};
}

bool HtmlTree::has_attribute(const HtmlNode& node, std::string_view name) const {
  for (const HtmlAttribute& found : attributes_of(node))
    if (same_ignoring_case(found.name, name)) return true;
  return false;
}

HtmlTree parse_html(std::string_view page, const HtmlLimits& limits) {
  return Builder(page, limits).run();
}

}  // namespace recount::text
