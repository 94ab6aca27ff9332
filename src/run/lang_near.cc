// The matcher only says yes; here its steps are walked again, and the attempt that had the fewest
// elements left to match is kept. Only elements that a match needs count: an optional one that is
// there brings no attempt nearer.
#include "src/run/lang_near.h"

#include <algorithm>
#include <map>
#include <set>

namespace recount::run {
namespace {

constexpr std::size_t kTokensTold = 3;
constexpr std::uint32_t kWordsBefore = 3;    // "killed in all 12": how near to 12 it fails
constexpr std::uint32_t kStartsBefore = 16;  // tokens before a number at which a rule may begin

bool is_element(Op op) {
  return op != Op::split && op != Op::jump && op != Op::save_begin && op != Op::save_end &&
         op != Op::gap && op != Op::match;
}

// Fewest elements from each step to the end. Steps only lead forward.
std::vector<std::uint32_t> elements_left(const Pattern& pattern) {
  std::vector<std::uint32_t> left(pattern.steps.size(), 0);
  for (std::size_t i = pattern.steps.size(); i-- > 0;) {
    const Step& s = pattern.steps[i];
    if (s.op == Op::match) continue;
    if (s.op == Op::split)
      left[i] = std::min(left[s.a], left[s.b]);
    else
      left[i] = left[s.op == Op::jump ? s.a : i + 1] + (is_element(s.op) ? 1 : 0);
  }
  return left;
}

class Walk {
 public:
  Walk(const Words& words, const Pattern& pattern, std::uint32_t first, std::uint32_t last)
      : words_(words),
        pattern_(pattern),
        first_(first),
        last_(last),
        left_(elements_left(pattern)) {}

  void from(std::uint32_t start) {
    start_ = start;
    steps_ = 0;
    step(0, start);
  }
  // Only attempts that hold or reach the token count from now on.
  void only_at(std::uint32_t token) { focus_ = token; }
  bool matched() const { return matched_; }
  std::optional<NearMiss> best() const { return best_; }
  // Why the gap before the element that failed ended where it did.
  std::string gap_end() const {
    if (!best_) return "";
    const auto it = gap_ends_.find(best_->tried.back());
    return it == gap_ends_.end() ? "" : it->second;
  }

 private:
  void step(std::uint32_t pc, std::uint32_t at) {
    if (++steps_ > kMatchSteps || matched_) return;
    const Step& s = pattern_.steps[pc];
    switch (s.op) {
      case Op::split:
        step(s.a, at);
        if (s.b != s.a) step(s.b, at);
        return;
      case Op::jump: return step(s.a, at);
      case Op::save_begin:
      case Op::save_end: return step(pc + 1, at);
      case Op::gap: return gap(pc, at);
      case Op::match: matched_ = at != start_ && (!focus_ || *focus_ < at); return;
      case Op::arc: return arcs(pc, at);
      case Op::word:
        if (at < last_ && words_.tokens()[at].folded == pattern_.words[s.a])
          return step(pc + 1, at + 1);
        return failed(pc, at);
      default:
        if (holds(s, at)) return step(pc + 1, at);
        return failed(pc, at);
    }
  }

  // Elements that take no token.
  bool holds(const Step& s, std::uint32_t at) const {
    const bool inside = at < last_;
    const auto arc = [&] { return inside && plain::any_passes(words_, pattern_.tests[s.a], at); };
    const auto word = [&] { return inside && words_.tokens()[at].folded == pattern_.words[s.a]; };
    switch (s.op) {
      case Op::is_arc: return arc();
      case Op::not_arc: return !arc();
      case Op::is_word: return word();
      case Op::not_word: return !word();
      case Op::glued: return inside && !words_.tokens()[at].space_before;
      case Op::start: return at == first_;
      case Op::finish: return at == last_;
      default: return false;
    }
  }

  void arcs(std::uint32_t pc, std::uint32_t at) {
    const ArcTest& test = pattern_.tests[pattern_.steps[pc].a];
    bool any = false;
    if (at < last_ && test.built_in != ArcTest::BuiltIn::none) {
      any = plain::any_passes(words_, test, at);
      if (any) step(pc + 1, at + 1);
    } else if (at < last_) {
      for (std::uint32_t a = words_.first_arc(at); a != kNoArc; a = words_.arcs()[a].next) {
        const Arc& arc = words_.arcs()[a];
        if (at + arc.size > last_ || !plain::passes(words_, test, at, arc)) continue;
        any = true;
        step(pc + 1, at + arc.size);
      }
    }
    if (!any) failed(pc, at);
  }

  void gap(std::uint32_t pc, std::uint32_t at) {
    const std::uint32_t most = pattern_.steps[pc].b;
    for (std::uint32_t taken = 0;; ++taken, ++at) {
      step(pc + 1, at);
      if (taken == most) gap_ends_.emplace(at, "the gap before it goes no farther");
      if (taken == most || at >= last_ || stops(pc, at)) return;
    }
  }
  bool stops(std::uint32_t pc, std::uint32_t at) {
    for (const auto test : pattern_.stops[pattern_.steps[pc].a]) {
      if (!plain::any_passes(words_, pattern_.tests[test], at)) continue;
      const Symbol cls = pattern_.tests[test].cls;
      gap_ends_[at] = "the gap meets <" + std::string(words_.pack().symbols.name(cls)) + "> '" +
                      std::string(words_.words(words_.tokens()[at].span)) + "'";
      return true;
    }
    return false;
  }

  void failed(std::uint32_t pc, std::uint32_t at) {
    if (left_[pc] >= left_[0]) return;  // nothing that a match needs was there
    if (focus_ && at < *focus_ && !wants_number(pc, at)) return;
    if (!best_ || left_[pc] < best_->lacking) {
      best_ = NearMiss{nullptr, 0, left_[0] - left_[pc], left_[pc], start_, at, {pc}, {at}, ""};
    } else if (left_[pc] == best_->lacking && start_ == best_->first) {
      add(pc, best_->steps);
      add(at, best_->tried);
      best_->last = std::max(best_->last, best_->tried.front());
    }
  }
  // It failed shortly before the number, at the element that the number would have been.
  bool wants_number(std::uint32_t pc, std::uint32_t at) const {
    const Step& s = pattern_.steps[pc];
    return at + kWordsBefore >= *focus_ && s.op == Op::arc &&
           plain::any_passes(words_, pattern_.tests[s.a], *focus_);
  }
  static void add(std::uint32_t one, std::vector<std::uint32_t>& sorted) {
    const auto it = std::ranges::lower_bound(sorted, one);
    if (it == sorted.end() || *it != one) sorted.insert(it, one);
  }

  const Words& words_;
  const Pattern& pattern_;
  std::uint32_t first_, last_, start_ = 0, steps_ = 0;
  std::vector<std::uint32_t> left_;
  std::map<std::uint32_t, std::string> gap_ends_;
  std::optional<NearMiss> best_;
  std::optional<std::uint32_t> focus_;
  bool matched_ = false;
};

bool anchor_at(const Words& words, const Pattern& pattern, std::uint32_t token) {
  const Step& s = pattern.steps[pattern.anchor];
  if (s.op == Op::word) return words.tokens()[token].folded == pattern.words[s.a];
  return plain::any_passes(words, pattern.tests[s.a], token);
}

std::string_view built_in_name(ArcTest::BuiltIn kind) {
  constexpr std::string_view kNames[] = {"",       "word",  "capital", "caps",
                                         "digits", "punct", "unknown"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string test_text(const Symbols& symbols, const ArcTest& test) {
  if (test.built_in != ArcTest::BuiltIn::none)
    return "<" + std::string(built_in_name(test.built_in)) + ">";
  std::string out = "<" + std::string(symbols.name(test.cls));
  for (const ArcTest::One& one : test.features) {
    if (one.key != test.cls)
      out += std::string(one.negated ? " !" : " ") + std::string(symbols.name(one.key));
    for (std::size_t i = 0; i < one.values.size(); ++i)
      out += (i ? "|" : "=") + std::string(symbols.name(one.values[i]));
  }
  if (test.min != INT64_MIN) out += " min=" + std::to_string(test.min);
  if (test.max != INT64_MAX) out += " max=" + std::to_string(test.max);
  if (test.digits) out += " digits=" + std::to_string(test.digits);
  return out + ">";
}

std::string token_text(const Words& words, std::uint32_t at) {
  if (at >= words.tokens().size()) return "the end";
  return "'" + std::string(words.words(words.tokens()[at].span)) + "'";
}

// What stands at the token: its readings, or that it has none.
std::string readings_text(const Words& words, std::uint32_t at) {
  if (at >= words.tokens().size()) return "the end";
  std::string out = token_text(words, at);
  std::string all;
  for (std::uint32_t a = words.first_arc(at); a != kNoArc; a = words.arcs()[a].next)
    all += " <" + arc_text(words, words.arcs()[a]) + ">";
  return out + (all.empty() ? " (no reading)" : all);
}

std::optional<NearMiss> found_by(const Walk& walk, const Rule& rule, std::size_t index) {
  if (walk.matched()) return std::nullopt;
  auto miss = walk.best();
  if (!miss) return miss;
  miss->rule = &rule;
  miss->pattern = index;
  miss->gap_end = walk.gap_end();
  return miss;
}

}  // namespace

bool has_anchor(const Words& words, const Pattern& pattern, std::uint32_t first,
                std::uint32_t last) {
  for (std::uint32_t token = first; token < last; ++token)
    if (anchor_at(words, pattern, token)) return true;
  return false;
}

std::optional<NearMiss> near_miss(const Words& words, const Rule& rule, std::size_t index,
                                  std::uint32_t first, std::uint32_t last) {
  const Pattern& pattern = rule.patterns[index];
  Walk walk(words, pattern, first, last);
  std::uint32_t next = first;
  for (std::uint32_t token = first; token < last; ++token) {
    if (token - first < pattern.min_before || !anchor_at(words, pattern, token)) continue;
    const std::uint32_t low =
        token - first > pattern.max_before ? token - pattern.max_before : first;
    const std::uint32_t high = token - pattern.min_before;
    for (std::uint32_t start = std::max(low, next); start <= high; ++start) walk.from(start);
    next = std::max(next, high + 1);
  }
  return found_by(walk, rule, index);
}

std::optional<NearMiss> near_miss_at(const Words& words, const Rule& rule, std::size_t index,
                                     const Sentence& sentence, std::uint32_t number) {
  const Pattern& pattern = rule.patterns[index];
  Walk walk(words, pattern, sentence.first, sentence.last);
  walk.only_at(number);
  const std::uint32_t before = std::min(kStartsBefore, number - sentence.first);
  for (std::uint32_t start = number - before; start <= number; ++start) walk.from(start);
  return found_by(walk, rule, index);
}

std::string element_text(const Words& words, const Pattern& pattern, std::uint32_t step) {
  const Step& s = pattern.steps[step];
  const auto word = [&] { return "\"" + pattern.words[s.a] + "\""; };
  const auto test = [&] { return test_text(words.pack().symbols, pattern.tests[s.a]); };
  switch (s.op) {
    case Op::word: return word();
    case Op::arc: return test();
    case Op::not_word: return "!" + word();
    case Op::not_arc: return "!" + test();
    case Op::is_word: return "&" + word();
    case Op::is_arc: return "&" + test();
    case Op::glued: return "~ (no blank)";
    case Op::start: return "^ (begin of the sentence)";
    case Op::finish: return "$ (end of the sentence)";
    default: return "";
  }
}

std::string arc_text(const Words& words, const Arc& arc) {
  const Symbols& symbols = words.pack().symbols;
  std::string out(symbols.name(arc.cls));
  if (arc.cls == words.pack().number) out += "=" + std::to_string(arc.number / 1000);
  for (const Feature& f : arc.features) {
    out += f.key == arc.cls ? "" : " " + std::string(symbols.name(f.key));
    if (f.value != kNoSymbol) out += "=" + std::string(symbols.name(f.value));
  }
  if (arc.size > 1) out += " (" + std::to_string(arc.size) + " tokens)";
  return out;
}

namespace {

std::string elements_text(const Words& words, const NearMiss& miss) {
  const Pattern& pattern = miss.rule->patterns[miss.pattern];
  std::string out;
  std::set<std::string> told;
  for (const std::uint32_t step : miss.steps)
    if (const std::string text = element_text(words, pattern, step); told.insert(text).second)
      out += (out.empty() ? "" : " or ") + text;
  return out;
}

std::string tokens_tried(const Words& words, const NearMiss& miss) {
  std::vector<std::uint32_t> shown = miss.tried;
  const bool cut = shown.size() > kTokensTold;
  if (cut) shown = {shown.front(), shown[1], shown.back()};
  std::string out;
  for (std::size_t i = 0; i < shown.size(); ++i)
    out += (i == 0 ? "" : i == 2 && cut ? ", …, " : ", ") + readings_text(words, shown[i]);
  return out;
}

}  // namespace

std::string told(const Words& words, const NearMiss& miss) {
  std::string out = "  " + miss.rule->name + "  (" + miss.rule->file + ":" +
                    std::to_string(miss.rule->line) + ", pattern " +
                    std::to_string(miss.pattern + 1) + ")  matched " + std::to_string(miss.matched);
  if (miss.last > miss.first)
    out += ": '" + std::string(words.words(words.span(miss.first, miss.last))) + "'";
  out += ", lacks " + std::to_string(miss.lacking) + "\n      " + elements_text(words, miss) +
         " isn't at " + tokens_tried(words, miss);
  return out + (miss.gap_end.empty() ? "\n" : "; " + miss.gap_end + "\n");
}

}  // namespace recount::run
