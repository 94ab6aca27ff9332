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

}  // namespace

Program make_program(const Pattern& pattern) {
  Program out;
  for (const Step& s : pattern.steps) out.steps.push_back(translated(s, pattern));
  mark_always(out.steps);
  out.anchor_step = pattern.anchor;
  out.anchor = out.steps[pattern.anchor].test;
  out.min_before = pattern.min_before;
  out.max_before = pattern.max_before;
  for (const Program::Step& s : out.steps)
    if (s.always &&
        (s.op == Op::word || s.op == Op::arc || s.op == Op::is_word || s.op == Op::is_arc))
      out.required.push_back(s.test);
  std::sort(out.required.begin(), out.required.end());
  out.required.erase(std::unique(out.required.begin(), out.required.end()), out.required.end());
  return out;
}

}  // namespace recount
