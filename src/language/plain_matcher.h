// The matcher in its plain, slow form: every start that the anchor allows, every way through the
// pattern, depth first, each reading tested anew. The twin of matcher.h in tests, and what explains
// a rule to its author (`recount lang`); no reading of pages uses it.
#pragma once

#include <algorithm>
#include <functional>

#include "src/language/match.h"
#include "src/language/pack.h"

namespace recount::plain {

using MatchSink = std::function<void(const Match&)>;

// Does the reading, which begins at the token, pass the test (class and features)?
inline bool passes(const Words& words, const ArcTest& test, std::uint32_t token, const Arc& arc);
// Does any reading that begins at the token pass, or the token itself for a built-in class?
inline bool any_passes(const Words& words, const ArcTest& test, std::uint32_t token);

inline bool feature_passes(const ArcTest::One& one, const Arc& arc) {
  bool found = false;
  for (const Feature& f : arc.features) {
    if (f.key != one.key) continue;
    if (one.values.empty() ||
        std::find(one.values.begin(), one.values.end(), f.value) != one.values.end()) {
      found = true;
      break;
    }
  }
  return found != one.negated;
}

inline bool built_in_passes(const Words& words, ArcTest::BuiltIn kind, std::uint32_t token) {
  using B = ArcTest::BuiltIn;
  const Token& t = words.tokens()[token];
  switch (kind) {
    case B::word: return t.kind == TokenKind::word;
    case B::capital: return t.kind == TokenKind::word && t.capital;
    case B::caps: return t.kind == TokenKind::word && t.upper;
    case B::digits: return t.kind == TokenKind::digits;
    case B::punct: return t.kind == TokenKind::punctuation;
    case B::unknown: return t.kind == TokenKind::word && words.first_arc(token) == kNoArc;
    case B::none: break;
  }
  return false;
}

// One attempt from one start.
class Attempt {
 public:
  Attempt(const Words& words, const Pattern& pattern, std::uint32_t first, std::uint32_t last,
          const MatchSink& sink)
      : words_(words), pattern_(pattern), first_(first), last_(last), sink_(sink) {}

  bool run(std::uint32_t start) {
    match_ = Match{};
    match_.first = start;
    steps_ = 0;
    step(0, start);
    return steps_ <= kMatchSteps;
  }

 private:
  void step(std::uint32_t pc, std::uint32_t at) {
    if (++steps_ > kMatchSteps) return;
    const Step& s = pattern_.steps[pc];
    switch (s.op) {
      case Op::word:
        if (at < last_ && words_.tokens()[at].folded == pattern_.words[s.a]) step(pc + 1, at + 1);
        return;
      case Op::arc: return arcs(pc, at);
      case Op::split:
        step(s.a, at);
        if (s.b != s.a) step(s.b, at);
        return;
      case Op::jump: return step(s.a, at);
      case Op::save_begin: return save(pc, at, true);
      case Op::save_end: return save(pc, at, false);
      case Op::gap: return gap(pc, at);
      case Op::not_arc:
        if (at >= last_ || !any_passes(words_, pattern_.tests[s.a], at)) step(pc + 1, at);
        return;
      case Op::not_word:
        if (at >= last_ || words_.tokens()[at].folded != pattern_.words[s.a]) step(pc + 1, at);
        return;
      case Op::is_arc:
        if (at < last_ && any_passes(words_, pattern_.tests[s.a], at)) step(pc + 1, at);
        return;
      case Op::is_word:
        if (at < last_ && words_.tokens()[at].folded == pattern_.words[s.a]) step(pc + 1, at);
        return;
      case Op::glued:
        if (at < last_ && !words_.tokens()[at].space_before) step(pc + 1, at);
        return;
      case Op::start:
        if (at == first_) step(pc + 1, at);
        return;
      case Op::finish:
        if (at == last_) step(pc + 1, at);
        return;
      case Op::match:
        if (at == match_.first) return;
        match_.last = at;
        return sink_(match_);
    }
  }

  void arcs(std::uint32_t pc, std::uint32_t at) {
    if (at >= last_) return;
    const ArcTest& test = pattern_.tests[pattern_.steps[pc].a];
    if (test.built_in != ArcTest::BuiltIn::none) {
      if (built_in_passes(words_, test.built_in, at)) step(pc + 1, at + 1);
      return;
    }
    const std::uint32_t saved = last_arc_;
    for (std::uint32_t a = words_.first_arc(at); a != kNoArc; a = words_.arcs()[a].next) {
      const Arc& arc = words_.arcs()[a];
      if (at + arc.size > last_ || !passes(words_, test, at, arc)) continue;
      last_arc_ = a;
      step(pc + 1, at + arc.size);
    }
    last_arc_ = saved;
  }

  void save(std::uint32_t pc, std::uint32_t at, bool begin) {
    CaptureRun& run = match_.captures[pattern_.steps[pc].a];
    const CaptureRun saved = run;
    const std::uint32_t saved_arc = last_arc_;
    if (begin) {
      run = {at, at, kNoArc};
      last_arc_ = kNoArc;
    } else {
      run.last = at;
      run.arc = last_arc_;
    }
    step(pc + 1, at);
    run = saved;
    last_arc_ = saved_arc;
  }

  void gap(std::uint32_t pc, std::uint32_t at) {
    const std::uint32_t saved = match_.gap_tokens, most = pattern_.steps[pc].b;
    for (std::uint32_t taken = 0;; ++taken) {
      match_.gap_tokens = saved + taken;
      step(pc + 1, at + taken);
      if (taken == most || stops(pc, at + taken)) break;
    }
    match_.gap_tokens = saved;
  }
  bool stops(std::uint32_t pc, std::uint32_t at) const {
    const auto& all = pattern_.stops[pattern_.steps[pc].a];
    return at >= last_ || std::any_of(all.begin(), all.end(), [&](std::uint32_t test) {
             return any_passes(words_, pattern_.tests[test], at);
           });
  }

  const Words& words_;
  const Pattern& pattern_;
  std::uint32_t first_, last_;
  const MatchSink& sink_;
  Match match_;
  std::uint32_t last_arc_ = kNoArc;
  std::uint32_t steps_ = 0;
};

inline bool anchor_at(const Words& words, const Pattern& pattern, std::uint32_t token) {
  const Step& s = pattern.steps[pattern.anchor];
  if (s.op == Op::word) return words.tokens()[token].folded == pattern.words[s.a];
  return any_passes(words, pattern.tests[s.a], token);
}

inline bool passes(const Words& words, const ArcTest& test, std::uint32_t token, const Arc& arc) {
  if (arc.cls != test.cls || words.is_covered(token, arc)) return false;
  if (test.min != INT64_MIN && arc.number < test.min * 1000) return false;
  if (test.max != INT64_MAX && arc.number > test.max * 1000) return false;
  if (test.digits != 0 &&
      !(arc.size == 1 && words.tokens()[token].kind == TokenKind::digits &&
        words.tokens()[token].span.size() == static_cast<std::uint32_t>(test.digits)))
    return false;
  return std::all_of(test.features.begin(), test.features.end(),
                     [&](const ArcTest::One& one) { return feature_passes(one, arc); });
}

inline bool any_passes(const Words& words, const ArcTest& test, std::uint32_t token) {
  if (test.built_in != ArcTest::BuiltIn::none) return built_in_passes(words, test.built_in, token);
  for (std::uint32_t a = words.first_arc(token); a != kNoArc; a = words.arcs()[a].next)
    if (passes(words, test, token, words.arcs()[a])) return true;
  return false;
}

// All matches in tokens [first, last), in order of start, then of preference. Gives up on a start
// after kMatchSteps steps; returns false then.
inline bool match_all(const Words& words, const Pattern& pattern, std::uint32_t first,
                      std::uint32_t last, const MatchSink& sink) {
  Attempt attempt(words, pattern, first, last, sink);
  bool complete = true;
  std::uint32_t next_start = first;  // starts before it were tried
  for (std::uint32_t token = first; token < last; ++token) {
    if (!anchor_at(words, pattern, token)) continue;
    const std::uint32_t low =
        token - first > pattern.max_before ? token - pattern.max_before : first;
    if (token - first < pattern.min_before) continue;
    const std::uint32_t high = token - pattern.min_before;
    for (std::uint32_t start = std::max(low, next_start); start <= high; ++start)
      complete &= attempt.run(start);
    next_start = std::max(next_start, high + 1);
  }
  return complete;
}

}  // namespace recount::plain
