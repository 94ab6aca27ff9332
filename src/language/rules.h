// The patterns of an index, and what a sentence is looked up in: which of them may match.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "src/language/engine.h"
#include "src/language/reach.h"

namespace recount {

// A pattern, ready to run.
struct ReadyPattern {
  const Rule* rule;
  const Pattern* pattern;
  Program program;
  ReachGraph::Needed nodes;
};

// In file order, numbered from 0.
class RuleIndex::Rules {
 public:
  Rules(const Pack& pack, std::span<const Symbol> kinds);
  // TestBits of a set of patterns.
  std::uint32_t width() const { return static_cast<std::uint32_t>(patterns_.size() / 64 + 1); }
  bool empty() const { return patterns_.empty(); }
  // The patterns of the kind with that number.
  const TestBits* of_kind(std::size_t kind) const { return of_kinds_.data() + kind * width(); }
  bool has_anchor(const TestBits* sentence) const {
    return std::ranges::any_of(anchors_,
                               [&](const TestPart& of) { return sentence[of.at] & of.bits; });
  }
  // Sets those that may match: what they must have stands in the run in its order, and beside their
  // anchor what must stand there. REQUIRES: `reach` has begun the run.
  void find_wanted(const Run& run, Reach& reach, TestBits* wanted) const;
  const ReachGraph& graph() const { return graph_; }

  const ReadyPattern& operator[](std::uint32_t id) const { return patterns_[id]; }

 private:
  // Of these tests a token passes one: parts_[begin, end); where there is none, any token does.
  struct OneOf {
    std::uint32_t begin = 0, end = 0;
    bool empty() const { return begin == end; }
  };
  // What is asked of a pattern whose anchor is there: two parts of what it must have are enough.
  struct Gate {
    std::uint32_t pattern;
    TestPart needed, also;
    OneOf before, behind;  // the anchor
  };

  Gate gate(std::uint32_t id, const Program& program, const TestTable& tests);
  OneOf one_of(const std::vector<TokenTest>& some, const TestTable& tests);
  bool has_needed(const Gate& gate, const TestBits* sentence) const;
  bool has_one(OneOf some, const TestBits* sentence) const;
  bool has_neighbours(const Gate& gate, const Run& run, Reach& reach) const;
  bool has_order(const Gate& gate, Reach& reach) const;
  bool may_end_before(const Run& run, OneOf some, std::uint32_t token) const;
  bool may_begin_behind(const Run& run, OneOf some, std::uint32_t token, TokenTest anchor) const;
  bool passes_one(const Words& words, OneOf some, std::uint32_t token) const;
  void add(const Rule& rule, const Pattern& pattern, const TestTable& tests);
  void index_anchors(const TestTable& tests);

  std::vector<ReadyPattern> patterns_;
  ReachGraph graph_;
  std::vector<TestBits> of_kinds_;     // sets of patterns
  std::uint32_t test_width_ = 0;       // of a sentence's set: tests, then words
  std::vector<TestPart> anchors_;      // those that a pattern has as its anchor
  std::vector<TestPart> parts_;        // of gates
  std::vector<Gate> gates_;            // by the anchor's bit
  std::vector<std::uint32_t> begins_;  // by the anchor's bit: where its gates begin
};

}  // namespace recount
