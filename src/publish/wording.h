// What the report says in English for the values of the record.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "recount/ledger.h"
#include "recount/record.h"

namespace recount::publish {

std::string number(std::int64_t value);  // "3,000"
std::string figure_words(
    const Figure& figure);  // "at least 70", "10 to 15"; "no number" for a vague one
std::string origins_words(const LedgerLine& line);  // "2", "at most 2"
std::string_view measure_words(Measure measure);    // "dead"
std::string spaced(std::string_view name);          // "armed_group" → "armed group"
std::string upper(std::string_view ascii);
// "Friday 18 May 2018", "18 May, year not known", "a Friday, date not known"; never with an X.
std::string day_words(std::string_view day);
// Sentences that earlier stages made, for people: days in them as words, but for those that a page
// is quoted with; "1 places" as "1 place"; those of `values` as number() writes them.
std::string with_day_words(std::string_view text);
std::string with_singulars(std::string_view text);
std::string with_number_words(std::string_view text, const std::set<std::int64_t>& values);
std::string said_at_words(std::string_view value);   // "17:20", "18 May 2018, 17:20"
std::string_view modality_words(Modality modality);  // empty for asserted
std::string modality_mark(Modality modality);        // " [DENIED]", empty for asserted
std::string_view verdict_words(Verdict verdict);
std::string_view link_words(LinkKind kind);           // between `from` and `to`
std::string_view reason_words(LeftOutReason reason);  // "times of day"
std::string_view reason_word(LeftOutReason reason);   // "time of day"
std::string count(std::size_t n, std::string_view one,
                  std::string_view many);  // "1 page", "2 pages"

}  // namespace recount::publish
