#include "src/language/reach.h"

#include <algorithm>
#include <bit>
#include <type_traits>

#include "src/language/pack.h"

namespace recount {
namespace {

using OneWord = std::integral_constant<std::uint32_t, 1>;  // the width of all but long sentences

template <class F>
TestBits those(TestBits among, F&& holds) {
  TestBits out = 0;
  for (; among != 0; among &= among - 1) {
    const auto bit = static_cast<std::uint32_t>(std::countr_zero(among));
    out |= TestBits{holds(bit)} << bit;
  }
  return out;
}

bool has_more_bits(TestBits bits, int than) {
  for (; than > 0; --than) bits &= bits - 1;
  return bits != 0;
}

// Bits of what stands one token later.
template <class Width>
TestBits later(const TestBits* row, std::uint32_t i, Width width) {
  return row[i] >> 1 | (i + 1 < width ? row[i + 1] << 63 : 0);
}

}  // namespace

ReachGraph::Needed ReachGraph::add(Program& program, const TestTable& tests) {
  struct Use {
    bool first = false, always = false;
  };
  std::map<std::uint32_t, Use> uses;  // by node, those that others lead to first
  for (auto pc = static_cast<std::uint32_t>(program.steps.size()); pc-- > 0;) {
    Program::Step& s = program.steps[pc];
    s.node = node_of(pc, program, tests);
    uses[s.node].always |= s.always;
  }
  uses[program.steps[0].node].first = true;
  for (auto it = uses.rbegin(); it != uses.rend(); ++it) {
    const Node& node = nodes_[it->first];
    if (!it->second.first || node.op == Op::match) continue;
    uses[node.a].first = true;
    if (node.op == Op::split) uses[node.b].first = true;
  }
  Needed out;
  for (const auto& [node, use] : uses)
    if (use.first)
      out.first.push_back(node | (use.always ? kAlways : 0));
    else
      out.rest.push_back(node);
  return out;
}

std::uint32_t ReachGraph::node_of(std::uint32_t pc, const Program& program,
                                  const TestTable& tests) {
  const Program::Step& s = program.steps[pc];
  const auto node_at = [&](std::uint32_t step) { return program.steps[step].node; };
  switch (s.op) {
    case Op::match: return 0;
    case Op::jump: return node_at(s.a);
    case Op::save_begin:
    case Op::save_end: return node_at(pc + 1);
    case Op::split: {
      const std::uint32_t a = node_at(s.a), b = node_at(s.b);
      if (a == b || a == 0 || b == 0) return std::min(a, b);  // what may lack at the end
      return intern({Op::split, kAnyToken, a, b, 0});
    }
    case Op::glued:
    case Op::start:
    case Op::finish: return intern({s.op, kAnyToken, node_at(pc + 1), 0, 0});
    default: break;
  }
  const Op op = s.op == Op::is_word ? Op::is_arc : s.op == Op::not_word ? Op::not_arc : s.op;
  return intern({op, s.test, node_at(pc + 1), op == Op::gap ? s.b : 0, bit_of(s.test, tests)});
}

std::uint32_t ReachGraph::intern(const Node& node) {
  const auto [at, fresh] = ids_.emplace(std::tuple(node.op, node.test, node.a, node.b),
                                        static_cast<std::uint32_t>(nodes_.size()));
  if (fresh) nodes_.push_back(node);
  return at->second;
}

void Reach::begin(const ReachGraph& graph, const Run& run) {
  const TestTable& tests = run.words.pack().tests();
  const std::size_t sets = tests.width() + tests.word_width();
  graph_ = &graph;
  words_ = &run.words;
  set_ = run.set;
  first_ = run.first;
  last_ = run.last;
  width_ = (last_ - first_) / 64 + 1;
  filled_.assign(graph.nodes().size() / 64 + 1, 0);
  known_tests_.assign(sets, 0);
  if (const std::size_t n = graph.nodes().size() * width_; rows_.size() < n) rows_.resize(n);
  if (const std::size_t n = sets * 64 * width_; masks_.size() < n) masks_.resize(n);
}

bool Reach::fill(std::span<const std::uint32_t> nodes) {
  return width_ == 1 ? fill(nodes, OneWord{}) : fill(nodes, width_);
}

template <class Width>
bool Reach::fill(std::span<const std::uint32_t> nodes, Width width) {
  for (const std::uint32_t one : nodes) {
    const std::uint32_t node = one & ~ReachGraph::kAlways;
    TestBits* row = rows_.data() + std::size_t{node} * width;
    if (!has_bit(filled_.data(), node)) {
      set_bit(filled_.data(), node);
      fill_row(graph_->nodes()[node], row, width);
    }
    if (node == one) continue;
    TestBits any = 0;
    for (std::uint32_t i = 0; i < width; ++i) any |= row[i];
    if (any == 0) return false;
  }
  return true;
}

template <class Width>
void Reach::fill_row(const Node& node, TestBits* row, Width width) {
  if (node.op == Op::gap) return fill_gap(node, row, width);
  const TestBits* next = rows_.data() + std::size_t{node.a} * width;
  const TestBits* other = rows_.data() + std::size_t{node.b} * width;
  const std::uint32_t end = last_ - first_;
  for (std::uint32_t i = 0; i < width; ++i) {
    const TestBits at_end = i == end / 64 ? TestBits{1} << end % 64 : 0;
    switch (node.op) {
      case Op::word: row[i] = passing(node.test, node.bit, i, later(next, i, width)); break;
      case Op::arc:
        row[i] = has_bit(words_->tests().of_several(), node.test)
                     ? reading(node, next, i)
                     : passing(node.test, node.bit, i, later(next, i, width));
        break;
      case Op::is_arc: row[i] = passing(node.test, node.bit, i, next[i]); break;
      case Op::not_arc: row[i] = next[i] & ~passing(node.test, node.bit, i, next[i]); break;
      case Op::split: row[i] = next[i] | other[i]; break;
      case Op::glued: row[i] = glued(i, next[i]); break;
      case Op::start: row[i] = i == 0 ? next[0] & 1 : 0; break;
      case Op::finish: row[i] = next[i] & at_end; break;
      default: row[i] = tokens(i) | at_end;  // match
    }
  }
}

// Token by token up to a stop.
template <class Width>
void Reach::fill_gap(const Node& node, TestBits* row, Width width) {
  std::copy_n(rows_.data() + std::size_t{node.a} * width, static_cast<std::uint32_t>(width), row);
  bool more = true;
  for (std::uint32_t taken = 0; taken < node.b && more; ++taken) {
    more = false;
    for (std::uint32_t i = 0; i < width; ++i) {
      const TestBits longer = later(row, i, width) & ~row[i];
      const TestBits fresh = longer & ~passing(node.test, node.bit, i, longer);
      row[i] |= fresh;
      more |= fresh != 0;
    }
  }
}

// By readings of one or several tokens.
TestBits Reach::reading(const Node& node, const TestBits* next, std::uint32_t i) {
  return those(passing(node.test, node.bit, i, ~TestBits{0}),
               [&](std::uint32_t bit) { return reads_on(node.test, first_ + i * 64 + bit, next); });
}

bool Reach::reads_on(TokenTest test, std::uint32_t token, const TestBits* next) const {
  for (std::uint32_t a = words_->first_arc(token); a != kNoArc; a = words_->arcs()[a].next) {
    const Arc& arc = words_->arcs()[a];
    const std::uint32_t end = token + arc.size;
    if (end <= last_ && has_bit(next, end - first_) && has_bit(arc.row, test) &&
        !words_->is_covered(token, arc))
      return true;
  }
  return false;
}

TestBits Reach::glued(std::uint32_t i, TestBits among) const {
  return those(among & tokens(i), [&](std::uint32_t bit) {
    return !words_->tokens()[first_ + i * 64 + bit].space_before;
  });
}

TestBits Reach::passing(TokenTest test, std::uint32_t i) {
  return passing(test, bit_of(test, words_->pack().tests()), i, ~TestBits{0});
}

// Few are looked at one by one; of more it is kept for all tokens.
TestBits Reach::passing(TokenTest test, std::uint32_t bit, std::uint32_t i, TestBits among) {
  constexpr int kFew = 6;
  among &= tokens(i);
  if (among == 0 || !has_bit(set_, bit)) return 0;
  TestBits* const of_test = mask(bit);
  if (!has_bit(known_tests_.data(), bit)) {
    if (!has_more_bits(among, kFew)) return find_passing(test, i, among);
    set_bit(known_tests_.data(), bit);
    for (std::uint32_t k = 0; k < width_; ++k) of_test[k] = find_all_passing(test, k);
  }
  return of_test[i] & among;
}

TestBits Reach::find_passing(TokenTest test, std::uint32_t i, TestBits among) const {
  const TokenTests& tests = words_->tests();
  const std::uint32_t begin = first_ + i * 64;
  if (test & kWordTest)
    return those(among,
                 [&](std::uint32_t bit) { return tests.word(begin + bit) == (test & ~kWordTest); });
  return those(among, [&](std::uint32_t bit) { return has_bit(tests.token(begin + bit), test); });
}

// Of 64 tokens, or as many as there are.
TestBits Reach::find_all_passing(TokenTest test, std::uint32_t i) const {
  const TokenTests& tests = words_->tests();
  const std::uint32_t begin = first_ + i * 64, n = std::min(last_ - begin, 64u);
  const std::uint32_t part = test / 64, bit = test % 64;
  TestBits out = 0;
  if (test & kWordTest)
    for (std::uint32_t k = n; k-- > 0;)
      out = out << 1 | (tests.word(begin + k) == (test & ~kWordTest));
  else
    for (std::uint32_t k = n; k-- > 0;) out = out << 1 | (tests.token(begin + k)[part] >> bit & 1);
  return out;
}

}  // namespace recount
