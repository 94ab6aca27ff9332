#include "src/run/pack_lines.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "recount/record.h"
#include "src/run/nearest.h"

namespace recount::run {
namespace {

NameList kinds_of_claimants() {
  NameList out = names_of(Names<ActorKind>::rows);
  std::erase(out, "publisher");
  std::erase(out, "unknown");
  return out;
}

}  // namespace

const NameList& rule_kinds() {
  static const NameList kKinds{"time",       "quantity", "actor",  "place",  "reference",
                               "aside",      "dateline", "since",  "figure", "part",
                               "previous",   "former",   "share",  "as-of",  "scope",
                               "occurrence", "person",   "saying", "call",   "near"};
  return kKinds;
}

const NameList& captures() {
  static const NameList kCaptures{
      "it",      "year",   "month", "day",     "weekday",  "hour",   "minute", "n",
      "n2",      "unit",   "time",  "deictic", "daypart",  "half",   "zone",   "q",
      "vague",   "age",    "head",  "name",    "place",    "figure", "actor",  "wording",
      "group",   "cue",    "value", "person",  "claimant", "via",    "people", "target",
      "request", "detail", "of",    "times",   "over"};
  return kCaptures;
}

const NameList& made_classes() {
  static const NameList kMade{"number", "quantity", "time", "place",  "actor", "name",
                              "word",   "capital",  "caps", "digits", "punct", "unknown"};
  return kMade;
}

const NameList& values_of(std::string_view cls) {
  static const std::map<std::string, NameList, std::less<>> kValues{
      {"cue", names_of(Names<Measure>::rows)},
      {"actor", kinds_of_claimants()},
      {"event", names_of(Names<EventKind>::rows)},
      {"reason", names_of(Names<LeftOutReason>::rows)}};
  static const NameList kNone;
  const auto it = kValues.find(cls);
  return it == kValues.end() ? kNone : it->second;
}

std::string meant(const std::string& word, const NameList& names) {
  constexpr std::size_t kMostLetters = 2;
  NameList like;
  for (const std::string& name : names)
    if (std::max(name.size(), word.size()) - std::min(name.size(), word.size()) <= kMostLetters)
      like.push_back(name);
  return did_you_mean(word, like);
}

std::string Piece::key() const {
  const std::size_t from = text.starts_with('!') ? 1 : 0;
  return text.substr(from, std::min(text.find('='), text.size()) - from);
}

NameList Piece::values() const {
  NameList out;
  std::istringstream in(has_value() ? text.substr(text.find('=') + 1) : "");
  for (std::string one; std::getline(in, one, '|');) out.push_back(one);
  return out;
}

std::vector<Piece> pieces_of(std::string_view text, std::size_t column) {
  std::vector<Piece> out;
  for (std::size_t at = text.find_first_not_of(" \t\r"); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(" \t\r", at), text.size());
    out.push_back({std::string(text.substr(at, end - at)), column + at});
    at = text.find_first_not_of(" \t\r", end);
  }
  return out;
}

}  // namespace recount::run
