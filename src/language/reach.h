// From which tokens of a sentence a match can still be reached, for every step of many programs.
//
// Steps only lead forward, so it is told from the end to the begin, for all tokens at once: a row
// of bits a step, one a token and one for the sentence's end, made of the rows behind it by a few
// operations on words of 64 bits. It is exact: where the bit stands, some way leads on to a match.
// So the matcher walks into no dead end, and a pattern that isn't in the sentence costs a few rows:
// what every match passes and no token does ends it.
//
// Steps with the same steps behind them are one node, whichever rules they stand in, and are told
// once a sentence: a rule that ends as another does shares its rows.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

#include "src/language/program.h"
#include "src/language/words.h"

namespace recount {

class ReachGraph {
 public:
  struct Node {
    Op op = Op::match;
    TokenTest test = kAnyToken;
    std::uint32_t a = 0;    // the node behind it; split: of the first choice
    std::uint32_t b = 0;    // split: of the second; gap: the most tokens of it
    std::uint32_t bit = 0;  // of the test, in a sentence's set
  };
  // What a program needs, each node behind those that it leads to. `first` tells where a match may
  // begin; those that every match passes bear kAlways. `rest`: what the matcher asks besides.
  struct Needed {
    std::vector<std::uint32_t> first, rest;
  };
  static constexpr std::uint32_t kAlways = 1u << 31;

  // Numbers the nodes of the program's steps.
  Needed add(Program& program, const TestTable& tests);
  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  std::uint32_t node_of(std::uint32_t pc, const Program& program, const TestTable& tests);
  std::uint32_t intern(const Node& node);

  std::vector<Node> nodes_{{}};  // the first is the match; others stand behind what they lead to
  std::map<std::tuple<Op, TokenTest, std::uint32_t, std::uint32_t>, std::uint32_t> ids_;
};

// Tokens [first, last), and the tests that tokens of it pass (TokenTests::sentence).
struct Run {
  const Words& words;
  std::uint32_t first, last;
  const TestBits* set;
};

// The rows of one graph over one run of tokens. Used again for the next: memory is kept.
class Reach {
 public:
  // What graph and run refer to must outlive the use.
  void begin(const ReachGraph& graph, const Run& run);
  std::uint32_t width() const { return width_; }  // of a row: one bit a token, and one more
  // Fills the rows of some nodes; false as soon as one bears kAlways and holds no token.
  bool fill(std::span<const std::uint32_t> nodes);
  // REQUIRES: filled. Does a way lead from the node at a token of the run to a match?
  bool leads_on(std::uint32_t node, std::uint32_t token) const {
    return has_bit(rows_.data() + std::size_t{node} * width_, token - first_);
  }
  // The tokens that pass a test: one word of bits.
  TestBits passing(TokenTest test, std::uint32_t i);

 private:
  using Node = ReachGraph::Node;

  template <class Width>
  bool fill(std::span<const std::uint32_t> nodes, Width width);
  template <class Width>
  void fill_row(const Node& node, TestBits* row, Width width);
  template <class Width>
  void fill_gap(const Node& node, TestBits* row, Width width);
  TestBits reading(const Node& node, const TestBits* next, std::uint32_t i);
  TestBits glued(std::uint32_t i, TestBits among) const;
  bool reads_on(TokenTest test, std::uint32_t token, const TestBits* next) const;
  // Those of `among` that pass.
  TestBits passing(TokenTest test, std::uint32_t bit, std::uint32_t i, TestBits among);
  TestBits find_passing(TokenTest test, std::uint32_t i, TestBits among) const;
  TestBits find_all_passing(TokenTest test, std::uint32_t i) const;
  TestBits* mask(std::uint32_t bit) { return masks_.data() + std::size_t{bit} * width_; }
  TestBits tokens(std::uint32_t i) const {
    return i < (last_ - first_) / 64 ? ~TestBits{0} : (TestBits{1} << (last_ - first_) % 64) - 1;
  }

  const ReachGraph* graph_ = nullptr;
  const Words* words_ = nullptr;
  const TestBits* set_ = nullptr;
  std::uint32_t first_ = 0, last_ = 0, width_ = 0;
  std::vector<TestBits> rows_, masks_;          // by node; by test
  std::vector<TestBits> filled_, known_tests_;  // sets of nodes, of tests
};

}  // namespace recount
