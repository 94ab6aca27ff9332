// All that is known of a step is told from the steps behind it: steps only lead forward, so one
// pass from the end to the begin is enough.
#include "src/language/program.h"

#include <algorithm>
#include <iterator>

namespace recount {
namespace {

using Tests = std::vector<TokenTest>;  // sorted

class Maker {
 public:
  explicit Maker(const Pattern& pattern) : pattern_(pattern) {}

  Program run() {
    for (const Step& s : pattern_.steps) out_.steps.push_back(translated(s));
    number_joins();
    const auto n = static_cast<std::uint32_t>(out_.steps.size());
    needs_all_.resize(n);
    firsts_.resize(n);
    is_free_.resize(n);
    for (std::uint32_t pc = n; pc-- > 0;) look_behind(pc);
    out_.anchor = out_.steps[pattern_.anchor].test;
    out_.min_before = pattern_.min_before;
    out_.max_before = pattern_.max_before;
    count_before_anchor();
    if (!is_free_[0]) out_.firsts = firsts_[0];
    out_.required = needs_all_[0];
    return std::move(out_);
  }

 private:
  Program::Step translated(const Step& s) const {
    Program::Step out;
    out.op = s.op;
    out.a = s.a;
    out.b = s.b;
    switch (s.op) {
      case Op::word:
      case Op::is_word:
      case Op::not_word: out.test = pattern_.ids.words[s.a] | kWordTest; break;
      case Op::arc:
        out.built_in = pattern_.tests[s.a].built_in != ArcTest::BuiltIn::none;
        [[fallthrough]];
      case Op::is_arc:
      case Op::not_arc: out.test = pattern_.ids.tests[s.a]; break;
      case Op::gap: out.a = pattern_.ids.stops[s.a]; break;
      case Op::split:
        if (s.a == s.b) out.op = Op::jump;  // the last alternative
        break;
      default: break;
    }
    return out;
  }

  // A gap leads to the step behind it in many ways by itself.
  void number_joins() {
    std::vector<std::uint32_t> ways(out_.steps.size() + 1, 0);
    for (std::uint32_t pc = 0; pc < out_.steps.size(); ++pc) {
      const Program::Step& s = out_.steps[pc];
      if (s.op == Op::jump || s.op == Op::split) ++ways[s.a];
      if (s.op == Op::split) ++ways[s.b];
      if (s.op != Op::jump && s.op != Op::split) ways[pc + 1] += s.op == Op::gap ? 2 : 1;
    }
    for (std::uint32_t pc = 0; pc < out_.steps.size(); ++pc)
      if (ways[pc] > 1) out_.steps[pc].join = out_.joins++;
  }

  void count_before_anchor() {
    std::vector<char> reached(out_.steps.size() + 1, 0);  // by a way that doesn't pass the anchor
    reached[0] = true;
    for (std::uint32_t pc = 0; pc < out_.steps.size(); ++pc) {
      const Program::Step& s = out_.steps[pc];
      if (pc < pattern_.anchor) {
        if (s.op == Op::word || s.built_in) ++out_.tokens_before;
        if (s.op == Op::gap) out_.tokens_before += s.b;
        if (s.op == Op::arc && !s.built_in) out_.readings_before.push_back(s.test);
      }
      if (!reached[pc] || pc == pattern_.anchor) continue;
      const bool leads_away = s.op == Op::jump || s.op == Op::split;
      reached[leads_away ? s.a : pc + 1] = true;
      if (s.op == Op::split) reached[s.b] = true;
    }
    out_.always_anchored = !reached[out_.steps.size() - 1];
  }

  static Tests both(const Tests& a, const Tests& b) {
    Tests out;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
  }
  static Tests either(const Tests& a, const Tests& b) {
    Tests out;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
  }

  void look_behind(std::uint32_t pc) {
    Program::Step& s = out_.steps[pc];
    const std::uint32_t next = s.op == Op::jump ? s.a : pc + 1;
    switch (s.op) {
      case Op::match: is_free_[pc] = true; return;
      case Op::split: return look_behind_split(pc);
      case Op::word:
      case Op::arc:
      case Op::is_word:
      case Op::is_arc:
        s.needs = s.test;
        firsts_[pc] = {s.test};
        needs_all_[pc] = either(needs_all_[next], firsts_[pc]);
        return;
      case Op::gap:  // the token here may be one of the gap
        is_free_[pc] = true;
        needs_all_[pc] = needs_all_[next];
        return;
      default:
        s.needs = out_.steps[next].needs;
        firsts_[pc] = firsts_[next];
        is_free_[pc] = is_free_[next];
        needs_all_[pc] = needs_all_[next];
    }
  }

  void look_behind_split(std::uint32_t pc) {
    Program::Step& s = out_.steps[pc];
    if (out_.steps[s.a].needs == out_.steps[s.b].needs) s.needs = out_.steps[s.a].needs;
    is_free_[pc] = is_free_[s.a] || is_free_[s.b];
    firsts_[pc] = either(firsts_[s.a], firsts_[s.b]);
    needs_all_[pc] = both(needs_all_[s.a], needs_all_[s.b]);
  }

  const Pattern& pattern_;
  Program out_;
  std::vector<Tests> needs_all_, firsts_;  // by step
  std::vector<char> is_free_;              // by step: a match may end here or pass any token
};

}  // namespace

Program make_program(const Pattern& pattern) { return Maker(pattern).run(); }

}  // namespace recount
