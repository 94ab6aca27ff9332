// What can be told from a block's own words without knowing its language: length, final
// punctuation, contacts, bullets, dates as a line of their own. Language words come from the packs
// (cues.h).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recount::text {

// For comparison: lower case, every run of white space (no-break spaces too) one blank, nothing
// around it, without final punctuation (unless `keep_marks`), no blank before a colon.
std::string plain_form(std::string_view words, bool keep_marks = false);

// Code points.
std::size_t length(std::string_view words);

// Ends with . ! ? … : ; or such a mark before closing quotes or brackets.
bool ends_as_sentence(std::string_view words);
// Two or more sentences, as far as marks tell.
bool has_inner_sentence_end(std::string_view words);
// A heading's make: short, without final punctuation, brackets and quotes closed; or all capitals.
bool looks_like_heading(std::string_view words);
// Prose: long enough to be a paragraph and with an end of a sentence.
bool looks_like_prose(std::string_view words);
// Begins with a bullet, a dash or a number of a list.
bool has_bullet(std::string_view words);
// Little else than e-mail addresses or telephone numbers. A sentence that asks to write to one is
// prose.
bool looks_like_contact(std::string_view words);
// A short line that ends with a year or a clock time after a year and holds a day: "Brno, 3 March
// 2020".
bool looks_like_dateline(std::string_view words);
// A year of four digits as a word of its own.
bool has_year(std::string_view words);

// How many quotations are open behind `words`, with `open` of them before; only paired marks count.
int open_quotations(std::string_view words, int open);
// Begins with an opening quotation mark.
bool begins_quotation(std::string_view words);

// Only letters in capitals, at least two words.
bool all_capitals(std::string_view words);

}  // namespace recount::text
