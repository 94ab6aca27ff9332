// The words of classes and ids that sites use for the parts of their pages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "src/text/html_tree.h"

namespace recount::text {

enum class Role : std::uint8_t {
  none,
  main,
  navigation,
  related,
  comment,
  notice,
  byline,
  dateline,
  caption,
  quote,
  contact
};
// Not part of what the document says.
inline bool is_aside(Role role) {
  return role == Role::navigation || role == Role::related || role == Role::comment ||
         role == Role::notice;
}

// The role that the value of a class or id attribute names; none for most.
Role role_of_value(std::string_view value);

// Lower-case words of class and id.
std::vector<std::string> class_words(const HtmlTree& tree, const HtmlNode& node);

}  // namespace recount::text
