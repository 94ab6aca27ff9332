// Times of a document as TIMEX3, found by the pack's rules of kind `time` and built here.
//
// A rule hands over what it found by its captures, each optional:
//   year month day weekday hour minute   explicit parts (numbers, or words with month=12, weekday=5)
//   n unit                               so many units (timeunit=day …): "three days ago", "10 jours"
//   deictic                              a word with shift=, anchor=, grain= ("hier": -P1D publication day)
//   daypart                              daypart=MO|AF|EV|NI
// and by features of its head line: type= grain= shift= anchor= direction=past|future relative=last|next|this
//   names_day   the words name the day of publication itself ("ce 16 décembre")
#pragma once

#include <optional>
#include <vector>

#include "recount/record.h"
#include "src/language/language.h"

namespace recount {

struct FoundTime {
  TimeMention mention;
  std::uint32_t first = 0, last = 0;  // tokens
  bool names_day = false;
};

// By position. `published` (also with X) resolves what hangs on the date of publication; what it can't resolve keeps X.
std::vector<FoundTime> find_times(const Words& words, const std::optional<Stamp>& published);

}  // namespace recount
