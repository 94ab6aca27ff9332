#include "src/publish/privacy.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "src/base/base.h"
#include "src/publish/publish.h"
#include "src/publish/sample.h"
#include "src/publish/shown.h"

namespace recount {
namespace {

using namespace publish;

TEST(Privacy, WithholdsNamesInAllTheirForms) {
  Sample sample("a", "Alda Verrick was hurt. Port Alda is far.");
  sample.record.mentions.actors.push_back(
      {sample.at("Alda Verrick"), "Alda Verrick", ActorKind::individual, "k", true});
  const DocumentRecord* records[] = {&sample.record};
  const Privacy privacy(records);
  EXPECT_EQ(privacy.masked("said Alda Verrick, at a@b.example"),
            "said [name withheld], at [address withheld]");
  EXPECT_EQ(privacy.masked("VERRICK's and Verrickom"), "[name withheld]'s and [name withheld]");
  EXPECT_EQ(privacy.masked("a verrick, Verricksonland"), "a verrick, Verricksonland");
  EXPECT_EQ(privacy.masked("ALDA VERRICK, Ver\u00ADrick, Ve\u0301rrick"),
            "[name withheld], [name withheld], [name withheld]");
}

TEST(Privacy, ShowsAWordOfAPlaceOnlyWhereItIsNoCertainName) {
  Sample sample("a", "Relatives in Verrick's house wept for Alda Verrick. Port Sennow is far.");
  sample.record.mentions.actors.push_back(
      {sample.at("Alda Verrick"), "Alda Verrick", ActorKind::individual, "k", true});
  sample.record.mentions.places.push_back(
      {sample.at("Verrick"), "Verrick", "", {}, {}, "", "unknown", {}});
  const DocumentRecord* records[] = {&sample.record};
  const std::string_view words = "Alda Verrick in Verrick, Port Sennow";
  EXPECT_EQ(Privacy(records).masked(words), "[name withheld] in [name withheld], Port Sennow");
  sample.record.mentions.places.back().id = "gn:1";
  EXPECT_EQ(Privacy(records).masked(words), "[name withheld] in [name withheld], Port Sennow");
  sample.record.mentions.places.back().precision = "country";
  EXPECT_EQ(Privacy(records).masked(words), "[name withheld] in Verrick, Port Sennow");
  // Who may be no person at all: the gazetteer decides.
  sample.record.mentions.actors.back().kind = ActorKind::unknown;
  EXPECT_EQ(Privacy(records).masked(words), "[name withheld] in Verrick, Port Sennow");
}

TEST(Privacy, ShowsWhoHoldsAPublicOfficeAndNobodyOfTheirName) {
  Sample sample("a",
                "the minister of the Chancery Orvin Zeltak spoke. Zeltak and Orvin left. Chancery. "
                "Alda Zeltak wept.");
  for (const char* name : {"Zeltak", "Orvin"})
    sample.record.mentions.actors.push_back(
        {sample.at(name), name, ActorKind::individual, "k", true});
  sample.record.mentions.actors.push_back(
      {sample.at("Alda Zeltak"), "Alda Zeltak", ActorKind::individual, "l", true});
  const std::string_view words = "minister Orvin Zeltak, Zeltak, Orvin, Alda Zeltak";
  const DocumentRecord* records[] = {&sample.record};
  EXPECT_EQ(Privacy(records).masked(words),
            "minister [name withheld], [name withheld], [name withheld], [name withheld]");
  sample.record.mentions.actors.push_back({sample.at("minister of the Chancery Orvin Zeltak"),
                                           "minister of the Chancery Orvin Zeltak",
                                           ActorKind::government, "m", true});
  EXPECT_EQ(Privacy(records).masked(words),
            "minister Orvin Zeltak, [name withheld], [name withheld], [name withheld]");
  // An office that is named by one word says whose it is.
  sample.record.mentions.actors.back().span = sample.at("Zeltak");
  EXPECT_EQ(Privacy(records).masked(words),
            "minister [name withheld], Zeltak, [name withheld], [name withheld]");
}

TEST(Privacy, ShowsWhoeverHasAnOfficeSomewhereInTheRecordsButNoVictimOfTheName) {
  Sample sample("a", "Sheriff Orvin Zeltak spoke. Orvin Zeltak. Alda Zeltak wept. Orvin Haskel.");
  sample.record.mentions.actors.push_back(
      {sample.at("Sheriff Orvin Zeltak"), "Sheriff Orvin Zeltak", ActorKind::police, "m", true});
  Claim claim;
  claim.claimant.span = Span{28, 40};
  claim.claimant.kind = ActorKind::individual;
  sample.record.claims.push_back(claim);
  const DocumentRecord* records[] = {&sample.record};
  const std::string_view words = "Sheriff Orvin Zeltak, Orvin Zeltak, Alda Zeltak, Orvin";
  EXPECT_EQ(Privacy(records).masked(words),
            "Sheriff Orvin Zeltak, Orvin Zeltak, Alda [name withheld], [name withheld]");
  sample.record.claims[0].kind = ClaimKind::person;
  sample.record.claims[0].person = Span{28, 40};
  EXPECT_EQ(Privacy(records).masked(words),
            "Sheriff [name withheld], [name withheld], Alda [name withheld], [name withheld]");
}

TEST(Privacy, MixesNoNamesOfTwoOffices) {
  Sample sample("a", "Sheriff Orvin Zeltak and Judge Alda Verrick spoke. Orvin Verrick wept.");
  sample.record.mentions.actors = {
      {sample.at("Sheriff Orvin Zeltak"), "Sheriff Orvin Zeltak", ActorKind::police, "m", true},
      {sample.at("Judge Alda Verrick"), "Judge Alda Verrick", ActorKind::judiciary, "n", true},
      {sample.at("Orvin Verrick"), "Orvin Verrick", ActorKind::individual, "o", true}};
  const DocumentRecord* records[] = {&sample.record};
  EXPECT_EQ(Privacy(records).masked("Orvin Zeltak, Alda Verrick, Orvin Verrick"),
            "Orvin Zeltak, Alda Verrick, [name withheld]");
}

TEST(Privacy, AnOutletIsNobodyAndAnArticleNoName) {
  const std::vector<std::string> articles{"the en", "le"};
  Sample sample("a", "Selon The Orlo Sheet, rien. The end. Selon Le Zeltak, rien.");
  sample.record.document.language = "fr";
  sample.record.document.outlet = "Orlo Sheet";
  const auto claimed = [&](const char* words) {
    Claim claim;
    claim.claimant.span = sample.at(words);
    claim.claimant.kind = ActorKind::individual;
    sample.record.claims.push_back(claim);
    sample.record.mentions.actors.push_back(
        {sample.at(words), words, ActorKind::individual, "k", true});
  };
  claimed("The Orlo Sheet");
  claimed("Le Zeltak");
  const DocumentRecord* records[] = {&sample.record};
  const std::string_view words = "The Orlo Sheet, The end, Le Zeltak, Le maire";
  EXPECT_EQ(Privacy(records, articles).masked(words),
            "The Orlo Sheet, The end, Le [name withheld], Le maire");
  // Known by its article alone, but in a page of another language only.
  sample.record.document.outlet = {};
  EXPECT_EQ(Privacy(records, articles).masked(words),
            "The Orlo Sheet, The end, Le [name withheld], Le maire");
  sample.record.document.language = "en";
  EXPECT_EQ(Privacy(records, articles).masked(words),
            "The [name withheld], The end, Le [name withheld], Le maire");
}

TEST(Privacy, TheNounThatOpensAClaimantIsNoName) {
  Sample sample("a", "Residents fled. Neighbour Alda Verrick wept.");
  for (const char* words : {"Residents", "Neighbour Alda Verrick"}) {
    Claim claim;
    claim.claimant.span = sample.at(words);
    claim.claimant.kind = ActorKind::witness;
    claim.claimant.key = "witness:neighbours";
    sample.record.claims.push_back(claim);
  }
  const DocumentRecord* records[] = {&sample.record};
  EXPECT_EQ(Privacy(records).masked("Residents fled. Neighbour Alda Verrick wept."),
            "Residents fled. Neighbour [name withheld] wept.");
}

TEST(Privacy, WithholdsTheNumberOfAHouseInABlockThatIsNobodysWord) {
  Sample sample("a", "The Sheet, 12 Quay Lane. : Protests");
  LeftOut number;
  number.span = sample.at("12");
  number.reason = LeftOutReason::address;
  sample.record.left_out.push_back(number);
  const DocumentRecord* records[] = {&sample.record};
  const TableOptions options;
  const Shown shown(records, options);
  EXPECT_EQ(shown.block_words(sample.record, sample.at("The Sheet, 12 Quay Lane.")),
            "The Sheet, [address withheld] Quay Lane.");
  EXPECT_EQ(shown.quote(sample.record, sample.at(": Protests")), "“Protests”");
  EXPECT_EQ(shown.quote(sample.record, sample.at(":")), "“:”");
}

TEST(Privacy, WithholdsWhoSpeaksInAnyScriptAndCase) {
  const struct {
    const char* text;
    const char* claimant;
    const char* masked;
  } rows[] = {
      {"Орвин Зелтак said", "Орвин Зелтак", "[name withheld] said"},
      {"Όρβιν Ζέλτακης said", "Όρβιν Ζέλτακης", "[name withheld] said"},
      {"Orvin ZELTAK said", "Orvin ZELTAK", "[name withheld] said"},
      {"The ZTK said", "The ZTK", "The ZTK said"},
      {"ОЗТ said", "ОЗТ", "ОЗТ said"},
  };
  for (const auto& row : rows) {
    Sample sample("a", row.text);
    Claim claim;
    claim.claimant.span = sample.at(row.claimant);
    claim.claimant.kind = ActorKind::unknown;
    sample.record.claims.push_back(claim);
    const DocumentRecord* records[] = {&sample.record};
    EXPECT_EQ(Privacy(records).masked(row.text), row.masked);
  }
}

TEST(Privacy, CollectsUnusualNamesOfTitlesAndRoles) {
  Sample sample("a", "Market fire: Alda Verrick mourned\n\nThe fire at the market hurt Jorun.");
  sample.record.document.title = "Market Fire: Alda Verrick mourned";
  Claim claim;
  claim.kind = ClaimKind::occurrence;
  claim.actors.push_back({sample.at("Jorun"), Role::target, "Jorun", ActorKind::anonymous});
  sample.record.claims.push_back(claim);
  const DocumentRecord* records[] = {&sample.record};
  EXPECT_EQ(Privacy(records).masked("Market Fire, Alda Verrick, Jorun"),
            "Market Fire, [name withheld], [name withheld]");
}

// Small letters of the scripts below, so that no case hides a name.
std::string small(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8_next(text, at);
    const bool capital = (c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42F);
    utf8_append(out, capital ? c + 32 : c);
  }
  return out;
}

// A ledger into all whose fields private names got: Latin, Cyrillic, a surname in capitals.
struct NamedSample {
  Sample page{"a",
              "Alda Verrick dead\n\nOrvin ZELTAK said 12 people died at Verrick's pier, Мирта "
              "Корвек told; Орлан Дусик spoke of 14 people who died, Jorun Haskel was beaten."};
  Ledger ledger;
  NamedSample() {
    Claim& first = page.figure("c-1", "12 people", 12, "died");
    first.claimant = {page.at("Orvin ZELTAK"),
                      "Orvin ZELTAK",
                      ActorKind::unknown,
                      "orvin zeltak",
                      {page.at("Мирта Корвек")}};
    Claim& second = page.figure("c-2", "14 people", 14, "died");
    second.modality = Modality::denied;
    second.claimant = {
        page.at("Орлан Дусик"), "Орлан Дусик", ActorKind::individual, "орлан дусик", {}};
    Claim act;
    act.id = "c-3";
    act.kind = ClaimKind::occurrence;
    act.span = page.at("Jorun Haskel was beaten");
    act.wording = page.at("beaten");
    act.actors.push_back(
        {page.at("Jorun Haskel"), Role::target, "Jorun Haskel", ActorKind::individual});
    page.record.claims.push_back(act);
    page.record.document.title = "Alda Verrick dead";
    page.record.document.url = "https://herald.example/%D0%94%D1%83%D1%81%D0%B8%D0%BA";
    page.record.mentions.actors.push_back(
        {page.at("Мирта Корвек"), "Мирта Корвек", ActorKind::witness, "k", true});
    page.record.mentions.places.push_back(
        {page.at("Verrick's pier"), "Verrick", "", {}, {}, "", "unknown", {}});
    page.record.left_out.push_back({page.at("14"), LeftOutReason::undecided});
    page.record.document.leads.push_back({page.at("Alda Verrick dead"), {}});
    ledger.events.push_back(event());
    ledger.origins.links.push_back(
        {LinkKind::credit_line, "a", "agency:Alda Verrick", 90, "Мирта Корвек"});
    ledger.dated.push_back(
        {"a", Stamp{"2000-01-01", Precision::day, {}, "meta", {}, true}, "“ZELTAK” in a"});
  }
  static Event event() {
    Event event;
    event.id = "e-1";
    event.place.name = "Verrick";
    event.day_why = "“Корвек” in a";
    event.documents = {"a"};
    event.occurrences = {"c-3"};
    for (const char* id : {"c-1", "c-2"}) {
      LedgerLine line;
      line.claim = id;
      line.claims = {id};
      line.origin = "o-1";
      line.channels = 2;
      line.channel_names = {"Alda Verrick", "Корвек"};
      event.lines.push_back(line);
    }
    event.series.push_back({Measure::deaths, "orvin zeltak", {0, 1}});
    event.disagreements.push_back(
        {Measure::deaths, "12 (Orvin ZELTAK) or 14 (Орлан Дусик)", {"c-1", "c-2"}, {}});
    return event;
  }
};

TEST(Privacy, NoFormatHoldsACollectedName) {
  const NamedSample sample;
  const DocumentRecord* records[] = {&sample.page.record};
  std::vector<std::string> reports{ledger_table(sample.ledger, records, {}),
                                   ledger_json(sample.ledger, records, {}),
                                   ledger_csv(sample.ledger, records, {})};
  for (const Format format : {Format::table, Format::jsonl, Format::csv}) {
    reports.push_back(claims_list(records, {}, {}, format, {}));
    reports.push_back(left_out_list(records, {}, {}, format, {}));
  }
  const std::vector<std::string> names = Privacy(records).collected();
  for (const char* name : {"alda", "verrick", "orvin", "zeltak", "мирта", "корвек", "орлан",
                           "дусик", "jorun", "haskel"}) {
    EXPECT_EQ(std::ranges::count(names, name), 1) << name;
    for (const std::string& report : reports)
      EXPECT_EQ(small(report).find(name), std::string::npos) << name << "\n" << report;
  }
  for (const std::string& report : reports) {
    EXPECT_EQ(report.find("%D0%94"), std::string::npos) << report;
  }
  EXPECT_NE(reports[0].find("” [DENIED], “[name withheld]”"), std::string::npos) << reports[0];
}

TEST(Privacy, AddressesAndFilesCalledAfterSomebodyTellNoName) {
  Sample sample("d-0123456789abcdef", "Alda Verrick was hurt.");
  sample.record.mentions.actors.push_back(
      {sample.at("Alda Verrick"), "Alda Verrick", ActorKind::individual, "k", true});
  const DocumentRecord* records[] = {&sample.record};
  TableOptions options;
  options.sources = {{"d-0123456789abcdef", "pages/alda-verrick.html"}};
  const Shown shown(records, options);
  EXPECT_EQ(shown.url("https://aldaverrick.example/about"), "[address withheld]");
  EXPECT_EQ(shown.url("https://alda-verrick.example/about"), "[address withheld]");
  EXPECT_EQ(shown.url("https://velt.example/verrick"), "https://velt.example/[name withheld]");
  EXPECT_EQ(shown.label("d-0123456789abcdef"), "d-0123456789abcdef");
  options.show_private_names = true;
  EXPECT_EQ(Shown(records, options).label("d-0123456789abcdef"), "alda-verrick");
}

}  // namespace
}  // namespace recount
