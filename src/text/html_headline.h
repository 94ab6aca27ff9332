// Which block is the headline, and what <title> has beside it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "src/text/html_text.h"

namespace recount::text {

struct HtmlHeadline {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t block = kNone;
  bool sure = false;  // a main heading, or one that says the title
};

// The block that says `title` (from metadata, or empty) or what `page_title` (<title>) begins with;
// else the first main heading.
HtmlHeadline find_headline(const HtmlText& text, const std::string& title,
                           const std::string& page_title);

// "Headline | Site": the site.
std::optional<std::string> outlet_of_title(std::string_view page_title, std::string_view headline);
// What stands behind the last mark of a <title>, or nothing: the outlet, if the page's head says
// the same.
std::optional<std::string> last_part(std::string_view page_title);

}  // namespace recount::text
