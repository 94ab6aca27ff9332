// How many threads read.
#pragma once

#include <algorithm>
#include <thread>

namespace recount::cli {

// The number asked for; for 0 one a core.
inline unsigned threads_or_all(unsigned asked) {
  return asked > 0 ? asked : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace recount::cli
