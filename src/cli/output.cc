#include "src/cli/output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "src/cli/commands.h"
#include "src/publish/publish.h"

namespace recount::cli {

bool Output::write(std::string_view text) {
  if (closed_ || broken_) return false;
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return true;
  closed_ = errno == EPIPE;
  if (!closed_) {
    broken_ = true;
    complain(std::string("standard output: can't be written: ") + std::strerror(errno) +
             "; check the disk's free room");
  }
  return false;
}

void Output::complain(std::string_view what) {
  const std::string line = "recount: " + printable_text(what) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void Output::complain(const Skipped& skipped) { complain(skipped.source + ": " + skipped.reason); }

int Output::finish(int code) {
  if (!closed_ && !broken_ && std::fflush(stdout) != 0 && errno != EPIPE) {
    complain(std::string("standard output: can't be written: ") + std::strerror(errno) +
             "; check the disk's free room");
    broken_ = true;
  }
  return broken_ ? kWrongCommand : code;
}

Progress::Progress()
    : shown_(isatty(STDERR_FILENO) == 1), begun_(std::chrono::steady_clock::now()), last_(begun_) {}

Progress::~Progress() { clear(); }

void Progress::clear() {
  if (on_screen_) std::fputs("\r\x1b[K", stderr);
  on_screen_ = false;
}

void Progress::count(bool skipped) {
  ++pages_;
  skipped_ += skipped;
  if (!shown_) return;
  const Time now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(500)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  std::fprintf(stderr, "\r\x1b[K%llu pages, %.0f/s, %llu skipped",
               static_cast<unsigned long long>(pages_), static_cast<double>(pages_) / seconds,
               static_cast<unsigned long long>(skipped_));
  std::fflush(stderr);
  on_screen_ = true;
}

std::size_t terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) != 1 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
      size.ws_col == 0)
    return 100;
  return std::clamp<std::size_t>(size.ws_col, 60, 120);
}

}  // namespace recount::cli
