// Whose word a figure is. Every saying governs a stretch of text; a figure takes the smallest
// stretch that holds it, so that "A says that B claims that 10 died" gives B. Blocks reset: no
// stretch leaves its block.
#include <algorithm>
#include <map>

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

bool opens_quote(std::string_view mark) {
  return mark == "\xC2\xAB" || mark == "\xE2\x80\x9C" || mark == "\"";
}
bool closes_quote(std::string_view mark) {
  return mark == "\xC2\xBB" || mark == "\xE2\x80\x9D" || mark == "\"";
}

class Finder {
 public:
  explicit Finder(const Passage& p) : p_(p), words_(p.words) {}

  std::vector<Saying> run() {
    for (std::uint32_t i = 0; i < words_.sentences().size(); ++i) {
      const Sentence& s = words_.sentences()[i];
      if (!is_source(p_.document.blocks[s.block].kind)) continue;
      if (s.block != block_) begin_block(s.block);
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
  // A pronoun that opens a paragraph may stand for the last one named in the paragraph above.
  void begin_block(std::uint32_t block) {
    const auto body = [this](std::uint32_t b) {
      return p_.document.blocks[b].kind == BlockKind::body;
    };
    named_above_.reset();
    if (block_ != UINT32_MAX && block == block_ + 1 && body(block) && body(block_))
      named_above_ = last_named_;
    last_named_.reset();
    block_ = block;
  }
  bool begins_block(std::uint32_t token) const {
    return words_.tokens_of(words_.tokens()[token].block).first == token;
  }

  // One match per claimant's words on either side of them ("…", A said, adding that …): rank, then
  // fewer gap tokens, then the longer one.
  void keep_best(std::vector<RuleMatch>& all) const {
    const auto claimant = [this](const RuleMatch& m) {
      const CaptureRun* c = m.capture("claimant");
      return std::pair(c ? c->last : m.match.last, p_.feature(*m.rule, "extent") == "before");
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
    auto claimant = claimant_of(*m.rule, *run);
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
    extent(s, m, saying);
    if (saying.first < saying.last) out_.push_back(std::move(saying));
  }

  std::optional<Claimant> claimant_of(const Rule& rule, const CaptureRun& run) {
    if (const std::uint32_t size = size_of_pronoun(run); size == 1)
      return picked_up(run.first);
    else if (size > 1)
      return last_told_of(run.first);
    if (p_.is(run.first, "same")) return last_source_;
    Claimant c;
    c.span = p_.span(run);
    c.kind = named<ActorKind>(p_.feature(rule, "kind")).value_or(ActorKind::unknown);
    c.name = std::string(words_.words(*c.span));
    c.key = name_key_of(run);
    if (const FoundActor* actor = actor_in(run)) {
      c.kind = actor->mention.kind;
      c.key = actor->mention.key;
      c.name = actor->mention.name;
    } else if (const PlaceMention* place = place_in(run)) {
      c.name = place->name;  // a state, by the name that it has in every language
      c.key = "state:" + place->id;
    }
    last_named_ = last_source_ = c;
    return c;
  }

  // Of a run that is a pronoun and nothing else its tokens, else none.
  std::uint32_t size_of_pronoun(const CaptureRun& run) const {
    for (std::uint32_t a = words_.first_arc(run.first); a != kNoArc; a = words_.arcs()[a].next) {
      const Arc& arc = words_.arcs()[a];
      if ((arc.cls == known("pronoun") || arc.cls == known("his")) &&
          run.last == run.first + arc.size)
        return arc.size;
    }
    return 0;
  }

  // "The latter": the one named last before it in the block.
  std::optional<Claimant> last_told_of(std::uint32_t token) const {
    const auto block = words_.tokens_of(words_.tokens()[token].block);
    const auto before = beginning_in(p_.found.actors, block.first, token);
    if (before.empty() || before.back().last > token) return last_named_;
    const FoundActor& last = before.back();
    const bool named_later =
        last_named_ && last_named_->span && last_named_->span->begin > last.mention.span.begin;
    return named_later ? last_named_ : claimant_of(last);
  }

  // Whom a pronoun means: who spoke last; for one behind "according to", where nobody did, the only
  // one of whom the sentence before tells.
  std::optional<Claimant> picked_up(std::uint32_t token) const {
    const std::uint32_t index = words_.sentence_of(token);
    const std::uint32_t first = p_.is(token, "his") ? words_.sentences()[index].first : token;
    if (!last_named_ && begins_block(first)) return named_above_;
    if (last_named_ || first == token || index == 0) return last_named_;
    const Sentence& before = words_.sentences()[index - 1];
    if (before.block != words_.sentences()[index].block) return std::nullopt;
    std::optional<Claimant> only;
    for (const FoundActor& a : beginning_in(p_.found.actors, before.first, before.last)) {
      if (a.mention.kind == ActorKind::anonymous) continue;
      if (only && only->key != a.mention.key) return std::nullopt;
      only = claimant_of(a);
    }
    return only;
  }

  static Claimant claimant_of(const FoundActor& actor) {
    Claimant c;
    c.span = actor.mention.span;
    c.kind = actor.mention.kind;
    c.key = actor.mention.key;
    c.name = actor.mention.name;
    return c;
  }

  std::string name_key_of(const CaptureRun& run) const {
    std::string key;
    for (std::uint32_t t = run.first; t < run.last; ++t) {
      if (!key.empty()) key += ' ';
      key += words_.tokens()[t].folded;
    }
    return key;
  }

  const PlaceMention* place_in(const CaptureRun& run) const {
    for (const PlaceRun& r : beginning_in(p_.found.places, run.first, run.last))
      if (r.first == run.first && r.last == run.last && !r.mention.id.empty()) return &r.mention;
    return nullptr;
  }

  // The actor inside of the claimant's words that says whom they stand for: of "a spokesman of the
  // ministry" the last.
  const FoundActor* actor_in(const CaptureRun& run) const {
    const FoundActor* best = nullptr;
    for (const FoundActor& a : beginning_in(p_.found.actors, run.first, run.last))
      if (a.last <= run.last) best = &a;
    if (best) return best;
    for (const FoundActor& a : around(p_.found.actors, run.first))
      if (a.last >= run.last) return &a;
    return nullptr;
  }

  void extent(const Sentence& s, const RuleMatch& m, Saying& out) const {
    const std::string_view kind = p_.feature(*m.rule, "extent");
    out.first = m.match.last;
    out.last = s.last;
    if (kind == "said") {
      const CaptureRun* said = m.capture("said");
      out.first = said ? said->first : out.last;
      out.last = said ? said->last : out.last;
    } else if (kind == "rest") {
      out.last = block_end(s);
    } else if (kind == "list") {
      constexpr std::uint32_t kMostItems = 64;
      const std::uint32_t from = words_.sentence_of(s.first);
      const auto all = words_.sentences().size();
      for (std::uint32_t i = from + 1; i < all && i - from < kMostItems && is_item(p_, i); ++i)
        out.last = words_.sentences()[i].last;
    } else if (kind == "next") {
      next_block(s, out);
    } else if (kind == "above") {
      above(s, out);
    } else if (kind == "before") {
      out.first = quote_begin(s, break_before(s, m.match.first), m.match.first);
      out.last = m.match.first;
    } else if (kind == "clause") {
      out.first = break_before(s, m.match.first);
      out.last = break_after(s, m.match.last);
    } else {  // complement
      out.last = quote_end(s, m.match.last, break_after(s, m.match.last));
    }
  }

  // "The ministry reported this.": what the block says before the sentence, or the block before it.
  void above(const Sentence& s, Saying& out) const {
    const std::uint32_t block = words_.tokens()[s.first].block;
    out.last = s.first;
    out.first = words_.tokens_of(block).first;
    if (out.first == s.first && block > 0 && p_.document.blocks[block - 1].kind == BlockKind::body)
      out.first = words_.tokens_of(block - 1).first;
    out.first = std::max(out.first, out.last - std::min(out.last, kLongestQuotation));
  }

  // A block that ends in a colon gives its speaker to the quotation in the block after it.
  void next_block(const Sentence& s, Saying& out) const {
    out.first = out.last = s.last;
    const auto& tokens = words_.tokens();
    if (s.last >= tokens.size() || s.last != block_end(s) || !opens_quote(tokens[s.last].folded))
      return;
    const Sentence next = words_.sentences()[words_.sentence_of(s.last)];
    out.last = block_end(next);
  }

  std::uint32_t block_end(const Sentence& s) const {
    return words_.tokens_of(words_.tokens()[s.first].block).second;
  }
  std::uint32_t break_after(const Sentence& s, std::uint32_t from) const {
    for (std::uint32_t t = from + 1; t < s.last; ++t)
      if (p_.is(t, "break")) return t;
    return s.last;
  }
  std::uint32_t break_before(const Sentence& s, std::uint32_t to) const {
    for (std::uint32_t t = to; t > s.first + 1; --t)
      if (p_.is(t - 1, "break")) return t;
    return s.first;
  }

  // A quotation that opens after the verb goes on to its closing mark, over sentences and breaks,
  // within the block.
  std::uint32_t quote_end(const Sentence& s, std::uint32_t from, std::uint32_t end) const {
    std::uint32_t open = from;
    while (open < s.last && open < from + 4 && !opens_quote(words_.tokens()[open].folded)) ++open;
    if (open >= s.last || !opens_quote(words_.tokens()[open].folded)) return end;
    const std::uint32_t stop = std::min(block_end(s), open + kLongestQuotation);
    for (std::uint32_t t = open + 1; t < stop; ++t)
      if (closes_quote(words_.tokens()[t].folded)) return std::max(end, t + 1);
    return end;
  }

  // Before an inverted verb: back to the opening mark if a closing one stands just before the verb.
  std::uint32_t quote_begin(const Sentence& s, std::uint32_t begin, std::uint32_t to) const {
    bool closed = false;
    for (std::uint32_t t = to; t > s.first && to - t < 3; --t)
      closed |= closes_quote(words_.tokens()[t - 1].folded);
    if (!closed) return begin;
    const auto block = words_.tokens()[s.first].block;
    const std::uint32_t far = to - std::min(to, kLongestQuotation);
    for (std::uint32_t t = to > 3 ? to - 3 : 0; t > far && words_.tokens()[t - 1].block == block;
         --t)
      if (opens_quote(words_.tokens()[t - 1].folded))
        return std::min(begin, t - 1);  // some words of a sentence: all of it
    return begin;
  }

  const Passage& p_;
  const Words& words_;
  std::vector<Saying> out_;
  std::optional<Claimant> last_named_;   // in the block: what a pronoun picks up
  std::optional<Claimant> named_above_;  // in the paragraph above
  std::optional<Claimant> last_source_;  // in the document: "the same source"
  std::uint32_t block_ = UINT32_MAX;
};

}  // namespace

std::vector<Saying> find_sayings(const Passage& p) {
  std::vector<Saying> all = Finder(p).run();
  name_claimants(p, all);
  return all;
}

}  // namespace recount::claims
