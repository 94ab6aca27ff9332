// What a reading of a quantity is judged by: see Evidence. All of it is counted from the words
// around figure and wording, within kReach tokens, and from the other readings of the sentence.
#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include "src/claims/candidates.h"

namespace recount::claims {

const std::array<EvidenceName, kEvidences> kEvidenceNames{{
    {Evidence::rank, "rank"},
    {Evidence::shape, "shape"},
    {Evidence::mood, "mood"},
    {Evidence::agreement, "agreement"},
    {Evidence::measure, "measure"},
    {Evidence::distance, "distance"},
    {Evidence::gap, "gap"},
    {Evidence::commas, "commas"},
    {Evidence::marks, "marks"},
    {Evidence::breaks, "breaks"},
    {Evidence::clause, "clause"},
    {Evidence::verbs, "verbs"},
    {Evidence::numbers, "numbers"},
    {Evidence::cues, "cues"},
    {Evidence::prepositions, "prepositions"},
    {Evidence::persons, "persons"},
    {Evidence::noun, "noun"},
    {Evidence::unit, "unit"},
    {Evidence::amount, "amount"},
    {Evidence::qualified, "qualified"},
    {Evidence::counts, "counts"},
    {Evidence::cues_of_number, "cues_of_number"},
    {Evidence::numbers_of_cue, "numbers_of_cue"},
    {Evidence::nearest_cue, "nearest_cue"},
    {Evidence::nearest_number, "nearest_number"},
    {Evidence::cue_has_other, "cue_has_other"},
    {Evidence::number_has_other, "number_has_other"},
    {Evidence::block, "block"},
    {Evidence::denied, "denied"},
    {Evidence::hedged, "hedged"},
    {Evidence::before, "before"},
    {Evidence::after, "after"},
    {Evidence::part, "part"},
    {Evidence::length, "length"},
    {Evidence::tie, "tie"},
    {Evidence::whole, "whole"},
}};

namespace {

constexpr std::uint32_t kReach = 32;  // tokens looked at on either side

// 0 1 2 3 · 4–5 · 6–8 · 9–15 · 16 and more.
int bucket(std::uint32_t n) {
  return n < 4 ? static_cast<int>(n) : n < 6 ? 4 : n < 9 ? 5 : n < 16 ? 6 : 7;
}
int few(std::uint32_t n) { return static_cast<int>(std::min(n, 2u)); }

void put(EvidenceValues& values, Evidence e, int value) {
  values[static_cast<std::size_t>(e)] =
      static_cast<std::uint8_t>(std::clamp(value, 0, static_cast<int>(kValues) - 1));
}

int amount(const Figure& f, bool article) {
  const auto number = f.low ? f.low : f.high;
  if (article || !number) return article ? 0 : 1;
  int size = *number < 2 ? static_cast<int>(*number) + 2 : 4;
  for (std::int64_t limit = 10; size >= 4 && limit <= 10000 && *number >= limit; limit *= 10)
    ++size;
  return size;
}

class Weigher {
 public:
  Weigher(const Passage& p, const Sentence& s) : p_(p), words_(p.words), s_(s) {
    for (std::uint32_t t = s.first, steps = 0; t < s.last && steps < kMostSteps; ++t, ++steps)
      hedged_ |= p.is(t, "hedge");
    for (std::uint32_t t = s.first; t < s.last; ++t) counts_ += is_count(t);
  }

  void run(std::vector<Candidate>& all) {
    compete(all);
    for (Candidate& c : all)
      if (c.chosen || p_.seen) weigh(c);
  }

 private:
  // Readings of one number, and of one cue.
  struct OfNumber {
    std::set<Measure> measures, own;  // all, and those by rules of their own
    std::uint32_t nearest = UINT32_MAX;
  };
  struct OfCue {
    std::set<std::int32_t> numbers, own;
    std::uint32_t nearest = UINT32_MAX;
  };

  static std::uint32_t distance(const Candidate& c) {
    if (c.wording_first >= c.draft.last) return c.wording_first - c.draft.last;
    return c.draft.first >= c.wording_last ? c.draft.first - c.wording_last : 0;
  }

  void compete(const std::vector<Candidate>& all) {
    for (const Candidate& c : all) {
      OfNumber& number = numbers_[c.draft.quantity];
      OfCue& cue = cues_[c.wording_last];
      number.measures.insert(c.measure());
      cue.numbers.insert(c.draft.quantity);
      number.nearest = std::min(number.nearest, distance(c));
      cue.nearest = std::min(cue.nearest, distance(c));
      if (c.weak) continue;
      number.own.insert(c.measure());
      cue.own.insert(c.draft.quantity);
    }
  }

  void weigh(Candidate& c) {
    c.evidence.emplace();
    of_rule(c);
    of_figure(c);
    between(c);
    of_rivals(c);
    of_sentence(c);
  }

  static void set(Candidate& c, Evidence e, int value) { put(*c.evidence, e, value); }

  bool flag(const Arc* arc, KnownName key) const { return arc && p_.flag(*arc, key); }

  int shape(const Candidate& c) const {
    const int kind = flag(c.cue, "weak")   ? 5
                     : flag(c.cue, "toll") ? 4
                     : flag(c.cue, "part") ? 1
                     : flag(c.cue, "noun") ? 0
                     : flag(c.cue, "verb") ? 2
                     : flag(c.cue, "take") ? 3
                                           : 6;
    const int where = c.wording_first >= c.draft.last ? 0 : c.draft.first >= c.wording_last ? 1 : 2;
    return kind * 3 + where;
  }

  int mood(const Candidate& c) const {
    return flag(c.cue, "inf")                          ? 1
           : flag(c.cue, "cond") || flag(c.cue, "fut") ? 2
           : flag(c.cue, "part")                       ? 3
           : flag(c.cue, "ger")                        ? 4
                                                       : 0;
  }

  int agreement(const Candidate& c) const {
    const bool one = c.draft.claim.figure.low == 1 && c.draft.claim.figure.high == 1;
    const bool sg = flag(c.cue, "sg"), pl = flag(c.cue, "pl");
    return sg == pl ? 0 : one == sg ? 1 : 2;
  }

  void of_rule(Candidate& c) const {
    set(c, Evidence::rank, std::min(c.rule->rank, 9));
    set(c, Evidence::shape, shape(c));
    set(c, Evidence::mood, mood(c));
    set(c, Evidence::agreement, agreement(c));
    set(c, Evidence::measure, static_cast<int>(c.measure()));
    set(c, Evidence::distance, bucket(distance(c)));
    set(c, Evidence::gap, bucket(c.gap));
  }

  // What follows the figure's words.
  int noun(const Candidate& c) const {
    const std::uint32_t t = c.draft.last;
    if (t >= s_.last || words_.tokens()[t].kind == TokenKind::punctuation) return 0;
    for (std::uint32_t k = t; k < std::min(t + 3, s_.last); ++k)
      if (p_.is(k, "person")) return 1;
    if (p_.is(t, "cue")) return 2;
    if (p_.is(t, "place")) return 3;
    if (p_.is(t, "prep")) return 4;
    if (p_.is(t, "aux")) return 5;
    if (p_.is(t, "unit")) return 6;
    return words_.first_arc(t) == kNoArc ? 7 : 8;
  }

  // What stands at a token: nothing, a word, a comma, another mark, a number, a preposition.
  int beside(std::uint32_t t) const {
    if (t < s_.first || t >= s_.last) return 0;
    const Token& token = words_.tokens()[t];
    if (token.kind == TokenKind::punctuation) return token.folded == "," ? 2 : 3;
    if (is_count(t)) return 4;
    if (p_.is(t, "cue")) return 5;
    if (p_.is(t, "stop") || p_.is(t, "break") || p_.is(t, "conj")) return 6;
    if (p_.is(t, "prep")) return 7;
    if (p_.is(t, "place")) return 8;
    return p_.is(t, "time") ? 9 : 1;
  }

  // The same, and whose word it is ("according to three witnesses"), and a name ("Shed 7").
  int before(std::uint32_t t) const {
    if (p_.is(t, "according") || (t > s_.first && p_.is(t - 1, "according"))) return 10;
    const bool name = words_.tokens()[t].capital && t > s_.first && !words_.lacks_capitals();
    return name && !p_.is(t, "time") ? 11 : beside(t);
  }

  void of_figure(Candidate& c) const {
    const FoundQuantity& q = p_.found.quantities[static_cast<std::size_t>(c.draft.quantity)];
    set(c, Evidence::noun, noun(c));
    set(c, Evidence::unit, q.mention.unit.empty() ? 0 : q.mention.unit == "person" ? 1 : 2);
    set(c, Evidence::amount, amount(c.draft.claim.figure, q.article));
    set(c, Evidence::qualified, static_cast<int>(c.draft.claim.figure.qualifier));
    set(c, Evidence::before, c.draft.first > s_.first ? before(c.draft.first - 1) : 0);
    set(c, Evidence::after, beside(c.draft.last + 1));
    bool part = false;
    const std::uint32_t from = std::max(s_.first, c.draft.first - std::min(c.draft.first, 4u));
    for (std::uint32_t t = from; t < std::min(c.draft.last + 1, s_.last); ++t)
      part |= p_.is(t, "partof");
    set(c, Evidence::part, part);
  }

  bool is_count(std::uint32_t t) const {
    const Symbol quantity = known("quantity"), count = known("count");
    for (std::uint32_t a = words_.first_arc(t); a != kNoArc; a = words_.arcs()[a].next)
      if (words_.arcs()[a].cls == quantity && words_.arcs()[a].has(count)) return true;
    return false;
  }

  struct Between {
    std::uint32_t commas = 0, marks = 0, breaks = 0, says = 0, verbs = 0, numbers = 0, cues = 0,
                  preps = 0, persons = 0;
    bool denied = false;
  };

  void look(std::uint32_t t, Between& b) const {
    const Token& token = words_.tokens()[t];
    if (token.kind == TokenKind::punctuation) ++(token.folded == "," ? b.commas : b.marks);
    b.breaks += p_.is(t, "break");
    b.says += p_.is(t, "say") || p_.is(t, "according");
    b.verbs += p_.is(t, "aux");
    b.numbers += is_count(t);
    b.cues += p_.is(t, "cue");
    b.preps += p_.is(t, "prep");
    b.persons += p_.is(t, "person");
    b.denied |= p_.is(t, "neg");
  }

  void between(Candidate& c) const {
    const bool after = c.wording_first >= c.draft.last;
    const std::uint32_t from = after ? c.draft.last : c.wording_last;
    const std::uint32_t to = after ? c.wording_first : c.draft.first;
    Between b;
    for (std::uint32_t t = from; t < to && t < from + kReach; ++t) look(t, b);
    for (std::uint32_t t = c.wording_first; t < c.wording_last; ++t) b.denied |= p_.is(t, "neg");
    if (c.wording_first > s_.first) b.denied |= p_.is(c.wording_first - 1, "neg");
    set(c, Evidence::commas, few(b.commas));
    set(c, Evidence::marks, few(b.marks));
    set(c, Evidence::breaks, few(b.breaks));
    set(c, Evidence::clause, few(b.says));
    set(c, Evidence::verbs, few(b.verbs));
    set(c, Evidence::numbers, few(b.numbers));
    set(c, Evidence::cues, few(b.cues));
    set(c, Evidence::prepositions, few(b.preps));
    set(c, Evidence::persons, few(b.persons));
    set(c, Evidence::denied, b.denied);
  }

  void of_rivals(Candidate& c) {
    const OfNumber& number = numbers_[c.draft.quantity];
    const OfCue& cue = cues_[c.wording_last];
    const auto count = [](const auto& all) {
      return static_cast<int>(std::min<std::size_t>(all.size(), 4));
    };
    set(c, Evidence::cues_of_number, count(number.measures));
    set(c, Evidence::numbers_of_cue, count(cue.numbers));
    set(c, Evidence::nearest_cue, number.nearest == distance(c));
    set(c, Evidence::nearest_number, cue.nearest == distance(c));
    set(c, Evidence::cue_has_other, cue.own.size() > cue.own.count(c.draft.quantity) ? 1 : 0);
    set(c, Evidence::number_has_other,
        number.own.empty()                 ? 0
        : number.own.contains(c.measure()) ? 2
                                           : 1);
  }

  void of_sentence(Candidate& c) const {
    const BlockKind kind = p_.document.blocks[s_.block].kind;
    set(c, Evidence::block,
        kind == BlockKind::headline ? 0
        : kind == BlockKind::body   ? 1
        : kind == BlockKind::update ? 2
        : kind == BlockKind::quote  ? 3
                                    : 4);
    set(c, Evidence::hedged, hedged_);
    set(c, Evidence::counts, std::min<int>(static_cast<int>(counts_), 5));
    set(c, Evidence::length, bucket((s_.last - s_.first) / 4));
  }

  const Passage& p_;
  const Words& words_;
  const Sentence& s_;
  bool hedged_ = false;
  std::uint32_t counts_ = 0;
  std::map<std::int32_t, OfNumber> numbers_;
  std::map<std::uint32_t, OfCue> cues_;
};

}  // namespace

void weigh(const Passage& p, const Sentence& s, std::vector<Candidate>& candidates) {
  if (!candidates.empty()) Weigher(p, s).run(candidates);
}

EvidenceValues evidence_of_tie(const Passage& p, Frame kind, const Draft& head,
                               const Draft& figure) {
  EvidenceValues out{};
  const FoundQuantity& q = p.found.quantities[static_cast<std::size_t>(figure.quantity)];
  put(out, Evidence::tie,
      kind == Frame::part       ? 1
      : kind == Frame::share    ? 2
      : kind == Frame::previous ? 3
                                : 4);
  put(out, Evidence::whole, head.claim.confidence / 10);
  put(out, Evidence::measure, static_cast<int>(head.claim.measure));
  put(out, Evidence::amount, amount(figure.claim.figure, q.article));
  return out;
}

}  // namespace recount::claims
