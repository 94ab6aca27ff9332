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

// What a page says of its title elsewhere; empty where it says nothing.
struct SaidTitles {
  std::string title;       // JSON-LD or <meta>
  std::string page_title;  // <title>, often with the site's name
};

// The block that says the title or what <title> begins with; else the first main heading.
HtmlHeadline find_headline(const HtmlTree& tree, const HtmlText& text, const SaidTitles& said);

// The words of the headline without the line above it that some sites put into the same heading.
std::string title_of_headline(const HtmlTree& tree, const HtmlText& text, std::size_t block,
                              const SaidTitles& said);

// "Headline | Site": the site.
std::optional<std::string> outlet_of_title(std::string_view page_title, std::string_view headline);
// What stands behind the last mark of a <title>, or nothing: the outlet, if the page's head says
// the same.
std::optional<std::string> last_part(std::string_view page_title);

}  // namespace recount::text
