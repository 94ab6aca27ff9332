#include "src/ledger/ledger.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "src/ledger/tellings.h"

namespace recount {
namespace {

using tellings::told;

TEST(Ledger, one_figure_of_one_claimant_in_many_pages_is_one_origin) {
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

TEST(Ledger, the_same_number_of_two_claimants_has_two_origins) {
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

TEST(Ledger, a_page_without_a_date_is_dated_by_what_it_tells) {
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

TEST(Ledger, says_why_a_day) {
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

TEST(Ledger, what_a_date_gives_to_one_page_others_follow) {
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

TEST(Ledger, the_day_after_what_the_same_passage_tells_of_the_previous_day) {
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

TEST(Ledger, days_known_to_differ_never_join) {
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

TEST(Ledger, rallies_in_several_towns_are_several_events) {
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

TEST(Ledger, an_action_without_a_day_is_of_its_pages_one_day) {
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

TEST(Ledger, one_person_and_parts_stand_apart) {
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

TEST(Ledger, claimants_disagree_revise_and_fit) {
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

TEST(Ledger, first_hand_where_the_claimants_own_page_is_among_them) {
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

TEST(Ledger, pages_of_one_outlet_or_one_source_are_one_channel) {
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

TEST(Ledger, a_slip_for_a_country_is_no_town) {
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

TEST(Ledger, no_sides_in_an_accident) {
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

TEST(Ledger, background_and_another_event_of_the_page_stay_apart) {
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

TEST(Ledger, uncertain_and_planned_keep_their_mark) {
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

TEST(Ledger, claims_of_furniture_and_rejected_ones_dont_count) {
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

TEST(Ledger, who_denies_a_number_is_no_origin_of_it) {
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

TEST(Ledger, a_day_on_which_somebody_spoke_founds_no_event) {
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

TEST(Ledger, what_has_a_year_of_its_own_is_another_event) {
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

TEST(Ledger, told_later_without_a_day_only_where_one_event_fits) {
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

TEST(Ledger, about_a_number_and_the_number_are_two_words_of_one_claimant) {
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

TEST(Ledger, a_side_hangs_on_the_event_and_what_is_counted) {
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

TEST(Ledger, nothing_of_nothing) { EXPECT_EQ(told(""), "\n"); }

// Random tellings over few places, days and numbers, so that much meets and much conflicts.
rc::Gen<std::string> tellings_gen() {
  return rc::gen::exec([] {
    std::string out;
    const int pages = *rc::gen::inRange(1, 8);
    for (int p = 0; p < pages; ++p) {
      out += "page p" + std::to_string(p) + " " + *rc::gen::element<std::string>("en", "fr");
      out += *rc::gen::element<std::string>("", " published=2031-05-03", " published=2031-05-04",
                                            " outlet=Post") +
             "\n";
      const int claims = *rc::gen::inRange(0, 6);
      for (int c = 0; c < claims; ++c) {
        out += *rc::gen::element<std::string>("", "", "+ ");
        out += *rc::gen::element<std::string>(
            "fig deaths 12", "fig deaths >=40", "fig injured hundreds", "fig deaths 1",
            "fig participants 300", "occ attack", "occ protest", "occ riot", "per died");
        out += *rc::gen::element<std::string>("", " place=Arlow:g1:AA", " place=Brind:g2:AA",
                                              " place=AA:AA:AA:country", " place=Quay");
        out += *rc::gen::element<std::string>("", " day=today", " day=yesterday", " day=XXXX-05-03",
                                              " day=2031-05-04", " day=previous", " day=2030-11");
        out +=
            *rc::gen::element<std::string>("", " by=ministry:government",
                                           " by=strikers:participants", " by=estimates:anonymous") +
            "\n";
      }
    }
    return out;
  });
}

RC_GTEST_PROP(Ledger, is_the_same_for_any_order_of_documents, ()) {
  const tellings::Writer writer(*tellings_gen());
  auto pointers = tellings::pointers(writer.records);
  const std::string once = tellings::dump(build_ledger(pointers));
  std::reverse(pointers.begin(), pointers.end());
  RC_ASSERT(tellings::dump(build_ledger(pointers)) == once);
  const auto turn = *rc::gen::inRange<std::size_t>(0, pointers.size());
  std::rotate(pointers.begin(), pointers.begin() + static_cast<std::ptrdiff_t>(turn),
              pointers.end());
  RC_ASSERT(tellings::dump(build_ledger(pointers)) == once);
}

// What must hold of every ledger: no claim twice in an event, no event of two towns, no happenings
// of two days (people are counted on later ones too), counts that add up.
RC_GTEST_PROP(Ledger, contradicts_itself_nowhere, ()) {
  const tellings::Writer writer(*tellings_gen());
  const Ledger ledger = build_ledger(tellings::pointers(writer.records));
  std::map<std::string, const Claim*> claims;
  for (const DocumentRecord& record : writer.records)
    for (const Claim& claim : record.claims) claims[claim.id] = &claim;
  std::set<std::string> seen;
  for (const Event& event : ledger.events) {
    std::set<std::string> towns, days;
    auto look = [&](const std::string& id) {
      RC_ASSERT(seen.insert(id).second);
      const Claim& claim = *claims.at(id);
      if (claim.place && claim.place->precision == "city") towns.insert(claim.place->id);
      if (claim.kind == ClaimKind::occurrence && claim.when &&
          claim.when->value.find("05-0") != std::string::npos)
        days.insert(claim.when->value.substr(5));
    };
    for (const std::string& id : event.occurrences) look(id);
    for (const LedgerLine& line : event.lines) {
      for (const std::string& id : line.claims) look(id);
      for (const std::string& id : line.restated_by) look(id);
      RC_ASSERT((line.origins > 0) != (line.unknown > 0));
      RC_ASSERT(line.channels >= 1);
    }
    RC_ASSERT(towns.size() <= 1u);
    RC_ASSERT(days.size() <= 1u);
  }
}

}  // namespace
}  // namespace recount
