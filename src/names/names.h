// Names across scripts: one spelling of a name meets another. Module names, facade.
//
// Three steps, each a plain function of its text:
//   fold_name   takes off case and Latin marks, ł → l, ß → ss, ё → е; Cyrillic stays Cyrillic
//   name_key    fold_name, then Cyrillic to Latin by tables (Russian, Ukrainian, Kazakh, …)
//   skeleton    takes away the habits of the languages that write a name: zh, dj, j and ж are one
//               letter, so are ou and u, w and v, tch and ch and sh; doubled letters are single
//
// Two names are one where their keys are equal, likely one where their skeletons are equal, and
// perhaps one where a few edits lead from skeleton to skeleton: name_similarity puts that into one
// number.
//
// All functions: valid UTF-8 in (REQUIRES: utf8_valid), UTF-8 out, linear in the text except
// name_similarity (bounded), thread-safe. Scripts other than Latin, Cyrillic and Greek pass
// unchanged.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recount {

// What an apostrophe (' ’ ʼ ʻ …) becomes: nothing ("N’Djamena" → "ndjamena"), or the end of a word
// ("n djamena").
enum class Apostrophe { dropped, splits };

// Lower case without Latin marks. Hyphens, spaces and other separators become single spaces, dots
// and quotation marks vanish ("U.S." → "us"), the ends are trimmed: "Saint-Étienne" → "saint
// etienne", "Фёдоров" → "федоров".
std::string fold_name(std::string_view text, Apostrophe apostrophe = Apostrophe::dropped);
// The same, appended to `out`, after a space where `out` isn't empty and `text` folds to something.
void fold_name_append(std::string_view text, Apostrophe apostrophe, std::string& out);

// Latin letters only, as far as the script is known: "Киев" → "kiev", "Жітомір" → "zhitomir".
std::string name_key(std::string_view text);

// Tolerant key, word by word: "Shevchenko", "Chevtchenko", "Schewtschenko" and "Шевченко" have the
// same. Lossy by intention: use it to find candidates, then ask name_similarity or the context.
std::string skeleton(std::string_view text);

// Skeleton of a name whose words have no fixed order (persons): sorted words. Titles and initials
// are words like others.
std::string person_key(std::string_view text);

// 0–100, symmetric; the order of words is free. 100: equal keys; 96: equal skeletons; from 82:
// likely one name, with small edits or with words that one side leaves out; under 70: different. An
// initial meets a word that begins with it. At most kNameWords words a name and kNameLetters
// letters a word are looked at.
int name_similarity(std::string_view a, std::string_view b);
inline constexpr std::size_t kNameWords = 8;
inline constexpr std::size_t kNameLetters = 48;

// Words of a folded text, as views into it.
std::vector<std::string_view> name_words(std::string_view folded);

}  // namespace recount
