// The names of months and the order of dates in every language that ICU knows (CLDR).
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace recount::text {

// 1 to 12 for a folded name, its words apart by one blank, in the language of a BCP 47 tag; where
// that language doesn't know it, what all languages that do agree on; else 0. What a language calls
// its months is loaded at its first use. Thread-safe.
int month_named(const std::string& name, std::string_view language);

// '/' or '-' where a short date in this language (a BCP 47 tag) is day, month, year with that mark
// between: 3/4/2020 is then a day of April. '\0' where it isn't. Thread-safe.
char day_first_mark(std::string_view language);

}  // namespace recount::text
