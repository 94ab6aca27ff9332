// Which figures are set against each other, and which count two things.
#include <gtest/gtest.h>

#include "src/ledger/tellings.h"

namespace recount {
namespace {

using tellings::told;

// What differs, a line each, of the pages' one event: as the report says it.
std::string differs(const std::string& tellings) {
  const tellings::Writer writer(tellings);
  std::string out = "\n";
  for (const Event& event : build_ledger(tellings::pointers(writer.records)).events)
    for (const Disagreement& d : event.disagreements)
      out += std::string(name_of(d.verdict)) + ": " + d.about + "\n";
  return out;
}

TEST(Disagree, claimants_disagree_revise_and_fit) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ riot by=ministry:government place=Arlow:g1:AA day=today
      occ attack by=strikers:participants place=Arlow:g1:AA day=today
      fig deaths 10 by=ministry:government place=Arlow:g1:AA day=today said=T10:00
      fig deaths >=40 by=strikers:participants place=Arlow:g1:AA day=today said=T10:00
      fig deaths 12 by=ministry:government place=Arlow:g1:AA day=today said=T18:00
      fig deaths 45 by=hospital:hospital place=Arlow:g1:AA day=today said=T18:00
  )"),
            R"(
attack 2031-05-03 Arlow [a]
  deaths a.3 <-  o1 u0 c1 party
  deaths a.4 <-  o1 u0 c1 party
  deaths a.5 <-  o1 u0 c1 party
  deaths a.6 <-  o1 u0 c1
  revised a.3 a.5
  disagree a.5 a.4 a.6
  disagree in kind a.1 a.2
)");
}

TEST(Disagree, equal_numbers_are_one_side) {
  EXPECT_EQ(differs(R"(
    page a en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      fig deaths 40 place=Arlow:g1:AA day=2031-05-03 by=union:union
      fig deaths 40 place=Arlow:g1:AA day=2031-05-03 by=Coast_Watch:ngo
      fig deaths 12 place=Arlow:g1:AA day=2031-05-03 by=ministry:government
  )"),
            R"(
disagree: 12 (ministry) or 40 (union, Coast Watch)
)");
}

TEST(Disagree, figures_of_one_sentence_on_one_word_count_two_things) {
  EXPECT_EQ(differs(R"(
    page a en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      fig injured 118 place=Arlow:g1:AA day=2031-05-03 by=ministry:government
      + fig injured 17 place=Arlow:g1:AA day=2031-05-03 by=ministry:government
      fig injured 300 place=Arlow:g1:AA day=2031-05-03 by=union:union
  )"),
            "\n");
}

TEST(Disagree, a_page_that_gives_both_on_one_word_takes_them_for_two_counts) {
  EXPECT_EQ(differs(R"(
    page a en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      fig deaths 40 place=Arlow:g1:AA day=2031-05-03 by=union:union
      fig deaths 12 place=Arlow:g1:AA day=2031-05-03 by=police:police
    page b en published=2031-05-03
      fig deaths 40 place=Arlow:g1:AA day=2031-05-03
      fig deaths 12 place=Arlow:g1:AA day=2031-05-03
  )"),
            R"(
not_decidable: 12 (police) or 40 (union)
)");
}

TEST(Disagree, a_figure_of_the_country_and_one_of_its_town_are_not_decidable) {
  EXPECT_EQ(differs(R"(
    page a en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      fig injured 40 place=Arlow:g1:AA day=2031-05-03 by=union:union
      fig injured 12 place=AA:AA:AA:country day=2031-05-03 by=police:police
  )"),
            R"(
not_decidable: 12 (police) or 40 (union)
)");
}

TEST(Disagree, what_two_offices_of_one_state_say_may_be_of_two_moments) {
  EXPECT_EQ(differs(R"(
    page a en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      fig deaths 4 place=Arlow:g1:AA day=2031-05-03 by=authorities:government
    page b en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      fig deaths 5 place=Arlow:g1:AA day=2031-05-03 by=police:police
  )"),
            R"(
not_decidable: 4 (authorities) or 5 (police)
)");
}

TEST(Disagree, witnesses_of_two_pages_revise_nothing) {
  EXPECT_EQ(differs(R"(
    page a en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      fig deaths 4 place=Arlow:g1:AA day=2031-05-03 by=witnesses:witness
    page b en published=2031-05-04
      occ explosion place=Arlow:g1:AA day=2031-05-03
      fig deaths 9 place=Arlow:g1:AA day=2031-05-03 by=witnesses:witness
  )"),
            R"(
not_decidable: witness: 4, then 9
)");
}

TEST(Disagree, names_of_one_body_revise_its_own_figure) {
  EXPECT_EQ(differs(R"(
    page a en published=2031-05-03
      occ explosion place=Arlow:g1:AA day=2031-05-03
      fig deaths 4 place=Arlow:g1:AA day=2031-05-03 by=Observatory_of_Coast_and_Harbour:ngo
    page b en published=2031-05-04
      occ explosion place=Arlow:g1:AA day=2031-05-03
      fig deaths 9 place=Arlow:g1:AA day=2031-05-03 by=OCH:ngo
  )"),
            R"(
revised: OCH: 4, then 9
)");
}

TEST(Disagree, accounts_oppose_the_state_and_others_who_are_named) {
  const std::string state = R"(
    page a en published=2031-05-03
      occ riot place=Arlow:g1:AA day=2031-05-03 by=ministry:government
      fig deaths 4 place=Arlow:g1:AA day=2031-05-03 by=ministry:government
  )";
  EXPECT_EQ(differs(state + "occ attack place=Arlow:g1:AA day=2031-05-03 by=union:union"),
            "\ndisagree: riot (ministry) or attack (union)\n");
  EXPECT_EQ(differs(state + "occ attack place=Arlow:g1:AA day=2031-05-03"), "\n");
  EXPECT_EQ(differs(state + "occ attack place=Arlow:g1:AA day=2031-05-03 by=police:police"), "\n");
  const std::string person = "occ attack place=Arlow:g1:AA day=2031-05-03 by=Anna_Weld:unknown";
  EXPECT_EQ(differs(state + person), "\ndisagree: riot (ministry) or attack (unknown)\n");
  EXPECT_EQ(differs(state + "page b en published=2031-05-03\n" + person), "\n");
}

}  // namespace
}  // namespace recount
