// Days of events and of pages, as pages give them to each other.
#include <gtest/gtest.h>

#include "src/ledger/tellings.h"

namespace recount {
namespace {

using tellings::told;

TEST(Dates, a_page_without_a_date_is_dated_by_what_it_tells) {
  EXPECT_EQ(told(R"(
    page a en
      names XXXX-05-03
      year 2029-10
      fig deaths >40 place=Arlow:g1:AA day=XXXX-05-03
    page b en
      fig deaths 40 place=Arlow:g1:AA day=today
      occ attack place=Arlow:g1:AA day=today
    page c en
      fig deaths >=40 place=Arlow:g1:AA day=yesterday
      + fig injured 300
  )"),
            R"(
attack XXXX-05-03 Arlow [a b c]
  deaths a.1 b.1 c.1 <-  o0 u3 c3
  injured c.2 <-  o0 u1 c1
dated a XXXX-05-03
dated b XXXX-05-03
dated c XXXX-05-04
)");
}

TEST(Dates, says_why_a_day) {
  const tellings::Writer writer(R"(
    page a en
      year 2029-10
      occ attack place=Arlow:g1:AA day=XXXX-05-03
  )");
  const Ledger ledger = build_ledger(tellings::pointers(writer.records));
  ASSERT_EQ(ledger.events.size(), 1u);
  EXPECT_EQ(ledger.events[0].day_why,
            "“XXXX-05-03” (a); no page gives the year, not before 2029 (a)");
}

TEST(Dates, what_a_date_gives_to_one_page_others_follow) {
  // b is dated by the attack, and dates the rally that c tells of too.
  EXPECT_EQ(told(R"(
    page a en
      fig deaths 40 place=Arlow:g1:AA day=XXXX-05-03
      + occ attack place=Arlow:g1:AA day=XXXX-05-03
    page b en
      fig deaths 40 place=Arlow:g1:AA day=yesterday
      + occ attack place=Arlow:g1:AA day=yesterday
      block body
      occ protest place=Brind:g2:BB day=yesterday
      + fig participants 250 place=Brind:g2:BB day=yesterday
    page c fr
      occ protest place=Brind:g2:BB day=today
      + fig participants 250 place=Brind:g2:BB day=today
  )"),
            R"(
attack XXXX-05-03 Arlow [a b]
  deaths a.1 b.1 <-  o0 u2 c2
protest XXXX-05-03 Brind [b c]
  participants b.4 c.2 <-  o0 u2 c2
dated b XXXX-05-04
dated c XXXX-05-03
)");
}

TEST(Dates, the_day_after_what_the_same_passage_tells_of_the_previous_day) {
  EXPECT_EQ(told(R"(
    page a en
      fig deaths 40 by=strikers:participants place=Arlow:g1:AA day=XXXX-05-03
      + occ attack place=Arlow:g1:AA day=XXXX-05-03
    page b en
      occ protest place=Brind:g2:BB day=today
      occ attack place=Arlow:g1:AA day=today
      fig deaths 40 place=Arlow:g1:AA day=today
      block headline
      text Another town
      block body
      occ protest place=Corm:g3:BB day=(today
      fig deaths 40 by=banners:participants day=previous
  )"),
            R"(
attack XXXX-05-03 Arlow [a b]
  deaths a.1 <- b.3 b.5 o1 u0 c2 party
protest XXXX-05-03 Brind [b]
protest XXXX-05-04 Corm [b]
dated b XXXX-05-03
)");
}

TEST(Dates, days_known_to_differ_never_join) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03
      fig deaths 12 place=Arlow:g1:AA day=today
      + fig injured 26 place=Arlow:g1:AA day=today
    page b en published=2031-05-06
      fig deaths 12 place=Arlow:g1:AA day=today
      + fig injured 26 place=Arlow:g1:AA day=today
    # no place, no day: one of the two, never both
    page c en
      fig deaths 12
      + fig injured 26
  )"),
            R"(
? 2031-05-03 Arlow [a c]
  deaths a.1 c.1 <-  o0 u2 c2
  injured a.2 c.2 <-  o0 u2 c2
? 2031-05-06 Arlow [b]
  deaths b.1 <-  o0 u1 c1
  injured b.2 <-  o0 u1 c1
)");
}

TEST(Dates, an_action_without_a_day_is_of_its_pages_one_day) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-04
      occ protest day=yesterday
      occ protest place=Brind:g2:BB
      block body
      occ protest place=Corm:g3:BB day=tomorrow mod=planned
    page b en published=2031-05-04
      occ protest place=Dale:g4:BB day=today
      occ protest place=Ebb:g5:BB day=yesterday
      occ protest place=Fenn:g6:BB
  )"),
            R"(
protest - Fenn [b]
protest 2031-05-03 Brind [a]
protest 2031-05-03 Ebb [b]
protest 2031-05-04 Dale [b]
protest 2031-05-05 Corm [a] planned
)");
}

TEST(Dates, a_day_on_which_somebody_spoke_founds_no_event) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-04 outlet=Post
      occ fire place=Arlow:g1:AA day=yesterday
      + fig deaths 12 by=fire_service:rescue place=Arlow:g1:AA day=yesterday
      fig injured 30 by=hospital:hospital day=today
    # "said on Friday": the words stand in the first sentence, whose claims didn't take them
    page b en published=2031-05-06 outlet=Echo
      occ fire place=Arlow:g1:AA
      + fig deaths 14 by=minister:government place=Arlow:g1:AA
      fig injured 32 by=police:police day=<today
  )"),
            R"(
fire 2031-05-03 Arlow [a b]
  deaths a.2 <-  o1 u0 c1
  deaths b.2 <-  o1 u0 c1
  injured a.3 <-  o1 u0 c1
  injured b.3 <-  o1 u0 c1
  disagree a.2 b.2
  disagree a.3 b.3
)");
}

TEST(Dates, told_later_without_a_day_only_where_one_event_fits) {
  const std::string pages = R"(
    page a en published=2031-05-04 outlet=Post
      occ fire place=Arlow:g1:AA day=yesterday
    page c en published=2031-05-06 outlet=Sun
      occ fire place=Arlow:g1:AA
      + fig deaths 14 place=Arlow:g1:AA
  )";
  EXPECT_EQ(told(pages), R"(
fire 2031-05-03 Arlow [a c]
  deaths c.2 <-  o0 u1 c1
)");
  EXPECT_EQ(told(pages + R"(
    page b en published=2031-05-02 outlet=Echo
      occ fire place=Arlow:g1:AA day=yesterday
  )"),
            R"(
fire - Arlow [c]
  deaths c.2 <-  o0 u1 c1
fire 2031-05-01 Arlow [b]
fire 2031-05-03 Arlow [a]
)");
}

TEST(Dates, what_has_a_year_of_its_own_is_another_event) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-04 outlet=Post
      occ fire place=Arlow:g1:AA day=yesterday
      + fig deaths 12 by=fire_service:rescue place=Arlow:g1:AA day=yesterday
      year 2009
      + occ fire place=Arlow:g1:AA day=(yesterday
      + fig deaths 4 place=Arlow:g1:AA day=(yesterday
  )"),
            R"(
fire 2009 Arlow [a]
  deaths a.4 <-  o0 u1 c1
fire 2031-05-03 Arlow [a]
  deaths a.2 <-  o1 u0 c1
)");
}

}  // namespace
}  // namespace recount
