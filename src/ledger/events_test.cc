// What is one event, and what are several.
#include <gtest/gtest.h>

#include "src/ledger/tellings.h"

namespace recount {
namespace {

using tellings::told;

TEST(Events, rallies_in_several_towns_are_several_events) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-04
      occ protest place=Brind:g2:BB day=yesterday
      + occ protest place=Corm:g3:BB day=yesterday
      occ protest place=Dale:g4:CC day=yesterday
    page b fr published=2031-05-03
      occ protest place=Brinde:g2:BB day=today
      occ protest place=Corme:g3:BB day=today
  )"),
            R"(
protest 2031-05-03 Brind [a b]
protest 2031-05-03 Corm [a b]
protest 2031-05-03 Dale [a]
)");
}

TEST(Events, a_slip_for_a_country_is_no_town) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ attack place=Caldonia:CA:CA:country day=today
      occ attack place=Caldnoia day=today
      + fig deaths 12 place=Caldnoia day=today
    page b en published=2031-05-03 outlet=Echo
      fig deaths 12 place=Caldonia:CA:CA:country day=today
  )"),
            R"(
attack 2031-05-03 Caldonia [a b]
  deaths a.3 b.1 <-  o0 u2 c2
)");
}

TEST(Events, background_and_another_event_of_the_page_stay_apart) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ attack place=Arlow:g1:AA day=today
      fig deaths 40 by=ministry:government day=today
      fig deaths 2 day=2029-11
      + fig injured ~20 day=2029-11
      fig deaths 40 by=fire_service:rescue place=Brind:g2:AA day=2031-05-02
      + occ fire place=Brind:g2:AA day=2031-05-02
  )"),
            R"(
? 2029-11 - [a]
  deaths a.3 <-  o0 u1 c1
  injured a.4 <-  o0 u1 c1
fire 2031-05-02 Brind [a]
  deaths a.5 <-  o1 u0 c1
attack 2031-05-03 Arlow [a]
  deaths a.2 <-  o1 u0 c1 party
)");
}

}  // namespace
}  // namespace recount
