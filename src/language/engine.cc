#include "src/language/engine.h"

#include <algorithm>
#include <bit>
#include <memory>
#include <tuple>
#include <utility>

#include "src/language/matcher.h"
#include "src/language/rules.h"

namespace recount {
namespace {

// The tokens that a match takes, its `it` or else all of it, and what decides between matches that
// want the same, the most important first.
struct Claimed {
  int rank = 0;
  std::uint32_t first = 0, last = 0;                   // tokens
  std::uint32_t words = 0;                             // of the match, those around its own too
  std::uint32_t order = 0, gap_tokens = 0, index = 0;  // of the rule; of the match as found

  bool goes_before(const Claimed& o) const {
    return std::tuple(rank, first, o.last, o.words, order, gap_tokens, index) <
           std::tuple(o.rank, o.first, last, words, o.order, o.gap_tokens, o.index);
  }
};

Claimed claimed(const RuleMatch& m, std::uint32_t index) {
  const CaptureRun* it = m.capture("it");
  return {m.rule->rank,
          it ? it->first : m.match.first,
          it ? it->last : m.match.last,
          m.match.last - m.match.first,
          m.rule->order,
          m.match.gap_tokens,
          index};
}

// Leaves those whose tokens no other takes that goes before, by position. `taken`: memory.
void choose(std::vector<Claimed>& order, std::uint32_t first, std::uint32_t last,
            std::vector<char>& taken) {
  std::sort(order.begin(), order.end(),
            [](const Claimed& a, const Claimed& b) { return a.goes_before(b); });
  taken.assign(last - first, 0);
  std::erase_if(order, [&](const Claimed& own) {
    const auto begin = taken.begin() + (own.first - first),
               end = taken.begin() + (own.last - first);
    if (std::find(begin, end, 1) != end) return true;
    std::fill(begin, end, 1);
    return false;
  });
  std::sort(order.begin(), order.end(),
            [](const Claimed& a, const Claimed& b) { return a.first < b.first; });
}

// Calls `f` with the number of each bit that is set.
template <class F>
void for_bits(const TestBits* set, std::uint32_t width, F&& f) {
  for (std::uint32_t i = 0; i < width; ++i)
    for (TestBits bits = set[i]; bits != 0; bits &= bits - 1)
      f(i * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
}

void set_bits(std::vector<TestBits>& set, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from / 64; i * 64 < to; ++i) {
    TestBits bits = ~TestBits{0};
    if (from > i * 64) bits <<= from - i * 64;
    if (to < i * 64 + 64) bits &= ~(~TestBits{0} << to % 64);
    set[i] |= bits;
  }
}

// The tokens that an anchor stands behind, as far as it may.
void find_window(const Program& program, Reach& reach, std::vector<TestBits>& window) {
  window.assign(reach.width(), 0);
  for (std::uint32_t i = 0; i < reach.width(); ++i)
    for (TestBits bits = reach.passing(program.anchor, i); bits != 0; bits &= bits - 1) {
      const std::uint32_t at = i * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
      if (at >= program.min_before)
        set_bits(window, at - std::min(at, program.max_before), at - program.min_before + 1);
    }
}

// What a run needs, kept from run to run of a thread.
struct Memory {
  std::vector<TestBits> set, wanted, window;
  Reach reach;
  std::vector<Matcher::Undo> undo;
  std::vector<RuleMatch> matches;
  std::vector<Claimed> claimed;
  std::vector<char> taken;
};

// A sink may run rules of its own: each depth has its memory.
class Borrowed {
 public:
  Borrowed() {
    if (depth() == all().size()) all().push_back(std::make_unique<Memory>());
    memory_ = all()[depth()++].get();
  }
  ~Borrowed() { --depth(); }
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  Memory& operator*() const { return *memory_; }

 private:
  static std::vector<std::unique_ptr<Memory>>& all() {
    thread_local std::vector<std::unique_ptr<Memory>> memories;
    return memories;
  }
  static std::size_t& depth() {
    thread_local std::size_t depth = 0;
    return depth;
  }
  Memory* memory_;
};

// Matches from the tokens that lead on to one and have the anchor as far behind them as it may be.
// REQUIRES: what tells where a match may begin is filled.
void match(const ReadyPattern& e, const Run& run, Memory& memory, const RuleSink& sink) {
  find_window(e.program, memory.reach, memory.window);
  memory.reach.fill(e.nodes.rest);
  RuleMatch found{e.rule, e.pattern, {}};
  auto tell = [&](const Match& m) {
    found.match = m;
    sink(found);
  };
  const MatchSink match_sink(tell);
  Matcher matcher(run.words, e.program, memory.reach, run.last, memory.undo, match_sink);
  for_bits(memory.window.data(), memory.reach.width(), [&](std::uint32_t start) {
    if (memory.reach.leads_on(e.program.steps[0].node, run.first + start) &&
        !matcher.run(run.first + start))
      run.words.give_up();
  });
}

}  // namespace

RuleIndex::RuleIndex(const Pack& pack, std::span<const Symbol> kinds)
    : rules_(std::make_unique<const Rules>(pack, kinds)) {}
RuleIndex::~RuleIndex() = default;
bool RuleIndex::empty() const { return rules_->empty(); }

void RuleIndex::run(const Words& words, std::uint32_t first, std::uint32_t last,
                    const RuleSink& sink) const {
  const Rules& rules = *rules_;
  if (rules.empty() || first >= last) return;
  const std::uint32_t s = words.sentence_of(first);
  const bool whole = words.sentences()[s].first == first && words.sentences()[s].last == last;
  Run run{words, first, last, words.tests().sentence(s)};
  if (whole && !rules.has_anchor(run.set)) return;
  const Borrowed borrowed;
  Memory& memory = *borrowed;
  if (!whole) {
    const TestTable& tests = words.pack().tests();
    memory.set.assign(tests.width() + tests.word_width(), 0);
    words.tests().gather(first, last, memory.set.data());
    run.set = memory.set.data();
  }
  memory.reach.begin(rules.graph(), run);
  memory.wanted.assign(rules.width(), 0);
  rules.find_wanted(run, memory.reach, memory.wanted.data());
  for_bits(memory.wanted.data(), rules.width(), [&](std::uint32_t id) {
    if (memory.reach.fill(rules[id].nodes.first)) match(rules[id], run, memory, sink);
  });
}

RuleHits::RuleHits(const RuleIndex& index, const Words& words)
    : rules_(*index.rules_),
      words_(words),
      told_(words.sentences().size(), 0),
      hits_(words.sentences().size() * index.rules_->width(), 0) {}

void RuleHits::tell(std::uint32_t sentence, TestBits* hits) {
  const Sentence& s = words_.sentences()[sentence];
  const Run run{words_, s.first, s.last, words_.tests().sentence(sentence)};
  const Borrowed borrowed;
  Reach& reach = (*borrowed).reach;
  reach.begin(rules_.graph(), run);
  rules_.find_wanted(run, reach, hits);
  for_bits(hits, rules_.width(), [&](std::uint32_t id) {
    if (!reach.fill(rules_[id].nodes.first)) hits[id / 64] &= ~(TestBits{1} << id % 64);
  });
}

void RuleHits::run(std::size_t kind, std::uint32_t sentence, const RuleSink& sink) {
  TestBits* hits = hits_.data() + std::size_t{sentence} * rules_.width();
  if (!std::exchange(told_[sentence], true)) tell(sentence, hits);
  const Sentence& s = words_.sentences()[sentence];
  const TestBits* of_kind = rules_.of_kind(kind);
  const auto any = [&] {
    for (std::uint32_t i = 0; i < rules_.width(); ++i)
      if (hits[i] & of_kind[i]) return true;
    return false;
  };
  if (!any()) return;
  const Run run{words_, s.first, s.last, words_.tests().sentence(sentence)};
  const Borrowed borrowed;
  Memory& memory = *borrowed;
  memory.reach.begin(rules_.graph(), run);
  memory.wanted.assign(hits, hits + rules_.width());
  for (std::uint32_t i = 0; i < rules_.width(); ++i) memory.wanted[i] &= of_kind[i];
  for_bits(memory.wanted.data(), rules_.width(), [&](std::uint32_t id) {
    if (memory.reach.fill(rules_[id].nodes.first)) match(rules_[id], run, memory, sink);
  });
}

std::vector<RuleMatch> RuleIndex::leftmost_longest(const Words& words, std::uint32_t first,
                                                   std::uint32_t last) const {
  if (empty()) return {};
  const Borrowed borrowed;
  std::vector<RuleMatch>& all = (*borrowed).matches;
  std::vector<Claimed>& order = (*borrowed).claimed;
  all.clear();
  order.clear();
  for_each(words, first, last, [&](const RuleMatch& m) {
    order.push_back(claimed(m, static_cast<std::uint32_t>(all.size())));
    all.push_back(m);
  });
  if (all.size() > 1) choose(order, first, last, (*borrowed).taken);
  std::vector<RuleMatch> out;
  out.reserve(order.size());
  for (const Claimed& own : order) out.push_back(all[own.index]);
  return out;
}

}  // namespace recount
