// What the packs' examples can't show: days, entries, restatement, parts, accounting for every
// number. The texts are invented; the packs are the real ones, since rules are half of the
// behaviour.
#include "src/claims/claims.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "src/language/language.h"

namespace recount {
namespace {

const Languages& languages() {
  static const Languages loaded =
      std::move(Languages::load({Languages::default_directory()}).value());
  return loaded;
}

struct Part {
  BlockKind kind;
  std::string text;
  std::optional<std::string> time = std::nullopt;
};

DocumentRecord read(const std::string& language, const std::vector<Part>& parts,
                    const std::string& published = "") {
  DocumentRecord r;
  r.document.id = "test";
  r.document.language = language;
  for (const Part& part : parts) {
    Block b;
    b.kind = part.kind;
    b.time = part.time;
    b.span.begin = static_cast<std::uint32_t>(r.document.text.size());
    r.document.text += part.text + "\n\n";
    b.span.end = static_cast<std::uint32_t>(r.document.text.size());
    r.document.blocks.push_back(b);
  }
  if (!published.empty())
    r.document.published = Stamp{published, Precision::day, {}, "given", {}, false};
  static const Places places = std::move(Places::load(Places::default_file()).value());
  find_claims(languages(), places, r);
  return r;
}

std::string words(const DocumentRecord& r, Span s) {
  return r.document.text.substr(s.begin, s.size());
}

// One line a figure: measure, words, claimant, day, said_at, modality, links.
std::string figures(const DocumentRecord& r) {
  std::string out;
  for (const Claim& c : r.claims) {
    if (c.kind != ClaimKind::figure) continue;
    out += std::string(name_of(c.measure)) + " " + words(r, c.figure.span);
    if (c.claimant.span) out += " by " + words(r, *c.claimant.span);
    if (c.when) out += " on " + c.when->value;
    if (c.said_at) out += " at " + c.said_at->value;
    if (c.modality != Modality::asserted) out += " " + std::string(name_of(c.modality));
    if (c.restates) out += " restates";
    if (c.part_of) out += " part";
    if (c.subset) out += " subset";
    if (c.previous) out += " previous";
    out += "\n";
  }
  return out;
}

TEST(Claims, TheInnermostClaimantHasTheFigure) {
  EXPECT_EQ(figures(read("en", {{BlockKind::body,
                                 "The ministry said 10 people died, while the strikers said that "
                                 "at least 40 people were killed."}})),
            "deaths 10 by The ministry\ndeaths at least 40 by the strikers\n");
}

TEST(Claims, TheOutletsOwnFigureRestatesTheAttributedOne) {
  EXPECT_EQ(figures(read("en",
                         {{BlockKind::headline, "Forty dead in blast"},
                          {BlockKind::body, "The ministry said 40 people were killed on Monday."}},
                         "2031-05-07")),
            "deaths Forty on 2031-05-05 restates\ndeaths 40 by The ministry on 2031-05-05\n");
}

TEST(Claims, AnEntryHasItsTimeAndTheDayOfItsPage) {
  EXPECT_EQ(
      figures(read(
          "fr", {{BlockKind::update, "La mairie affirme que 12 personnes sont mortes.", "T18:20"}},
          "2031-05-07")),
      "deaths 12 by La mairie on 2031-05-07 at 2031-05-07T18:20\n");
  EXPECT_EQ(figures(read("fr", {{BlockKind::update,
                                 "La mairie affirme que 12 personnes sont mortes.", "T18:20"}})),
            "deaths 12 by La mairie on XXXX-XX-XX at T18:20\n");
}

// One line a figure: its words, and the words of its place, with its name where that is another.
std::string figure_places(const std::string& language, const std::string& text) {
  const DocumentRecord r = read(language, {{BlockKind::body, text}});
  std::string out;
  for (const Claim& c : r.claims)
    if (c.kind == ClaimKind::figure) {
      const std::string at = c.place && c.place->span ? words(r, *c.place->span) : "nowhere";
      out += words(r, c.figure.span) + ": " + at;
      out += (c.place && c.place->name != at ? " = " + c.place->name : "") + "\n";
    }
  return out;
}

TEST(Claims, APlaceIsCarriedOverFewSentences) {
  EXPECT_EQ(figure_places("en", "They met in Velmorsk. 12 people were hurt."), "12: Velmorsk\n");
  EXPECT_EQ(figure_places("en",
                          "They met in Velmorsk. Nobody spoke. It rained. The shops were shut. The "
                          "day ended. 12 people were hurt."),
            "12: nowhere\n");
}

TEST(Claims, ATotalIsOfMoreThanThePlaceNamedLast) {
  EXPECT_EQ(
      figure_places("en", "12 people were hurt in Velmorsk. In all, 40 people were arrested."),
      "12: Velmorsk\n40: nowhere\n");
}

TEST(Claims, ThePlaceOfAPartHoldsForThePartAlone) {
  EXPECT_EQ(figure_places("fr",
                          "35 personnes ont été arrêtées, dont 18 à Velmorsk. 22 personnes ont été "
                          "blessées."),
            "35: nowhere\n18: Velmorsk\n22: nowhere\n");
}

TEST(Claims, PartsAreTiedToTheWhole) {
  EXPECT_EQ(figures(read("fr", {{BlockKind::body, "Il y a eu 10 morts, dont quatre enfants."}})),
            "deaths 10\ndeaths quatre part\n");
}

TEST(Claims, AConditionalIsUncertain) {
  EXPECT_EQ(figures(read("fr", {{BlockKind::body, "30 personnes auraient été arrêtées."}})),
            "detained 30 uncertain\n");
}

TEST(Claims, APartIsAsSureAsItsWhole) {
  EXPECT_EQ(
      figures(read("fr", {{BlockKind::body, "Il y aurait eu 106 blessés, dont cinq gravement."}})),
      "injured 106 uncertain\ninjured cinq uncertain part\n");
}

TEST(Claims, ANegationOfNobodyIsNobody) {
  EXPECT_EQ(figures(read("ru", {{BlockKind::body, "Никто не пострадал."}})), "injured Никто\n");
  EXPECT_EQ(figures(read("ru", {{BlockKind::body, "Полиция не задержала 30 жильцов."}})),
            "detained 30 denied\n");
}

TEST(Claims, APlanBesideWhatWasDoneMakesItNoPlan) {
  EXPECT_EQ(figures(read("fr", {{BlockKind::body,
                                 "Le maire appelle au calme, précisant que 12 personnes ont été "
                                 "arrêtées."}})),
            "detained 12 by Le maire\n");
}

TEST(Claims, ASumShowsItsWordsWithEitherMeasure) {
  const auto r = read("en", {{BlockKind::body, "53 people were killed or wounded in the port."}});
  EXPECT_EQ(figures(r), "deaths 53 uncertain\ninjured 53 uncertain\n");
  for (const Claim& c : r.claims) {
    EXPECT_EQ(words(r, c.span), "53 people were killed or wounded");
    ASSERT_TRUE(c.detail);
    EXPECT_EQ(words(r, *c.detail), "were killed or wounded");
  }
}

TEST(Claims, WhatIsOfNoEventIsLeftOutAlsoWhereAnArticleCounts) {
  const auto r = read("en", {{BlockKind::body, "Each year a man drowns there."}});
  EXPECT_EQ(figures(r), "");
  ASSERT_EQ(r.left_out.size(), 1u);
  EXPECT_EQ(r.left_out[0].reason, LeftOutReason::statistic);
}

TEST(Claims, AQuestionEndsWhereTheSentenceBeforeItDid) {
  EXPECT_EQ(
      figures(read("en", {{BlockKind::body, "12 men died in the port. did 30 men die there?"}})),
      "deaths 12\ndeaths 30 hypothetical\n");
}

TEST(Claims, TeasersClaimNothing) {
  const auto r = read("en", {{BlockKind::teaser, "Storm kills 30 people in the north."}});
  EXPECT_EQ(figures(r), "");
  ASSERT_EQ(r.left_out.size(), 1u);
  EXPECT_EQ(r.left_out[0].reason, LeftOutReason::block);
}

TEST(Claims, EveryNumberIsAClaimOrLeftOutWithAReason) {
  const auto r = read("en", {{BlockKind::body,
                              "On 5 May at 18:20 a man aged 34 ran 12 km; 10 people died. Call "
                              "0123 456 789 10 or pay 30 euros, 5 percent more."}});
  std::multiset<std::string> reasons;
  for (const LeftOut& l : r.left_out) reasons.insert(std::string(name_of(l.reason)));
  EXPECT_EQ(figures(r), "deaths 10 on XXXX-05-05\n");
  EXPECT_TRUE(std::any_of(r.claims.begin(), r.claims.end(), [](const Claim& c) {
    return c.kind == ClaimKind::person && c.field == PersonField::age;
  }));
  for (const char* reason : {"date", "time", "distance", "telephone", "money", "share"})
    EXPECT_EQ(reasons.count(reason), 1u) << reason;
}

TEST(Claims, APronounThatOpensAParagraphIsTheOneNamedInTheParagraphAbove) {
  const Part above{BlockKind::body, "The minister said 12 people had died."};
  EXPECT_EQ(figures(read("en", {above, {BlockKind::body, "He said 30 people were arrested."}})),
            "deaths 12 by The minister\ndetained 30 by The minister\n");
  const Part between{BlockKind::body, "The square is empty."};
  EXPECT_EQ(
      figures(read("en", {above, between, {BlockKind::body, "He said 30 people were arrested."}})),
      "deaths 12 by The minister\ndetained 30\n");
}

TEST(Claims, ByHisWordIsWhoeverSpokeLastAndNobodyDeniesIt) {
  EXPECT_EQ(figures(read("ru", {{BlockKind::body,
                                 "Министр опроверг гибель 48 горняков, по его словам, погибли "
                                 "16."}})),
            "deaths 48 by Министр denied\ndeaths 16 by Министр\n");
}

TEST(Claims, TheLettersOfABodyAreThatBody) {
  const auto r = read("en", {{BlockKind::body, "The Orlo Dockers' Movement (ODM) said 12 died."},
                             {BlockKind::body, "The ODM said 30 were hurt."}});
  ASSERT_EQ(r.claims.size(), 2u);
  EXPECT_EQ(r.claims[0].claimant.key, r.claims[1].claimant.key);
  EXPECT_EQ(r.claims[1].claimant.name, "Orlo Dockers' Movement");
}

TEST(Claims, AListOfDemandsIsOnTheWordOfWhoDemandsAndOfNoDay) {
  EXPECT_EQ(figures(read("en",
                         {{BlockKind::body, "The union demands:"},
                          {BlockKind::list, "the release of 48 dockers detained on Monday;"},
                          {BlockKind::list, "an inquiry into the deaths of 12 dockers."},
                          {BlockKind::body, "Thirty guards were hurt."}},
                         "2024-03-14")),
            "released 48 by The union planned\ndeaths 12 by The union\ninjured Thirty\n");
}

TEST(Claims, AListEndsWithItsFullStopAndBeginsBehindAColon) {
  EXPECT_EQ(figures(read("en", {{BlockKind::body, "The union demands: the release of 48 miners."},
                                {BlockKind::list, "Flood in Kazan: 12 dockers died."},
                                {BlockKind::list, "A court released 30 dockers."}})),
            "released 48 by The union planned\ndeaths 12\nreleased 30\n");
}

TEST(Claims, AWordInBracketsIsNoBodysLetters) {
  EXPECT_EQ(figures(read(
                "en", {{BlockKind::body, "The Orlo Dockers' Movement (Varsk) said 12 people died."},
                       {BlockKind::body, "Varsk said 30 people were hurt."}})),
            "deaths 12 by The Orlo Dockers' Movement\ninjured 30 by Varsk\n");
}

TEST(Claims, OfAListByTownsEachHasItsOwn) {
  const auto r = read("en", {{BlockKind::body, "Kazan: 3 dead, 5 hurt; Lima: 1 dead, 2 hurt."}});
  std::string places;
  for (const Claim& c : r.claims) places += (c.place ? c.place->name : "-") + " ";
  EXPECT_EQ(places, "Kazan Kazan Lima Lima ");
}

TEST(Claims, ASecondSpeakerWithoutAVerbHasANumberOfTheirOwn) {
  EXPECT_EQ(figures(read("fr", {{BlockKind::body,
                                 "La mairie parle de 12 morts, l'hôpital de 30, dont 4 enfants, et "
                                 "le syndicat de 40."}})),
            "deaths 12 by La mairie\ndeaths 30 by l'hôpital\ndeaths 4 by l'hôpital part\n"
            "deaths 40 by le syndicat\n");
}

TEST(Claims, WhatIsSaidOfASentenceBeforeIsOnThatWord) {
  EXPECT_EQ(
      figures(read("ru", {{BlockKind::body, "Погибли 12 жильцов. Об этом сообщила полиция."}})),
      "deaths 12 by полиция\n");
  EXPECT_EQ(figures(read("ru", {{BlockKind::body, "Погибли 12 жильцов."},
                                {BlockKind::body, "Об этом сообщили в полиции. Ранены трое."}})),
            "deaths 12 by полиции\ninjured трое\n");
}

TEST(Claims, APartMayBeOfTheSentenceBefore) {
  EXPECT_EQ(figures(read("ru", {{BlockKind::body, "Ранены 12 жильцов. Трое из них погибли."}})),
            "injured 12\ndeaths Трое part\n");
  EXPECT_EQ(figures(read("ru", {{BlockKind::body, "Трое из них погибли."}})), "deaths Трое\n");
}

TEST(Claims, TheCapitalIsTheOneThatTheTextHasNamed) {
  EXPECT_EQ(figure_places("en",
                          "The march left Lima for Quito. Quito slept. Nine people died "
                          "in the capital."),
            "Nine: the capital = Quito\n");
  EXPECT_EQ(figure_places("en",
                          "The march left Lima for Quito. Nine people died in the Peruvian "
                          "capital."),
            "Nine: the Peruvian capital = Lima\n");
  EXPECT_EQ(figure_places("en", "Nine people died in the capital."), "Nine: nowhere\n");
  EXPECT_EQ(figure_places("fr",
                          "Ils sont à Lima. Neuf personnes sont mortes dans la capitale "
                          "péruvienne."),
            "Neuf: la capitale = Lima\n");
  const DocumentRecord r =
      read("en", {{BlockKind::body, "The capital is Lima; the capital mourns."}});
  EXPECT_EQ(r.mentions.places.size(), 1u);  // "the capital" is no name
}

TEST(Claims, ACityThatBearsAPersonsNameNeedsATownOfItsCountry) {
  EXPECT_EQ(figure_places("fr", "Neuf personnes sont mortes à Nancy. Les cars partaient de Metz."),
            "Neuf: Nancy\n");
  EXPECT_EQ(figure_places("fr", "Neuf personnes sont mortes, a-t-on dit à Nancy."),
            "Neuf: nowhere\n");
}

TEST(Claims, ASurnameAloneIsWhoTheTextNamedInFull) {
  const auto kinds = [](const DocumentRecord& r) {
    std::string out;
    for (const Claim& c : r.claims)
      if (c.kind == ClaimKind::figure) out += std::string(name_of(c.claimant.kind)) + " ";
    return out;
  };
  const Part full{BlockKind::body, "Sheriff Ada Tolvrek said two men were killed."};
  const Part alone{BlockKind::body, "Nine people were hurt, Tolvrek said."};
  const Part other{BlockKind::body, "Orsa Tolvrek wept."};
  EXPECT_EQ(kinds(read("en", {full, alone})), "police police ");
  EXPECT_EQ(kinds(read("en", {full, other, alone})), "police unknown ") << "two bear it";
  const Part long_name{BlockKind::body, "Sheriff Ada Maria Tolvrek said two men were killed."};
  const Part shorter{BlockKind::body, "Ada Tolvrek wept."};
  EXPECT_EQ(kinds(read("en", {long_name, shorter, alone})), "police police ");
  EXPECT_EQ(kinds(read("en", {alone, full})), "unknown police ") << "not named yet";
  const Part judge{BlockKind::body, "Judge Orsa Tolvrek said three men were killed."};
  EXPECT_EQ(kinds(read("en", {full, judge, alone})), "police judiciary unknown ");
  EXPECT_EQ(kinds(read("fr", {{BlockKind::body, "La procureure Ada Tolvrek a parlé."},
                              {BlockKind::body,
                               "« Neuf personnes ont été blessées », a déclaré "
                               "Mme Tolvrek."}})),
            "judiciary ");
}

TEST(Claims, ASiteBehindTheFigureIsFinerThanATownBeforeIt) {
  const auto places = [](const std::string& text) {
    std::string out;
    const DocumentRecord r = read("en", {{BlockKind::body, text}});
    for (const Claim& c : r.claims)
      if (c.kind == ClaimKind::figure) out += (c.place ? c.place->name : "") + ";";
    return out;
  };
  EXPECT_EQ(places("The other Kazan shootings hurt a baker who was hit in Gunmaker Street."),
            "Gunmaker Street;");
  EXPECT_EQ(places("In Kazan nine people were hurt, and in Perm two were killed."), "Kazan;Perm;");
}

TEST(Claims, WhatOpensAPostIsAtTheFirstPlaceBelow) {
  const DocumentRecord r = read("ru", {{BlockKind::body, "Взрыв в цехе: погиб человек."},
                                       {BlockKind::body, "Всё случилось сегодня в Перми."}});
  ASSERT_FALSE(r.claims.empty());
  for (const Claim& c : r.claims) EXPECT_EQ(c.place ? c.place->name : "", "Perm");
}

TEST(Claims, AFormerValueIsOnTheWordOfTheFigureBesideIt) {
  EXPECT_EQ(figures(read("fr",
                         {{BlockKind::body,
                           "Près de 900 marcheurs ont été recensés samedi par le ministère "
                           "de l'Intérieur, contre 300 la semaine dernière."}},
                         "2019-01-07")),
            "participants Près de 900 by le ministère de l'Intérieur on 2019-01-05 previous\n"
            "participants 300 by le ministère de l'Intérieur on 2019-W01\n");
}

TEST(Claims, AFigureInBracketsIsOfTheDayBeforeThem) {
  EXPECT_EQ(figures(read("fr", {{BlockKind::body,
                                 "Samedi, 264 personnes ont été blessées, bien plus que le 3 mai "
                                 "(201 blessés)."}})),
            "injured 264 on XXXX-WXX-6\ninjured 201 on XXXX-05-03\n");
}

TEST(Claims, SomeOfTheDeadAreASubsetWhereverTheyAreCounted) {
  EXPECT_EQ(figures(read("en", {{BlockKind::body, "Six people died."},
                                {BlockKind::body, "Two of the dead were nurses."}})),
            "deaths Six\ndeaths Two part subset\n");
  EXPECT_EQ(figures(read("fr", {{BlockKind::body, "Trois des blessés sont des marins."}})),
            "injured Trois subset\n");
  EXPECT_EQ(figures(read("ru", {{BlockKind::body, "Погибли шесть жильцов."},
                                {BlockKind::body, "Среди погибших двое детей."}})),
            "deaths шесть\ndeaths двое part subset\n");
}

TEST(Claims, SomeOfTheDeadAreNoPartOfAnothersToll) {
  EXPECT_EQ(figures(read("en", {{BlockKind::body,
                                 "Eleven people died, the union said. Two of the dead were nurses, "
                                 "the sheriff said."}})),
            "deaths Eleven by the union\ndeaths Two by the sheriff subset\n");
}

TEST(Claims, APronounBehindAColonIsWhomTheSentenceOpensWith) {
  EXPECT_EQ(figures(read("en", {{BlockKind::body,
                                 "The sheriff said five people died. The union rejected these "
                                 "figures: according to it, eleven died."}})),
            "deaths five by The sheriff\ndeaths eleven by The union\n");
}

TEST(Claims, TheTimeOfAFormerFigureIsItsOwn) {
  const auto day = [](const std::string& language, const std::string& text) {
    return figures(read(language, {{BlockKind::body, text}}, "2031-05-07"));
  };
  EXPECT_EQ(day("en", "41 people were held, compared with 12 last week."),
            "detained 41 previous\ndetained 12 on 2031-W18\n");
  EXPECT_EQ(day("fr", "41 personnes ont été arrêtées, contre 30 l'an dernier."),
            "detained 41 previous\ndetained 30 on 2030\n");
  EXPECT_EQ(day("ru", "Задержаны 40 человек, в прошлом году — 12."),
            "detained 40 previous\ndetained 12 on 2030\n");
}

TEST(Claims, NowIsNoDay) {
  EXPECT_EQ(figures(read("ru", {{BlockKind::body, "Сейчас известно о 12 раненых."}}, "2031-05-07")),
            "injured 12\n");
}

TEST(Claims, AFigureCountsForTheMomentOfThePage) {
  const auto r =
      read("ru", {{BlockKind::body, "На данный момент известно о 12 раненых."}}, "2031-05-07");
  ASSERT_EQ(r.claims.size(), 1u);
  ASSERT_TRUE(r.claims[0].as_of.has_value());
  EXPECT_EQ(r.claims[0].as_of->value, "2031-05-07");
  EXPECT_FALSE(r.claims[0].when.has_value());
}

TEST(Claims, ASentenceBeginsBehindItsOpeningSign) {
  EXPECT_EQ(figure_places("ru", "🧨В Казани ранены 12 жильцов."), "12: Казани = Kazan\n");
}

TEST(Claims, ALanguageWithoutPackIsSaid) {
  const auto r = read("zz", {{BlockKind::body, "10 people died."}});
  ASSERT_EQ(r.skipped.size(), 1u);
  EXPECT_TRUE(r.claims.empty());
}

TEST(Claims, IdsHangOnTheContentAlone) {
  const std::vector<Part> parts{{BlockKind::body, "10 people died."}};
  EXPECT_EQ(read("en", parts).claims[0].id, read("en", parts, "2031-05-07").claims[0].id);
}

}  // namespace
}  // namespace recount
