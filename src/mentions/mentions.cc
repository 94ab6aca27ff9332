// The order in which kinds are found is the table of precedence: what an earlier kind took, a later
// one doesn't see.
//   1 times       "18 mai": its 18 is no quantity; the 3 of "3 days" is one, a duration
//   2 places      beside, not against, actors: "l'ambassade du Portugal" is both
//   3 quantities
//   4 actors      may hold places and quantities
#include "src/mentions/mentions.h"

#include <algorithm>
#include <array>

#include "src/mentions/document_places.h"

namespace recount {
namespace {

// The few features of a mention.
class Features {
 public:
  Features& flag(Symbol key, bool on = true) {
    if (on && key != kNoSymbol) all_[size_++] = {key, kNoSymbol};
    return *this;
  }
  Features& flag(KnownName key, bool on = true) { return flag(Symbol{key}, on); }
  Features& value(KnownName key, Symbol v) {
    if (v != kNoSymbol) all_[size_++] = {key, v};
    return *this;
  }
  std::span<const Feature> all() const { return {all_.data(), size_}; }

 private:
  std::array<Feature, 8> all_{};
  std::size_t size_ = 0;
};

void add_arc(Words& words, std::uint32_t first, std::uint32_t last, KnownName cls,
             std::size_t payload, const Features& features = {}) {
  Arc arc;
  arc.size = last - first;
  arc.cls = cls;
  arc.payload = static_cast<std::int32_t>(payload);
  arc.features = words.keep(features.all());
  words.add_arc(first, arc);
}

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
    Features f;
    f.flag("date", t.mention.type == TimexType::DATE).flag("day", t.mention.grain == "day");
    f.flag("clock", t.mention.type == TimexType::TIME)
        .flag("duration", t.mention.type == TimexType::DURATION);
    add_arc(words, t.first, t.last, "time", i, f);
  }
}

void add_quantities(Words& words, const Found& found) {
  for (std::size_t i = 0; i < found.quantities.size(); ++i) {
    const FoundQuantity& q = found.quantities[i];
    Features f;
    f.flag("count", !q.reason && (q.mention.unit.empty() || q.mention.unit == "person"));
    f.flag("one", q.article).flag("vague", q.mention.qualifier == Qualifier::vague);
    f.flag("tens", q.mention.qualifier == Qualifier::vague && q.mention.magnitude >= 10);
    f.flag("zero", q.mention.low == 0 && q.mention.high == 0);
    f.value("unit", q.unit);
    add_arc(words, q.first, q.last, "quantity", i, f);
  }
}

void add_places(Words& words, const Found& found) {
  for (std::size_t i = 0; i < found.places.size(); ++i) {
    Features f;
    f.flag(words.pack().symbols.find(found.places[i].mention.precision));
    add_arc(words, found.places[i].first, found.places[i].last, "place", i, f);
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
      if (unknown && end - t >= 2 && end - t <= kLongest) add_arc(words, t, end, "name", 0);
      t = std::max(end, t + 1);
    }
  }
}

void add_actors(Words& words, const Found& found) {
  for (std::size_t i = 0; i < found.actors.size(); ++i) {
    const FoundActor& a = found.actors[i];
    Features f;
    f.value("kind", a.kind).flag("proper", a.mention.proper);
    add_arc(words, a.first, a.last, "actor", i, f);
  }
}

// What rules of kind `aside` and `since` say of the times and places that they capture.
void mark_roles(const Words& words, Found& found) {
  const auto captured = [&](const RuleMatch& m, KnownName name, auto& runs) {
    const CaptureRun* run = m.capture(name);
    const std::int32_t at = run && run->arc != kNoArc ? words.arcs()[run->arc].payload : -1;
    return at >= 0 ? &runs[static_cast<std::size_t>(at)] : nullptr;
  };
  const auto begins_in = [](const Sentence& s, const auto& runs, std::size_t& next) {
    while (next < runs.size() && runs[next].first < s.first) ++next;
    return next < runs.size() && runs[next].first < s.last;
  };
  const RuleIndex& aside = words.pack().index("aside");
  const RuleIndex& dateline = words.pack().index("dateline");
  const RuleIndex& since = words.pack().index("since");
  std::size_t next_time = 0, next_place = 0;
  for (const Sentence& s : words.sentences()) {
    const bool times = begins_in(s, found.times, next_time);
    const bool places = begins_in(s, found.places, next_place);
    if (!times && !places) continue;
    aside.for_each(words, s.first, s.last, [&](const RuleMatch& m) {
      if (FoundTime* time = captured(m, "time", found.times)) time->aside = true;
      if (PlaceRun* place = captured(m, "place", found.places)) place->aside = true;
    });
    dateline.for_each(words, s.first, s.last, [&](const RuleMatch& m) {
      if (FoundTime* time = captured(m, "time", found.times)) time->aside = true;
      if (PlaceRun* place = captured(m, "place", found.places)) place->dateline = true;
    });
    if (!times) continue;
    since.for_each(words, s.first, s.last, [&](const RuleMatch& m) {
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
