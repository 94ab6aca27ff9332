// When, where, how surely. Each is looked for from the inside out: the claim's own clause, its
// sentence, what its block said before, its section's heading; beyond that it stays unknown rather
// than guessed. A live entry has its own time.
#include <algorithm>

#include "src/claims/surroundings.h"

namespace recount::claims {

Surroundings::Surroundings(const Passage& passage, const Sayings& all, const Draft* of, Draft& own)
    : p(passage),
      sayings(all),
      whole(of),
      draft(own),
      sentence(passage.words.sentences()[own.sentence]) {
  find_clause();
  if (is_figure()) find_running();
}

void Surroundings::find_clause() {
  clause_first = sentence.first;
  clause_last = sentence.last;
  for (std::uint32_t t = draft.first; t > sentence.first; --t)
    if (p.is(t - 1, "break")) {
      clause_first = t;
      break;
    }
  for (std::uint32_t t = draft.last; t < sentence.last; ++t)
    if (p.is(t, "break")) {
      clause_last = t;
      break;
    }
}

void Surroundings::find_running() {
  running = find_word(clause_first, clause_last, "running") != clause_last;
  const Words& words = p.words;
  const std::uint32_t last = words.token_at(draft.claim.wording.end);
  for (std::uint32_t t = words.token_at(draft.claim.wording.begin); t < last; ++t)
    for (std::uint32_t a = words.first_arc(t); a != kNoArc; a = words.arcs()[a].next)
      perfect |= p.flag(words.arcs()[a], "perfect");
}

std::uint32_t Surroundings::reach_of_part() const {
  constexpr std::uint32_t kNear = 10;  // tokens
  if (!whole || draft.former) return sentence.last;
  std::uint32_t end = draft.last;
  while (end < std::min(sentence.last, draft.last + kNear) && p.words.tokens()[end].folded != ")")
    ++end;
  return end;
}

namespace {

class Circumstances {
 public:
  explicit Circumstances(const Surroundings& around)
      : a_(around), p_(around.p), words_(around.p.words), d_(around.draft) {}

  void set() {
    if (a_.running && d_.claim.series == Series::event) d_.claim.series = Series::cumulative;
    modality();
    attribution();
    set_when(a_);
    set_as_of(a_);
    set_place(a_);
    said_at();
  }

 private:
  void attribution() {
    const Saying* saying = a_.sayings.of(d_.first);
    if (!saying && conditional_) saying = a_.sayings.last_before(d_.first);
    if (!saying) return take_from_whole();
    d_.claim.claimant = saying->claimant;
    // "Denied that 22 died, saying that five did": the five aren't denied.
    if (saying->modality && told_ != Modality::asserted) d_.claim.modality = *saying->modality;
  }

  // "Counted 50,000 by the ministry, against 32,000 last week", "345, of them 281 in Lille": on the
  // word of the figure beside it.
  void take_from_whole() {
    if (a_.whole && a_.whole->sentence == d_.sentence) d_.claim.claimant = a_.whole->claim.claimant;
  }

  void modality() {
    if (d_.claim.modality != Modality::asserted) return;
    const auto told = told_ = p_.scopes->of(d_);
    // "They came in order to protest", and did: only a figure is planned by words around it.
    if (told && (a_.is_figure() || told != Modality::planned)) {
      d_.claim.modality = *told;
      return;
    }
    forms_and_hedges();
    if (d_.claim.modality == Modality::asserted && is_of_its_whole())
      d_.claim.modality = a_.whole->claim.modality;
  }
  // "106 reportedly hurt, five of them badly": a part that has the words of its whole.
  bool is_of_its_whole() const {
    return a_.whole && d_.part_of >= 0 && a_.whole->sentence == d_.sentence &&
           a_.whole->claim.wording == d_.claim.wording;
  }

  void forms_and_hedges() {
    const std::uint32_t first = words_.token_at(d_.claim.wording.begin);
    for (std::uint32_t t = first;
         t < words_.tokens().size() && words_.tokens()[t].span.end <= d_.claim.wording.end; ++t)
      for (std::uint32_t a = words_.first_arc(t); a != kNoArc; a = words_.arcs()[a].next)
        form_of(words_.arcs()[a]);
    for (std::uint32_t a = first > 0 ? words_.first_arc(first - 1) : kNoArc; a != kNoArc;
         a = words_.arcs()[a].next)
      done_ |= has_aux_have(words_.arcs()[a]);  // "has drawn 500": "drawn" is the wording
    if (d_.claim.modality == Modality::asserted) hedges();
  }

  void hedges() {
    const std::uint32_t from = std::max(a_.clause_first, d_.first > 12 ? d_.first - 12 : 0);
    const std::uint32_t to = std::min(a_.clause_last, d_.last + 12);
    for (std::uint32_t t = from; t < to; ++t)
      for (std::uint32_t a = words_.first_arc(t); a != kNoArc; a = words_.arcs()[a].next)
        if (const auto m = named<Modality>(p_.value(words_.arcs()[a], "hedge"));
            m && d_.claim.modality == Modality::asserted && may_be(*m))
          d_.claim.modality = *m;
  }
  // No plan that stands beside it makes one of what is told in the past, or of what befalls people.
  bool may_be(Modality m) const {
    const Measure measure = d_.claim.measure;
    const bool befalls =
        a_.is_figure() &&
        (measure == Measure::deaths || measure == Measure::injured || measure == Measure::missing);
    return m != Modality::planned || !(done_ || befalls);
  }
  // A conditional or a future in the wording itself; the pack says what they mean by its flags.
  void form_of(const Arc& arc) {
    if (p_.flag(arc, "cond")) {
      d_.claim.modality = Modality::uncertain;
      conditional_ = true;
    }
    if (p_.flag(arc, "fut")) d_.claim.modality = Modality::planned;
    done_ |= p_.flag(arc, "past") || has_aux_have(arc);
  }
  bool has_aux_have(const Arc& arc) const {
    return p_.value(arc, "aux") == "have" && p_.flag(arc, "pres");
  }

  // An entry's clock time on the day of its page, as far as that is known.
  std::string moment_of(const std::string& time) const {
    const bool day_known = p_.published && p_.published->value.size() >= 10 &&
                           p_.published->value.find('X') == std::string::npos;
    return time.starts_with('T') && day_known ? p_.published->value.substr(0, 10) + time : time;
  }

  void said_at() {
    const Block& block = p_.block_of(d_.first);
    if (block.kind == BlockKind::update && block.time)
      d_.claim.said_at = SaidAt{moment_of(*block.time), std::nullopt};
  }

  const Surroundings& a_;
  const Passage& p_;
  const Words& words_;
  Draft& d_;
  bool conditional_ = false;
  std::optional<Modality> told_;  // by a scope
  bool done_ = false;             // its wording is in the past: no plan beside it makes it one
};

}  // namespace

void set_circumstances(const Passage& p, const Sayings& sayings, const Draft* whole, Draft& draft) {
  const Surroundings around(p, sayings, whole, draft);
  Circumstances(around).set();
}

}  // namespace recount::claims
