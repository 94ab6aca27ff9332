// Who is counted once behind a figure: names of one body or person, and those who pass on a word.
#include "src/ledger/one_voice.h"

#include <gtest/gtest.h>

#include "src/ledger/tellings.h"

namespace recount {
namespace {

using tellings::told;

// Two pages, each with the figure on one claimant's word; the ledger's lines without their event.
std::string lines_of(const std::string& first, const std::string& second) {
  const std::string out = told(
      "page a en published=2031-05-03 outlet=One\n"
      "  fig deaths 40 place=Arlow:g1:AA day=2031-05-03 " +
      first +
      "\npage b en published=2031-05-03 outlet=Two\n"
      "  fig deaths 40 place=Arlow:g1:AA day=2031-05-03 " +
      second);
  return out.substr(out.find('\n', 1) + 1);
}

const std::string kOne = "  deaths a.1 b.1 <-  o1 u0 c2";
const std::string kAtMostTwo = "  deaths a.1 <-  o1..2 u0 c1";
const std::string kTwo = "  deaths a.1 <-  o2 u0 c1";

TEST(OneVoice, an_acronym_is_the_words_whose_initials_it_is) {
  const std::string words = "by=Observatory_of_Coast_and_Harbour:ngo";
  EXPECT_TRUE(lines_of(words, "by=OCH:unknown").starts_with(kOne));
  EXPECT_TRUE(lines_of(words, "by=OCH_also:unknown").starts_with(kOne));
  EXPECT_TRUE(lines_of("by=Ligue_des_dockers_de_la_baie:ngo", "by=LDB:ngo").starts_with(kOne));
  EXPECT_TRUE(lines_of("by=ОПГ:ngo", "by=Общество_помощи_городу:ngo").starts_with(kOne));
  EXPECT_TRUE(lines_of(words, "by=OCX:ngo").starts_with(kTwo));
}

TEST(OneVoice, an_acronym_in_brackets_is_the_name_before_it) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=One
      fig deaths 40 place=Arlow:g1:AA day=2031-05-03 by=Harbour_Watch:ngo in_brackets=KHZ
    page b en published=2031-05-03 outlet=Two
      fig deaths 40 place=Arlow:g1:AA day=2031-05-03 by=KHZ:ngo
  )"),
            R"(
? 2031-05-03 Arlow [a b]
  deaths a.1 b.1 <-  o1 u0 c2
)");
}

TEST(OneVoice, a_name_in_full_and_a_part_of_it_are_one) {
  EXPECT_TRUE(lines_of("by=Mayor_Anna_Weld:government", "by=Weld:unknown").starts_with(kOne));
  EXPECT_TRUE(lines_of("by=Arlow_Bureau:unknown", "by=Bureau:unknown").starts_with(kOne));
}

TEST(OneVoice, who_may_speak_for_another_makes_the_count_a_bound) {
  EXPECT_TRUE(lines_of("by=union:union", "by=Anna_Weld:unknown").starts_with(kAtMostTwo));
  EXPECT_TRUE(lines_of("by=ministry:government", "by=Radio_Arlow:media").starts_with(kAtMostTwo));
  EXPECT_TRUE(lines_of("by=Coast_Bureau:ngo", "by=Bureau_of_Inquiry:ngo").starts_with(kAtMostTwo));
  EXPECT_TRUE(lines_of("by=monitors:ngo", "by=Coast_Watch:ngo").starts_with(kAtMostTwo));
}

TEST(OneVoice, bodies_of_their_own_are_two) {
  EXPECT_TRUE(lines_of("by=union:union", "by=police:police").starts_with(kTwo));
  EXPECT_TRUE(lines_of("by=Coast_Watch:ngo", "by=Harbour_Aid:ngo").starts_with(kTwo));
  EXPECT_TRUE(lines_of("by=lawyers:individual", "by=union:union").starts_with(kTwo));
}

TEST(OneVoice, a_person_between_two_bodies_speaks_for_one_of_them) {
  const auto of = [](const char* name, ActorKind kind) {
    Claimant out;
    out.name = out.key = name;
    out.kind = kind;
    return out;
  };
  const Claimant person = of("Anna Weld", ActorKind::unknown),
                 hospital = of("hospital", ActorKind::hospital),
                 police = of("police", ActorKind::police);
  const std::vector<const Claimant*> all{&person, &hospital, &police};
  const ledger::Voices voices = ledger::count_voices(ledger::Acronyms({}), all);
  EXPECT_EQ(voices.most, 3);
  EXPECT_EQ(voices.least, 2);
}

TEST(OneVoice, who_passes_on_a_word_adds_no_origin) {
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=One
      fig deaths 40 place=Arlow:g1:AA day=2031-05-03 by=a_nurse:hospital
    page b en published=2031-05-03 outlet=Two
      fig deaths 40 place=Arlow:g1:AA day=2031-05-03 by=One:unknown
  )"),
            R"(
? 2031-05-03 Arlow [a b]
  deaths a.1 <- b.1 o1 u0 c1
)");
  EXPECT_EQ(told(R"(
    page a en published=2031-05-03 outlet=One
      fig deaths 40 place=Arlow:g1:AA day=2031-05-03 by=a_nurse:hospital via=Harbour_Sheet
    page b en published=2031-05-03 outlet=Two
      fig deaths 40 place=Arlow:g1:AA day=2031-05-03 by=harbour_sheet:unknown
  )"),
            R"(
? 2031-05-03 Arlow [a b]
  deaths a.1 <- b.1 o1 u0 c2
)");
}

}  // namespace
}  // namespace recount
