// The language of a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "recount/language.h"

namespace recount::text {

// BCP 47 primary tag ("fr") of a declared one ("fr-BE", "FR_fr"), or empty where it is none.
std::string primary_tag(std::string_view declared);

// What the words say, by CLD2. Under 200 bytes it isn't believed alone: a declared language that it
// agrees with is returned, or the one whose pack knows enough of the words, more than any other's;
// where neither is so, nothing. REQUIRES: valid UTF-8.
std::optional<std::string> language_of(std::string_view text, std::string_view declared,
                                       const Languages& languages);

}  // namespace recount::text
