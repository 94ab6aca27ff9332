// Rules over sentences, with a small invented language whose pack is written for the test.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "src/language/language.h"

namespace recount {
namespace {

namespace fs = std::filesystem;

class EngineTest : public ::testing::Test {
 protected:
  void TearDown() override { fs::remove_all(folder_); }

  // The words that the rules of kind `quantity` take, one after the other with "|" between.
  std::string taken(const std::string& rules, const std::string& text) {
    folder_ = fs::temp_directory_path() / ("recount-engine-test-" + std::to_string(::getpid()));
    fs::create_directories(folder_ / "xx");
    write("pack.toml",
          "code = \"xx\"\nname = \"x\"\nversion = \"1\"\nformat = 1\n[words]\nclitics_before = "
          "[\"d'\"]\n");
    write("paradigms.txt", "");
    write(
        "words.txt",
        "two - numeral=2\nyear - unit=year\npast_d' - qualifier=more_than\nactor - actor=union\n");
    write("mentions.rules", rules);
    write("frames.rules", "");
    auto languages = Languages::load({folder_.string()});
    if (!languages) return languages.error().message;
    const std::vector<Block> blocks{
        {BlockKind::body, {0, static_cast<std::uint32_t>(text.size())}, std::nullopt, false}};
    const Words words(text, blocks, *languages->pack("xx"));
    std::string out;
    for (const Sentence& s : words.sentences())
      for (const RuleMatch& m :
           words.pack().index("quantity").leftmost_longest(words, s.first, s.last)) {
        const CaptureRun* it = m.capture("it");
        const Span span =
            it ? words.span(it->first, it->last) : words.span(m.match.first, m.match.last);
        out += (out.empty() ? "" : "|") + std::string(words.words(span));
      }
    return out;
  }

 private:
  void write(const char* name, const std::string& content) {
    std::ofstream(folder_ / "xx" / name) << content;
  }
  fs::path folder_;
};

TEST_F(EngineTest, MatchesTakeTheirOwnWordsOnly) {
  const std::string rule =
      "quantity year\n  {it: {n: <number>}} (\"and\" <number>)? {unit: @<unit>}\n";
  EXPECT_EQ(taken(rule, "24 and 39 year"), "24|39");
}

TEST_F(EngineTest, LongerMatchTakesWhatItNames) {
  const std::string rules =
      "quantity one\n  {it: @<number>}\nquantity range\n  {it: {n: @<number>} \"to\" {n2: "
      "<number>}}\n";
  EXPECT_EQ(taken(rules, "10 to 12, 14"), "10 to 12|14");
}

TEST_F(EngineTest, LooksAheadWithoutTaking) {
  EXPECT_EQ(taken("quantity a\n  &<capital> {it: @<actor>}\n", "the actor, Actor"), "Actor");
  EXPECT_EQ(taken("quantity a\n  {it: @<number>} &\"year\"\n", "3 days, 4 year"), "4");
}

TEST_F(EngineTest, CliticsAreSplitBeforeAnything) {
  const std::string rule = "quantity a\n  {it: @<qualifier> <number>}\n";
  EXPECT_EQ(taken(rule, "past d'two"), "past d'two");
  EXPECT_EQ(taken(rule, "past d\u20195"), "past d\u20195");
}

}  // namespace
}  // namespace recount
