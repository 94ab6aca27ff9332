// Days on which people were counted, and the event that they are of.
#include <gtest/gtest.h>

#include "src/ledger/tellings.h"

namespace recount {
namespace {

using tellings::told;

TEST(Counts, of_a_later_day_are_of_the_event_with_their_tolls) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      + fig deaths 12 place=Arlow:g1:AA day=2031-05-03
      + fig injured 26 place=Arlow:g1:AA day=2031-05-03
    page b en published=2031-05-06
      fig deaths 12 place=Arlow:g1:AA day=2031-05-04
      + fig injured 26 place=Arlow:g1:AA day=2031-05-04
  )"),
            R"(
explosion 2031-05-03 Arlow [a b]
  deaths a.2 b.1 <-  o0 u2 c2
  injured a.3 b.2 <-  o0 u2 c2
)");
}

TEST(Counts, say_that_their_day_is_of_a_count) {
  const tellings::Writer writer(R"(
    page a en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      + fig deaths 12 place=Arlow:g1:AA day=2031-05-03
      + fig injured 26 place=Arlow:g1:AA day=2031-05-03
    page b en published=2031-05-06
      fig deaths 12 place=Arlow:g1:AA day=2031-05-04
      + fig injured 26 place=Arlow:g1:AA day=2031-05-04
  )");
  const Ledger ledger = build_ledger(tellings::pointers(writer.records));
  EXPECT_EQ(ledger.events.at(0).day_why,
            "“2031-05-03” (a); figures counted on other days: “2031-05-04” (b)");
}

TEST(Counts, with_a_happening_of_their_day_are_of_another_event) {
  const std::string first = R"(
    page a en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      + fig deaths 12 place=Arlow:g1:AA day=2031-05-03
      + fig injured 26 place=Arlow:g1:AA day=2031-05-03
  )";
  EXPECT_EQ(told(first + R"(
    page b en published=2031-05-06
      occ explosion place=Arlow:g1:AA day=2031-05-05
      + fig deaths 12 place=Arlow:g1:AA day=2031-05-05
      + fig injured 26 place=Arlow:g1:AA day=2031-05-05
  )"),
            R"(
explosion 2031-05-03 Arlow [a]
  deaths a.2 <-  o0 u1 c1
  injured a.3 <-  o0 u1 c1
explosion 2031-05-05 Arlow [b]
  deaths b.2 <-  o0 u1 c1
  injured b.3 <-  o0 u1 c1
)");
  // Nor are they of an event of another town, of one after them, or of one that shares one toll.
  for (const char* other :
       {"place=Brent:g2:AA day=2031-05-04", "place=Arlow:g1:AA day=2031-05-02",
        "place=Arlow:g1:AA day=2031-05-30", "place=Warehouse_Row day=2031-05-04"})
    EXPECT_NE(told(first + "page b en published=2031-05-31\n fig deaths 12 " + other +
                   "\n + fig injured 26 " + other)
                  .find("[b]"),
              std::string::npos)
        << other;
  EXPECT_NE(told(first + R"(
    page b en published=2031-05-06
      fig deaths 12 place=Arlow:g1:AA day=2031-05-04
  )")
                .find("[b]"),
            std::string::npos);
}

TEST(Counts, alone_and_of_two_days_are_of_two_events) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03
      fig deaths 12 place=Arlow:g1:AA day=2031-05-03
      + fig injured 26 place=Arlow:g1:AA day=2031-05-03
    page b en published=2031-05-06
      fig deaths 12 place=Arlow:g1:AA day=2031-05-06
      + fig injured 26 place=Arlow:g1:AA day=2031-05-06
  )"),
            R"(
? 2031-05-03 Arlow [a]
  deaths a.1 <-  o0 u1 c1
  injured a.2 <-  o0 u1 c1
? 2031-05-06 Arlow [b]
  deaths b.1 <-  o0 u1 c1
  injured b.2 <-  o0 u1 c1
)");
}

TEST(Counts, over_a_few_days_are_of_the_event_among_them) {
  const std::string first = R"(
    page a en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      + fig injured 58 place=Arlow:g1:AA day=2031-05-03
  )";
  EXPECT_EQ(told(first + R"(
    page b en published=2031-05-06
      fig injured 58 place=Arlow:g1:AA day=2031-05-03/2031-05-05
  )"),
            R"(
explosion 2031-05-03 Arlow [a b]
  injured a.2 b.1 <-  o0 u2 c2
)");
  EXPECT_EQ(told(first + R"(
    page b en published=2031-05-06
      fig injured 58 place=Arlow:g1:AA day=2031-05-04/2031-05-05
  )"),
            R"(
explosion 2031-05-03 Arlow [a]
  injured a.2 <-  o0 u1 c1
? 2031-05-04/2031-05-05 Arlow [b] process
  injured b.1 <-  o0 u1 c1
)");
  // Weeks are no count of one event.
  EXPECT_NE(told(first + R"(
    page b en published=2031-05-30
      fig injured 58 place=Arlow:g1:AA day=2031-05-01/2031-05-29
  )")
                .find("[b] process"),
            std::string::npos);
}

}  // namespace
}  // namespace recount
