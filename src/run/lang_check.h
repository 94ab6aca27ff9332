// Packs as their authors see them: run every example, show what a sentence becomes.
#pragma once

#include <string>

#include "recount/language.h"
#include "recount/places.h"

namespace recount {

struct LangReport {
  std::string text;  // for people, lines that end in \n
  bool ok = true;
};

// Runs the examples of the pack and says which fail and how. REQUIRES: the pack exists.
LangReport lang_check(const Languages& languages, const Places& places, const std::string& code);

// Tokens with their readings, mentions, rules that fired, claims, and rules whose anchor stood
// there but didn't match.
LangReport lang_try(const Languages& languages, const Places& places, const std::string& code,
                    const std::string& text, const std::string& published);

}  // namespace recount
