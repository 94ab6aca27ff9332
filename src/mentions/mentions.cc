// The order in which kinds are found is the table of precedence: what an earlier kind took, a later
// one doesn't see.
//   1 times       "18 mai": its 18 is no quantity; the 3 of "3 days" is one, a duration
//   2 places      beside, not against, actors: "l'ambassade du Portugal" is both
//   3 quantities
//   4 actors      may hold places and quantities
#include "src/mentions/mentions.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "src/mentions/place/place.h"

namespace recount {
namespace {

void add_arc(Words& words, std::uint32_t first, std::uint32_t last, const char* cls,
             std::size_t payload, std::vector<Feature> features) {
  Arc arc;
  arc.first = first;
  arc.last = last;
  arc.cls = words.pack().symbols.find(cls);
  arc.payload = static_cast<std::int32_t>(payload);
  if (arc.cls == kNoSymbol) return;  // no rule of any pack asks for it
  arc.features = words.keep(std::move(features));
  words.add_arc(arc);
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

// What the pack says of places, read once per folder.
const PlaceLexicon& lexicon_of(const std::string& folder) {
  static std::mutex mutex;
  static std::map<std::string, PlaceLexicon> all;
  const std::lock_guard lock(mutex);
  auto it = all.find(folder);
  if (it == all.end()) {
    auto loaded = PlaceLexicon::load(folder);
    it = all.emplace(folder, loaded ? std::move(*loaded) : PlaceLexicon{}).first;
  }
  return it->second;
}

bool has_class(const Words& words, std::uint32_t token, const char* name) {
  const Symbol cls = words.pack().symbols.find(name);
  if (cls == kNoSymbol || token >= words.tokens().size()) return false;
  for (std::uint32_t a = words.first_arc(token); a != kNoArc; a = words.arcs()[a].next)
    if (words.arcs()[a].cls == cls) return true;
  return false;
}

// Where capitals are lacking, words that the pack doesn't know may be a name as if they had some:
// after a preposition, after "and" or a comma behind such a name, before the word for a kind of
// place ("X village") and at the begin of a block before a colon.
void suppose_capitals(const Words& words, std::vector<PlaceWord>& out) {
  constexpr std::uint32_t kLongestName = 3;  // words
  const auto unknown = [&](std::uint32_t t) {
    return t < out.size() && words.tokens()[t].kind == TokenKind::word &&
           words.first_arc(t) == kNoArc;
  };
  const auto joins = [&](std::uint32_t t) {
    return words.tokens()[t].folded == "," || has_class(words, t, "conj");
  };
  std::uint32_t named = 0;  // end of the last name that was supposed
  for (std::uint32_t t = 0; t < out.size(); ++t) {
    if (!unknown(t) || out[t].capital) continue;
    std::uint32_t end = t;
    while (end < t + kLongestName && unknown(end)) ++end;
    const bool first = t == 0 || words.tokens()[t - 1].block != words.tokens()[t].block;
    const bool listed = named > 0 && t == named + 1 && joins(named);
    const bool dateline = first && end < out.size() && words.tokens()[end].folded == ":";
    if (!(t > 0 && has_class(words, t - 1, "prep")) && !listed && !dateline &&
        !has_class(words, end, "settle"))
      continue;
    for (std::uint32_t n = t; n < end; ++n) out[n].capital = out[n].supposed = true;
    named = end;
    t = end - 1;
  }
}

std::vector<PlaceWord> place_words(const Words& words) {
  const Symbol det = words.pack().symbols.find("det"), prep = words.pack().symbols.find("prep");
  std::vector<PlaceWord> out;
  out.reserve(words.tokens().size());
  for (const Token& t : words.tokens()) {
    PlaceWord w;
    w.text = words.words(t.span);
    w.span = t.span;
    w.capital = t.capital;
    out.push_back(w);
  }
  for (const Sentence& s : words.sentences()) out[s.first].sentence_start = true;
  for (const Arc& arc : words.arcs())
    if (arc.last == arc.first + 1 && arc.cls != kNoSymbol && (arc.cls == det || arc.cls == prep))
      out[arc.first].stop = true;
  if (words.lacks_capitals()) suppose_capitals(words, out);
  for (std::uint32_t t = 1; t < out.size(); ++t)
    out[t].located = out[t].capital && !out[t].supposed &&
                     (words.tokens()[t - 1].folded == "(" || has_class(words, t - 1, "prep"));
  return out;
}

// A language or a people ("in English"), or a word that the pack says is no place.
bool is_no_place(const Words& words, const CaptureRun& run, const PlaceLexicon& lexicon) {
  if (run.last - run.first > 1) return false;  // "rue des Vanniers"
  const std::string_view word = words.tokens()[run.first].folded;
  return !lexicon.demonym_country(word).empty() || lexicon.not_place(word).has_value();
}

void by_position(std::vector<PlaceRun>& runs) {
  std::sort(runs.begin(), runs.end(),
            [](const PlaceRun& a, const PlaceRun& b) { return a.first < b.first; });
}

// "Velmorsk (or Welmorsk)": the second name is the first place wherever the document uses it.
void join_other_name(std::vector<PlaceRun>& runs, const Words& words, std::uint32_t token) {
  constexpr std::uint32_t kBetween = 3;  // tokens: "(", "or"
  const PlaceRun* other = nullptr;
  const PlaceRun* place = nullptr;
  for (const PlaceRun& r : runs) {
    if (r.first == token) other = &r;
    if (r.last <= token && token - r.last <= kBetween) place = &r;
  }
  if (!other || !place || !other->mention.id.empty()) return;
  const std::string name(words.words(other->mention.span));
  const PlaceMention known = place->mention;
  for (PlaceRun& r : runs) {
    if (words.words(r.mention.span) != name) continue;
    const Span span = r.mention.span;
    r.mention = known;
    r.mention.span = span;
  }
}

// The places that the grammar shows ("in X", rules of kind `place`). A rule with the flag `over`
// takes its words from what the gazetteer has: the street of a town's name isn't in the town. One
// with `small` is for texts without capitals.
class GrammarPlaces {
 public:
  GrammarPlaces(const Words& words, const PlaceLexicon& lexicon)
      : words_(words), symbols_(words.pack().symbols), lexicon_(lexicon) {}

  void add_to(std::vector<PlaceRun>& runs) {
    const Symbol over = symbols_.find("over");
    for (const bool first : {true, false})
      for (const Sentence& s : words_.sentences())
        for (const RuleMatch& m :
             words_.pack().index("place").leftmost_longest(words_, s.first, s.last))
          if (m.rule->has(over) == first) take(m, runs);
    by_position(runs);
    // each looks at all places once
    if (other_names_.size() > kMostOthers) other_names_.resize(kMostOthers);
    for (const auto token : other_names_) join_other_name(runs, words_, token);
  }

 private:
  static constexpr std::size_t kMostOthers = 64;

  void take(const RuleMatch& m, std::vector<PlaceRun>& runs) {
    const CaptureRun* it = m.capture("it");
    if (!it || is_no_place(words_, *it, lexicon_)) return;
    if (m.rule->has(symbols_.find("small")) && !words_.lacks_capitals()) return;
    if (m.rule->has(symbols_.find("other_name"))) other_names_.push_back(it->first);
    const bool over = m.rule->has(symbols_.find("over"));
    if (taken_.empty()) mark(runs);
    const auto first = taken_.begin() + it->first, last = taken_.begin() + it->last;
    if (std::find(first, last, kRule) != last) return;
    if (!over && std::find(first, last, kKnown) != last) return;
    if (over && std::find(first, last, kKnown) != last)
      std::erase_if(runs, [&](const PlaceRun& r) {
        return r.first < it->last && r.last > it->first && !r.mention.id.empty();
      });
    std::fill(first, last, kRule);
    const Span span = words_.span(it->first, it->last);
    const CaptureRun* name = m.capture("name");  // "port of X": the town's, for both
    const Span named = name ? words_.span(name->first, name->last) : span;
    runs.push_back({make_unknown(span, words_.words(named)), it->first, it->last});
  }

  void mark(const std::vector<PlaceRun>& runs) {
    taken_.assign(words_.tokens().size(), 0);
    for (const PlaceRun& r : runs)
      std::fill(taken_.begin() + r.first, taken_.begin() + r.last, kKnown);
  }

  static constexpr char kKnown = 1, kRule = 2;
  const Words& words_;
  const Symbols& symbols_;
  const PlaceLexicon& lexicon_;
  std::vector<char> taken_;
  std::vector<std::uint32_t> other_names_;  // tokens
};

// "X district": what a town gives its name to is wider than the town, and the gazetteer has it not.
void widen(PlaceRun& run, const Words& words) {
  if (run.mention.precision != "city") return;
  const Symbol settle = words.pack().symbols.find("settle"),
               wide = words.pack().symbols.find("wide");
  if (settle == kNoSymbol || wide == kNoSymbol || run.last >= words.tokens().size()) return;
  for (std::uint32_t a = words.first_arc(run.last); a != kNoArc; a = words.arcs()[a].next) {
    if (words.arcs()[a].cls != settle || !words.arcs()[a].has(wide)) continue;
    const std::string country = run.mention.country;
    run.last = words.arcs()[a].last;
    const Span span = words.span(run.first, run.last);
    run.mention = make_unknown(span, words.words(span));
    run.mention.country = country;
    return;
  }
}

// Known places and those of the grammar.
std::vector<PlaceRun> find_document_places(const Words& words, const Places& places) {
  const auto input = place_words(words);
  const PlaceLexicon& lexicon = lexicon_of(words.pack().folder);
  std::vector<PlaceRun> out;
  for (FoundPlace& f : find_places(input, {places.gazetteer(), &lexicon, {}})) {
    if (f.doubtful) continue;
    const auto first = static_cast<std::uint32_t>(f.first_word),
               last = static_cast<std::uint32_t>(f.first_word + f.words);
    out.push_back({std::move(f.mention), first, last});
    widen(out.back(), words);
  }
  GrammarPlaces(words, lexicon).add_to(out);
  return out;
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
