// Runs the rules of one kind over a sentence: only those whose anchor stands in it.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "src/language/matcher.h"
#include "src/language/pack.h"

namespace recount {

struct RuleMatch {
  const Rule* rule = nullptr;
  const Pattern* pattern = nullptr;
  Match match;

  // The capture of that name, or nullptr where the pattern has none or didn't take it.
  const CaptureRun* capture(std::string_view name) const;
};

class RuleIndex {
 public:
  RuleIndex(const Pack& pack, std::string_view kind);
  bool empty() const { return entries_.empty(); }
  // Every match of every rule in tokens [first, last), by rule in file order, then by start.
  void for_each(const Words& words, std::uint32_t first, std::uint32_t last,
                const std::function<void(const RuleMatch&)>& sink) const;
  // Matches whose own words don't overlap: those of the capture `it` where a match has one, else
  // all of it; words around `it` stay free for others. Taken in order: rank, begin, longer own
  // words, more words around, file order. Sorted.
  std::vector<RuleMatch> leftmost_longest(const Words& words, std::uint32_t first,
                                          std::uint32_t last) const;

 private:
  struct Entry {
    const Rule* rule;
    const Pattern* pattern;
  };
  std::vector<Entry> entries_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_word_;
  std::unordered_map<Symbol, std::vector<std::uint32_t>> by_class_;
  std::vector<std::uint32_t> always_;  // anchors of a built-in class
};

}  // namespace recount
