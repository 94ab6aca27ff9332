#include "src/publish/publish.h"

#include <gtest/gtest.h>

#include "src/base/base.h"
#include "src/publish/display.h"
#include "src/publish/sample.h"
#include "src/publish/wording.h"

namespace recount {
namespace {

using namespace publish;

TEST(Display, EscapesWhatPagesHold) {
  const struct {
    const char* text;
    const char* shown;
  } rows[] = {
      {"plain", "plain"},
      {"two\n\tlines  and\u00A0more ", "two lines and more"},
      {"\x1b[31mred\x07", "\uFFFD[31mred\uFFFD"},
      {"a\u202Eb\u2066c\u200Bd\uFEFF", "abcd"},
      {"\u05D0\u05D1 x", "\u2068\u05D0\u05D1 x\u2069"},
  };
  for (const auto& row : rows) EXPECT_EQ(printable(row.text), row.shown);
}

TEST(Display, MeasuresColumns) {
  const struct {
    const char* text;
    std::size_t columns;
  } rows[] = {{"", 0},     {"abc", 3},  {"été", 3},          {"e\u0301te\u0301", 3},
              {"日本", 4}, {"Қала", 4}, {"\u2068א\u2069", 1}};
  for (const auto& row : rows) EXPECT_EQ(display_width(row.text), row.columns) << row.text;
  EXPECT_EQ(padded("日", 4), "日  ");
  EXPECT_EQ(clipped("日本語", 5), "日本…");
}

TEST(Display, WrapsWithinTheWidth) {
  EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrapped("abcdefgh", 3), (std::vector<std::string>{"abc", "def", "gh"}));
  EXPECT_EQ(wrapped("", 3), (std::vector<std::string>{""}));
  for (const std::string& line : wrapped("語語語語 a 語語語", 5))
    EXPECT_LE(display_width(line), 5u);
}

TEST(Display, WritesCsvThatSpreadsheetsTakeAsText) {
  const Grid grid{{{"a", 0, false}, {"b", 0, false}}, {{"x,y", "=1+1"}, {"q\"q", "-"}}};
  EXPECT_EQ(grid_csv(grid), "a,b\n\"x,y\",'=1+1\n\"q\"\"q\",'-\n");
}

TEST(Wording, SaysFiguresAndDays) {
  const auto figure = [](std::optional<std::int64_t> low, std::optional<std::int64_t> high,
                         Qualifier qualifier) {
    return figure_words({{}, low, high, qualifier, "person", 0});
  };
  EXPECT_EQ(figure(70, 70, Qualifier::exact), "70");
  EXPECT_EQ(figure(3000, std::nullopt, Qualifier::more_than), "more than 3,000");
  EXPECT_EQ(figure(10, 15, Qualifier::range), "10 to 15");
  EXPECT_EQ(figure(std::nullopt, 70, Qualifier::up_to), "up to 70");
  EXPECT_EQ(figure(std::nullopt, std::nullopt, Qualifier::vague), "no number");
  EXPECT_EQ(day_words("2000-01-01"), "Saturday 1 January 2000");
  EXPECT_EQ(day_words("XXXX-05-18"), "18 May, year not known");
  EXPECT_EQ(day_words("2000-05"), "May 2000");
  EXPECT_EQ(day_words(""), "day not known");
  EXPECT_EQ(day_words("XXXX-WXX-2"), "a Tuesday, date not known");
  EXPECT_EQ(day_words("XXXX-WXX-WE"), "a weekend, date not known");
  EXPECT_EQ(day_words("2000-W20"), "week 20 of 2000");
  EXPECT_EQ(day_words("XXXX-WXX"), "a week, date not known");
  EXPECT_EQ(day_words("XXXX-XX-XX"), "day not known");
  EXPECT_EQ(said_at_words("T17:20"), "17:20");
  EXPECT_EQ(said_at_words("2000-01-01T17:20:00"), "Saturday 1 January 2000, 17:20");
}

TEST(Wording, MendsSentencesOfEarlierStages) {
  EXPECT_EQ(with_day_words("“2000-01-01” (a), published 2000-01-01; XXXX-05-18"),
            "“2000-01-01” (a), published Saturday 1 January 2000; 18 May, year not known");
  EXPECT_EQ(with_singulars("1 places, 11 numbers, 1 days in both"),
            "1 place, 11 numbers, 1 day in both");
  EXPECT_EQ(with_number_words("about 3000 (police) or 8000 (group 2011), 30001", {3000, 8000}),
            "about 3,000 (police) or 8,000 (group 2011), 30001");
}

struct LedgerSample {
  Sample page{"a",
              "The harbour office said 12 people died at the pier; Alda Verrick told them. Call "
              "0123456789."};
  Sample other{"b", "Twelve people died at the pier, Verrick said.\x1b[2J"};
  Ledger ledger;
  LedgerSample() {
    Claim& first = page.figure("c-1", "12 people", 12, "died");
    first.claimant = {page.at("The harbour office"),
                      "harbour office",
                      ActorKind::government,
                      "k",
                      {page.at("Alda Verrick")}};
    first.said_at = SaidAt{"T09:30", {}};
    other.figure("c-2", "Twelve people", 12, "died");
    page.record.mentions.actors.push_back(
        {page.at("Alda Verrick"), "Alda Verrick", ActorKind::individual, "k", true});
    page.record.left_out.push_back({page.at("0123456789"), LeftOutReason::telephone});
    Event event;
    event.id = "e-0000000000000001";
    event.kind = EventKind::accident;
    event.day = "2000-01-01";
    event.day_why = "“Saturday” in a";
    event.place.name = "Pier";
    event.documents = {"a", "b"};
    LedgerLine line;
    line.claim = "c-1";
    line.claims = {"c-1"};
    line.restated_by = {"c-2"};
    line.said_at = "T09:30";
    line.origin = "o-1";
    line.origins = 1;
    line.channels = 1;
    line.party = true;
    event.lines.push_back(line);
    ledger.events.push_back(event);
  }
  std::vector<const DocumentRecord*> records() const { return {&page.record, &other.record}; }
};

TEST(LedgerTable, SaysWhoSaysWhatAndFourNumbers) {
  const LedgerSample sample;
  const std::string table =
      ledger_table(sample.ledger, sample.records(), {{"en", "English", "1", "draft"}});
  for (const char* words : {"ACCIDENT · Pier · Saturday 1 January 2000", "why this day",
                            "12                “12 people died”",
                            "said by “The harbour office” (government), 09:30, through “[name",
                            "in a · c-1", "origins 1 · channels 1 · first-hand no · party yes",
                            "restated by 1 claim in b: adds no origin", "telephone numbers 1",
                            "en 1 (draft)", "not reviewed by a person"})
    EXPECT_NE(table.find(words), std::string::npos) << words << "\n" << table;
  EXPECT_EQ(table.find("Verrick"), std::string::npos) << table;
  EXPECT_EQ(table.find('\x1b'), std::string::npos);
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t end = table.find('\n', at);
    EXPECT_LE(display_width(table.substr(at, end - at)), 100u) << table.substr(at, end - at);
    at = end + 1;
  }
}

TEST(LedgerJson, IsOneEventALineThenThePages) {
  const LedgerSample sample;
  const std::string lines = ledger_json(sample.ledger, sample.records(), {});
  const std::size_t end = lines.find('\n');
  const Result<Json> event = Json::parse(lines.substr(0, end)),
                     pages = Json::parse(lines.substr(end + 1));
  ASSERT_TRUE(event.ok() && pages.ok());
  const Json& line = event->get("lines")->items().at(0);
  EXPECT_EQ(line.get("figure")->get("begin")->as_int(), 24);
  EXPECT_EQ(line.get("restated_by")->items().at(0).get("document")->as_string(), "b");
  EXPECT_EQ(line.get("claimant")->get("via")->items().at(0).get("verbatim")->as_string(),
            "[name withheld]");
  EXPECT_NE(pages->get("origin_links"), nullptr);
  const std::string shown = ledger_json(sample.ledger, sample.records(), {},
                                        {.show_private_names = true, .sources = {}, .skipped = {}});
  EXPECT_NE(shown.find("Alda Verrick"), std::string::npos);
}

TEST(Lists, FilterAndFormat) {
  const LedgerSample sample;
  const auto list = [&](const ListFilter& filter, Format format) {
    return claims_list(sample.records(), {}, filter, format, {});
  };
  EXPECT_EQ(
      list({.measure = Measure::injured, .kind = {}, .reason = {}, .document = ""}, Format::jsonl),
      "");
  const std::string lines =
      list({.measure = {}, .kind = {}, .reason = {}, .document = "b"}, Format::jsonl);
  EXPECT_EQ(Json::parse(lines)->get("id")->as_string(), "c-2");
  const std::string csv = list({}, Format::csv);
  EXPECT_TRUE(csv.starts_with(
      "page,outlet,url,published,kind,what,words,low,high,qualifier,wording,claimant,"))
      << csv;
  EXPECT_TRUE(csv.substr(0, csv.find('\n')).ends_with(",document,claim")) << csv;
  EXPECT_NE(csv.find("\na,,,,figure,deaths,12 people,12,12,exact,died,The harbour office,"),
            std::string::npos)
      << csv;
  const std::string left = left_out_list(sample.records(), {}, {}, Format::table, {});
  EXPECT_NE(left.find("telephone"), std::string::npos);
  EXPECT_EQ(left.find("0123456789"), std::string::npos) << left;
}

TEST(Lists, NumbersLeftOutStandInTheirOwnWords) {
  Sample sample(
      "a",
      "In May Alda Verrick, 38, of 12 Lodda Street called her sister at 9 p.m. on 0123456789.");
  const auto leave = [&](const char* words, LeftOutReason reason) {
    sample.record.left_out.push_back({sample.at(words), reason});
  };
  leave("May", LeftOutReason::date);
  leave("38", LeftOutReason::age);
  leave("12 Lodda Street", LeftOutReason::address);
  leave("9 p.m.", LeftOutReason::time);
  leave("0123456789", LeftOutReason::telephone);
  const DocumentRecord* records[] = {&sample.record};
  const auto list = [&](bool names) {
    return left_out_list(records, {}, {}, Format::csv,
                         {.show_private_names = names, .sources = {}, .skipped = {}});
  };
  EXPECT_EQ(list(false).substr(list(false).find('\n')), R"(
a,,,,May,date,May,3,6,a
a,,,,38,age,"38, of",21,23,a
a,,,,[address withheld],address,[address withheld],28,43,a
a,,,,9 p.m.,time,called her sister at 9 p.m. on,65,71,a
a,,,,[address withheld],telephone,[address withheld],75,85,a
)");
  EXPECT_NE(list(true).find("Alda Verrick, 38, of 12 Lodda"), std::string::npos) << list(true);
  EXPECT_NE(list(true).find("a,,,,0123456789,telephone"), std::string::npos) << list(true);
}

TEST(Labels, TellPagesAndTheirCapturesApart) {
  Sample one("d-0000000000000001", "x"), two("d-0000000000000002", "x"),
      other("d-0000000000000003", "x"), given("herald", "x");
  for (Sample* sample : {&one, &two}) sample->record.document.url = "https://herald.example/fire";
  one.record.document.published = Stamp{"2000-01-02", Precision::day, {}, "meta", {}, false};
  const auto labels = [&](std::vector<const DocumentRecord*> records) {
    const std::map<std::string, std::string> sources{{"d-0000000000000001", "mon/herald.html"},
                                                     {"d-0000000000000002", "tue/herald.html"},
                                                     {"d-0000000000000003", "sun/herald.html"},
                                                     {"herald", "x.jsonl:1"}};
    std::string out;
    for (const PageName& name : page_names(records, {.sources = sources, .skipped = {}}))
      out += name.id.substr(name.id.size() - 1) + "=" + name.label + " ";
    return out;
  };
  EXPECT_EQ(labels({&one.record}), "1=herald ");
  EXPECT_EQ(labels({&one.record, &two.record}), "2=herald (capture 1) 1=herald (capture 2) ");
  two.record.document.published = Stamp{"2000-01-03", Precision::day, {}, "meta", {}, false};
  EXPECT_EQ(labels({&two.record, &one.record}), "1=herald 2=herald (2nd capture) ");
  EXPECT_EQ(labels({&one.record, &other.record}), "1=mon/herald 3=sun/herald ");
  EXPECT_EQ(labels({&one.record, &given.record}), "d=herald 1=mon/herald ");
}

TEST(Privacy, WithholdsAddressesOfPagesWithNames) {
  LedgerSample sample;
  sample.page.record.document.url = "https://herald.example/news/alda-verrick-found";
  sample.other.record.document.url = "https://herald.example/news/pier";
  const std::string csv = claims_list(sample.records(), {}, {}, Format::csv, {});
  EXPECT_EQ(csv.find("verrick-found"), std::string::npos) << csv;
  EXPECT_NE(csv.find("https://herald.example/[name withheld]"), std::string::npos) << csv;
  EXPECT_NE(csv.find("https://herald.example/news/pier"), std::string::npos) << csv;
}

TEST(LedgerTable, NamesPagesAndEventsInsteadOfIds) {
  LedgerSample sample;
  Sample unread("d-0000000000000009", "Zehn.");
  unread.record.skipped.push_back({"p/zehn.txt", "not read: why; what to do"});
  Event part = sample.ledger.events.front();
  part.id = "e-2";
  part.parent = sample.ledger.events.front().id;
  part.lines.front().channels = 2;
  part.lines.front().channel_names = {"Herald, d-0000000000000009", "Post"};
  sample.ledger.events.push_back(part);
  std::vector<const DocumentRecord*> records = sample.records();
  records.push_back(&unread.record);
  TableOptions options{.sources = {{"d-0000000000000009", "p/zehn.txt"}},
                       .skipped = unread.record.skipped};
  const std::string table = ledger_table(sample.ledger, records, {}, options);
  for (const char* words :
       {"event 1: accident · Pier · Saturday 1 January 2000", "(Herald, zehn; Post)",
        "2 pages read (language not known 2), 1 skipped", "zehn     NOT READ, "})
    EXPECT_NE(table.find(words), std::string::npos) << words << "\n" << table;
  EXPECT_EQ(table.find("d-0000000000000009"), std::string::npos) << table;
}

TEST(Explain, GoesBackToTheBytes) {
  Sample sample("a", "À 9 h, 12 people died.");
  const Claim claim = sample.figure("c-1", "12 people", 12, "died");
  const std::string body = "<p>\xC3\x80 9&nbsp;h, 12 people\r\n  died.</p>";
  sample.record.document.page = sha256_hex(body);
  sample.record.document.source_map = {
      {0, 4, 3, 7}, {4, 5, 7, 13}, {5, 17, 13, 25}, {17, 18, 25, 29}, {18, 23, 29, 34}};
  const auto explain = [&](const std::string& bytes, Format format) {
    return explain_claim(sample.record, claim, {"p.html", sha256_hex(bytes), bytes}, format, 100);
  };
  const Explanation good = explain(body, Format::table);
  EXPECT_TRUE(good.verified) << good.text;
  EXPECT_NE(good.text.find("16–25 (as it stands): 12 people"), std::string::npos) << good.text;
  EXPECT_NE(good.text.find("(white space)"), std::string::npos) << good.text;
  EXPECT_TRUE(Json::parse(explain(body, Format::jsonl).text)->get("verified")->as_bool());
  std::string other = body;
  other[17] = '7';
  EXPECT_FALSE(explain(other, Format::table).verified);
  sample.record.document.page = sha256_hex(other);
  EXPECT_FALSE(explain(other, Format::table).verified);
}

}  // namespace
}  // namespace recount
