// Runs the rules of one kind over a sentence.
//
// A sentence knows which tests of the pack its tokens pass (token_tests.h). Anchors are looked up
// in that set, so a rule whose anchor isn't there costs nothing, and one that lacks another thing
// it must have costs a look at some bits. What is left is tried where a match can begin: at tokens
// near an anchor that pass what a match begins with.
#pragma once

#include <string_view>
#include <vector>

#include "src/language/matcher.h"
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

class RuleIndex {
 public:
  RuleIndex(const Pack& pack, Symbol kind);
  bool empty() const { return entries_.empty(); }
  // Every match of every rule in tokens [first, last), by rule in file order, then by start, then
  // by preference. `sink` takes a const RuleMatch&. A start that runs out of steps is counted in
  // `words`.
  template <class F>
  void for_each(const Words& words, std::uint32_t first, std::uint32_t last, F&& sink) const {
    run(words, first, last, Sink(sink));
  }
  // Matches whose own words don't overlap: those of the capture `it` where a match has one, else
  // all of it; words around `it` stay free for others. Taken in order: rank, begin, longer own
  // words, more words around, file order. Sorted.
  std::vector<RuleMatch> leftmost_longest(const Words& words, std::uint32_t first,
                                          std::uint32_t last) const;

 private:
  struct Entry {
    const Rule* rule;
    const Pattern* pattern;
    Program program;
    std::vector<std::uint32_t> required;  // bits of a sentence's set, beside the anchor's
  };
  class Sink {
   public:
    template <class F>
    explicit Sink(F& f)
        : object_(&f),
          call_([](void* object, const RuleMatch& m) { (*static_cast<F*>(object))(m); }) {}
    void operator()(const RuleMatch& m) const { call_(object_, m); }

   private:
    void* object_;
    void (*call_)(void*, const RuleMatch&);
  };
  struct Memory;
  class Borrowed;
  class Run;

  std::uint32_t bit_of(TokenTest test) const;
  void run(const Words& words, std::uint32_t first, std::uint32_t last, const Sink& sink) const;
  void find_wanted(const TestBits* set, std::vector<std::uint32_t>& wanted) const;

  std::vector<Entry> entries_;
  std::uint32_t width_ = 0, word_width_ = 0;
  // The part of a sentence's set with those that a pattern has as its anchor.
  struct Anchors {
    std::uint32_t at;
    TestBits bits;
  };
  std::vector<Anchors> anchors_;
  std::vector<std::uint32_t> by_anchor_;  // entries, by the anchor's bit
  std::vector<std::uint32_t> begins_;     // by the anchor's bit: where its entries begin
};

}  // namespace recount
