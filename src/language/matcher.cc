#include "src/language/matcher.h"

namespace recount {

Matcher::Matcher(const Words& words, const Program& program, std::uint32_t first,
                 std::uint32_t last, Memory& memory, const MatchSink& sink)
    : words_(words),
      tests_(words.tests()),
      program_(program),
      first_(first),
      last_(last),
      width_((last - first) / 64 + 1),
      memory_(memory),
      sink_(sink) {
  memory_.failed.assign(std::size_t{program.joins} * width_, 0);
  memory_.undo.clear();
}

bool Matcher::run(std::uint32_t start) {
  match_.first = start;
  steps_ = 0;
  side_way({0, start, kNoArc, 0});
  return steps_ <= kMatchSteps;
}

// Gives whether a match was found; true too where it gives up, so that nothing is learnt from it.
bool Matcher::ways(State state) {
  const std::uint32_t join = program_.steps[state.step].join;
  if (join == kNoJoin || state.at == match_.first) return walk(state);
  const std::uint32_t at = state.at - first_;
  if (has_bit(failed(join), at)) return false;
  const bool found = walk(state);
  if (!found) set_bit(failed(join), at);
  return found;
}

bool Matcher::walk(State state) {
  bool found = false;
  for (std::uint32_t begin = state.step;; begin = UINT32_MAX) {
    if (++steps_ > kMatchSteps) return true;
    if (program_.steps[state.step].join != kNoJoin && begin != state.step)
      return ways(state) || found;
    const Next next = step(state, found);
    if (next != Next::on) return found || next == Next::found;
  }
}

Matcher::Next Matcher::step(State& state, bool& found) {
  const Program::Step& s = program_.steps[state.step];
  const std::uint32_t at = state.at;
  bool on = false;
  switch (s.op) {
    case Op::word:
      if (!passes_here(s.test, at)) return Next::failed;
      ++state.at;
      on = true;
      break;
    case Op::arc: return arcs(state, found);
    case Op::split: return split(state, found);
    case Op::jump: state.step = s.a; return Next::on;
    case Op::save_begin: return save(state, true);
    case Op::save_end: return save(state, false);
    case Op::gap: return gap(state, found);
    case Op::not_arc:
    case Op::not_word: on = !passes_here(s.test, at); break;
    case Op::is_arc:
    case Op::is_word: on = passes_here(s.test, at); break;
    case Op::glued: on = at < last_ && !words_.tokens()[at].space_before; break;
    case Op::start: on = at == first_; break;
    case Op::finish: on = at == last_; break;
    case Op::match: return end(state);
  }
  ++state.step;
  return on ? Next::on : Next::failed;
}

Matcher::Next Matcher::end(const State& state) {
  if (state.at == match_.first) return Next::failed;
  match_.last = state.at;
  match_.gap_tokens = state.gap;
  sink_(match_);
  return Next::found;
}

// All ways from a state; captures are as before afterwards.
bool Matcher::side_way(State state) {
  const std::size_t mark = memory_.undo.size();
  const bool found = ways(state);
  undo_to(mark);
  return found;
}

void Matcher::undo_to(std::size_t mark) {
  while (memory_.undo.size() > mark) {
    match_.captures[memory_.undo.back().capture] = memory_.undo.back().was;
    memory_.undo.pop_back();
  }
}

Matcher::Next Matcher::split(State& state, bool& found) {
  const Program::Step& s = program_.steps[state.step];
  if (may_lead_on(s.a, state.at)) found |= side_way({s.a, state.at, state.arc, state.gap});
  state.step = s.b;
  return may_lead_on(s.b, state.at) ? Next::on : Next::failed;
}

std::uint32_t Matcher::next_arc(std::uint32_t arc, std::uint32_t at, TokenTest test) const {
  for (; arc != kNoArc; arc = words_.arcs()[arc].next) {
    const Arc& a = words_.arcs()[arc];
    if (at + a.size <= last_ && has_bit(a.row, test) && !words_.is_covered(at, a)) break;
  }
  return arc;
}

Matcher::Next Matcher::arcs(State& state, bool& found) {
  const Program::Step& s = program_.steps[state.step];
  if (!passes_here(s.test, state.at)) return Next::failed;
  ++state.step;
  if (s.built_in) {
    ++state.at;
    return Next::on;
  }
  std::uint32_t arc = next_arc(words_.first_arc(state.at), state.at, s.test);
  if (arc == kNoArc) return Next::failed;
  while (true) {
    const std::uint32_t other = next_arc(words_.arcs()[arc].next, state.at, s.test);
    const State behind{state.step, state.at + words_.arcs()[arc].size, arc, state.gap};
    if (other == kNoArc) {
      state = behind;
      return Next::on;
    }
    found |= side_way(behind);
    arc = other;
  }
}

Matcher::Next Matcher::save(State& state, bool begin) {
  const std::uint32_t capture = program_.steps[state.step].a;
  CaptureRun& run = match_.captures[capture];
  memory_.undo.push_back({capture, run});
  if (begin) {
    run = {state.at, state.at, kNoArc};
    state.arc = kNoArc;
  } else {
    run.last = state.at;
    run.arc = state.arc;
  }
  ++state.step;
  return Next::on;
}

// Nothing first, then token by token up to a stop.
Matcher::Next Matcher::gap(State& state, bool& found) {
  const Program::Step& s = program_.steps[state.step];
  const std::uint32_t next = state.step + 1;
  for (std::uint32_t taken = 0;; ++taken) {
    const std::uint32_t at = state.at + taken;
    if (may_lead_on(next, at)) found |= side_way({next, at, state.arc, state.gap + taken});
    if (taken == s.b || at >= last_ || passes(tests_, s.a, at)) return Next::failed;
  }
}

}  // namespace recount
