#include "src/ledger/days.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace recount::ledger {
namespace {

TEST(PartialDay, reads_what_names_a_day) {
  const struct {
    const char *value, *text;
  } kCases[] = {
      {"2031-05-03", "2031-05-03"},
      {"XXXX-05-03", "XXXX-05-03"},
      {"2031-05-03T11:00", "2031-05-03"},
      {"2031-05", "-"},
      {"XXXX-XX-XX", "-"},
      {"XXXX-WXX-5", "-"},
      {"T17:20", "-"},
      {"", "-"},
      {"XXXX-02-29", "XXXX-02-29"},
      {"2031-02-29", "-"},
      {"2031-13-01", "-"},
      {"2031-05-032", "-"},
  };
  for (const auto& [value, text] : kCases) {
    const auto day = partial_day(value);
    EXPECT_EQ(day ? text_of(*day) : "-", text) << value;
  }
}

TEST(PartialDay, moves_without_a_year_where_the_year_doesnt_matter) {
  const struct {
    const char* day;
    int days;
    const char* text;
  } kCases[] = {
      {"XXXX-05-18", 1, "XXXX-05-19"},  {"XXXX-12-31", 1, "XXXX-01-01"},
      {"2031-12-31", 1, "2032-01-01"},  {"XXXX-02-28", 1, "-"},
      {"XXXX-03-01", -1, "-"},          {"2032-02-28", 1, "2032-02-29"},
      {"XXXX-03-02", -1, "XXXX-03-01"}, {"XXXX-02-29", 0, "XXXX-02-29"},
  };
  for (const auto& [day, days, text] : kCases) {
    const auto moved = shifted(*partial_day(day), days);
    EXPECT_EQ(moved ? text_of(*moved) : "-", text) << day << " + " << days;
  }
}

TEST(PartialDay, shifts) {
  EXPECT_EQ(shift_in_days("-P1D"), -1);
  EXPECT_EQ(shift_in_days("P2W"), 14);
  EXPECT_EQ(shift_in_days("P1M"), std::nullopt);
  EXPECT_EQ(shift_in_days("PT3H"), std::nullopt);
  EXPECT_EQ(shift_in_days(""), std::nullopt);
}

TEST(PartialDay, coarse_values) {
  const PartialDay day{2031, 5, 3}, yearless{std::nullopt, 5, 3};
  EXPECT_TRUE(may_be("2031-05", day));
  EXPECT_FALSE(may_be("2030-05", day));
  EXPECT_FALSE(may_be("2031-06", day));
  EXPECT_TRUE(may_be("2030-05", yearless));
  EXPECT_TRUE(may_be("XXXX-05-03", day));
  EXPECT_FALSE(may_be("XXXX-05-04", day));
}

TEST(DayGraph, dates_through_distances_and_refuses_contradictions) {
  DayGraph graph;
  const auto page = graph.add(), other = graph.add(), event = graph.add(), dated = graph.add();
  EXPECT_TRUE(graph.unite(event, page, -1));
  EXPECT_TRUE(graph.set(dated, *partial_day("XXXX-05-03")));
  EXPECT_EQ(graph.day(page), std::nullopt);
  EXPECT_TRUE(graph.unite(event, dated, 0));
  EXPECT_EQ(text_of(*graph.day(page)), "XXXX-05-04");
  EXPECT_FALSE(graph.unite(page, dated, 0));
  EXPECT_FALSE(graph.set(page, *partial_day("XXXX-05-05")));
  EXPECT_TRUE(graph.set(page, *partial_day("2031-05-04")));
  EXPECT_EQ(text_of(*graph.day(dated)), "2031-05-03");
  EXPECT_EQ(graph.distance(page, dated), 1);
  EXPECT_EQ(graph.distance(page, other), std::nullopt);
}

// The slow twin: all days as plain numbers; a union is allowed as long as they agree.
RC_GTEST_PROP(DayGraph, agrees_with_days_that_are_all_known, ()) {
  const auto truth = *rc::gen::container<std::vector<int>>(8, rc::gen::inRange(0, 5));
  DayGraph graph;
  for (std::size_t i = 0; i < truth.size(); ++i) graph.add();
  const auto base = days_from_civil({2031, 2, 26});
  const auto steps = *rc::gen::inRange(0, 20);
  for (int step = 0; step < steps; ++step) {
    const auto a = *rc::gen::inRange<std::uint32_t>(0, 8),
               b = *rc::gen::inRange<std::uint32_t>(0, 8);
    RC_ASSERT(graph.unite(a, b, truth[a] - truth[b]));
    if (graph.distance(a, b) == truth[a] - truth[b])
      RC_ASSERT(!graph.unite(a, b, truth[a] - truth[b] + 1));
  }
  const auto known = *rc::gen::inRange<std::uint32_t>(0, 8);
  const Day day = add_days({2031, 2, 26}, truth[known]);
  RC_ASSERT(graph.set(known, {day.year, day.month, day.day}));
  for (std::uint32_t i = 0; i < truth.size(); ++i) {
    const auto concluded = graph.day(i);
    RC_ASSERT(concluded.has_value() == graph.distance(i, known).has_value());
    if (concluded)
      RC_ASSERT(days_from_civil({*concluded->year, concluded->month, concluded->day}) ==
                base + truth[i]);
  }
}

}  // namespace
}  // namespace recount::ledger
