// Every way a rule reads a quantity. Which of them is kept: figures.cc.
#include "src/claims/candidates.h"

namespace recount::claims {

Figure figure_of(const FoundQuantity& q) {
  Figure f;
  f.span = q.mention.span;
  f.low = q.mention.low;
  f.high = q.mention.high;
  f.qualifier = q.mention.qualifier;
  f.unit = q.mention.unit.empty() ? "person" : q.mention.unit;
  f.magnitude = q.mention.magnitude;
  return f;
}

bool of_crowds(Measure m) {
  return m == Measure::participants || m == Measure::deployed || m == Measure::damaged;
}

bool is_nobody_or_one(const FoundQuantity& q) {
  return q.article || (q.mention.low == 0 && q.mention.high == 0);
}

std::optional<Span> noun_inside(const Passage& p, const FoundQuantity& q) {
  std::uint32_t first = q.first;
  if (!q.article || q.pronoun || !p.is(q.last - 1, "person")) return std::nullopt;
  while (first + 1 < q.last && (p.is(first, "det") || p.is(first, "one"))) ++first;
  return p.words.span(first, q.last);
}

namespace {

constexpr std::uint32_t kLongestPurpose = 5;  // tokens of a word of class `purpose`

class Reader {
 public:
  Reader(const Passage& p, std::uint32_t index) : p_(p), words_(p.words), index_(index) {}

  std::optional<Candidate> read(const RuleMatch& m) const {
    const CaptureRun* wording = m.capture("wording");
    const Arc* quantity = arc_of(m.capture("figure"));
    if (!quantity || quantity->payload < 0 || !wording || p_.in_name(wording->first, wording->last))
      return std::nullopt;
    const Arc* cue = arc_of(wording);
    std::string_view measure = p_.feature(*m.rule, "measure");
    if (measure.empty() && cue) measure = p_.value(*cue, "cue");
    const auto known = named<Measure>(measure);
    const FoundQuantity& q = p_.found.quantities[static_cast<std::size_t>(quantity->payload)];
    if (!known || (of_crowds(*known) && is_nobody_or_one(q)) || is_label(q)) return std::nullopt;
    return made(m, *wording, cue, quantity->payload, *known);
  }

 private:
  const Arc* arc_of(const CaptureRun* run) const {
    return run && run->arc != kNoArc ? &words_.arcs()[run->arc] : nullptr;
  }

  // "Shed 7", "League 1": a small number in digits right behind a name, with no noun for people
  // behind it, tells one thing of a kind from others.
  bool is_label(const FoundQuantity& q) const {
    constexpr std::int64_t kMost = 20;
    const auto& tokens = words_.tokens();
    if (q.last != q.first + 1 || tokens[q.first].kind != TokenKind::digits || !q.mention.low ||
        *q.mention.low > kMost || words_.lacks_capitals())
      return false;
    const std::uint32_t begin = words_.sentences()[words_.sentence_of(q.first)].first;
    if (q.first < begin + 2 || !tokens[q.first - 1].capital) return false;
    for (const KnownName cls : std::initializer_list<KnownName>{"place", "time", "cue", "say"})
      if (p_.is(q.first - 1, cls)) return false;
    return q.last >= tokens.size() || !(p_.is(q.last, "person") || p_.is(q.last, "other") ||
                                        p_.is(q.last, "adj") || is_noun_cue(q.last));
  }
  bool is_noun_cue(std::uint32_t token) const {
    const Symbol cue = known("cue");
    for (std::uint32_t a = words_.first_arc(token); a != kNoArc; a = words_.arcs()[a].next)
      if (words_.arcs()[a].cls == cue && p_.flag(words_.arcs()[a], "noun")) return true;
    return false;
  }

  // "In order to arrest 12": an infinitive or passive right behind a word of class `purpose`.
  bool is_purpose(std::uint32_t wording) const {
    for (std::uint32_t t = wording - std::min(wording, kLongestPurpose); t < wording; ++t)
      for (std::uint32_t a = words_.first_arc(t); a != kNoArc; a = words_.arcs()[a].next)
        if (words_.arcs()[a].cls == known("purpose") && t + words_.arcs()[a].size == wording)
          return true;
    return false;
  }

  Candidate made(const RuleMatch& m, const CaptureRun& wording, const Arc* cue,
                 std::int32_t quantity, Measure measure) const {
    Candidate c;
    c.rule = m.rule;
    c.cue = cue;
    c.wording_first = wording.first;
    c.wording_last = wording.last;
    c.gap = m.match.gap_tokens;
    c.weak = p_.rule_flag(*m.rule, "weak") || (cue && p_.flag(*cue, "weak"));
    c.also = p_.rule_flag(*m.rule, "also");
    c.split = c.also && p_.feature(*m.rule, "also").empty();
    const FoundQuantity& q = p_.found.quantities[static_cast<std::size_t>(quantity)];
    c.draft.weak = c.weak;
    c.draft.sentence = index_;
    c.draft.quantity = quantity;
    c.draft.first = q.first;
    c.draft.last = q.last;
    c.draft.claim.group = noun_inside(p_, q);
    fill(m, wording, figure_of(q), measure, c);
    return c;
  }

  void fill(const RuleMatch& m, const CaptureRun& wording, const Figure& figure, Measure measure,
            Candidate& c) const {
    Claim& claim = c.draft.claim;
    claim.kind = ClaimKind::figure;
    claim.measure = measure;
    claim.figure = figure;
    claim.wording = p_.span(wording);
    claim.span = cover(claim.figure.span, claim.wording);
    claim.rule = m.rule->name;
    if (const CaptureRun* group = m.capture("group")) claim.group = p_.span(*group);
    if (const CaptureRun* detail = m.capture("detail")) claim.detail = p_.span(*detail);
    if (const CaptureRun* actor = m.capture("actor")) claim.actor = p_.span(*actor);
    if (!claim.group) claim.group = noun_behind(c);
    if (measure == Measure::participants && counts_forces(m.capture("group")))
      claim.measure = Measure::deployed;
    if (auto modality = named<Modality>(p_.feature(*m.rule, "modality")))
      claim.modality = *modality;
    if (claim.modality == Modality::asserted && is_purpose(wording.first))
      claim.modality = Modality::planned;
    if (auto series = named<Series>(p_.feature(*m.rule, "series"))) claim.series = *series;
    if (c.split) claim.modality = Modality::uncertain;
  }

  // The noun for people right behind the figure, with its adjectives, where the rule names no group
  // and the noun isn't its wording.
  std::optional<Span> noun_behind(const Candidate& c) const {
    constexpr std::uint32_t kMost = 3;  // tokens
    const std::uint32_t first = c.draft.last;
    const auto end = static_cast<std::uint32_t>(words_.tokens().size());
    for (std::uint32_t t = first; t < std::min(first + kMost, end); ++t) {
      if (t >= c.wording_first && t < c.wording_last) return std::nullopt;
      if (p_.is(t, "person")) return words_.span(first, t + 1);
      if (!p_.is(t, "adj")) return std::nullopt;
    }
    return std::nullopt;
  }

  // "8,000 policemen were mobilised": sent, not taking part. The noun's own weak cue tells.
  bool counts_forces(const CaptureRun* group) const {
    if (!group) return false;
    const Symbol cue = known("cue"), deployed = known("deployed");
    for (std::uint32_t t = group->first; t < group->last; ++t)
      for (std::uint32_t a = words_.first_arc(t); a != kNoArc; a = words_.arcs()[a].next)
        if (words_.arcs()[a].cls == cue && words_.arcs()[a].get(cue) == deployed &&
            p_.flag(words_.arcs()[a], "weak"))
          return true;
    return false;
  }

  const Passage& p_;
  const Words& words_;
  const std::uint32_t index_;
};

}  // namespace

std::vector<Candidate> read_candidates(const Passage& p, std::uint32_t sentence) {
  std::vector<Candidate> out;
  const Reader reader(p, sentence);
  p.for_each(Frame::figure, sentence, [&](const RuleMatch& m) {
    if (auto c = reader.read(m)) out.push_back(std::move(*c));
  });
  return out;
}

std::vector<Candidate> near_candidates(const Passage& p, std::uint32_t sentence) {
  std::vector<Candidate> out;
  const Reader reader(p, sentence);
  const Sentence& s = p.words.sentences()[sentence];
  p.words.pack().index("near").for_each(p.words, s.first, s.last, [&](const RuleMatch& m) {
    if (auto c = reader.read(m)) out.push_back(std::move(*c));
  });
  return out;
}

}  // namespace recount::claims
