// A street and its town, named together by one page and apart by others.
#include "src/ledger/together.h"

#include <gtest/gtest.h>

#include "src/ledger/tellings.h"

namespace recount {
namespace {

using tellings::told;

// Of two pages the one names the street, the other the town.
const std::string kTwoPages = R"(
  page a en published=2031-05-03
    occ fire place=Canal_Wharf day=2031-05-03
    + fig deaths 7 place=Canal_Wharf day=2031-05-03
  page b en published=2031-05-03
    occ fire place=Arlow:g1:AA day=2031-05-03
    + fig deaths 7 place=Arlow:g1:AA day=2031-05-03
    + fig injured 30 place=Arlow:g1:AA day=2031-05-03
)";
std::string events_with(const std::string& page) {
  const std::string all = told(kTwoPages + page);
  std::string out;
  for (const std::string& line : tellings::split(all, '\n'))
    if (!line.empty() && line[0] != ' ') out += line + "\n";
  return out;
}
std::string third(const std::string& claims) { return "page c en published=2031-06-30\n" + claims; }

TEST(Together, a_street_and_its_town_are_one_place) {
  EXPECT_EQ(events_with(""), "fire 2031-05-03 Arlow [b]\nfire 2031-05-03 Canal Wharf [a]\n");
  EXPECT_EQ(events_with(third("fig raised 5 place=Canal_Wharf then=,_in_the_port_of_Arlow")),
            "fire 2031-05-03 Arlow [a b]\n? - Canal Wharf [c]\n");
}

TEST(Together, the_reason_is_shown) {
  const tellings::Writer writer(
      kTwoPages + third("fig raised 5 place=Canal_Wharf then=,_in_the_port_of_Arlow"));
  const Ledger ledger = build_ledger(tellings::pointers(writer.records));
  EXPECT_NE(ledger.events.at(0).day_why.find("one place: “Canal Wharf, in the port of Arlow” (c)"),
            std::string::npos)
      << ledger.events.at(0).day_why;
}

TEST(Together, lists_and_two_towns_put_a_street_nowhere) {
  for (const char* claims : {"fig raised 5 place=Canal_Wharf then=,_Arlow",
                             "fig raised 5 place=Canal_Wharf then=_and_Arlow",
                             "fig raised 5 place=Canal_Wharf then=._In_Arlow",
                             "fig raised 5 place=Canal_Wharf then=,_at_Arlow",
                             "text Bremont,\nfig raised 5 place=Canal_Wharf "
                             "then=,_which_since_the_fire_of_May_is_in_Arlow",
                             "occ protest place=Canal_Wharf then=,_in_the_port_of_Arlow\n"
                             "fig raised 5 place=Canal_Wharf then=,_in_the_port_of_Brent\nocc "
                             "protest place=Brent:g2:AA"})
    EXPECT_EQ(events_with(third(claims)).find("[a b]"), std::string::npos) << claims;
}

TEST(Together, a_street_of_another_town_is_apart) {
  const std::string page = third(
      "occ protest place=Brent:g2:AA day=2031-06-30\n"
      "fig raised 5 place=Canal_Wharf then=,_in_the_port_of_Brent");
  EXPECT_EQ(events_with(page).find("[a b]"), std::string::npos);
  // Without a number that both give, one kind and one day aren't enough.
  EXPECT_NE(told(R"(
    page a en published=2031-05-03
      occ protest place=Canal_Wharf day=2031-05-03
    page b en published=2031-05-03
      occ protest place=Arlow:g1:AA day=2031-05-03
    page c en published=2031-06-30
      fig raised 5 place=Canal_Wharf then=,_in_the_port_of_Arlow
  )")
                .find("[a]"),
            std::string::npos);
}

}  // namespace
}  // namespace recount
