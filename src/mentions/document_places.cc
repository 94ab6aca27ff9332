// The places of a document: those of the gazetteer, and those that the pack's rules of kind `place`
// show by their grammar.
#include "src/mentions/document_places.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "src/mentions/place/place.h"

namespace recount {
namespace {

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

bool has_class(const Words& words, std::uint32_t token, KnownName cls) {
  if (token >= words.tokens().size()) return false;
  for (std::uint32_t a = words.first_arc(token); a != kNoArc; a = words.arcs()[a].next)
    if (words.arcs()[a].cls == cls) return true;
  return false;
}

// Does the text begin its sentences with small letters, though it has a few capitals? Some archives
// write so, and a page's furniture with capitals may stand around it.
bool begins_small(const Words& words) {
  constexpr std::size_t kWordsPerCapital = 12, kEnough = 4;  // of words, of sentences
  std::size_t all = 0, capitals = 0, begins = 0, small = 0;
  const auto& tokens = words.tokens();
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::word) continue;
    ++all;
    capitals += tokens[i].capital;
    if (!tokens[i].space_before || tokens[i - 1].folded != ".") continue;
    ++begins;
    small += !tokens[i].capital;
  }
  return begins >= kEnough && small * 4 >= begins * 3 && capitals * kWordsPerCapital <= all;
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

// A picture or mark with which a post opens; a quotation may open with a name.
bool is_sign(const Words& words, std::uint32_t token) {
  return words.tokens()[token].kind == TokenKind::punctuation &&
         (words.first_arc(token) == kNoArc || has_class(words, token, "stop"));
}

std::vector<PlaceWord> place_words(const Words& words, bool lacks_capitals) {
  std::vector<PlaceWord> out(words.tokens().size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Token& token = words.tokens()[i];
    out[i].text = words.words(token.span);
    out[i].span = token.span;
    out[i].capital = token.capital;
  }
  for (const Sentence& s : words.sentences()) {
    std::uint32_t start = s.first;
    while (start + 1 < s.last && is_sign(words, start)) ++start;
    out[s.first].sentence_start = out[start].sentence_start = true;
  }
  for (std::uint32_t t = 0; t < out.size(); ++t)
    for (std::uint32_t a = words.first_arc(t); a != kNoArc; a = words.arcs()[a].next)
      if (const Arc& arc = words.arcs()[a];
          arc.size == 1 && (arc.cls == known("det") || arc.cls == known("prep")))
        out[t].stop = true;
  if (lacks_capitals) suppose_capitals(words, out);
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
  GrammarPlaces(const Words& words, const PlaceLexicon& lexicon, bool lacks_capitals)
      : words_(words), lexicon_(lexicon), lacks_capitals_(lacks_capitals) {}

  void add_to(std::vector<PlaceRun>& runs) {
    std::vector<RuleMatch> later;
    const RuleIndex& rules = words_.pack().index("place");
    for (const Sentence& s : words_.sentences())
      for (const RuleMatch& m : rules.leftmost_longest(words_, s.first, s.last))
        if (m.rule->has(known("over")))
          take(m, runs);
        else
          later.push_back(m);
    for (const RuleMatch& m : later) take(m, runs);
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
    if (m.rule->has(known("small")) && !lacks_capitals_) return;
    if (m.rule->has(known("other_name"))) other_names_.push_back(it->first);
    const bool over = m.rule->has(known("over"));
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
  const PlaceLexicon& lexicon_;
  bool lacks_capitals_;
  std::vector<char> taken_;
  std::vector<std::uint32_t> other_names_;  // tokens
};

// "The capital", "the French capital", "la capitale française" (rules of kind `reference`): the
// capital of that country that the text names. Where no country is said, of the one in which most
// places of the text lie.
class References {
 public:
  // `named`: the places that the text names; `capitals`: what stands in it as a capital's name, be
  // it in a street's, by position.
  References(const Words& words, const PlaceLexicon& lexicon, std::span<const PlaceRun> named,
             std::span<const PlaceRun> capitals)
      : words_(words), lexicon_(lexicon), capitals_(capitals) {
    std::map<std::string, std::uint32_t> times;  // by country
    for (const PlaceRun& run : named)
      if (!run.mention.country.empty() && ++times[run.mention.country] > times[main_country_])
        main_country_ = run.mention.country;
  }

  void add_to(std::vector<PlaceRun>& runs) const {
    if (capitals_.empty()) return;
    const std::size_t before = runs.size();
    const RuleIndex& rules = words_.pack().index("reference");
    for (const Sentence& s : words_.sentences())
      for (const RuleMatch& m : rules.leftmost_longest(words_, s.first, s.last)) take(m, runs);
    if (runs.size() > before) by_position(runs);
  }

 private:
  static constexpr std::size_t kMostLooked = 64;

  void take(const RuleMatch& m, std::vector<PlaceRun>& runs) const {
    const CaptureRun* it = m.capture("place");
    if (!it) return;
    const std::string_view country = country_of(*it);
    if (m.capture("people") && country.empty()) return;  // "the state capital"
    const PlaceRun* capital = capital_of(country, it->first);
    if (!capital) return;
    runs.push_back({capital->mention, it->first, it->last});
    runs.back().mention.span = words_.span(it->first, it->last);
    runs.back().reference = true;
  }

  // The last one before the token; country "" is none said.
  const PlaceRun* capital_of(std::string_view country, std::uint32_t token) const {
    auto run = std::ranges::lower_bound(capitals_, token, {}, &PlaceRun::first);
    for (std::size_t looked = 0; run != capitals_.begin() && looked < kMostLooked; ++looked) {
      --run;
      if (run->mention.country == (country.empty() ? main_country_ : country)) return &*run;
    }
    return nullptr;
  }

  // Of the people named in it or just behind it.
  std::string_view country_of(const CaptureRun& it) const {
    for (std::uint32_t t = it.first; t <= it.last && t < words_.tokens().size(); ++t)
      if (const auto found = lexicon_.demonym_country(words_.tokens()[t].folded); !found.empty())
        return found;
    return {};
  }

  const Words& words_;
  const PlaceLexicon& lexicon_;
  std::span<const PlaceRun> capitals_;
  std::string main_country_;  // most places are of it
};

// "X district": what a town gives its name to is wider than the town, and the gazetteer has it not.
void widen(PlaceRun& run, const Words& words) {
  if (run.mention.precision != "city" || run.last >= words.tokens().size()) return;
  for (std::uint32_t a = words.first_arc(run.last); a != kNoArc; a = words.arcs()[a].next) {
    if (words.arcs()[a].cls != known("settle") || !words.arcs()[a].has(known("wide"))) continue;
    const std::string country = run.mention.country;
    run.last += words.arcs()[a].size;
    const Span span = words.span(run.first, run.last);
    run.mention = make_unknown(span, words.words(span));
    run.mention.country = country;
    return;
  }
}

}  // namespace

std::vector<PlaceRun> find_document_places(const Words& words, const Places& places) {
  const bool lacks_capitals = words.lacks_capitals() || begins_small(words);
  const auto input = place_words(words, lacks_capitals);
  const PlaceLexicon& lexicon = lexicon_of(words.pack().folder);
  std::vector<PlaceRun> out, capitals;
  for (FoundPlace& f : find_places(input, {places.gazetteer(), &lexicon, {}})) {
    if (f.doubtful) continue;
    const auto first = static_cast<std::uint32_t>(f.first_word),
               last = static_cast<std::uint32_t>(f.first_word + f.words);
    out.push_back({std::move(f.mention), first, last});
    widen(out.back(), words);
    if (f.capital && !out.back().mention.id.empty()) capitals.push_back(out.back());
  }
  GrammarPlaces(words, lexicon, lacks_capitals).add_to(out);
  References(words, lexicon, out, capitals).add_to(out);
  return out;
}

}  // namespace recount
