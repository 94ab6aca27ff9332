#include "src/language/engine.h"

#include <algorithm>
#include <bit>
#include <memory>
#include <tuple>
#include <utility>

namespace recount {
namespace {

// The tokens that a match takes: its `it`, else all of it.
std::pair<std::uint32_t, std::uint32_t> own_words(const RuleMatch& m) {
  const CaptureRun* it = m.capture("it");
  return it ? std::pair{it->first, it->last} : std::pair{m.match.first, m.match.last};
}

}  // namespace

RuleIndex::RuleIndex(const Pack& pack, Symbol kind)
    : width_(pack.tests().width()), word_width_(pack.tests().word_width()) {
  for (const Rule* rule : pack.rules_of(kind))
    for (const Pattern& pattern : rule->patterns)
      entries_.push_back({rule, &pattern, make_program(pattern), {}});
  std::vector<std::vector<std::uint32_t>> ids(std::size_t{width_ + word_width_} * 64);
  std::vector<TestBits> anchors(width_ + word_width_, 0);
  for (std::uint32_t id = 0; id < entries_.size(); ++id) {
    Entry& e = entries_[id];
    const std::uint32_t anchor = bit_of(e.program.anchor);
    set_bit(anchors.data(), anchor);
    ids[anchor].push_back(id);
    for (const TokenTest test : e.program.required)
      if (test != e.program.anchor) e.required.push_back(bit_of(test));
  }
  for (const auto& some : ids) {
    begins_.push_back(static_cast<std::uint32_t>(by_anchor_.size()));
    by_anchor_.insert(by_anchor_.end(), some.begin(), some.end());
  }
  begins_.push_back(static_cast<std::uint32_t>(by_anchor_.size()));
  for (std::uint32_t i = 0; i < anchors.size(); ++i)
    if (anchors[i] != 0) anchors_.push_back({i, anchors[i]});
}

// In a sentence's set: tests, then words.
std::uint32_t RuleIndex::bit_of(TokenTest test) const {
  return test & kWordTest ? (test & ~kWordTest) + width_ * 64 : test;
}

void RuleIndex::find_wanted(const TestBits* set, std::vector<std::uint32_t>& wanted) const {
  wanted.clear();
  for (const auto& [at, of_rules] : anchors_)
    for (TestBits bits = set[at] & of_rules; bits != 0; bits &= bits - 1) {
      const auto bit = at * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
      for (std::uint32_t k = begins_[bit]; k < begins_[bit + 1]; ++k) {
        const auto& required = entries_[by_anchor_[k]].required;
        if (std::all_of(required.begin(), required.end(), [&](auto b) { return has_bit(set, b); }))
          wanted.push_back(by_anchor_[k]);
      }
    }
  std::sort(wanted.begin(), wanted.end());
}

// What a run needs, kept from run to run of a thread.
struct RuleIndex::Memory {
  std::vector<TestBits> set;
  std::vector<std::uint32_t> wanted;
  std::vector<std::pair<TokenTest, std::size_t>>
      known;  // tests whose tokens are in `masks`, and where
  std::vector<TestBits> masks, starts;
  Matcher::Memory matcher;
};

// A sink may run rules of its own: each depth has its memory.
class RuleIndex::Borrowed {
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

// The rules of one kind over one run of tokens, whose set of tests is `set`.
class RuleIndex::Run {
 public:
  Run(const Words& words, std::uint32_t first, std::uint32_t last, const TestBits* set,
      const RuleIndex& index, Memory& memory, const Sink& sink)
      : words_(words),
        first_(first),
        last_(last),
        width_((last - first + 63) / 64),
        set_(set),
        index_(index),
        memory_(memory),
        sink_(sink) {
    memory_.known.clear();
    memory_.masks.clear();
  }

  void run(const Entry& e) {
    if (!find_starts(e.program)) return;
    RuleMatch found{e.rule, e.pattern, {}};
    auto tell = [&](const Match& m) {
      found.match = m;
      sink_(found);
    };
    const MatchSink sink(tell);
    Matcher matcher(words_, e.program, first_, last_, memory_.matcher, sink);
    for (std::uint32_t s = bit_from(memory_.starts.data(), 0); s != UINT32_MAX;
         s = bit_from(memory_.starts.data(), s + 1))
      if (!matcher.run(first_ + s)) words_.give_up();
  }

 private:
  std::uint32_t size() const { return last_ - first_; }

  TestBits words_passing(TokenTest test, std::uint32_t token, std::uint32_t n) const {
    TestBits out = 0;
    for (std::uint32_t i = 0; i < n; ++i)
      out |= TestBits{words_.tests().word(token + i) == (test & ~kWordTest)} << i;
    return out;
  }
  TestBits tokens_passing(TokenTest test, std::uint32_t token, std::uint32_t n) const {
    TestBits out = 0;
    for (std::uint32_t i = 0; i < n; ++i)
      out |= TestBits{has_bit(words_.tests().token(token + i), test)} << i;
    return out;
  }

  // Tokens that pass, as a mask: where it begins in `masks`.
  std::size_t mask_of(TokenTest test) {
    for (const auto& [known, at] : memory_.known)
      if (known == test) return at;
    const std::size_t at = memory_.masks.size();
    memory_.masks.resize(at + width_, 0);
    TestBits* mask = memory_.masks.data() + at;
    for (std::uint32_t i = 0; i < size(); i += 64, ++mask) {
      const std::uint32_t n = std::min(size() - i, 64u);
      *mask = test & kWordTest ? words_passing(test, first_ + i, n)
                               : tokens_passing(test, first_ + i, n);
    }
    memory_.known.emplace_back(test, at);
    return at;
  }

  // Tokens that stand `least` to `most` tokens before one of those, where all fit into one mask.
  static TestBits before(TestBits tokens, std::uint32_t least, std::uint32_t most) {
    if (least >= 64 || most < least) return 0;
    TestBits out = tokens >> least;
    const std::uint32_t wanted = std::min(most - least + 1, 64u);
    for (std::uint32_t wide = 1; wide < wanted;) {
      const std::uint32_t more = std::min(wide, wanted - wide);
      out |= out >> more;
      wide += more;
    }
    return out;
  }

  // Those of the tokens that pass: few are looked at one by one.
  TestBits passing(TestBits tokens, TokenTest test) {
    constexpr int kFew = 6;
    if (!has_bit(set_, index_.bit_of(test))) return 0;
    if (std::popcount(tokens) > kFew) return memory_.masks[mask_of(test)] & tokens;
    TestBits out = 0;
    for (TestBits rest = tokens; rest != 0; rest &= rest - 1) {
      const auto at = static_cast<std::uint32_t>(std::countr_zero(rest));
      out |= TestBits{passes(words_.tests(), test, first_ + at)} << at;
    }
    return out;
  }

  bool find_starts_in_one_mask(const Program& program) {
    const TestBits anchors = memory_.masks[mask_of(program.anchor)];
    TestBits starts = before(anchors, program.min_before, most_before(program));
    if (!program.firsts.empty()) {
      TestBits passed = 0;
      for (const TokenTest test : program.firsts) passed |= passing(starts & ~passed, test);
      starts = passed;
    }
    memory_.starts.assign(1, starts);
    return starts != 0;
  }

  // Tokens where a match can begin: they pass what it begins with, and an anchor is near. Is there
  // any?
  bool find_starts(const Program& program) {
    if (width_ == 1) return find_starts_in_one_mask(program);
    std::vector<TestBits>& starts = memory_.starts;
    starts.assign(width_, program.firsts.empty() ? ~TestBits{0} : 0);
    for (const TokenTest test : program.firsts) {
      if (!has_bit(set_, index_.bit_of(test))) continue;
      const std::size_t at = mask_of(test);
      for (std::uint32_t i = 0; i < width_; ++i) starts[i] |= memory_.masks[at + i];
    }
    if (std::all_of(starts.begin(), starts.end(), [](TestBits b) { return b == 0; })) return false;
    return keep_near_anchors(program);
  }

  // How many tokens may stand before the anchor, as far as this text's readings are long.
  std::uint32_t most_before(const Program& program) const {
    if (!program.always_anchored) return program.max_before;
    std::uint32_t most = program.tokens_before;
    for (const TokenTest test : program.readings_before) most += words_.tests().longest(test);
    return std::min(most, program.max_before);
  }

  bool keep_near_anchors(const Program& program) {
    const std::uint32_t most = most_before(program);
    const std::size_t anchors = mask_of(program.anchor);
    const TestBits* mask = memory_.masks.data() + anchors;
    TestBits* starts = memory_.starts.data();
    std::uint32_t done = 0;  // starts before it are settled
    bool any = false;
    for (std::uint32_t at = bit_from(mask, 0); at != UINT32_MAX; at = bit_from(mask, at + 1)) {
      if (at < program.min_before) continue;
      const std::uint32_t low = at - std::min(at, most);
      if (low > done) clear(starts, done, low);
      done = std::max(done, at - program.min_before + 1);
      any = true;
    }
    if (!any) return false;
    clear(starts, done, width_ * 64);
    return true;
  }

  static void clear(TestBits* mask, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to;) {
      const std::uint32_t end = std::min(to, (i / 64 + 1) * 64);
      const TestBits below_end = end % 64 == 0 ? ~TestBits{0} : (TestBits{1} << (end % 64)) - 1;
      mask[i / 64] &= ~(below_end & (~TestBits{0} << (i % 64)));
      i = end;
    }
  }

  // The first bit set from `from` on; UINT32_MAX where none is.
  std::uint32_t bit_from(const TestBits* mask, std::uint32_t from) const {
    for (std::uint32_t i = from / 64; i < width_; ++i) {
      const TestBits bits = i == from / 64 ? mask[i] & (~TestBits{0} << (from % 64)) : mask[i];
      if (bits != 0) return i * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
    }
    return UINT32_MAX;
  }

  const Words& words_;
  std::uint32_t first_, last_, width_;
  const TestBits* set_;
  const RuleIndex& index_;
  Memory& memory_;
  const Sink& sink_;
};

void RuleIndex::run(const Words& words, std::uint32_t first, std::uint32_t last,
                    const Sink& sink) const {
  if (entries_.empty() || first >= last) return;
  const Borrowed borrowed;
  Memory& memory = *borrowed;
  const std::uint32_t s = words.sentence_of(first);
  const TestBits* set = words.tests().sentence(s);
  if (words.sentences()[s].first != first || words.sentences()[s].last != last) {
    memory.set.assign(width_ + word_width_, 0);
    words.tests().gather(first, last, memory.set.data());
    set = memory.set.data();
  }
  find_wanted(set, memory.wanted);
  if (memory.wanted.empty()) return;
  Run run(words, first, last, set, *this, memory, sink);
  for (const auto id : memory.wanted) run.run(entries_[id]);
}

std::vector<RuleMatch> RuleIndex::leftmost_longest(const Words& words, std::uint32_t first,
                                                   std::uint32_t last) const {
  struct Own {
    std::uint32_t first, last;  // tokens
    std::uint32_t index;        // as found
  };
  std::vector<RuleMatch> all;
  std::vector<Own> order;
  for_each(words, first, last, [&](const RuleMatch& m) {
    const auto [own_first, own_last] = own_words(m);
    order.push_back({own_first, own_last, static_cast<std::uint32_t>(all.size())});
    all.push_back(m);
  });
  if (all.empty()) return all;
  const auto key = [&](const Own& own) {
    const RuleMatch& m = all[own.index];
    return std::tuple(m.rule->rank, own.first, ~own.last, ~(m.match.last - m.match.first),
                      m.rule->order, m.match.gap_tokens, own.index);
  };
  std::sort(order.begin(), order.end(),
            [&](const Own& a, const Own& b) { return key(a) < key(b); });
  std::vector<char> taken(last - first, 0);
  std::erase_if(order, [&](const Own& own) {
    const auto begin = taken.begin() + (own.first - first),
               end = taken.begin() + (own.last - first);
    if (std::find(begin, end, 1) != end) return true;
    std::fill(begin, end, 1);
    return false;
  });
  std::sort(order.begin(), order.end(),
            [](const Own& a, const Own& b) { return a.first < b.first; });
  std::vector<RuleMatch> out;
  out.reserve(order.size());
  for (const Own& own : order) out.push_back(all[own.index]);
  return out;
}

}  // namespace recount
