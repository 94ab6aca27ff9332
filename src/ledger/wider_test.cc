// What a country saw on a day, and what one of its towns saw.
#include <gtest/gtest.h>

#include "src/ledger/tellings.h"

namespace recount {
namespace {

using tellings::told;

TEST(Wider, a_countrys_count_is_of_none_of_the_towns_of_its_day) {
  const std::string town = R"(
    page a en published=2031-05-04
      occ clash place=Arlow:g1:AA day=2031-05-03
      + fig injured 17 place=Arlow:g1:AA day=2031-05-03
  )";
  EXPECT_EQ(told(town + R"(
    page b en published=2031-05-04
      occ clash place=AA:AA:AA:country day=2031-05-03
      + fig injured 264 place=AA:AA:AA:country day=2031-05-03
  )"),
            R"(
clash 2031-05-03 AA [b]
  injured b.2 <-  o0 u1 c1
clash 2031-05-03 Arlow [a]
  injured a.2 <-  o0 u1 c1
)");
  // A number that both give says that they are one.
  EXPECT_NE(told(town + R"(
    page b en published=2031-05-04
      occ clash place=AA:AA:AA:country day=2031-05-03
      + fig injured 17 place=AA:AA:AA:country day=2031-05-03
  )")
                .find("[a b]"),
            std::string::npos);
}

TEST(Wider, on_a_page_of_several_towns_it_stands_alone) {
  const std::string one_town = R"(
    page a en published=2031-05-04
      occ clash place=Arlow:g1:AA day=2031-05-03
      fig injured 17 place=Arlow:g1:AA day=2031-05-03
      fig injured 264 place=AA:AA:AA:country day=2031-05-03
  )";
  EXPECT_EQ(told(one_town), R"(
clash 2031-05-03 Arlow [a]
  injured a.2 <-  o0 u1 c1
  injured a.3 <-  o0 u1 c1
)");
  EXPECT_EQ(told(one_town + "occ clash place=Brent:g2:AA day=2031-05-03"), R"(
? 2031-05-03 AA [a]
  injured a.3 <-  o0 u1 c1
clash 2031-05-03 Arlow [a]
  injured a.2 <-  o0 u1 c1
clash 2031-05-03 Brent [a]
)");
}

TEST(Place, of_who_counts_from_afar_is_not_where_it_happened) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      fig deaths 40 by=a_monitoring_group:ngo in=Brem:g2:BB
  )"),
            R"(
explosion 2031-05-03 Arlow [a]
  deaths a.2 <-  o1 u0 c1
)");
  // Where nothing else is told, it's the only place that the page gives.
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03
      fig deaths 40 by=a_monitoring_group:ngo in=Brem:g2:BB
  )"),
            R"(
? - Brem [a]
  deaths a.1 <-  o1 u0 c1
)");
}

}  // namespace
}  // namespace recount
