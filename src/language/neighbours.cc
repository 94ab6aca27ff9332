#include "src/language/neighbours.h"

namespace recount {
namespace {

using Steps = std::vector<Program::Step>;
using Tests = std::vector<TokenTest>;

// What is asked of the token where a way stands at a step; false where that may be nothing.
class Behind {
 public:
  explicit Behind(const Steps& steps) : steps_(steps), seen_(steps.size(), false) {}
  bool find(std::uint32_t pc, Tests& out) {
    if (seen_[pc]) return true;
    seen_[pc] = true;
    const Program::Step& s = steps_[pc];
    switch (s.op) {
      case Op::word:
      case Op::arc:
      case Op::is_word:
      case Op::is_arc: out.push_back(s.test); return true;
      case Op::split: return find(s.a, out) && find(s.b, out);
      case Op::jump: return find(s.a, out);
      case Op::gap:
      case Op::finish:
      case Op::match: return false;
      default: return find(pc + 1, out);
    }
  }

 private:
  const Steps& steps_;
  std::vector<bool> seen_;
};

// What may be taken last before a step; false where that may be any token, or none.
bool find_before(const Steps& steps, std::uint32_t step, Tests& out) {
  std::vector<bool> leads(step + 1, false);  // to the step, and nothing is taken
  const auto leads_at = [&](std::uint32_t pc) { return pc <= step && leads[pc]; };
  leads[step] = true;
  for (std::uint32_t pc = step; pc-- > 0;) {
    const Program::Step& s = steps[pc];
    const bool next = leads[pc + 1];
    switch (s.op) {
      case Op::split: leads[pc] = leads_at(s.a) || leads_at(s.b); break;
      case Op::jump: leads[pc] = leads_at(s.a); break;
      case Op::word:
      case Op::arc:
        if (next) out.push_back(s.test);
        break;
      case Op::gap:
        if (next) return false;
        break;
      default: leads[pc] = next;
    }
  }
  return !leads[0];
}

}  // namespace

Neighbours neighbours_of(const Program& program) {
  Neighbours out;
  if (!program.steps[program.anchor_step].always) return out;
  if (!find_before(program.steps, program.anchor_step, out.before)) out.before.clear();
  if (!Behind(program.steps).find(program.anchor_step + 1, out.behind)) out.behind.clear();
  return out;
}

}  // namespace recount
