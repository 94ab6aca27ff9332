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
    return std::ranges::any_of(anchors_, [&](const Part& of) { return sentence[of.at] & of.bits; });
  }
  // Those that may match, as their anchor and what else they must have stands in the sentence.
  void find_wanted(const TestBits* sentence, TestBits* wanted) const;
  const ReachGraph& graph() const { return graph_; }

  const ReadyPattern& operator[](std::uint32_t id) const { return patterns_[id]; }

 private:
  // A part of a sentence's set.
  struct Part {
    std::uint32_t at = 0;
    TestBits bits = 0;
  };
  // What is asked of a pattern whose anchor is there: two parts of what it must have are enough.
  struct Gate {
    std::uint32_t pattern;
    Part needed, also;
  };

  static Gate gate(std::uint32_t id, const Program& program, const TestTable& tests);
  void add(const Rule& rule, const Pattern& pattern, const TestTable& tests);
  void index_anchors(const TestTable& tests);

  std::vector<ReadyPattern> patterns_;
  ReachGraph graph_;
  std::vector<TestBits> of_kinds_;     // sets of patterns
  std::vector<Part> anchors_;          // those that a pattern has as its anchor
  std::vector<Gate> gates_;            // by the anchor's bit
  std::vector<std::uint32_t> begins_;  // by the anchor's bit: where its gates begin
};

}  // namespace recount
