// How surely a stretch of text tells what it tells. Rules of kind `scope` say it for whatever way a
// figure is told in: "demand the release of 48", "nobody said that 12 had died", "two a day". A
// figure stands in a scope if the last of its measure's words does, or if the rule takes the figure
// itself. Of several scopes the lowest rank decides, then the shortest.
#include <algorithm>
#include <tuple>

#include "src/claims/frames.h"

namespace recount::claims {

namespace {

class Finder {
 public:
  explicit Finder(const Passage& p) : p_(p), words_(p.words) {}

  std::vector<Scope> run() {
    const RuleIndex& rules = words_.pack().index("scope");
    for (std::uint32_t i = 0; i < words_.sentences().size(); ++i) {
      const Sentence& s = words_.sentences()[i];
      if (!is_source(p_.document.blocks[s.block].kind)) continue;
      const std::size_t begin = out_.size();
      go_on_with_items(i);
      rules.for_each(words_, s.first, s.last, [&](const RuleMatch& m) { add(s, i, m); });
      order(begin);
    }
    return std::move(out_);
  }

 private:
  void add(const Sentence& s, std::uint32_t index, const RuleMatch& m) {
    Scope scope;
    scope.sentence = index;
    scope.rank = m.rule->rank;
    scope.modality = named<Modality>(p_.feature(*m.rule, "modality"));
    scope.reason = named<LeftOutReason>(p_.feature(*m.rule, "reason"));
    scope.of_nobody = p_.rule_flag(*m.rule, "of_nobody");
    if (const CaptureRun* figure = m.capture("figure"); figure && figure->arc != kNoArc)
      scope.quantity = words_.arcs()[figure->arc].payload;
    scope.measure = named<Measure>(p_.feature(*m.rule, "measure"));
    extent(s, m, scope);
    if (p_.feature(*m.rule, "extent") == "list") items_.push_back(scope);
    if (scope.quantity >= 0 || scope.first < scope.last) out_.push_back(scope);
  }

  void extent(const Sentence& s, const RuleMatch& m, Scope& out) const {
    const std::string_view kind = p_.feature(*m.rule, "extent");
    if (const CaptureRun* over = m.capture("over")) {
      out.first = over->first;
      out.last = over->last;
    } else if (kind == "list") {
      out.first = m.match.last;
      out.last = s.last;
    } else if (kind == "sentence") {
      std::uint32_t mark = std::max(m.match.last, s.first + 1) - 1;  // the rule's last one
      while (mark > m.match.first && !is_end(mark)) --mark;
      out.first = mark_before(s, mark);
      out.last = m.match.last;
      out.wide = true;
    } else if (kind == "clause") {
      out.first = break_before(s, m.match.first);
      out.last = break_after(s, m.match.last);
    } else if (kind == "before") {
      out.first = break_before(s, m.match.first);
      out.last = m.match.first;
    } else if (kind == "complement") {
      out.first = m.match.last;
      out.last = break_after(s, m.match.last);
    }
  }

  void go_on_with_items(std::uint32_t index) {
    if (items_.empty()) return;
    if (!is_item(p_, index)) return items_.clear();
    const Sentence& s = words_.sentences()[index];
    if (items_.size() > kMostSteps) items_.resize(kMostSteps);
    for (Scope item : items_) {
      item.sentence = index;
      item.first = s.first;
      item.last = s.last;
      out_.push_back(item);
    }
  }

  std::uint32_t break_after(const Sentence& s, std::uint32_t from) const {
    while (from < s.last && !p_.is(from, "break")) ++from;
    return from;
  }
  std::uint32_t break_before(const Sentence& s, std::uint32_t to) const {
    while (to > s.first && !p_.is(to - 1, "break")) --to;
    return to;
  }

  // A text without capitals is cut at its paragraphs: back to the mark that ends what stands
  // before.
  std::uint32_t mark_before(const Sentence& s, std::uint32_t to) const {
    while (to > s.first && !is_end(to - 1)) --to;
    return to;
  }
  bool is_end(std::uint32_t token) const {
    const std::string_view mark = words_.tokens()[token].folded;
    return mark == "." || mark == "!" || mark == "?" || mark == ":";
  }

  // The one that decides first; of a sentence with very many the first ones only.
  void order(std::size_t begin) {
    std::stable_sort(out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end(),
                     [](const Scope& a, const Scope& b) {
                       return std::tuple(a.rank, a.last - a.first) <
                              std::tuple(b.rank, b.last - b.first);
                     });
    if (out_.size() - begin > kMostSteps) out_.resize(begin + kMostSteps);
  }

  const Passage& p_;
  const Words& words_;
  std::vector<Scope> out_;
  std::vector<Scope> items_;  // of a list that may go on
};

// "Nobody wasn't hurt" of a language that negates twice: nobody was.
bool counts_nobody(const Claim& claim) {
  return claim.kind == ClaimKind::figure && claim.figure.low == 0 && claim.figure.high == 0;
}

}  // namespace

bool is_item(const Passage& p, std::uint32_t index) {
  const Sentence& s = p.words.sentences()[index];
  const Sentence& before = p.words.sentences()[index - 1];
  const Token& last = p.words.tokens()[std::max(before.last, before.first + 1) - 1];
  if (last.folded == ":" || last.folded == ";") return true;
  const bool listed = s.block != before.block && p.document.blocks[s.block].kind == BlockKind::list;
  return listed && last.kind != TokenKind::punctuation;  // a full stop ends the list
}

Scopes::Scopes(const Passage& p) : p_(p), all_(Finder(p).run()) {}

std::optional<Modality> Scopes::of(const Draft& draft) const {
  const Words& words = p_.words;
  const std::uint32_t end = words.token_at(draft.claim.wording.end);
  const std::uint32_t cue = std::max(words.token_at(draft.claim.wording.begin) + 1, end) - 1;
  for (const Scope& s : std::ranges::equal_range(all_, draft.sentence, {}, &Scope::sentence)) {
    if (s.wide && draft.claim.kind != ClaimKind::figure) continue;
    if (s.measure && !(draft.claim.kind == ClaimKind::figure && draft.claim.measure == *s.measure))
      continue;
    if (s.modality == Modality::denied && !s.of_nobody && counts_nobody(draft.claim)) continue;
    const bool own =
        s.quantity >= 0 ? s.quantity == draft.quantity : s.first <= cue && cue < s.last;
    if (own && s.modality) return s.modality;
  }
  return std::nullopt;
}

std::optional<LeftOutReason> Scopes::left_out(std::int32_t quantity) const {
  if (quantity < 0) return std::nullopt;
  const std::uint32_t first = p_.found.quantities[static_cast<std::size_t>(quantity)].first;
  const std::uint32_t sentence = p_.words.sentence_of(first);
  for (const Scope& s : std::ranges::equal_range(all_, sentence, {}, &Scope::sentence)) {
    const bool own = s.quantity >= 0 ? s.quantity == quantity : s.first <= first && first < s.last;
    if (own && s.reason) return s.reason;
  }
  return std::nullopt;
}

}  // namespace recount::claims
