// The stream that `read` and `add` share.
#pragma once

#include "src/run/run.h"

namespace recount::run {

// Both are called in worker threads: must be thread-safe.
using Unchanged = std::function<bool(const Page&)>;  // needn't be read
using Visit = std::function<void(Page&, Outcome&)>;  // after reading, and for what needn't be read

void for_each_outcome(const std::vector<std::string>& paths, const Readers& readers,
                      const RunOptions& options, const Unchanged& unchanged, const Visit& visit,
                      const OutcomeSink& sink);

}  // namespace recount::run
