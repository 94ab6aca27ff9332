// Character references of HTML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recount::text {

// The character reference at the beginning of `s` ("&amp;", "&#233;", "&eacute" …): its bytes, and
// its characters appended to `out`; 0 where there is none. Inside attributes a name without ";"
// before "=" or an alphanumeric is none. REQUIRES: s begins with '&'.
std::size_t decode_reference(std::string_view s, bool in_attribute, std::string& out);

// What the code points 0x80 to 0x9F, controls in Unicode, stand for on pages; others as they are.
char32_t windows_character(char32_t code_point);

// An attribute's value, decoded.
std::string decoded(std::string_view value);

}  // namespace recount::text
