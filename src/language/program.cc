#include "src/language/program.h"

#include <algorithm>

namespace recount {
namespace {

Program::Step translated(const Step& s, const Pattern& pattern) {
  Program::Step out;
  out.op = s.op;
  out.a = s.a;
  out.b = s.b;
  switch (s.op) {
    case Op::word:
    case Op::is_word:
    case Op::not_word: out.test = pattern.ids.words[s.a] | kWordTest; break;
    case Op::arc:
      if (pattern.tests[s.a].built_in != ArcTest::BuiltIn::none) out.op = Op::word;
      [[fallthrough]];
    case Op::is_arc:
    case Op::not_arc: out.test = pattern.ids.tests[s.a]; break;
    case Op::gap: out.test = pattern.ids.stops[s.a]; break;
    case Op::split:
      if (s.a == s.b) out.op = Op::jump;  // the last alternative
      break;
    default: break;
  }
  return out;
}

// Steps only lead forward: what no split and no jump leads over is passed always.
void mark_always(std::vector<Program::Step>& steps) {
  for (Program::Step& s : steps) s.always = true;
  const auto leads_over = [&](std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t pc = from + 1; pc < to; ++pc) steps[pc].always = false;
  };
  for (std::uint32_t pc = 0; pc < steps.size(); ++pc) {
    if (steps[pc].op == Op::jump || steps[pc].op == Op::split) leads_over(pc, steps[pc].a);
    if (steps[pc].op == Op::split) leads_over(pc, steps[pc].b);
  }
}

std::vector<Program::Required> required_of(const std::vector<Program::Step>& steps) {
  std::vector<Program::Required> out;
  std::vector<std::uint32_t> fewest(steps.size(), UINT32_MAX);  // tokens since the last of `out`
  fewest[0] = 0;
  for (std::uint32_t pc = 0; pc < steps.size(); ++pc) {
    const Program::Step& s = steps[pc];
    const bool takes = s.op == Op::word || s.op == Op::arc;
    std::uint32_t behind = fewest[pc];
    if (s.always && (takes || s.op == Op::is_word || s.op == Op::is_arc)) {
      out.push_back({s.test, behind});
      behind = 0;
    }
    const auto leads_to = [&](std::uint32_t next) {
      fewest[next] = std::min(fewest[next], behind + takes);
    };
    if (s.op == Op::split || s.op == Op::jump) leads_to(s.a);
    if (s.op == Op::split) leads_to(s.b);
    if (s.op != Op::split && s.op != Op::jump && s.op != Op::match) leads_to(pc + 1);
  }
  return out;
}

}  // namespace

Program make_program(const Pattern& pattern) {
  Program out;
  for (const Step& s : pattern.steps) out.steps.push_back(translated(s, pattern));
  mark_always(out.steps);
  out.anchor_step = pattern.anchor;
  out.anchor = out.steps[pattern.anchor].test;
  out.min_before = pattern.min_before;
  out.max_before = pattern.max_before;
  out.required = required_of(out.steps);
  return out;
}

}  // namespace recount
