// Runs one program from one start: every way through the pattern, depth first, in order of
// preference. It knows of each step whether it leads on to a match (reach.h), so that no way is
// walked in vain: matches cost what their own steps cost.
#pragma once

#include <cstdint>
#include <vector>

#include "src/language/match.h"
#include "src/language/program.h"
#include "src/language/reach.h"

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

// The matcher of one program over tokens [.., last).
class Matcher {
 public:
  struct Undo {
    std::uint32_t capture;
    CaptureRun was;
  };

  // REQUIRES: `reach` is filled for the program. `undo`: memory that is used again.
  Matcher(const Words& words, const Program& program, const Reach& reach, std::uint32_t last,
          std::vector<Undo>& undo, const MatchSink& sink)
      : words_(words),
        tests_(words.tests()),
        program_(program),
        reach_(reach),
        last_(last),
        undo_(undo),
        sink_(sink) {
    undo_.clear();
  }
  // REQUIRES: the program leads on from `start`. False if it gave up after kMatchSteps steps.
  bool run(std::uint32_t start);

 private:
  // Where a way stands.
  struct State {
    std::uint32_t step, at;
    std::uint32_t arc;  // the last reading tested in the innermost capture
    std::uint32_t gap;  // tokens
  };

  void walk(State state);
  bool read(State& state, const Program::Step& s);
  void gap(const State& state, const Program::Step& s);
  void choose(State& state, const Program::Step& s);
  void save(State& state, const Program::Step& s);
  void end(const State& state);
  void side_way(const State& state);
  // From `arc` on, of those that begin at the token.
  std::uint32_t next_arc(std::uint32_t arc, std::uint32_t at, TokenTest test,
                         std::uint32_t behind) const;
  bool leads_on(std::uint32_t step, std::uint32_t at) const {
    return reach_.leads_on(program_.steps[step].node, at);
  }

  const Words& words_;
  const TokenTests& tests_;
  const Program& program_;
  const Reach& reach_;
  std::uint32_t last_;
  std::vector<Undo>& undo_;
  const MatchSink& sink_;
  Match match_;
  std::uint32_t steps_ = 0;
};

}  // namespace recount
