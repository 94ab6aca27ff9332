#include "src/base/calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace recount {
namespace {

TEST(Calendar, ParsesOnlyWholeExistingDays) {
  const struct {
    std::string_view text;
    bool good;
  } rows[] = {
      {"2020-02-29", true},   {"2019-02-29", false}, {"1900-02-29", false}, {"2000-02-29", true},
      {"2020-13-01", false},  {"2020-00-01", false}, {"2020-04-31", false}, {"2020-4-30", false},
      {"2020-04-300", false}, {"XXXX-05-18", false}, {"2020/04/30", false}, {"", false},
      {"0000-01-01", true},   {"-200-01-01", false}, {"2020-01-0a", false},
  };
  for (const auto& row : rows) {
    const auto day = parse_day(row.text);
    EXPECT_EQ(day.has_value(), row.good) << row.text;
    EXPECT_EQ(day ? iso(*day) : row.text, row.text);
  }
}

TEST(Calendar, KnownWeekdays) {
  EXPECT_EQ(weekday({1970, 1, 1}), 4);
  EXPECT_EQ(weekday({2000, 1, 3}), 1);
  EXPECT_EQ(weekday({2000, 1, 2}), 7);
  EXPECT_EQ(days_from_civil({1970, 1, 2}), 1);
  EXPECT_EQ(days_from_civil({2000, 3, 1}), 11017);
}

TEST(Calendar, MonthsEndWhereTheMonthEnds) {
  EXPECT_EQ(iso(add_months({2020, 1, 31}, 1)), "2020-02-29");
  EXPECT_EQ(iso(add_months({2020, 3, 31}, -1)), "2020-02-29");
  EXPECT_EQ(iso(add_months({2020, 12, 15}, 1)), "2021-01-15");
  EXPECT_EQ(iso(add_months({2020, 1, 15}, -13)), "2018-12-15");
}

Day some_day() { return add_days({1700, 1, 1}, *rc::gen::inRange(0, 200000)); }

RC_GTEST_PROP(Calendar, StepsAddUp, ()) {
  const Day day = some_day();
  const int days = *rc::gen::inRange(-100000, 100000);
  const Day moved = add_days(day, days);
  RC_ASSERT(valid(moved));
  RC_ASSERT(add_days(moved, -days) == day);
  RC_ASSERT(days_from_civil(moved) - days_from_civil(day) == days);
  RC_ASSERT((weekday(moved) - weekday(day) - days) % 7 == 0);
  RC_ASSERT((day < moved) == (days > 0));
  RC_ASSERT(parse_day(iso(moved)) == moved);
}

}  // namespace
}  // namespace recount
