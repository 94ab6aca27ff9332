// An HTML page to text, drafts of blocks and facts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recount/record.h"
#include "src/text/cues.h"
#include "src/text/draft.h"
#include "src/text/facts.h"
#include "src/text/html_tree.h"
#include "src/text/source_map.h"

namespace recount::text {

struct HtmlReading {
  std::string text;
  Runs runs;  // text → the UTF-8 page
  std::vector<Draft> drafts;
  Facts facts;
  std::optional<std::string> credit;  // an author that is an organisation
  Quality quality = Quality::ok;
};

// `title`: given from outside; `url`: of the page, for its links. REQUIRES: valid UTF-8. Linear;
// caps by `limits`.
HtmlReading read_html(std::string_view page, const std::optional<std::string>& title,
                      const std::string& url, const Cues& cues, const HtmlLimits& limits);

}  // namespace recount::text
