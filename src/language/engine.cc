#include "src/language/engine.h"

#include <algorithm>
#include <utility>

namespace recount {
namespace {

// The tokens that a match takes: its `it`, else all of it.
std::pair<std::uint32_t, std::uint32_t> own_words(const RuleMatch& m) {
  const CaptureRun* it = m.capture("it");
  return it ? std::pair{it->first, it->last} : std::pair{m.match.first, m.match.last};
}

}  // namespace

const CaptureRun* RuleMatch::capture(std::string_view name) const {
  for (std::size_t i = 0; i < pattern->captures.size(); ++i)
    if (pattern->captures[i] == name)
      return match.captures[i].taken() ? &match.captures[i] : nullptr;
  return nullptr;
}

RuleIndex::RuleIndex(const Pack& pack, std::string_view kind) {
  for (const Rule* rule : pack.rules_of(kind)) {
    for (const Pattern& pattern : rule->patterns) {
      const auto id = static_cast<std::uint32_t>(entries_.size());
      entries_.push_back({rule, &pattern});
      const Step& anchor = pattern.steps[pattern.anchor];
      if (anchor.op == Op::word) {
        by_word_[pattern.words[anchor.a]].push_back(id);
      } else if (const ArcTest& test = pattern.tests[anchor.a];
                 test.built_in == ArcTest::BuiltIn::none) {
        by_class_[test.cls].push_back(id);
      } else {
        always_.push_back(id);
      }
    }
  }
}

void RuleIndex::for_each(const Words& words, std::uint32_t first, std::uint32_t last,
                         const std::function<void(const RuleMatch&)>& sink) const {
  if (entries_.empty()) return;
  thread_local std::vector<char> wanted;
  wanted.assign(entries_.size(), 0);
  const auto want = [](const std::vector<std::uint32_t>& ids) {
    for (const auto id : ids) wanted[id] = 1;
  };
  want(always_);
  for (std::uint32_t i = first; i < last; ++i) {
    if (auto it = by_word_.find(words.tokens()[i].folded); it != by_word_.end()) want(it->second);
    for (std::uint32_t a = words.first_arc(i); a != kNoArc; a = words.arcs()[a].next)
      if (auto it = by_class_.find(words.arcs()[a].cls); it != by_class_.end()) want(it->second);
  }
  const std::vector<char> todo = wanted;  // a sink may run rules of its own
  for (std::uint32_t id = 0; id < entries_.size(); ++id) {
    if (!todo[id]) continue;
    RuleMatch found{entries_[id].rule, entries_[id].pattern, {}};
    match_all(words, *entries_[id].pattern, first, last, [&](const Match& m) {
      found.match = m;
      sink(found);
    });
  }
}

std::vector<RuleMatch> RuleIndex::leftmost_longest(const Words& words, std::uint32_t first,
                                                   std::uint32_t last) const {
  std::vector<RuleMatch> all;
  for_each(words, first, last, [&](const RuleMatch& m) { all.push_back(m); });
  std::stable_sort(all.begin(), all.end(), [](const RuleMatch& a, const RuleMatch& b) {
    if (a.rule->rank != b.rule->rank) return a.rule->rank < b.rule->rank;
    const auto [a_first, a_last] = own_words(a);
    const auto [b_first, b_last] = own_words(b);
    if (a_first != b_first) return a_first < b_first;
    if (a_last != b_last) return a_last > b_last;
    const auto a_size = a.match.last - a.match.first, b_size = b.match.last - b.match.first;
    if (a_size != b_size) return a_size > b_size;
    if (a.rule->order != b.rule->order) return a.rule->order < b.rule->order;
    return a.match.gap_tokens < b.match.gap_tokens;
  });
  std::vector<RuleMatch> out;
  std::vector<char> taken(last - first, 0);
  for (RuleMatch& m : all) {
    const auto [own_first, own_last] = own_words(m);
    const auto begin = taken.begin() + (own_first - first),
               end = taken.begin() + (own_last - first);
    if (std::find(begin, end, 1) != end) continue;
    std::fill(begin, end, 1);
    out.push_back(std::move(m));
  }
  std::sort(out.begin(), out.end(), [](const RuleMatch& a, const RuleMatch& b) {
    return own_words(a).first < own_words(b).first;
  });
  return out;
}

}  // namespace recount
