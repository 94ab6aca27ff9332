// All rules of all packs over all news that are there: the engine gives the matches of its slow
// twin, in their order, before mentions are found and after.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "recount/capture.h"
#include "recount/text.h"
#include "src/claims/claims.h"
#include "src/language/language.h"
#include "src/mentions/mentions.h"

namespace recount {
namespace {

namespace fs = std::filesystem;

fs::path news() {
  const char* given = std::getenv("RECOUNT_NEWS");
  return given ? fs::path(given) : fs::path("../shared/data/news");
}

using FoundMatches = std::vector<std::pair<const Pattern*, Match>>;

// False where the twin ran out of steps: then there's nothing to compare with.
bool slow_matches(const Words& words, const std::string& kind, const Sentence& s,
                  FoundMatches& out) {
  bool complete = true;
  for (const Rule* rule : words.pack().rules_of(words.pack().symbols.find(kind)))
    for (const Pattern& pattern : rule->patterns)
      complete &= plain::match_all(words, pattern, s.first, s.last,
                                   [&](const Match& m) { out.emplace_back(&pattern, m); });
  return complete;
}

class Comparison {
 public:
  void compare(const Words& words, const std::string& source) {
    std::set<std::string> kinds;
    for (const Rule& rule : words.pack().rules)
      kinds.insert(std::string(words.pack().symbols.name(rule.kind)));
    for (const std::string& kind : kinds)
      for (const Sentence& s : words.sentences()) compare(words, kind, s, source);
  }
  std::size_t matches() const { return matches_; }

 private:
  void compare(const Words& words, const std::string& kind, const Sentence& s,
               const std::string& source) {
    FoundMatches slow, fast;
    if (!slow_matches(words, kind, s, slow)) return;
    words.pack()
        .index(words.pack().symbols.find(kind))
        .for_each(words, s.first, s.last,
                  [&](const RuleMatch& m) { fast.emplace_back(m.pattern, m.match); });
    matches_ += fast.size();
    EXPECT_EQ(fast.size(), slow.size()) << source << ", rules of kind " << kind;
    EXPECT_TRUE(fast == slow) << source << ", rules of kind " << kind << ", token " << s.first;
  }
  std::size_t matches_ = 0;
};

TEST(EngineTwin, AllRulesOverTheNews) {
  if (!fs::exists(news()))
    GTEST_SKIP() << news() << " isn't there: no news to compare the engine with its twin";
  const auto languages = Languages::load({Languages::default_directory()});
  const auto places = Places::load(Places::default_file());
  ASSERT_TRUE(languages.ok() && places.ok());
  Comparison comparison;
  const auto one = [&](Captured captured) {
    const Page* page = std::get_if<Page>(&captured);
    auto document = page ? to_document(*page, *languages, {}) : Result<Document>(Error{});
    const Pack* pack =
        document && document->language ? languages->pack(*document->language) : nullptr;
    if (!pack) return true;
    Words words(document->text, document->blocks, *pack);
    comparison.compare(words, page->source);
    find_mentions(words, *document, *places, document->published);
    comparison.compare(words, page->source);
    return !::testing::Test::HasFailure();
  };
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(news()))
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  capture(files, {}, one);
  EXPECT_GT(comparison.matches(), 0u);
}

TEST(Engine, TextThatRulesGaveUpOnIsTold) {
  const fs::path folder =
      fs::temp_directory_path() / ("recount-gave-up-" + std::to_string(::getpid()));
  fs::create_directories(folder / "xx");
  const auto write = [&](const char* file, const char* text) {
    std::ofstream(folder / "xx" / file) << text;
  };
  write("pack.toml", "code = \"xx\"\nname = \"Toy\"\nversion = \"1\"\nformat = 1\n");
  for (const char* empty : {"paradigms.txt", "words.txt", "mentions.rules"}) write(empty, "");
  write("frames.rules", "figure many\n  @<capital> ..40 ..40 ..40 ..40\n");
  const auto languages = Languages::load({folder.string()});
  fs::remove_all(folder);
  ASSERT_TRUE(languages.ok()) << languages.error().message;
  DocumentRecord record;
  record.document.id = "d";
  record.document.language = "xx";
  record.document.text = "Une";
  for (int i = 0; i < 60; ++i) record.document.text += " personne";
  Block block;
  block.span = {0, static_cast<std::uint32_t>(record.document.text.size())};
  record.document.blocks.push_back(block);
  find_claims(*languages, Places(), record);
  ASSERT_EQ(record.skipped.size(), 1u);
  EXPECT_EQ(record.skipped[0].source, "d");
  EXPECT_NE(record.skipped[0].reason.find("gave up 1 time"), std::string::npos);
}

}  // namespace
}  // namespace recount
