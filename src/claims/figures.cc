// Figures: every way a rule reads a quantity is a candidate; for each quantity and measure one
// reading is kept (rank, then fewer gap tokens, then file order), and weak readings ("118
// demonstrators" as participants) yield to any other. Parts, former values and shared measures then
// hang on the figure before or after them.
#include <algorithm>

#include "src/claims/frames.h"

namespace recount::claims {
namespace {

struct Candidate {
  Draft draft;
  const Rule* rule = nullptr;
  std::uint32_t gap = 0;
  bool weak = false, also = false, split = false;
};

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

class Finder {
 public:
  explicit Finder(const Passage& p) : p_(p), words_(p.words) {}

  std::vector<Draft> run() {
    for (std::uint32_t i = 0; i < words_.sentences().size(); ++i) {
      const Sentence& s = words_.sentences()[i];
      if (!is_source(p_.document.blocks[s.block].kind)) continue;
      const std::size_t begin = out_.size();
      read(s, i);
      choose(begin);
      dependents(s, i, begin);
    }
    return std::move(out_);
  }

 private:
  void read(const Sentence& s, std::uint32_t index) {
    candidates_.clear();
    words_.pack().index("figure").for_each(words_, s.first, s.last, [&](const RuleMatch& m) {
      if (auto c = candidate(m, index)) candidates_.push_back(std::move(*c));
    });
  }

  const Arc* arc_of(const CaptureRun* run) const {
    return run && run->arc != kNoArc ? &words_.arcs()[run->arc] : nullptr;
  }

  std::optional<Candidate> candidate(const RuleMatch& m, std::uint32_t sentence) const {
    const CaptureRun* figure = m.capture("figure");
    const CaptureRun* wording = m.capture("wording");
    const Arc* quantity = arc_of(figure);
    if (!quantity || quantity->payload < 0 || !wording || p_.in_name(wording->first, wording->last))
      return std::nullopt;
    const Arc* cue = arc_of(wording);
    std::string_view measure = p_.feature(*m.rule, "measure");
    if (measure.empty() && cue) measure = p_.value(*cue, "cue");
    const auto known = named<Measure>(measure);
    if (!known) return std::nullopt;

    Candidate c;
    c.rule = m.rule;
    c.gap = m.match.gap_tokens;
    c.weak = p_.rule_flag(*m.rule, "weak") || (cue && p_.flag(*cue, "weak"));
    c.draft.weak = c.weak;
    c.also = p_.rule_flag(*m.rule, "also");
    Draft& d = c.draft;
    d.sentence = sentence;
    d.quantity = quantity->payload;
    const FoundQuantity& q = p_.found.quantities[static_cast<std::size_t>(quantity->payload)];
    const bool nobody = q.mention.low == 0 && q.mention.high == 0;
    if ((q.article || nobody) && of_crowds(*known)) return std::nullopt;
    d.first = q.first;
    d.last = q.last;
    Claim& claim = d.claim;
    claim.kind = ClaimKind::figure;
    claim.measure = *known;
    claim.figure = figure_of(q);
    claim.wording = p_.span(*wording);
    claim.span = cover(claim.figure.span, claim.wording);
    claim.rule = m.rule->name;
    claim.confidence = c.weak ? 60 : std::max(50, 95 - 5 * static_cast<int>(c.gap));
    if (const CaptureRun* group = m.capture("group")) claim.group = p_.span(*group);
    if (const CaptureRun* detail = m.capture("detail")) claim.detail = p_.span(*detail);
    if (const CaptureRun* actor = m.capture("actor")) claim.actor = p_.span(*actor);
    if (claim.measure == Measure::participants && counts_forces(m.capture("group")))
      claim.measure = Measure::deployed;
    if (auto modality = named<Modality>(p_.feature(*m.rule, "modality")))
      claim.modality = *modality;
    if (auto series = named<Series>(p_.feature(*m.rule, "series"))) claim.series = *series;
    c.split = c.also && p_.feature(*m.rule, "also").empty();
    if (c.split) claim.modality = Modality::uncertain;
    return c;
  }

  // One man is no rally, no deployment and no damage, nor is nobody.
  static bool of_crowds(Measure m) {
    return m == Measure::participants || m == Measure::deployed || m == Measure::damaged;
  }

  // "8,000 policemen were mobilised": sent, not taking part. The noun's own weak cue tells.
  bool counts_forces(const CaptureRun* group) const {
    if (!group) return false;
    const Symbol cue = p_.symbols().find("cue"), deployed = p_.symbols().find("deployed");
    for (std::uint32_t t = group->first; t < group->last; ++t)
      for (std::uint32_t a = words_.first_arc(t); a != kNoArc; a = words_.arcs()[a].next)
        if (words_.arcs()[a].cls == cue && words_.arcs()[a].get(cue) == deployed &&
            p_.flag(words_.arcs()[a], "weak"))
          return true;
    return false;
  }

  void choose(std::size_t begin) {
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) {
                       if (a.draft.quantity != b.draft.quantity)
                         return a.draft.quantity < b.draft.quantity;
                       if (a.weak != b.weak) return !a.weak;
                       if (a.also != b.also) return !a.also;
                       if (a.rule->rank != b.rule->rank) return a.rule->rank < b.rule->rank;
                       if (a.gap != b.gap) return a.gap < b.gap;
                       return a.rule->order < b.rule->order;
                     });
    const Candidate* first = nullptr;  // the best of the quantity at hand
    for (const Candidate& c : candidates_) {
      const bool other_quantity = !first || first->draft.quantity != c.draft.quantity;
      if (other_quantity) {
        first = &c;
        out_.push_back(c.draft);
      } else if (c.also && c.draft.claim.measure != first->draft.claim.measure && !has(c, begin)) {
        if (c.split) out_.back().claim.modality = Modality::uncertain;
        out_.push_back(c.draft);
      }
    }
    std::stable_sort(out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end(),
                     [](const Draft& a, const Draft& b) { return a.first < b.first; });
  }

  bool has(const Candidate& c, std::size_t begin) const {
    return std::any_of(
        out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end(), [&](const Draft& d) {
          return d.quantity == c.draft.quantity && d.claim.measure == c.draft.claim.measure;
        });
  }

  // part, share, previous, former: figures without a measure word of their own.
  void dependents(const Sentence& s, std::uint32_t index, std::size_t begin) {
    for (const char* kind : {"share", "part", "previous", "former"}) {
      words_.pack().index(kind).for_each(words_, s.first, s.last, [&](const RuleMatch& m) {
        if (const Arc* quantity = arc_of(m.capture("figure")))
          dependent(m, *quantity, kind, index, begin);
      });
    }
  }

  // The last figure of the block before the sentence that is itself no part, or -1: "12 were hurt.
  // Three of them died."
  int whole_before(const FoundQuantity& q, std::size_t begin) const {
    const std::uint32_t block = words_.tokens()[q.first].block;
    for (std::size_t i = begin, steps = 0; i-- > 0 && steps < kMostSteps; ++steps) {
      if (words_.tokens()[out_[i].first].block != block) return -1;
      if (out_[i].part_of < 0) return static_cast<int>(i);
    }
    return -1;
  }

  void dependent(const RuleMatch& m, const Arc& quantity, std::string_view kind,
                 std::uint32_t index, std::size_t begin) {
    if (quantity.payload < 0) return;
    const FoundQuantity& q = p_.found.quantities[static_cast<std::size_t>(quantity.payload)];
    const bool after = kind == "former";
    int head = -1;
    int own = -1;
    for (std::size_t i = begin; i < out_.size(); ++i) {
      if (out_[i].quantity == quantity.payload) own = static_cast<int>(i);
      if (after ? (head < 0 && out_[i].first > q.first) : out_[i].last <= q.first)
        head = static_cast<int>(i);
    }
    if (kind == "part" && head < 0 && p_.rule_flag(*m.rule, "back")) head = whole_before(q, begin);
    if (kind == "part" && head >= 0 && out_[static_cast<std::size_t>(head)].part_of >= 0)
      head = out_[static_cast<std::size_t>(head)]
                 .part_of;  // "of whom 4 children and 2 women": both of the whole
    if (own >= 0 && !(out_[static_cast<std::size_t>(own)].weak && kind == "part" && head >= 0)) {
      // it has a reading: only the tie is new
      if ((kind == "previous" || kind == "former") && head >= 0 && head != own &&
          out_[static_cast<std::size_t>(own)].claim.measure ==
              out_[static_cast<std::size_t>(head)].claim.measure)
        out_[static_cast<std::size_t>(head)].previous = own;
      if (kind == "part" && head >= 0 && out_[static_cast<std::size_t>(own)].part_of < 0 &&
          (p_.rule_flag(*m.rule, "across") ||
           out_[static_cast<std::size_t>(own)].claim.measure ==
               out_[static_cast<std::size_t>(head)].claim.measure))
        out_[static_cast<std::size_t>(own)].part_of = head;
      return;
    }
    if (head < 0) return;
    Draft d = out_[static_cast<std::size_t>(head)];
    d.part_of = kind == "part" ? head : -1;
    d.previous = -1;
    d.sentence = index;
    d.quantity = quantity.payload;
    d.first = q.first;
    d.last = q.last;
    d.claim.figure = figure_of(q);
    if (const CaptureRun* group = m.capture("group")) d.claim.group = p_.span(*group);
    d.claim.span = cover(d.claim.figure.span, d.claim.wording);
    d.claim.rule = m.rule->name;
    d.claim.confidence = 80;
    d.weak = false;
    if (own >= 0) {  // "of whom six police officers": hurt, not deployed
      if (!d.claim.group) d.claim.group = out_[static_cast<std::size_t>(own)].claim.wording;
      out_[static_cast<std::size_t>(own)] = std::move(d);
      return;
    }
    out_.push_back(std::move(d));
    if (kind == "previous" || kind == "former")
      out_[static_cast<std::size_t>(head)].previous = static_cast<int>(out_.size() - 1);
  }

  const Passage& p_;
  const Words& words_;
  std::vector<Candidate> candidates_;
  std::vector<Draft> out_;
};

}  // namespace

std::vector<Draft> find_figures(const Passage& p) { return Finder(p).run(); }

}  // namespace recount::claims
