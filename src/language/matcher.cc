#include "src/language/matcher.h"

namespace recount {

bool Matcher::run(std::uint32_t start) {
  match_.first = start;
  steps_ = 0;
  side_way({0, start, kNoArc, 0});
  return steps_ <= kMatchSteps;
}

// REQUIRES: leads_on(state.step, state.at).
void Matcher::walk(State state) {
  while (++steps_ <= kMatchSteps) {
    const Program::Step& s = program_.steps[state.step];
    switch (s.op) {
      case Op::match: return end(state);
      case Op::jump: state.step = s.a; break;
      case Op::split: choose(state, s); break;
      case Op::save_begin:
      case Op::save_end: save(state, s); break;
      case Op::gap: return gap(state, s);
      case Op::arc:
        if (!read(state, s)) return;
        break;
      case Op::word: ++state.at; [[fallthrough]];
      default: ++state.step;  // it looks at what stands there, and leads on
    }
  }
}

// What is as long as nothing is no match.
void Matcher::end(const State& state) {
  if (state.at == match_.first) return;
  match_.last = state.at;
  match_.gap_tokens = state.gap;
  sink_(match_);
}

// All ways from a state; captures are as before afterwards.
void Matcher::side_way(const State& state) {
  const std::size_t mark = undo_.size();
  walk(state);
  while (undo_.size() > mark) {
    match_.captures[undo_.back().capture] = undo_.back().was;
    undo_.pop_back();
  }
}

void Matcher::choose(State& state, const Program::Step& s) {
  const bool other = leads_on(s.b, state.at);
  if (leads_on(s.a, state.at)) {
    const State first{s.a, state.at, state.arc, state.gap};
    if (!other) {
      state = first;
      return;
    }
    side_way(first);
  }
  state.step = s.b;
}

// The next reading from `arc` on that passes and leads on from its end.
std::uint32_t Matcher::next_arc(std::uint32_t arc, std::uint32_t at, TokenTest test,
                                std::uint32_t behind) const {
  for (; arc != kNoArc; arc = words_.arcs()[arc].next) {
    const Arc& a = words_.arcs()[arc];
    if (at + a.size <= last_ && leads_on(behind, at + a.size) && has_bit(a.row, test) &&
        !words_.is_covered(at, a))
      break;
  }
  return arc;
}

// The last reading's way is the state's; false where there is none.
bool Matcher::read(State& state, const Program::Step& s) {
  ++state.step;
  std::uint32_t arc = next_arc(words_.first_arc(state.at), state.at, s.test, state.step);
  while (arc != kNoArc) {
    const std::uint32_t other = next_arc(words_.arcs()[arc].next, state.at, s.test, state.step);
    const State behind{state.step, state.at + words_.arcs()[arc].size, arc, state.gap};
    if (other == kNoArc) {
      state = behind;
      return true;
    }
    side_way(behind);
    arc = other;
  }
  return false;
}

void Matcher::save(State& state, const Program::Step& s) {
  CaptureRun& run = match_.captures[s.a];
  undo_.push_back({s.a, run});
  if (s.op == Op::save_begin) {
    run = {state.at, state.at, kNoArc};
    state.arc = kNoArc;
  } else {
    run.last = state.at;
    run.arc = state.arc;
  }
  ++state.step;
}

// Nothing first, then token by token up to a stop.
void Matcher::gap(const State& state, const Program::Step& s) {
  const std::uint32_t next = state.step + 1;
  for (std::uint32_t taken = 0;; ++taken) {
    const std::uint32_t at = state.at + taken;
    if (leads_on(next, at)) side_way({next, at, state.arc, state.gap + taken});
    if (taken == s.b || at >= last_ || has_bit(tests_.token(at), s.test)) return;
  }
}

}  // namespace recount
