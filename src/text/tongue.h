// The language of a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recount::text {

// BCP 47 primary tag ("fr") of a declared one ("fr-BE", "FR_fr"), or empty where it is none.
std::string primary_tag(std::string_view declared);

// What the words say, by CLD2. Under 200 bytes, or where CLD2 isn't sure, only a declared language
// that it agrees with is returned. REQUIRES: valid UTF-8.
std::optional<std::string> language_of(std::string_view text, std::string_view declared);

}  // namespace recount::text
