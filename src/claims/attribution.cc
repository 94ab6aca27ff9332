// Whose word a figure is. Every saying governs a stretch of text; a figure takes the smallest
// stretch that holds it, so that "A says that B claims that 10 died" gives B. Blocks reset: no
// stretch leaves its block.
#include <algorithm>
#include <tuple>

#include "src/claims/attribution_extent.h"
#include "src/claims/claimant_reader.h"
#include "src/claims/frames.h"

namespace recount::claims {

bool Passage::in_name(std::uint32_t first, std::uint32_t last) const {
  for (const FoundActor& a : around(found.actors, first))
    if (a.mention.proper && a.last - a.first > 1 && last <= a.last) return true;
  for (const PlaceRun& r : around(found.places, first))
    if (last <= r.last) return true;
  for (const FoundTime& t : around(found.times, first))
    if (last <= t.last) return true;
  const Symbol name = known("name");
  for (std::uint32_t t = first > 3 ? first - 3 : 0; t <= first; ++t)
    for (std::uint32_t a = words.first_arc(t); a != kNoArc; a = words.arcs()[a].next)
      if (words.arcs()[a].cls == name && last <= t + words.arcs()[a].size) return true;
  return false;
}

namespace {

class Finder {
 public:
  explicit Finder(const Passage& p) : p_(p), words_(p.words), claimants_(p) {}

  std::vector<Saying> run() {
    for (std::uint32_t i = 0; i < words_.sentences().size(); ++i) {
      const Sentence& s = words_.sentences()[i];
      if (!is_source(p_.document.blocks[s.block].kind)) continue;
      claimants_.see_block(s.block);
      std::vector<RuleMatch> all;
      p_.for_each(Frame::saying, i, [&](const RuleMatch& m) { all.push_back(m); });
      keep_best(all);
      const std::size_t begin = out_.size();
      for (const RuleMatch& m : all) add(s, i, m);
      pass_on(begin);
    }
    return std::move(out_);
  }

 private:
  // One match per claimant's words on either side of them ("…", A said, adding that …), and one of
  // a rule with `also` (A demands …, and says that …): rank, then fewer gap tokens, then the
  // longer one.
  void keep_best(std::vector<RuleMatch>& all) const {
    const auto claimant = [this](const RuleMatch& m) {
      const CaptureRun* c = m.capture("claimant");
      return std::tuple(c ? c->last : m.match.last, p_.feature(*m.rule, "extent") == "before",
                        p_.rule_flag(*m.rule, "also"));
    };
    std::stable_sort(all.begin(), all.end(), [&](const RuleMatch& a, const RuleMatch& b) {
      if (claimant(a) != claimant(b)) return claimant(a) < claimant(b);
      if (a.rule->rank != b.rule->rank) return a.rule->rank < b.rule->rank;
      if (a.match.gap_tokens != b.match.gap_tokens) return a.match.gap_tokens < b.match.gap_tokens;
      if (a.match.first != b.match.first) return a.match.first < b.match.first;
      return a.match.last > b.match.last;
    });
    all.erase(std::unique(all.begin(), all.end(),
                          [&](const RuleMatch& a, const RuleMatch& b) {
                            return claimant(a) == claimant(b);
                          }),
              all.end());
    drop_inner(all);
    std::stable_sort(all.begin(), all.end(), [](const RuleMatch& a, const RuleMatch& b) {
      return a.match.first < b.match.first;
    });
  }

  // Of "the Harbour Union says" and "Union says" the longer claimant.
  static void drop_inner(std::vector<RuleMatch>& all) {
    const auto inside = [](const RuleMatch& a, const RuleMatch& b) {
      const CaptureRun* x = a.capture("claimant");
      const CaptureRun* y = b.capture("claimant");
      if (!x || !y || a.rule != b.rule) return false;
      return y->first <= x->first && x->last <= y->last && y->last - y->first > x->last - x->first;
    };
    constexpr std::size_t kMost = 32;  // sayings of one sentence
    if (all.size() > kMost) return;
    const std::vector<RuleMatch> whole = all;
    std::erase_if(all, [&](const RuleMatch& m) {
      return std::any_of(whole.begin(), whole.end(),
                         [&](const RuleMatch& other) { return inside(m, other); });
    });
  }

  // "According to the authorities 10 died, the media report": an outlet whose report holds somebody
  // else's word is a step on the way.
  void pass_on(std::size_t begin) {
    constexpr std::size_t kMost = 32;  // sayings of one sentence
    const std::size_t end = std::min(out_.size(), begin + kMost);
    for (std::size_t i = begin; i < end; ++i) {
      if (out_[i].claimant.kind != ActorKind::media || !out_[i].claimant.span) continue;
      for (std::size_t k = begin; k < end; ++k)
        if (passed_on_by(out_[i], out_[k])) {
          out_[k].first = std::max(out_[k].first, out_[i].first);
          out_[k].last = std::min(out_[k].last, out_[i].last);
          out_[k].claimant.via.push_back(*out_[i].claimant.span);
        }
    }
  }
  static bool passed_on_by(const Saying& outlet, const Saying& s) {
    const ActorKind kind = s.claimant.kind;
    return kind != ActorKind::media && kind != ActorKind::unknown && s.claimant.via.empty() &&
           outlet.first <= s.by_first && s.by_last <= outlet.last && s.first < outlet.last &&
           s.last > outlet.first;
  }

  void add(const Sentence& s, std::uint32_t index, const RuleMatch& m) {
    const CaptureRun* run = m.capture("claimant");
    if (!run) return;
    auto claimant = claimants_.of(*m.rule, *run);
    if (!claimant) return;
    for (const KnownName via : std::initializer_list<KnownName>{"via", "via2"})
      if (const CaptureRun* v = m.capture(via)) claimant->via.push_back(p_.span(*v));
    Saying saying;
    saying.claimant = std::move(*claimant);
    saying.sentence = index;
    saying.by_first = run->first;
    saying.by_last = run->last;
    saying.frame_first = m.match.first;
    saying.frame_last = m.match.last;
    saying.rule = m.rule->name;
    saying.modality = named<Modality>(p_.feature(*m.rule, "modality"));
    saying.weak = p_.rule_flag(*m.rule, "weak");
    give_extent(p_, s, m, saying);
    if (saying.first < saying.last) out_.push_back(std::move(saying));
  }

  const Passage& p_;
  const Words& words_;
  std::vector<Saying> out_;
  ClaimantReader claimants_;
};

}  // namespace

std::vector<Saying> find_sayings(const Passage& p) {
  std::vector<Saying> all = Finder(p).run();
  name_claimants(p, all);
  return all;
}

}  // namespace recount::claims
