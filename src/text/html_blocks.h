// What each block of an HTML page is by the markup, before its own words are asked (classify.h).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "src/text/cues.h"
#include "src/text/draft.h"
#include "src/text/html_entries.h"
#include "src/text/html_headline.h"
#include "src/text/html_roles.h"
#include "src/text/html_text.h"
#include "src/text/html_tree.h"

namespace recount::text {

struct HtmlPage {
  const HtmlTree& tree;
  const HtmlEntries& entries;
  const Cues& cues;
  const std::string& base;  // address that links are resolved against
  std::size_t headline = HtmlHeadline::kNone;
};

struct HtmlDrafts {
  std::vector<Draft> drafts;    // one a block
  std::size_t first_prose = 0;  // first paragraph of the content behind the headline
};

// May widen the content, in `roles` and `text`. Linear.
HtmlDrafts drafts_of(const HtmlPage& page, HtmlRoles& roles, HtmlText& text);

}  // namespace recount::text
