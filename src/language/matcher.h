// Runs one program from one start: every way through the pattern, depth first, in order of
// preference.
//
// A step that several ways lead to and from which no match was found at a token isn't tried there
// again: what follows depends on step and token alone, since nothing looks back at what was taken.
// (A match must be longer than nothing, so at its own start a failure tells nothing of other
// starts.) A match of some length costs what its ways that lead to matches cost, not what all ways
// do.
#pragma once

#include <cstdint>
#include <vector>

#include "src/language/match.h"
#include "src/language/program.h"

namespace recount {

// Told of each match; holds for one call only.
class MatchSink {
 public:
  template <class F>
  explicit MatchSink(F& f)
      : object_(&f), call_([](void* object, const Match& m) { (*static_cast<F*>(object))(m); }) {}
  void operator()(const Match& m) const { call_(object_, m); }

 private:
  void* object_;
  void (*call_)(void*, const Match&);
};

// Does the token pass?
inline bool passes(const TokenTests& tests, TokenTest test, std::uint32_t token) {
  return test & kWordTest ? tests.word(token) == (test & ~kWordTest)
                          : has_bit(tests.token(token), test);
}

// The matcher of one program over tokens [first, last); keeps what it found out from start to
// start.
class Matcher {
 public:
  // Memory that outlives the matcher and is used again by the next.
  struct Memory {
    std::vector<TestBits> failed;  // by join, then by token
    struct Undo {
      std::uint32_t capture;
      CaptureRun was;
    };
    std::vector<Undo> undo;
  };

  Matcher(const Words& words, const Program& program, std::uint32_t first, std::uint32_t last,
          Memory& memory, const MatchSink& sink);
  // False if it gave up after kMatchSteps steps.
  bool run(std::uint32_t start);

 private:
  // Where a way stands.
  struct State {
    std::uint32_t step, at;
    std::uint32_t arc;  // the last reading tested in the innermost capture
    std::uint32_t gap;  // tokens
  };
  enum class Next : std::uint8_t { on, found, failed };

  bool ways(State state);
  bool walk(State state);
  Next step(State& state, bool& found);
  Next arcs(State& state, bool& found);
  Next gap(State& state, bool& found);
  Next split(State& state, bool& found);
  Next save(State& state, bool begin);
  Next end(const State& state);
  bool side_way(State state);
  void undo_to(std::size_t mark);
  // From `arc` on, of those that begin at the token.
  std::uint32_t next_arc(std::uint32_t arc, std::uint32_t at, TokenTest test) const;
  bool passes_here(TokenTest test, std::uint32_t at) const {
    return at < last_ && passes(tests_, test, at);
  }
  bool may_lead_on(std::uint32_t step, std::uint32_t at) const {
    const TokenTest needs = program_.steps[step].needs;
    return needs == kAnyToken || passes_here(needs, at);
  }
  TestBits* failed(std::uint32_t join) {
    return memory_.failed.data() + std::size_t{join} * width_;
  }

  const Words& words_;
  const TokenTests& tests_;
  const Program& program_;
  std::uint32_t first_, last_, width_;
  Memory& memory_;
  const MatchSink& sink_;
  Match match_;
  std::uint32_t steps_ = 0;
};

}  // namespace recount
