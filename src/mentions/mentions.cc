// The order in which kinds are found is the table of precedence: what an earlier kind took, a later
// one doesn't see.
//   1 times       "18 mai": its 18 is no quantity; the 3 of "3 days" is one, a duration
//   2 places      beside, not against, actors: "l'ambassade du Portugal" is both
//   3 quantities
//   4 actors      may hold places and quantities
#include "src/mentions/mentions.h"

#include <algorithm>

#include "src/mentions/document_places.h"

namespace recount {
namespace {

void add_arc(Words& words, std::uint32_t first, std::uint32_t last, const char* cls,
             std::size_t payload, std::vector<Feature> features) {
  Arc arc;
  arc.size = last - first;
  arc.cls = words.pack().symbols.find(cls);
  arc.payload = static_cast<std::int32_t>(payload);
  if (arc.cls == kNoSymbol) return;  // no rule of any pack asks for it
  arc.features = words.keep(std::move(features));
  words.add_arc(first, arc);
}

// Features by name; a name that no pack knows can't be asked for and is left out.
class Features {
 public:
  explicit Features(const Symbols& symbols) : symbols_(symbols) {}
  Features& flag(std::string_view key, bool on = true) {
    const Symbol k = symbols_.find(key);
    if (on && k != kNoSymbol) all_.push_back({k, kNoSymbol});
    return *this;
  }
  Features& value(std::string_view key, std::string_view v) {
    const Symbol k = symbols_.find(key);
    if (k != kNoSymbol && !v.empty()) all_.push_back({k, symbols_.find(v)});
    return *this;
  }
  std::vector<Feature> take() { return std::move(all_); }

 private:
  const Symbols& symbols_;
  std::vector<Feature> all_;
};

// A block that says no more than where and when ("Paris, 13 July 2021") dates its document.
bool is_dateline(const Words& words, const FoundTime& time, const Document& document) {
  const Token& first = words.tokens()[time.first];
  const Block& block = document.blocks[first.block];
  if (!is_source(block.kind) || time.mention.value.find('X') != std::string::npos) return false;
  const auto in_block = [&](std::uint32_t t) {
    return t < words.tokens().size() && words.tokens()[t].block == first.block;
  };
  std::uint32_t before = 0, after = 0;
  for (std::uint32_t t = time.first; t > 0 && before <= 4 && in_block(t - 1); --t) ++before;
  for (std::uint32_t t = time.last; after <= 2 && in_block(t); ++t) ++after;
  return before <= 4 && after <= 2;
}

// Does a quotation stand open before the byte?
bool in_quotation(std::string_view text, std::uint32_t byte) {
  constexpr std::size_t kLongest = 1u << 15;  // bytes of a quotation
  const std::string_view before = text.substr(byte - std::min<std::size_t>(byte, kLongest))
                                      .substr(0, std::min<std::size_t>(byte, kLongest));
  const std::size_t open = before.rfind("\xC2\xAB"), close = before.rfind("\xC2\xBB");
  return open != std::string_view::npos && (close == std::string_view::npos || close < open);
}

// The date that the text gives itself: a line with place and date, or the naming of its own day.
// The date of a letter that the page quotes isn't the page's: it goes into `near`.
void read_own_date(const Words& words, const std::vector<FoundTime>& times,
                   const Document& document, TimeAnchors& anchors) {
  for (const FoundTime& t : times) {
    const bool day = t.mention.type == TimexType::DATE && t.mention.grain == "day" &&
                     t.mention.value.size() == 10;
    if (!day || !is_source(document.blocks[words.tokens()[t.first].block].kind)) continue;
    const bool line = is_dateline(words, t, document);
    if (!line && !t.names_day) continue;
    Stamp s;
    s.value = t.mention.value;
    s.evidence = "text";
    s.span = t.mention.span;
    s.inferred = !line;
    const bool quoted = in_quotation(words.text(), t.mention.span.begin);
    auto& target = quoted ? anchors.near : anchors.published;
    if (!target) target = s;
  }
}

void add_times(Words& words, const Found& found) {
  for (std::size_t i = 0; i < found.times.size(); ++i) {
    const FoundTime& t = found.times[i];
    // the number of a duration is a quantity too: "for two weeks", "two weeks ago"
    if (t.mention.type != TimexType::DURATION && !t.counted) words.cover(t.first, t.last);
    Features f(words.pack().symbols);
    f.flag("date", t.mention.type == TimexType::DATE).flag("day", t.mention.grain == "day");
    f.flag("clock", t.mention.type == TimexType::TIME)
        .flag("duration", t.mention.type == TimexType::DURATION);
    add_arc(words, t.first, t.last, "time", i, f.take());
  }
}

void add_quantities(Words& words, const Found& found) {
  for (std::size_t i = 0; i < found.quantities.size(); ++i) {
    const FoundQuantity& q = found.quantities[i];
    Features f(words.pack().symbols);
    f.flag("count", !q.reason && (q.mention.unit.empty() || q.mention.unit == "person"));
    f.flag("one", q.article).flag("vague", q.mention.qualifier == Qualifier::vague);
    f.flag("tens", q.mention.qualifier == Qualifier::vague && q.mention.magnitude >= 10);
    f.flag("zero", q.mention.low == 0 && q.mention.high == 0);
    f.value("unit", q.mention.unit);
    add_arc(words, q.first, q.last, "quantity", i, f.take());
  }
}

void add_places(Words& words, const Found& found) {
  for (std::size_t i = 0; i < found.places.size(); ++i) {
    Features f(words.pack().symbols);
    f.flag(found.places[i].mention.precision);
    add_arc(words, found.places[i].first, found.places[i].last, "place", i, f.take());
  }
}

// A heading with a capital on most words: capitals tell nothing there.
bool is_title_case(const Words& words, const Sentence& s) {
  constexpr std::uint32_t kLongWord = 4;  // bytes; shorter words stay small in titles
  std::uint32_t capitals = 0, all = 0;
  for (std::uint32_t t = s.first; t < s.last; ++t) {
    const Token& token = words.tokens()[t];
    if (token.kind != TokenKind::word || token.span.size() < kLongWord) continue;
    ++all;
    capitals += token.capital;
  }
  return all >= 3 && capitals * 4 >= all * 3;
}

// Proper names of two to four capitalised words that are no place and no known body: people mostly,
// unknown bodies too. One of the words at least is none of the language; the first word of a
// sentence counts only then.
void add_names(Words& words, const Found& found) {
  constexpr std::uint32_t kLongest = 4;
  std::vector<char> taken(words.tokens().size(), 0);
  for (const PlaceRun& r : found.places)
    std::fill(taken.begin() + r.first, taken.begin() + r.last, 1);
  for (const FoundActor& a : found.actors)
    if (a.last - a.first > 1 && a.mention.kind != ActorKind::individual)
      std::fill(taken.begin() + a.first, taken.begin() + a.last, 1);
  const auto part = [&](std::uint32_t t, const Sentence& s) {
    const Token& token = words.tokens()[t];
    if (token.kind != TokenKind::word || !token.capital || token.hyphen_before || taken[t] ||
        words.covered(t))
      return false;
    return t != s.first || words.first_arc(t) == kNoArc;
  };
  for (const Sentence& s : words.sentences()) {
    if (is_title_case(words, s)) continue;
    for (std::uint32_t t = s.first; t < s.last;) {
      std::uint32_t end = t;
      bool unknown = false;
      for (; end < s.last && part(end, s); ++end) unknown |= words.first_arc(end) == kNoArc;
      if (unknown && end - t >= 2 && end - t <= kLongest) add_arc(words, t, end, "name", 0, {});
      t = std::max(end, t + 1);
    }
  }
}

void add_actors(Words& words, const Found& found) {
  for (std::size_t i = 0; i < found.actors.size(); ++i) {
    const FoundActor& a = found.actors[i];
    Features f(words.pack().symbols);
    f.value("kind", name_of(a.mention.kind)).flag("proper", a.mention.proper);
    add_arc(words, a.first, a.last, "actor", i, f.take());
  }
}

// What rules of kind `aside` and `since` say of the times and places that they capture.
void mark_roles(const Words& words, Found& found) {
  const auto captured = [&](const RuleMatch& m, const char* name, auto& runs) {
    const CaptureRun* run = m.capture(name);
    const std::int32_t at = run && run->arc != kNoArc ? words.arcs()[run->arc].payload : -1;
    return at >= 0 ? &runs[static_cast<std::size_t>(at)] : nullptr;
  };
  for (const Sentence& s : words.sentences()) {
    words.pack().index("aside").for_each(words, s.first, s.last, [&](const RuleMatch& m) {
      if (FoundTime* time = captured(m, "time", found.times)) time->aside = true;
      if (PlaceRun* place = captured(m, "place", found.places)) place->aside = true;
    });
    words.pack().index("dateline").for_each(words, s.first, s.last, [&](const RuleMatch& m) {
      if (FoundTime* time = captured(m, "time", found.times)) time->aside = true;
      if (PlaceRun* place = captured(m, "place", found.places)) place->dateline = true;
    });
    words.pack().index("since").for_each(words, s.first, s.last, [&](const RuleMatch& m) {
      if (FoundTime* time = captured(m, "time", found.times)) time->since = true;
    });
  }
}

}  // namespace

Found find_mentions(Words& words, const Document& document, const Places& places,
                    std::optional<Stamp>& published) {
  Found found;
  TimeAnchors anchors{published, {}};
  found.times = find_times(words, anchors);
  if (!published) {
    read_own_date(words, found.times, document, anchors);
    if (anchors.published || anchors.near) found.times = find_times(words, anchors);
    published = anchors.published;
  }
  add_times(words, found);
  found.places = find_document_places(words, places);
  add_places(words, found);
  found.quantities = find_quantities(words);
  add_quantities(words, found);
  found.actors = find_actors(words);
  add_actors(words, found);
  add_names(words, found);
  mark_roles(words, found);
  return found;
}

}  // namespace recount
