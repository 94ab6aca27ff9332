// Names of classes, features, values, captures and kinds of rules for which the program itself
// asks. Symbols interns them first and in this order, so that the compiler knows the number of each
// and nothing is looked up while a page is read. A name that isn't here doesn't compile.
#pragma once

#include <cstdint>
#include <iterator>
#include <string_view>

namespace recount {

using Symbol = std::uint32_t;

// clang-format off
inline constexpr std::string_view kKnownNames[] = {
    "",  // kNoSymbol
    "about", "according", "across", "actor", "addend", "adj", "after", "age", "also", "anchor",
    "and", "and_half", "article", "as-of", "aside", "aux", "back", "begins", "below_zero", "bound",
    "break", "call", "capital", "claimant", "clock", "common", "cond", "conj", "copy", "count",
    "cue", "date", "dateline", "day", "daypart", "deployed", "det", "detail", "direction",
    "duration", "event", "everywhere", "extent", "field", "figure", "first", "follows", "former",
    "fut", "ger", "glued", "grain", "group", "half", "head", "hedge", "hides", "his", "hour", "inf",
    "inverted", "inverts", "it", "joined", "key", "kind", "measure", "minus", "minute", "modality",
    "money", "month", "n", "n2", "name", "names_day", "near", "neg", "noun", "number", "numeral",
    "occurrence", "of", "of_nobody", "one", "other", "other_name", "over", "part", "partof", "past", "people",
    "perfect", "person", "pl", "place", "prep", "pres", "previous", "pronoun", "proper", "purpose",
    "q", "qualifier", "quantity", "reason", "reference", "relative", "request", "running", "said",
    "same", "say", "saying", "scale", "scaled", "scope", "series", "settle", "sg", "share",
    "shared_scale", "shift", "since", "small", "stop", "subset", "take", "target", "tens", "time",
    "times", "timeunit", "toll", "total", "type", "unit", "until_now", "vague", "value", "verb", "via",
    "via2", "weak", "weekday", "wide", "wording", "words", "written", "year", "zero", "zone",
};
// clang-format on

// The number of a name; one that lacks above doesn't compile.
class KnownName {
 public:
  consteval KnownName(const char* name) : symbol_(number_of(name)) {}
  constexpr operator Symbol() const { return symbol_; }
  constexpr std::string_view name() const { return kKnownNames[symbol_]; }

 private:
  static consteval Symbol number_of(std::string_view name) {
    for (Symbol i = 0; i < std::size(kKnownNames); ++i)
      if (kKnownNames[i] == name) return i;
    throw "a name of kKnownNames";
  }
  Symbol symbol_;
};
consteval Symbol known(const char* name) { return KnownName(name); }

}  // namespace recount
