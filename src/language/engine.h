// Runs the rules of one kind, or of several at once, over a sentence.
//
// A sentence knows which tests of the pack its tokens pass (token_tests.h). Anchors are looked up
// in that set, so a rule whose anchor isn't there costs nothing, and one that lacks another thing
// it must have costs a look at some bits. Of what is left it is told for all tokens at once whether
// a match can be reached (reach.h); only where it can the matcher runs.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "src/language/match.h"
#include "src/language/pack.h"

namespace recount {

struct RuleMatch {
  const Rule* rule = nullptr;
  const Pattern* pattern = nullptr;
  Match match;

  // The capture of that name, or nullptr where the pattern has none or didn't take it.
  const CaptureRun* capture(KnownName name) const {
    const std::vector<Symbol>& names = pattern->capture_names;
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i] == name) return match.captures[i].taken() ? &match.captures[i] : nullptr;
    return nullptr;
  }
};

// Told of each match; holds for one call only.
class RuleSink {
 public:
  template <class F>
  explicit RuleSink(F& f)
      : object_(&f),
        call_([](void* object, const RuleMatch& m) { (*static_cast<F*>(object))(m); }) {}
  void operator()(const RuleMatch& m) const { call_(object_, m); }

 private:
  void* object_;
  void (*call_)(void*, const RuleMatch&);
};

class RuleIndex {
 public:
  RuleIndex(const Pack& pack, std::span<const Symbol> kinds);
  ~RuleIndex();
  RuleIndex(const RuleIndex&) = delete;
  RuleIndex& operator=(const RuleIndex&) = delete;
  bool empty() const;
  // Every match of every rule in tokens [first, last), by rule in file order, then by start, then
  // by preference. `sink` takes a const RuleMatch&. A start that runs out of steps is counted in
  // `words`.
  template <class F>
  void for_each(const Words& words, std::uint32_t first, std::uint32_t last, F&& sink) const {
    run(words, first, last, RuleSink(sink));
  }
  // Matches whose own words don't overlap: those of the capture `it` where a match has one, else
  // all of it; words around `it` stay free for others. Taken in order: rank, begin, longer own
  // words, more words around, file order. Sorted.
  std::vector<RuleMatch> leftmost_longest(const Words& words, std::uint32_t first,
                                          std::uint32_t last) const;

 private:
  friend class RuleHits;
  class Rules;

  void run(const Words& words, std::uint32_t first, std::uint32_t last, const RuleSink& sink) const;

  std::unique_ptr<const Rules> rules_;
};

// Which patterns match in the sentences of a document: told once a sentence for all kinds of an
// index, when the first of them is asked for.
class RuleHits {
 public:
  // REQUIRES: no reading is added to the words any more.
  RuleHits(const RuleIndex& index, const Words& words);
  // As RuleIndex::for_each, of one kind: by its place among those of the index.
  template <class F>
  void for_each(std::size_t kind, std::uint32_t sentence, F&& sink) {
    run(kind, sentence, RuleSink(sink));
  }

 private:
  void tell(std::uint32_t sentence, TestBits* hits);
  void run(std::size_t kind, std::uint32_t sentence, const RuleSink& sink);

  const RuleIndex::Rules& rules_;
  const Words& words_;
  std::vector<char> told_;      // by sentence
  std::vector<TestBits> hits_;  // sets of patterns, by sentence
};

}  // namespace recount
