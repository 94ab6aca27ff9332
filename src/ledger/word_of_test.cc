// Whose word a figure is: origins, channels, what stands apart.
#include <gtest/gtest.h>

#include "src/ledger/tellings.h"

namespace recount {
namespace {

using tellings::told;

TEST(WordOf, one_figure_of_one_claimant_in_many_pages_is_one_origin) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ attack place=Arlow:g1:AA day=today
      fig deaths >=40 by=strikers:participants place=Arlow:g1:AA day=today via=the_site
    page b en published=2031-05-04 outlet=Echo
      fig deaths 40 place=Arlow:g1:AA day=yesterday
      + fig injured 300
    page c en published=2031-05-04 outlet=Sun
      fig deaths >40 by=reports:anonymous place=Arlow:g1:AA day=yesterday
  )"),
            R"(
attack 2031-05-03 Arlow [a b c]
  deaths a.2 <- b.1 c.1 o1 u0 c3 party
  injured b.2 <-  o0 u1 c1
  compatible a.2 b.1 c.1
)");
}

TEST(WordOf, the_same_number_of_two_claimants_has_two_origins) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ fire place=Arlow:g1:AA day=today
      fig deaths 12 by=fire_service:rescue place=Arlow:g1:AA day=today
    page b en published=2031-05-03 outlet=Echo
      fig deaths 12 by=hospital:hospital place=Arlow:g1:AA day=today
  )"),
            R"(
fire 2031-05-03 Arlow [a b]
  deaths a.2 <-  o2 u0 c1
  deaths b.1 <-  o2 u0 c1
)");
}

TEST(WordOf, one_person_and_parts_stand_apart) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ attack place=Arlow:g1:AA day=today
      fig deaths 40 by=ministry:government place=Arlow:g1:AA day=today
      + fig deaths 4 by=ministry:government part
      fig deaths 1 by=union:union place=Arlow:g1:AA day=today
      + per died place=Arlow:g1:AA
  )"),
            R"(
attack 2031-05-03 Arlow [a]
  deaths a.4 <-  o1 u0 c1 party
  deaths a.3 <-  o1 u0 c1 party
  deaths a.2 <-  o1 u0 c1 party
  apart a.3 a.4 a.5
)");
}

TEST(WordOf, first_hand_where_the_claimants_own_page_is_among_them) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Coast_Rights_Watch
      occ attack place=Arlow:g1:AA day=today
      fig deaths 17..22 by=Coast_Rights_Watch:ngo place=Arlow:g1:AA day=today
    page b en published=2031-05-04 outlet=Post
      fig deaths 17..22 day=yesterday place=Arlow:g1:AA by=Coast_Rights_Watch:ngo
  )"),
            R"(
attack 2031-05-03 Arlow [a b]
  deaths a.2 b.1 <-  o1 u0 c2 first_hand
)");
}

TEST(WordOf, pages_of_one_outlet_or_one_source_are_one_channel) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ attack place=Arlow:g1:AA day=today
      fig deaths 40 by=strikers:participants place=Arlow:g1:AA day=today
    page b en published=2031-05-03 outlet=Post
      fig deaths 40 by=strikers:participants place=Arlow:g1:AA day=today via=the_union_site
    page c en published=2031-05-03 outlet=Echo
      fig deaths 40 by=strikers:participants place=Arlow:g1:AA day=today via=the_union_site
    page d en published=2031-05-03 outlet=Sun
      fig deaths 40 by=strikers:participants place=Arlow:g1:AA day=today
  )"),
            R"(
attack 2031-05-03 Arlow [a b c d]
  deaths a.2 b.1 c.1 d.1 <-  o1 u0 c2 party
)");
}

TEST(WordOf, no_sides_in_an_accident) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ accident place=Arlow:g1:AA day=today
      fig deaths 3 by=ministry:government place=Arlow:g1:AA day=today
  )"),
            R"(
accident 2031-05-03 Arlow [a]
  deaths a.2 <-  o1 u0 c1
)");
}

TEST(WordOf, uncertain_and_planned_keep_their_mark) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ attack place=Arlow:g1:AA day=today
      fig deployed 1500 by=reports:anonymous place=Arlow:g1:AA day=today mod=uncertain
      block body
      occ protest place=Brind:g2:AA day=tomorrow mod=planned
  )"),
            R"(
attack 2031-05-03 Arlow [a]
  deployed a.2 <-  o0 u1 c1 uncertain
protest 2031-05-04 Brind [a] planned
)");
}

TEST(WordOf, claims_of_furniture_and_rejected_ones_dont_count) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ attack place=Arlow:g1:AA day=today
      block teaser
      fig deaths 99 place=Arlow:g1:AA day=today
  )"),
            R"(
attack 2031-05-03 Arlow [a]
)");
}

TEST(WordOf, who_denies_a_number_is_no_origin_of_it) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ fire place=Arlow:g1:AA day=today
      fig deaths 12 by=union:union place=Arlow:g1:AA day=today
      fig deaths 12 by=company:unknown place=Arlow:g1:AA day=today mod=denied
      fig deaths 12 by=army:military place=Arlow:g1:AA day=today mod=hypothetical
  )"),
            R"(
fire 2031-05-03 Arlow [a]
  deaths a.2 <-  o1 u0 c1
  deaths a.3 <-  o1 u0 c1 denied
  disagree a.2 a.3
)");
}

TEST(WordOf, about_a_number_and_the_number_are_two_words_of_one_claimant) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ fire place=Arlow:g1:AA day=today
      fig deaths 12 by=fire_service:rescue place=Arlow:g1:AA day=today said=T18:00
      fig deaths ~12 by=fire_service:rescue place=Arlow:g1:AA day=today said=T10:00
  )"),
            R"(
fire 2031-05-03 Arlow [a]
  deaths a.3 <-  o1 u0 c1
  deaths a.2 <-  o1 u0 c1
  compatible a.3 a.2
)");
  // In two pages the one may have rounded: one line, shown as it was first said.
  EXPECT_EQ(told(R"(
    page a en published=2031-05-04 outlet=Post
      occ fire place=Arlow:g1:AA day=yesterday
      fig deaths ~12 by=fire_service:rescue place=Arlow:g1:AA day=yesterday
    page b en published=2031-05-03 outlet=Echo
      fig deaths 12 by=fire_service:rescue place=Arlow:g1:AA day=today
  )"),
            R"(
fire 2031-05-03 Arlow [a b]
  deaths a.2 b.1 <-  o1 u0 c2
  compatible b.1 a.2
)");
}

TEST(WordOf, a_side_hangs_on_the_event_and_what_is_counted) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Post
      occ fire place=Arlow:g1:AA day=today
      + occ fire place=Arlow:g1:AA day=today
      + occ fire place=Arlow:g1:AA day=today
      + occ fire place=Arlow:g1:AA day=today
      + occ clash place=Arlow:g1:AA day=today
      fig deaths 12 by=police:police place=Arlow:g1:AA day=today
      fig detained 5 by=police:police place=Arlow:g1:AA day=today
  )"),
            R"(
fire 2031-05-03 Arlow [a]
  deaths a.6 <-  o1 u0 c1
  detained a.7 <-  o1 u0 c1 party
)");
}

TEST(WordOf, a_bodys_own_page_gives_its_word_first_hand) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Arlow_General_Hospital
      fig deaths 12 place=Arlow:g1:AA day=2031-05-03 of_outlet=hospital
    page b en published=2031-05-03 outlet=Post
      fig deaths 12 place=Arlow:g1:AA day=2031-05-03 by=the_hospital:hospital
  )"),
            R"(
? 2031-05-03 Arlow [a b]
  deaths a.1 b.1 <-  o1 u0 c2 first_hand
)");
  // A paper isn't what its name says.
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=Union
      fig deaths 12 place=Arlow:g1:AA day=2031-05-03 of_outlet=union
  )"),
            R"(
? 2031-05-03 Arlow [a]
  deaths a.1 <-  o0 u1 c1
)");
}

}  // namespace
}  // namespace recount
