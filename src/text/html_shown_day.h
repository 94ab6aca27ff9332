// Days that a page shows: on lines beside its headline, or with words of publication elsewhere.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "src/text/day_words.h"
#include "src/text/draft.h"
#include "src/text/html_day.h"
#include "src/text/html_text.h"
#include "src/text/html_tree.h"

namespace recount::text {

// A page whose blocks are told apart.
struct PageLines {
  std::string_view text;
  const std::vector<Draft>& drafts;
  const std::vector<HtmlBlock>& blocks;  // as many
  const HtmlTree& tree;
  std::size_t headline;     // npos of size_t where there is none
  std::size_t first_prose;  // behind it
};

// `language`: as the page declares it.
ShownDays shown_days(const PageLines& page, const DayWords& words, std::string_view language);

}  // namespace recount::text
