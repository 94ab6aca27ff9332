// Times of a document as TIMEX3, found by the pack's rules of kind `time` and built here.
//
// A rule hands over what it found by its captures, each optional:
//   year month day weekday hour minute   explicit parts (numbers, or words with month=12,
//   weekday=5) n unit                               so many units (timeunit=day …): "three days
//   ago", "10 jours" deictic                              a word with shift=, anchor=, grain=
//   ("hier": -P1D publication day) daypart half zone                    daypart=MO|AF|EV|NI,
//   half=am|pm, zone=Z|+01:00
// and by features of its head line: type= grain= (also decade, weekend) shift= anchor=
// direction=past|future
//   relative=last|next|near   near: of a weekday the nearer one, before or after
//   value=PRESENT_REF|PAST_REF|FUTURE_REF   (of the line or of a captured word) "now", "recently":
//   no day at all
//   part=Q1 … Q4|SP|SU|FA|WI begins=month   a quarter or season of the year
//   back=1   a day before the weekday ("the night to Saturday")
//   names_day   the words name the day of publication itself ("ce 18 mai")
//   until_now   n units up to the day of publication ("the last five days")
//   and_half    half a unit more than n ("deux ans et demi": P2.5Y)
//   value=      the value as it stands (PRESENT_REF, PAST_REF, PT30M), with type= and grain=
// A part of the day whose day isn't said stands alone, as a clock time does: TMO, T17:42.
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
  bool counted = false;  // so many units from another time, or each so many ("three days ago")
  // What the pack's rules of kind `aside` and `since` say of it: the time of something else than
  // what its sentence counts; the begin of a stretch ("since November").
  bool aside = false, since = false;
  bool to_come = false;  // "next Friday", "in three days": after the day from which it counts
};

// What times hang on. `published` (also with X): the document's own date. `near`: a full date that
// the text names as the day of something it holds (a quoted letter); it gives days without a year
// theirs, and nothing else.
struct TimeAnchors {
  std::optional<Stamp> published, near;
};

// By position. What the anchors can't resolve keeps X.
std::vector<FoundTime> find_times(const Words& words, const TimeAnchors& anchors);

}  // namespace recount
