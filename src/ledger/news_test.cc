// News that doesn't say "today", and what happened "last week".
#include <gtest/gtest.h>

#include "src/ledger/tellings.h"

namespace recount {
namespace {

using tellings::told;

TEST(News, without_a_day_is_of_one_event_where_its_pages_are_of_one_day) {
  const std::string first = R"(
    page a en published=2031-05-03 outlet=One
      occ accident
      + fig deaths 1 by=police:police
      + fig injured 3 by=police:police
  )";
  const std::string second = R"(
      occ accident
      + fig deaths 1 by=police:police
      + fig injured 3 by=police:police
  )";
  EXPECT_EQ(told(first + "page b en published=2031-05-03 outlet=Two\n" + second), R"(
accident - - [a b]
  deaths a.2 b.2 <-  o1 u0 c2
  injured a.3 b.3 <-  o1 u0 c2
)");
  EXPECT_NE(told(first + "page b en published=2031-05-08 outlet=Two\n" + second).find("[b]"),
            std::string::npos);
}

TEST(News, of_one_town_needs_a_number_that_both_give) {
  const std::string first = R"(
    page a en published=2031-05-03 outlet=One
      fig injured 3 place=Arlow:g1:AA
    page b en published=2031-05-03 outlet=Two
  )";
  EXPECT_NE(told(first + "fig injured 3 place=Arlow:g1:AA").find("[a b]"), std::string::npos);
  EXPECT_EQ(told(first + "fig injured 4 place=Arlow:g1:AA").find("[a b]"), std::string::npos);
}

TEST(Week, harm_told_with_its_week_was_on_a_day_of_it) {
  const std::string first = R"(
    page a en published=2031-05-08
      occ fire place=Arlow:g1:AA day=2031-05-07
      + fig deaths 12 place=Arlow:g1:AA day=2031-05-07
    page b en published=2031-05-14
  )";
  EXPECT_NE(told(first + "fig deaths 12 place=Arlow:g1:AA day=2031-W19").find("[a b]"),
            std::string::npos);
  EXPECT_EQ(told(first + "fig deaths 12 place=Arlow:g1:AA day=2031-W20").find("[a b]"),
            std::string::npos);
}

}  // namespace
}  // namespace recount
