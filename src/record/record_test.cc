#include "src/record/record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "src/record/filler.h"
#include "tests/json_schema.h"

namespace recount {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kText =
    "17h20\n"
    "La préfecture se tait. Selon les cheminots, cités par le site Kaiko, "
    "au moins 45 personnes ont péri aujourd’hui près de la gare.\n";

Json file(const std::string& name) {
  const auto text = read_file(name, 1u << 20);
  EXPECT_TRUE(text.ok()) << name;
  auto json = Json::parse(*text);
  EXPECT_TRUE(json.ok()) << name << ": " << (json ? "" : json.error().message);
  return *json;
}

const testing_support::JsonSchema& schema() {
  static const testing_support::JsonSchema kSchema(file("docs/record.schema.json"));
  return kSchema;
}

Span at(std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(kText.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

Claim figure_claim() {
  Claim claim;
  claim.id = "c-1f0e2d3c4b5a6978";
  claim.claimant = {at("les cheminots"),
                    "railway workers",
                    ActorKind::participants,
                    "role:railway-workers",
                    {at("le site Kaiko")}};
  claim.when =
      When{at("aujourd’hui"), "XXXX-XX-XX", std::nullopt, std::nullopt, "publication", "P0D"};
  claim.said_at = SaidAt{"T17:20", std::nullopt};
  claim.confidence = 90;
  claim.rule = "fr/perished";
  claim.span = at("au moins 45 personnes ont péri");
  claim.wording = at("ont péri");
  claim.figure = {at("au moins 45"), 45, std::nullopt, Qualifier::at_least, "person", 0};
  claim.group = at("personnes");
  return claim;
}

// The record of docs/record.example.json.
DocumentRecord example() {
  DocumentRecord record;
  Document& document = record.document;
  document.id = "kaiko-17h20";
  document.language = "fr";
  document.text = kText;
  document.blocks = {
      {BlockKind::update, {0, static_cast<std::uint32_t>(kText.size())}, "T17:20", false}};
  record.claims = {figure_claim()};
  record.left_out = {{at("17h20"), LeftOutReason::time}};
  return record;
}

const std::vector<PackSummary> kPacks{{"en", "English", "1", "draft"},
                                      {"fr", "français", "1", "draft"}};

TEST(Record, TheExampleOfTheDocsIsWhatIsWritten) {
  EXPECT_EQ(to_json(example(), kPacks), file("docs/record.example.json").dump());
}

TEST(Record, TheExampleFollowsTheSchema) {
  EXPECT_THAT(schema().errors(file("docs/record.example.json")), IsEmpty());
}

TEST(Record, OffsetsAreCodePointsAndWordsAreFilledIn) {
  const Json json = json_of(example(), kPacks);
  const Json& claim = json.get("claims")->items()[0];
  EXPECT_EQ(claim.get("wording")->dump(), R"({"begin":97,"end":105,"verbatim":"ont péri"})");
  EXPECT_EQ(claim.get("span")->get("quote")->as_string(), "au moins 45 personnes ont péri");
  EXPECT_EQ(json.get("producer")->get("packs")->dump(), R"({"fr":"1"})");
}

TEST(Record, TextCanBeLeftOut) {
  const Json json = json_of(example(), kPacks, {.with_text = false});
  EXPECT_TRUE(json.get("document")->get("text")->is_null());
  EXPECT_THAT(schema().errors(json), IsEmpty());
  EXPECT_THAT(record_of(json).error().message, HasSubstr("without its text"));
}

TEST(Record, ErrorsNameWhatIsWrong) {
  const struct {
    std::string_view from, to, error;
  } rows[] = {
      {R"("format":1)", R"("format":9)", "format 9"},
      {R"("confidence":90)", R"("confidence":"90")", "confidence is not a whole number"},
      {R"("measure":"deaths")", R"("measure":"dances")",
       "measure has a value that it can't have: \"dances\""},
      {R"("status":"unverified")", R"("state":"unverified")", "status is missing"},
      {R"("verbatim":"au moins 45")", R"("verbatim":"au moins 46")",
       "not what the text has there: \"au moins 46\""},
      {R"("end":105)", R"("end":1050)", "end lies outside the text"},
      {R"("begin":97)", R"("begin":106)", "begin lies behind its end"},
      {R"("via":[)", R"("via":7,"was":[)", "via is not a list"},
      {R"("claims":)", R"("claim":)", "claims is missing"},
  };
  const std::string good = to_json(example(), kPacks);
  for (const auto& row : rows) {
    std::string bad = good;
    const std::size_t at = bad.find(row.from);
    ASSERT_NE(at, std::string::npos) << row.from;
    bad.replace(at, row.from.size(), row.to);
    const auto record = record_from_json(bad);
    ASSERT_FALSE(record.ok()) << row.to;
    EXPECT_THAT(record.error().message, HasSubstr(std::string(row.error)));
  }
  EXPECT_THAT(record_from_json("{").error().message, HasSubstr("not JSON"));
  EXPECT_THAT(record_from_json("[]").error().message, HasSubstr("is no record"));
}

TEST(Record, TheLargestNumberSurvives) {
  DocumentRecord record = example();
  record.claims[0].figure.low = INT64_MAX;
  const std::string line = to_json(record, kPacks);
  const auto back = record_from_json(line);
  ASSERT_TRUE(back.ok()) << back.error().message;
  EXPECT_EQ(to_json(*back, kPacks), line);
}

TEST(Schema, EveryFieldIsDescribed) {
  const Json root = file("docs/record.schema.json");
  for (const auto& [name, definition] : root.get("$defs")->members()) {
    const Json* properties = definition.get("properties");
    if (!properties) continue;
    for (const auto& [field, rule] : properties->members()) {
      EXPECT_NE(rule.get("description"), nullptr) << name << "." << field;
    }
    EXPECT_EQ(properties->size(), definition.get("required")->size())
        << name << ": a field is never left out";
  }
}

TEST(Schema, KnowsALineWithoutDocument) {
  const auto line = Json::parse(
      R"({"document":null,"skipped":[{"source":"-:2","reason":"empty","kind":"page"}]})");
  EXPECT_THAT(schema().errors(*line), IsEmpty());
}

TEST(Schema, RefusesWhatTheRecordHasNot) {
  Json json = file("docs/record.example.json");
  json["truth"] = 1;
  EXPECT_THAT(schema().errors(json), testing::Contains("$: has an unknown member truth"));
}

RC_GTEST_PROP(Record, EveryRecordFollowsTheSchemaAndReadsBack, ()) {
  const DocumentRecord record = record::random_record();
  const Json json = json_of(record, kPacks);
  RC_ASSERT(schema().errors(json) == std::vector<std::string>());
  const std::string line = json.dump();
  const auto back = record_from_json(line);
  if (!back) RC_FAIL(back.error().message);
  RC_ASSERT(to_json(*back, kPacks) == line);
  RC_ASSERT(back->document.text == record.document.text);
}

RC_GTEST_PROP(Record, AnyLineIsReadOrRefused, ()) {
  std::string line = to_json(record::random_record(), kPacks);
  const auto at = *rc::gen::inRange<std::size_t>(0, line.size());
  line[at] = *rc::gen::arbitrary<char>();
  const auto back = record_from_json(line);
  if (!back) RC_ASSERT(!back.error().message.empty());
}

}  // namespace
}  // namespace recount
