// How pages are taken in, as a run's options.
#pragma once

#include <algorithm>
#include <thread>

#include "src/cli/commands.h"
#include "src/run/run.h"

namespace recount::cli {

inline RunOptions run_options(const Intake& intake) {
  RunOptions options;
  options.threads =
      intake.threads > 0 ? intake.threads : std::max(1u, std::thread::hardware_concurrency());
  options.capture.max_page_bytes = intake.max_page_mb << 20;
  options.read.text.max_text_bytes = options.capture.max_page_bytes / 2;
  return options;
}

}  // namespace recount::cli
