// Clock times at the beginning of a block: what makes an entry of a live page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recount::text {

struct LeadingClock {
  std::string time;        // "T17:20"
  bool separated = false;  // a dash, a colon, a bracket or a mark word stands behind it
  std::size_t end = 0;     // byte behind it and its separator
};

// Words that may follow a clock time: "pm" and "p.m." add twelve hours, "Uhr" or "GMT" only say
// that it is one. Lines of languages/_shared/clock.txt: WORD am|pm|mark.
struct ClockWord {
  std::string word;  // folded
  enum class Kind : unsigned char { am, pm, mark } kind = Kind::mark;
};
std::vector<ClockWord> clock_words(const std::vector<std::string>& lines);

// "17:20", "17h20", "17 h 20", "5.20 pm", "[17:20]" at the beginning of `words`. With a point
// between hour and minute only where a clock word or a separator follows; an hour without minutes
// only where it's all of its line ("13h", "5 pm").
std::optional<LeadingClock> leading_clock(std::string_view words,
                                          const std::vector<ClockWord>& clock_words);

}  // namespace recount::text
