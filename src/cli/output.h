// Standard output and error. A reader who goes away (`recount … | head`) ends the work quietly.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "recount/record.h"
#include "recount/result.h"

namespace recount::cli {

class Output {
 public:
  // False once nobody reads standard output any more, or it can't be written: the command should
  // stop.
  bool write(std::string_view text);
  // "recount: WHAT" on standard error.
  void complain(std::string_view what);
  void complain(const Skipped& skipped);
  // Everything out; the exit code, `code` where all went well.
  int finish(int code);

 private:
  bool closed_ = false;
  bool broken_ = false;
  friend class Progress;
};

// "1,234 pages, 510/s, 3 skipped" on standard error while a long work runs, where that is a
// terminal.
class Progress {
 public:
  Progress();
  ~Progress();  // takes the line away
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void count(bool skipped);
  // Before something else is written to standard error.
  void clear();

 private:
  using Time = std::chrono::steady_clock::time_point;
  const bool shown_;
  const Time begun_;
  Time last_;
  std::uint64_t pages_ = 0, skipped_ = 0;
  bool on_screen_ = false;
};

// Columns of the terminal on standard output, between 60 and 120; 100 where it is none.
std::size_t terminal_width();

}  // namespace recount::cli
