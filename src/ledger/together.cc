// A page names a street and then its town, with a comma and a word or two between: "Canal Wharf, in
// the port of Arlow". What stands in a list is no such pair: "Canal Wharf, Arlow", "in Canal Wharf,
// in Arlow", "Bremont, Canal Wharf, and Arlow", and two happenings told at once, the one here and
// the other there. A street that pages put into two towns has none.
#include "src/ledger/together.h"

#include <algorithm>
#include <set>

#include "src/ledger/place_relation.h"
#include "src/names/names.h"

namespace recount::ledger {
namespace {

constexpr std::size_t kMostBetween = 30;  // bytes between a place and its town
constexpr std::size_t kLeastName = 4;     // of a town found by its name alone

bool is_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view first_word(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && !is_of_word(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < text.size() && is_of_word(text[end])) ++end;
  return text.substr(begin, end - begin);
}
std::string_view last_word(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && !is_of_word(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_of_word(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

// What may stand between a place and its town: a comma, then words.
bool leads_to_town(std::string_view between) {
  if (between.size() > kMostBetween || !between.starts_with(", ")) return false;
  const std::string_view words = between.substr(2);
  return !words.empty() && std::all_of(words.begin(), words.end(), [](char c) {
    return is_of_word(c) || c == ' ' || c == '-' || c == '\'';
  });
}

// Is the place one of a list, in the text before it?
bool follows_comma(std::string_view before) {
  const std::size_t last = before.find_last_not_of(' ');
  return last != std::string_view::npos && before[last] == ',';
}

ClaimPlace place_of(const PlaceMention& mention) {
  return {mention.span, mention.name, mention.id, mention.country, mention.precision};
}

}  // namespace

SaidTogether::SaidTogether(std::span<const DocumentRecord* const> records,
                           const std::vector<Atom>& atoms) {
  for (const Atom& atom : atoms)
    if (const auto& place = atom.claim->place; place && precision_of(*place) == 3) {
      const auto [at, added] = names_.try_emplace(skeleton(place->name), *place);
      if (!added && at->second.id.empty() && !place->id.empty()) at->second = *place;
    }
  std::size_t begin = 0;
  for (std::uint32_t d = 0; d < records.size(); ++d) {
    std::size_t end = begin;
    while (end < atoms.size() && atoms[end].document == d) ++end;
    read(*records[d], d, std::span(atoms).subspan(begin, end - begin));
    begin = end;
  }
}

// Each place that the gazetteer lacks, of several words, with what stands after it.
void SaidTogether::read(const DocumentRecord& record, std::uint32_t number,
                        std::span<const Atom> atoms) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> told;  // where a place stands, sentence
  for (const Atom& atom : atoms)
    if (atom.claim->place && atom.claim->place->span)
      told.emplace(atom.claim->place->span->begin, atom.sentence);
  const auto& places = record.mentions.places;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::string_view text = record.document.text;
    const Span span = places[i].span;
    const std::string key = skeleton(places[i].name);
    if (!places[i].id.empty() || key.find(' ') == std::string::npos || !names_.contains(key))
      continue;
    if (follows_comma(text.substr(0, span.begin))) continue;
    const PlaceMention* next = i + 1 < places.size() ? &places[i + 1] : nullptr;
    const auto town = town_after(text, span, next);
    if (!town || skeleton(town->name) == key) continue;
    const std::uint32_t end = town->span->end;
    const std::string_view between = text.substr(span.end, town->span->begin - span.end);
    if (first_word(between) == last_word(text.substr(0, span.begin))) continue;
    if (told_of_both(told, span.begin, town->span->begin)) continue;
    offer(key, {*town, number, {span.begin, end}});
  }
}

// Do claims of one sentence have the one and the other for their place?
bool SaidTogether::told_of_both(const std::set<std::pair<std::uint32_t, std::uint32_t>>& told,
                                std::uint32_t place, std::uint32_t town) {
  for (auto at = told.lower_bound({place, 0}); at != told.end() && at->first == place; ++at)
    if (told.contains({town, at->second})) return true;
  return false;
}

// The place found next, or else a town that claims of other pages name.
std::optional<ClaimPlace> SaidTogether::town_after(std::string_view text, Span place,
                                                   const PlaceMention* next) const {
  if (next && next->span.begin > place.end &&
      leads_to_town(text.substr(place.end, next->span.begin - place.end))) {
    const ClaimPlace town = ledger::place_of(*next);
    return precision_of(town) == 3 ? std::optional(town) : std::nullopt;
  }
  for (std::size_t at = place.end; at < text.size() && at - place.end <= kMostBetween;) {
    if (!is_of_word(text[at])) {
      ++at;
      continue;
    }
    const std::string_view word = first_word(text.substr(at, 2 * kMostBetween));
    const auto named = word.size() < kLeastName ? names_.end() : names_.find(skeleton(word));
    if (named != names_.end() && leads_to_town(text.substr(place.end, at - place.end))) {
      ClaimPlace town = named->second;
      town.span =
          Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())};
      return town;
    }
    at += word.size();
  }
  return std::nullopt;
}

void SaidTogether::offer(const std::string& key, const Town& town) {
  const auto [at, added] = towns_.try_emplace(key, town);
  if (added || !at->second) return;
  const ClaimPlace &a = at->second->place, &b = town.place;
  const bool one =
      a.id.empty() || b.id.empty() ? skeleton(a.name) == skeleton(b.name) : a.id == b.id;
  if (!one)
    at->second.reset();
  else if (a.id.empty() && !b.id.empty())
    at->second = town;
}

const Town* SaidTogether::town_of(const ClaimPlace& place) const {
  if (towns_.empty() || !place.id.empty()) return nullptr;
  const auto at = towns_.find(skeleton(place.name));
  return at == towns_.end() || !at->second ? nullptr : &*at->second;
}

}  // namespace recount::ledger
