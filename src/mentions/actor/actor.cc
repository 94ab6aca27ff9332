#include "src/mentions/actor/actor.h"

#include <algorithm>

#include "src/mentions/actor/surnames.h"
#include "src/names/names.h"

namespace recount {
namespace {

// "@german": the names beside the head of a common noun, so that one state's ministry isn't
// another's.
std::string country_of(const Words& words, const RuleMatch& m, const FoundActor& found) {
  const CaptureRun* head = m.capture("head");
  std::string names;
  for (std::uint32_t t = found.first; t < found.last; ++t) {
    const bool in_head = head && t >= head->first && t < head->last;
    const bool opens = t == words.sentences()[words.sentence_of(t)].first;
    if (in_head || opens || !words.tokens()[t].capital) continue;
    names += (names.empty() ? "@" : " ") + std::string(words.tokens()[t].folded);
  }
  return names;
}

std::optional<FoundActor> build(const Words& words, const RuleMatch& m) {
  const Symbols& symbols = words.pack().symbols;
  FoundActor out;
  out.rule = m.rule->name;
  out.first = m.match.first;
  out.last = m.match.last;
  if (const CaptureRun* it = m.capture("it")) {
    out.first = it->first;
    out.last = it->last;
  }
  const CaptureRun* head = m.capture("head");
  const Arc* head_arc = head && head->arc != kNoArc ? &words.arcs()[head->arc] : nullptr;
  const auto symbol = [&](KnownName key) {
    const Symbol v = m.rule->get(key);
    return v != kNoSymbol || !head_arc ? v : head_arc->get(key);
  };
  const auto feature = [&](KnownName key) { return symbols.name(symbol(key)); };
  out.kind = symbol("kind");
  if (out.kind == kNoSymbol) out.kind = symbol("actor");
  const std::string_view kind = symbols.name(out.kind);
  const auto actor_kind = named<ActorKind>(kind);
  if (!actor_kind) return std::nullopt;
  ActorMention& a = out.mention;
  a.span = words.span(out.first, out.last);
  a.kind = *actor_kind;
  const CaptureRun* own = m.capture("name");
  const std::string_view name = own ? std::string_view{} : feature("name");
  if (!name.empty())
    a.name = name;
  else
    a.name = words.words(own ? words.span(own->first, own->last) : a.span);
  a.proper = name.empty() && !m.rule->has(known("common"));
  if (!a.proper) std::replace(a.name.begin(), a.name.end(), '_', ' ');
  const std::string_view key = feature("key");
  a.key = !key.empty() ? std::string(key)
          : a.proper   ? name_key(a.name)
                       : std::string(kind) + ":" + a.name;
  if (!a.proper && key.empty()) a.key += country_of(words, m, out);
  return out;
}

}  // namespace

std::vector<FoundActor> find_actors(const Words& words) {
  std::vector<FoundActor> out;
  const RuleIndex& rules = words.pack().index("actor");
  for (const Sentence& s : words.sentences())
    for (const RuleMatch& m : rules.leftmost_longest(words, s.first, s.last))
      if (auto found = build(words, m)) out.push_back(std::move(*found));
  add_surnames(words, out);
  return out;
}

}  // namespace recount
