// A sentence of a pack's author through mentions and claims, and what came out as text: the fields
// that an example beside a rule, or a meaning, may ask for.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "recount/language.h"
#include "recount/places.h"
#include "recount/record.h"
#include "src/mentions/mentions.h"

namespace recount::run {

// A document of one text. " // " parts paragraphs and becomes two line feeds.
Document example_document(const std::string& code, const std::string& text,
                          const std::string& published);

// Field to value, as examples write them: low=12, name=the_council, "null" where unknown.
using Fields = std::map<std::string, std::string, std::less<>>;

// What a rule gave: its span and its fields.
struct Given {
  std::string what;  // time quantity actor figure occurrence person place, or the rule's kind
  std::string rule;
  Span span;
  Fields fields;
  Span whole{};  // of a claim: all its words; empty otherwise
};

Fields fields_of(const Claim& claim);
// Those of the mentions; of a quantity also why it counts no people.
std::vector<Given> given_by(const Found& found);
// The numbers left out, with the value of the mention at their place.
std::vector<Given> given_by_left_out(const DocumentRecord& record,
                                     const std::vector<Given>& mentions);
// Those of the record's claims. Ties are told by the figure at their other end: part_of=7.
std::vector<Given> given_by(const DocumentRecord& record);

// `a figure` → `a_figure`: a value without blanks.
std::string underscored(std::string text);

using Expected = std::vector<std::pair<std::string, std::string>>;
// What of `expected` isn't so, in parentheses; "" where all is. The value `*` is any but null.
std::string difference(const Fields& fields, const Expected& expected);

// Do rules of the kind give no claim or mention of their own, only serve others?
bool only_matches(std::string_view kind);
// A rule of times that names no part of one: the words that it takes become nothing.
bool gives_nothing(const Rule& rule, const Pack& pack);

}  // namespace recount::run
