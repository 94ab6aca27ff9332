// Where the article stands on a page and where the site's own parts begin, when neither roles nor
// classes say it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "src/text/html_text.h"
#include "src/text/html_tree.h"

namespace recount::text {

struct HtmlCore {
  std::uint32_t element = kNoNode;  // that holds most of the article's paragraphs itself
  std::vector<bool> leads_away;     // blocks in parts of the page that lead to other pages
};

// `prose`, `linked`: of every block, looks_like_prose and mostly a link; `first`: the first block
// that can be the article's. Linear.
HtmlCore core_of(const HtmlTree& tree, const HtmlText& text, const std::vector<bool>& prose,
                 const std::vector<bool>& linked, std::size_t first);

// Widens `content`, an element, until `element` stands in it, and marks the blocks inside anew.
void widen_content(const HtmlTree& tree, std::uint32_t element, std::uint32_t& content,
                   std::vector<HtmlBlock>& blocks);

}  // namespace recount::text
