// What parts of a page are for, by the markup: elements, roles and the words of classes and ids
// that sites use.
#pragma once

#include <cstdint>
#include <vector>

#include "src/text/class_roles.h"
#include "src/text/html_tree.h"

namespace recount::text {

// Of the readable text below a node, in bytes without white space.
struct HtmlWeight {
  std::uint32_t text = 0;
  std::uint32_t link = 0;
  std::uint32_t prose = 0;   // outside links, in pieces long enough for a sentence
  std::uint16_t times = 0;   // <time> elements (capped)
  std::uint16_t titles = 0;  // <h1>
  bool dropped = false;      // scripts, styles, the head …: never read
  bool own_text = false;     // letters directly inside
};

struct HtmlRoles {
  std::vector<Role> own;        // of each node; none where it has none of its own
  std::vector<Role> inherited;  // the role that counts at each node
  std::vector<HtmlWeight> weights;
  std::uint32_t content = 0;  // the smallest element that holds the document's words
};

HtmlRoles roles_of(const HtmlTree& tree);

}  // namespace recount::text
