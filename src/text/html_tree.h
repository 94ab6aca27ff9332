// The tree of an HTML page, as far as readable text needs it.
//
// Not the tree construction of the standard: nodes stay in the order of the page, so that the
// text's source map is sorted. Implied end tags, headings, lists, tables and the head follow the
// standard; misnested formatting isn't re-opened and text in a table isn't moved before it, for
// neither changes what is read. Linear in the page: every end tag looks no further than `max_depth`
// open elements, elements beyond that depth hold no children (their content goes to the last one
// inside it), and the number of nodes is capped.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "src/text/html_token.h"

namespace recount::text {

inline constexpr std::uint32_t kNoNode = UINT32_MAX;

struct HtmlNode {
  Tag tag = Tag::unknown;
  bool is_text = false;  // [begin, end) is text, else the start tag
  bool raw = false;      // text of an element whose content isn't markup
  bool custom = false;
  std::uint16_t attributes = 0;
  std::uint32_t first_attribute = 0;
  std::uint32_t parent = kNoNode, next = kNoNode, first = kNoNode, last = kNoNode;
  std::uint32_t begin = 0, end = 0;
};

struct HtmlTree {
  std::string_view page;
  std::vector<HtmlNode> nodes;  // in the order of the page; 0 is the root
  std::vector<HtmlAttribute> attributes;
  bool cut = false;  // the page had more nodes than the cap

  std::span<const HtmlAttribute> attributes_of(const HtmlNode& node) const {
    return std::span(attributes).subspan(node.first_attribute, node.attributes);
  }
  // Raw value of an attribute (name in lower case); empty where there is none.
  std::string_view attribute(const HtmlNode& node, std::string_view name) const;
  bool has_attribute(const HtmlNode& node, std::string_view name) const;
};

struct HtmlLimits {
  std::uint32_t max_depth = 512;
  std::uint32_t max_attributes = 64;
  std::uint32_t max_nodes = 1u << 20;
};

// REQUIRES: page.size() < 2^32; the page outlives the tree.
HtmlTree parse_html(std::string_view page, const HtmlLimits& limits);

}  // namespace recount::text
