// Links of a page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recount::text {

// `href` against `base` (RFC 3986, 5.2, without queries alone): an http or https URL without its
// fragment, or, where the base isn't known, the path as it stands. nullopt for fragments, scripts,
// mail.
std::optional<std::string> resolved(std::string_view href, std::string_view base);

}  // namespace recount::text
