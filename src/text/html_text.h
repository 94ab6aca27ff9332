// The readable text of an HTML tree, in page order, as blocks with what the markup says about each.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "recount/record.h"
#include "src/text/html_roles.h"
#include "src/text/html_tree.h"
#include "src/text/source_map.h"

namespace recount::text {

struct HtmlBlock {
  Span span;
  std::uint32_t element = 0;  // the block element that holds it
  Tag tag = Tag::unknown;     // h1 … h6, li, tr, blockquote, figcaption, p, or another block's
  Role role = Role::none;
  std::uint32_t link_bytes = 0;  // of the text, inside links
  std::uint32_t link = kNoNode;  // the first link
  Span link_span;                // its words
  std::uint32_t time = kNoNode;  // the first <time>
  bool in_content = false;       // inside HtmlRoles::content
  bool strong = false;           // all in bold
};

struct HtmlText {
  std::string text;  // blocks separated by "\n\n"
  Runs runs;         // text → bytes of the tree's page
  std::vector<HtmlBlock> blocks;
};

// White space (no-break spaces too) collapses to one blank, soft hyphens and zero-width characters
// go, character references are decoded. <br> is a blank, two of them end a block; cells of a
// table's row are separated by a blank. REQUIRES: valid UTF-8.
HtmlText text_of(const HtmlTree& tree, const HtmlRoles& roles);

}  // namespace recount::text
