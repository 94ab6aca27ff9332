// What must stand directly before and behind a pattern's anchor, so that most patterns whose anchor
// is a frequent word are done with after a look at its neighbours.
#pragma once

#include <vector>

#include "src/language/program.h"

namespace recount {

struct Neighbours {
  // Of these a match passes one there; empty: anything may stand there, or nothing.
  std::vector<TokenTest> before, behind;
};

// REQUIRES: the program's jumps lead forward, as those of patterns do.
Neighbours neighbours_of(const Program& program);

}  // namespace recount
