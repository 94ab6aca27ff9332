// Figures: every way a rule reads a quantity is a candidate; for each quantity and measure one
// reading is kept (rank, then fewer gap tokens, then file order), and weak readings ("118
// demonstrators" as participants) yield to any other. The ranker says how sure a reading is. Parts,
// former values and shared measures then hang on the figure before or after them.
#include <algorithm>
#include <utility>

#include "src/claims/candidates.h"
#include "src/claims/frames.h"
#include "src/claims/ranker.h"

namespace recount::claims {
namespace {

class Finder {
 public:
  explicit Finder(const Passage& p) : p_(p), words_(p.words) {}

  std::vector<Draft> run() {
    for (std::uint32_t i = 0; i < words_.sentences().size(); ++i) {
      const Sentence& s = words_.sentences()[i];
      if (!is_source(p_.document.blocks[s.block].kind)) continue;
      const std::size_t begin = out_.size();
      candidates_ = read_candidates(p_, i);
      std::erase_if(candidates_,
                    [this](const Candidate& c) { return is_left_out(c.draft.quantity); });
      choose();
      judge(s);
      take();
      if (p_.seen) see(i);
      dependents(i, begin);
    }
    return std::move(out_);
  }

 private:
  const Arc* arc_of(const CaptureRun* run) const {
    return run && run->arc != kNoArc ? &words_.arcs()[run->arc] : nullptr;
  }
  bool is_left_out(std::int32_t quantity) const {
    return p_.scopes && p_.scopes->left_out(quantity).has_value();
  }

  // The best reading of each number first.
  void order() {
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
  }

  // Of each number the best reading, and others that stand beside it.
  void choose() {
    order();
    Candidate* last = nullptr;  // chosen
    std::size_t first = 0;      // of the quantity at hand
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      Candidate& c = candidates_[i];
      if (!last || last->draft.quantity != c.draft.quantity) {
        first = i;
      } else {
        if (!c.also || is_chosen(c.measure(), first, i)) continue;
        if (c.split) split(last->draft.claim, c.draft.claim);
      }
      c.chosen = true;
      last = &c;
    }
  }

  // Has one of candidates [first, last) that is chosen the measure?
  bool is_chosen(Measure measure, std::size_t first, std::size_t last) const {
    return std::any_of(candidates_.begin() + static_cast<std::ptrdiff_t>(first),
                       candidates_.begin() + static_cast<std::ptrdiff_t>(last),
                       [&](const Candidate& c) { return c.chosen && c.measure() == measure; });
  }

  // How sure the chosen ones are.
  void judge(const Sentence& s) {
    weigh(p_, s, candidates_);
    for (Candidate& c : candidates_) {
      if (!c.evidence) continue;
      c.score = p_.ranker.score(*c.evidence);
      c.draft.claim.confidence = p_.ranker.confidence(c.score);
    }
  }

  void take() {
    const auto begin = static_cast<std::ptrdiff_t>(out_.size());
    for (const Candidate& c : candidates_)
      if (c.chosen) out_.push_back(c.draft);
    std::stable_sort(out_.begin() + begin, out_.end(),
                     [](const Draft& a, const Draft& b) { return a.first < b.first; });
  }

  // For developers: also numbers that merely stand near a cue, of which no claim comes.
  void see(std::uint32_t sentence) {
    const std::vector<Candidate> near = near_candidates(p_, sentence);
    for (const auto* some : {&std::as_const(candidates_), &near})
      p_.seen->insert(p_.seen->end(), some->begin(), some->end());
  }

  // "53 people were killed or wounded": nobody says how many of them were killed, and the words
  // that are shown for either say so.
  static void split(Claim& one, Claim& other) {
    one.modality = Modality::uncertain;
    one.span = other.span = cover(one.span, other.span);
    one.detail = other.detail = cover(one.wording, other.wording);
  }

  // part, share, previous, former: figures without a measure word of their own.
  void dependents(std::uint32_t index, std::size_t begin) {
    for (const Frame kind : {Frame::share, Frame::part, Frame::previous, Frame::former}) {
      p_.for_each(kind, index, [&](const RuleMatch& m) {
        const Arc* quantity = arc_of(m.capture("figure"));
        if (quantity && p_.rule_flag(*m.rule, "subset"))
          mark_subset(m, *quantity, begin);
        else if (quantity)
          dependent(m, *quantity, kind, index, begin);
      });
    }
  }

  // "Two of the dead": of those of whom the words tell, wherever they are counted. The measure of
  // the captured words must be the figure's own: "two of the injured died" are a toll.
  void mark_subset(const RuleMatch& m, const Arc& quantity, std::size_t begin) {
    const Arc* cue = arc_of(m.capture("wording"));
    const auto measure = cue ? named<Measure>(p_.value(*cue, "cue")) : std::nullopt;
    for (std::size_t i = begin; i < out_.size(); ++i) {
      Draft& d = out_[i];
      if (d.quantity != quantity.payload || (measure && d.claim.measure != *measure)) continue;
      d.claim.subset = true;
      if (d.part_of < 0) d.part_of = whole_of(i, begin);
    }
  }

  // The figure of the sentence, else the last one before it, of which the draft may count some.
  int whole_of(std::size_t part, std::size_t begin) const {
    const auto holds = [&](std::size_t i) {
      const Draft &a = out_[part], &b = out_[i];
      return i != part && b.part_of < 0 && !b.claim.subset && b.claim.measure == a.claim.measure &&
             size_of(b) > size_of(a);
    };
    for (std::size_t i = begin; i < out_.size(); ++i)
      if (holds(i)) return static_cast<int>(i);
    for (std::size_t i = begin, steps = 0; i-- > 0 && steps < kMostCarried; ++steps)
      if (holds(i)) return static_cast<int>(i);
    return -1;
  }
  static std::int64_t size_of(const Draft& d) {
    const Figure& f = d.claim.figure;
    return f.low.value_or(f.high.value_or(f.magnitude));
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

  // Does a reading yield to the figure on which its number hangs?
  static bool yields(const Draft& own, Frame kind) { return own.weak && kind == Frame::part; }

  void dependent(const RuleMatch& m, const Arc& quantity, Frame kind, std::uint32_t index,
                 std::size_t begin) {
    if (quantity.payload < 0 || is_left_out(quantity.payload)) return;
    const FoundQuantity& q = p_.found.quantities[static_cast<std::size_t>(quantity.payload)];
    const bool after = kind == Frame::former;
    int head = -1;
    int own = -1;
    for (std::size_t i = begin; i < out_.size(); ++i) {
      if (out_[i].quantity == quantity.payload) own = static_cast<int>(i);
      if (after ? (head < 0 && out_[i].first > q.first) : out_[i].last <= q.first)
        head = static_cast<int>(i);
    }
    if (!after && head < 0 && p_.rule_flag(*m.rule, "back")) head = whole_before(q, begin);
    if (kind == Frame::part && head >= 0 && out_[static_cast<std::size_t>(head)].part_of >= 0)
      head = out_[static_cast<std::size_t>(head)]
                 .part_of;  // "of whom 4 children and 2 women": both of the whole
    if (own >= 0 &&
        !(head >= 0 && head != own && yields(out_[static_cast<std::size_t>(own)], kind))) {
      // it has a reading: only the tie is new
      if ((kind == Frame::previous || kind == Frame::former) && head >= 0 && head != own &&
          out_[static_cast<std::size_t>(own)].claim.measure ==
              out_[static_cast<std::size_t>(head)].claim.measure)
        out_[static_cast<std::size_t>(head)].previous = own;
      if (kind == Frame::part && head >= 0 && out_[static_cast<std::size_t>(own)].part_of < 0 &&
          (p_.rule_flag(*m.rule, "across") ||
           out_[static_cast<std::size_t>(own)].claim.measure ==
               out_[static_cast<std::size_t>(head)].claim.measure))
        out_[static_cast<std::size_t>(own)].part_of = head;
      return;
    }
    if (head < 0) return;
    if (of_crowds(out_[static_cast<std::size_t>(head)].claim.measure) && is_nobody_or_one(q))
      return;
    Draft d = out_[static_cast<std::size_t>(head)];
    d.part_of = kind == Frame::part ? head : -1;
    d.previous = -1;
    d.sentence = index;
    d.quantity = quantity.payload;
    d.first = q.first;
    d.last = q.last;
    d.claim.figure = figure_of(q);
    if (const auto noun = noun_inside(p_, q)) d.claim.group = noun;
    if (const CaptureRun* group = m.capture("group")) d.claim.group = p_.span(*group);
    d.claim.span = cover(d.claim.figure.span, d.claim.wording);
    d.claim.rule = m.rule->name;
    d.weak = false;
    judge(kind, out_[static_cast<std::size_t>(head)], d);
    if (own >= 0) {  // "of whom six police officers": hurt, not deployed
      const Draft& before = out_[static_cast<std::size_t>(own)];
      if (!d.claim.group) d.claim.group = before.claim.wording;
      out_[static_cast<std::size_t>(own)] = std::move(d);
    } else {
      own = static_cast<int>(out_.size());
      out_.push_back(std::move(d));
    }
    if (kind == Frame::previous || kind == Frame::former)
      out_[static_cast<std::size_t>(head)].previous = own;
  }

  // How sure a figure is that is read from another one.
  void judge(Frame kind, const Draft& head, Draft& d) {
    Candidate c;
    c.draft = d;
    c.evidence = evidence_of_tie(p_, kind, head, d);
    c.score = p_.ranker.score(*c.evidence);
    d.claim.confidence = p_.ranker.confidence(c.score);
    if (p_.seen) p_.seen->push_back(std::move(c));
  }

  const Passage& p_;
  const Words& words_;
  std::vector<Candidate> candidates_;
  std::vector<Draft> out_;
};

}  // namespace

std::vector<Draft> find_figures(const Passage& p) { return Finder(p).run(); }

}  // namespace recount::claims
