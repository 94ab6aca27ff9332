#include "src/text/html_text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "src/base/base.h"
#include "src/text/ascii.h"
#include "src/text/html_entities.h"
#include "src/text/text_writer.h"

namespace recount::text {
namespace {

constexpr std::uint32_t kLongestCell = 400;  // bytes; a longer one is layout

bool white(char32_t c) {
  return c <= 0x20 || (c >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(c)));
}
bool invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

class Walker {
 public:
  Walker(const HtmlTree& tree, const HtmlRoles& roles)
      : tree_(tree), roles_(roles), writer_(out_.text) {}

  HtmlText run() {
    Place place;
    place.role = Role::none;
    place.in_content = roles_.content == 0;
    children(0, place);
    flush();
    out_.runs = writer_.take_runs();
    return std::move(out_);
  }

 private:
  // Where the walk is.
  struct Place {
    std::uint32_t element = 0;
    Tag tag = Tag::unknown;
    Role role = Role::none;
    Role block_role = Role::none;  // of `element`
    std::uint32_t link = kNoNode;
    bool in_content = false;
    bool row = false;  // in a row of a table of data: nothing ends a block
    bool bold = false;
  };

  void children(std::uint32_t parent, const Place& place) {
    bool after_span = false;
    for (std::uint32_t i = tree_.nodes[parent].first; i != kNoNode; i = tree_.nodes[i].next) {
      if (roles_.weights[i].dropped) continue;
      // Classed spans and times side by side are set apart by the site's style.
      const bool span =
          tree_.nodes[i].tag == Tag::time ||
          (tree_.nodes[i].tag == Tag::span && tree_.has_attribute(tree_.nodes[i], "class"));
      if (span && after_span) writer_.gap();
      after_span = span;
      if (tree_.nodes[i].is_text)
        characters(tree_.nodes[i], place);
      else
        element(i, place);
    }
  }

  void element(std::uint32_t index, const Place& outer) {
    const HtmlNode& node = tree_.nodes[index];
    if (node.tag == Tag::br) return line_break(node, outer);
    if (node.tag == Tag::hr) return flush();
    if (is_void(node.tag)) return;
    Place place = outer;
    place.role = roles_.inherited[index];
    place.in_content = outer.in_content || index == roles_.content;
    if (node.tag == Tag::a && tree_.has_attribute(node, "href")) place.link = index;
    if (node.tag == Tag::b || node.tag == Tag::strong) place.bold = true;
    if (node.tag == Tag::time && time_ == kNoNode) time_ = index;
    const bool cell = node.tag == Tag::td || node.tag == Tag::th;
    const bool row = node.tag == Tag::tr && is_data(index);
    const bool breaks = !outer.row && (row || is_block(node.tag) || stands_apart(index, outer));
    if (breaks) {
      flush();
      place.element = index;
      place.block_role = place.role;
      place.tag = kept_tag(node.tag, outer.tag);
    } else if (cell || (outer.row && is_block(node.tag)) || is_separate_link(index)) {
      writer_.gap();
    }
    place.row = outer.row || row;
    children(index, place);
    if (breaks)
      flush();
    else if (cell || (outer.row && is_block(node.tag)))
      writer_.gap();
  }

  // A paragraph in a list item is still the list's, one in a quotation the quotation's.
  static Tag kept_tag(Tag tag, Tag outer) {
    const bool neutral = tag == Tag::p || tag == Tag::div || tag == Tag::span ||
                         tag == Tag::unknown || tag == Tag::section;
    if (neutral && (outer == Tag::li || outer == Tag::blockquote || outer == Tag::figcaption ||
                    is_heading(outer)))
      return outer;
    return tag;
  }

  // An inline element with a role of its own beside others, not inside running text: <span
  // class="author">.
  bool stands_apart(std::uint32_t index, const Place& outer) const {
    const HtmlNode& node = tree_.nodes[index];
    if (node.custom) return !roles_.weights[node.parent].own_text && outer.tag != Tag::p;
    const Role own = roles_.own[index];
    if (own == Role::none || own == Role::main || own == outer.role || outer.tag == Tag::p ||
        outer.tag == Tag::li)
      return false;
    return !is_heading(outer.tag) && !roles_.weights[node.parent].own_text;
  }

  // Links side by side are words apart, as pages show them.
  bool is_separate_link(std::uint32_t index) const {
    const HtmlNode& node = tree_.nodes[index];
    return node.tag == Tag::a && !roles_.weights[node.parent].own_text;
  }

  // A row of a table that holds data, not the page's layout.
  bool is_data(std::uint32_t row) {
    std::uint32_t table = tree_.nodes[row].parent;
    while (table != 0 && tree_.nodes[table].tag != Tag::table) table = tree_.nodes[table].parent;
    if (table == 0) return false;
    if (data_.empty()) judge_tables();
    return data_[table];
  }

  // Layout: a table with another table, a heading, a list or a long text inside.
  void judge_tables() {
    const std::vector<HtmlNode>& nodes = tree_.nodes;
    data_.assign(nodes.size(), false);
    std::vector<bool> layout(nodes.size(), false);
    for (std::size_t i = nodes.size(); i-- > 1;) {
      const HtmlNode& node = nodes[i];
      if (node.is_text || roles_.weights[i].dropped) continue;
      const bool cell = node.tag == Tag::td || node.tag == Tag::th;
      if (node.tag == Tag::table) {
        data_[i] = !layout[i];
        layout[node.parent] = true;
      } else if (layout[i] || is_heading(node.tag) || node.tag == Tag::ul || node.tag == Tag::ol ||
                 node.tag == Tag::form || (cell && roles_.weights[i].text > kLongestCell)) {
        layout[node.parent] = true;
      }
    }
  }

  void line_break(const HtmlNode& node, const Place& place) {
    if (!writer_.in_block()) return;
    const bool second = last_break_ == writer_.size();
    last_break_ = writer_.size();
    if (second && !place.row) return flush();
    writer_.space(node.begin, node.end, false);
  }

  void characters(const HtmlNode& node, const Place& place) {
    const std::string_view page = tree_.page;
    for (std::size_t at = node.begin; at < node.end;) {
      const std::size_t from = at;
      const unsigned char c = static_cast<unsigned char>(page[at]);
      if (c == '&' && !node.raw) {
        decoded_.clear();
        const std::size_t taken = decode_reference(page.substr(at, node.end - at), false, decoded_);
        at += std::max<std::size_t>(taken, 1);
        if (taken == 0) decoded_ = "&";
        reference(from, at, place);
        continue;
      }
      if (c > 0x20 && c < 0x80) {
        while (at < node.end && static_cast<unsigned char>(page[at]) > 0x20 &&
               static_cast<unsigned char>(page[at]) < 0x80 && (page[at] != '&' || node.raw))
          ++at;
        put(page.substr(from, at - from), from, at, true, place);
        continue;
      }
      const char32_t code_point = utf8_next(page, at);
      if (white(code_point) && code_point != 0x85)
        writer_.space(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at),
                      code_point == ' ');
      else if (code_point >= 0x80 && code_point <= 0x9F)
        control(code_point, from, at, place);
      else if (!invisible(code_point))
        put(page.substr(from, at - from), from, at, true, place);
    }
  }

  // Pages that were once windows-1252 hold its quotation marks as control characters.
  void control(char32_t code_point, std::size_t from, std::size_t to, const Place& place) {
    decoded_.clear();
    utf8_append(decoded_, windows_character(code_point));
    put(decoded_, from, to, false, place);
  }

  void reference(std::size_t from, std::size_t to, const Place& place) {
    std::size_t at = 0;
    const char32_t first = utf8_next(decoded_, at);
    if (white(first))
      return writer_.space(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), false);
    if (!invisible(first)) put(decoded_, from, to, false, place);
  }

  void put(std::string_view characters, std::size_t from, std::size_t to, bool literal,
           const Place& place) {
    if (!writer_.in_block()) begin_block(place);
    if (literal)
      writer_.literal(characters, static_cast<std::uint32_t>(from));
    else
      writer_.whole(characters, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to));
    if (place.link != kNoNode) {
      const std::uint32_t end = writer_.size(),
                          begin = end - static_cast<std::uint32_t>(characters.size());
      block_.link_bytes += end - begin;
      if (block_.link == kNoNode) {
        block_.link = place.link;
        block_.link_span = {begin, end};
      } else if (block_.link == place.link) {
        block_.link_span.end = end;
      }
    }
    // What stands only in a part of the block ("18:54" before a link) isn't the block's.
    if (place.role != block_.role) block_.role = place.block_role;
    if (!place.bold) block_.strong = false;
    if (block_.time == kNoNode) block_.time = time_;
  }

  void begin_block(const Place& place) {
    block_ = HtmlBlock{};
    block_.element = place.element;
    block_.tag = place.row ? Tag::tr : place.tag;
    block_.role = place.role;
    block_.in_content = place.in_content;
    block_.strong = true;
    last_break_ = UINT32_MAX;
  }

  void flush() {
    if (const auto span = writer_.end_block()) {
      block_.span = *span;
      out_.blocks.push_back(block_);
    }
    time_ = kNoNode;
  }

  const HtmlTree& tree_;
  const HtmlRoles& roles_;
  HtmlText out_;
  TextWriter writer_;
  HtmlBlock block_;
  std::uint32_t time_ = kNoNode;           // a <time> since the last block
  std::uint32_t last_break_ = UINT32_MAX;  // size of the text at the last <br>
  std::vector<bool> data_;                 // tables of data, once asked for
  std::string decoded_;
};

}  // namespace

HtmlText text_of(const HtmlTree& tree, const HtmlRoles& roles) { return Walker(tree, roles).run(); }

}  // namespace recount::text
