// The gates against what they stand for: beside the anchor of every match that the plain, slow
// matcher finds in generated texts, a token stands that the gate lets through.
#include "src/language/neighbours.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "src/language/draws.h"
#include "src/language/language.h"
#include "src/language/plain_matcher.h"
#include "src/language/toy_pack.h"

namespace recount {
namespace {

std::string any_word() { return pick({"ba", "be", "bi", "bo", "bu", "da"}); }

// Readings of one token each, so that the token beside an anchor is the one that was taken there.
const char* const kWords =
    "ba - red big\nbe - red\nbi - blue ; red old\nbo - green big\nbu - blue old\n";

std::string any_test() {
  return one_in(3) ? "\"" + any_word() + "\""
                   : pick({"<red>", "<blue>", "<green>", "<red big>", "<blue !old>", "<word>"});
}

// What may stand before the anchor or behind it.
std::string any_side(int depth) {
  std::string out;
  for (int i = number(3); i > 0; --i) {
    const std::string mark = pick({"", "", "?"});
    if (depth > 0 && one_in(3))
      out += "( " + any_side(depth - 1) + "| " + any_test() + " )" + mark;
    else if (one_in(6))
      out += pick({"..1", "..2!<green>", "!<red>", "&<blue>"});
    else
      out += any_test() + mark;
    out += " ";
  }
  return out;
}

bool passes_one(const Words& words, const std::vector<TokenTest>& some, std::uint32_t token) {
  return std::ranges::any_of(some, [&](TokenTest test) {
    return test & kWordTest ? words.tests().word(token) == (test & ~kWordTest)
                            : has_bit(words.tests().token(token), test);
  });
}

// How many sides of an anchor had a gate to pass.
int check(const Words& words, const Pattern& pattern, const Neighbours& gates) {
  int passed = 0;
  const auto n = static_cast<std::uint32_t>(words.tokens().size());
  plain::match_all(words, pattern, 0, n, [&](const Match& m) {
    const CaptureRun& anchor = m.captures[0];
    if (!gates.before.empty()) {
      RC_ASSERT(anchor.first > 0 && passes_one(words, gates.before, anchor.first - 1));
      ++passed;
    }
    if (!gates.behind.empty()) {
      RC_ASSERT(anchor.last < n && passes_one(words, gates.behind, anchor.last));
      ++passed;
    }
  });
  return passed;
}

RC_GTEST_PROP(Neighbours, LetEveryMatchThrough, (std::uint32_t seed)) {
  draws().seed(seed + 1);
  toy::Folder folder;
  folder.replace("words.txt", kWords);
  std::string rules = "quantity r\n";
  for (int i = 0; i < 8; ++i)
    rules += "  " + any_side(2) + "{a: @" + any_test() + "} " + any_side(2) + "\n";
  RC_LOG() << rules;
  folder.replace("mentions.rules", rules);
  folder.replace("frames.rules", "");
  const auto languages = Languages::load({folder.path()});
  if (!languages) RC_FAIL(languages.error().message);
  std::string text;
  for (int i = 0; i < 60; ++i) text += any_word() + " ";
  Block block;
  block.span = {0, static_cast<std::uint32_t>(text.size())};
  const Words words(text, {block}, *languages->pack("xx"));
  int passed = 0;
  for (const Rule& rule : words.pack().rules)
    for (const Pattern& pattern : rule.patterns)
      passed += check(words, pattern, neighbours_of(make_program(pattern)));
  RC_CLASSIFY(passed == 0, "no gate");
}

Neighbours of(const std::string& pattern) {
  toy::Folder folder;
  folder.replace("words.txt", kWords);
  folder.replace("mentions.rules", "quantity r\n  " + pattern + "\n");
  folder.replace("frames.rules", "");
  const auto languages = Languages::load({folder.path()});
  if (!languages) throw std::runtime_error(languages.error().message);
  return neighbours_of(make_program(languages->pack("xx")->rules.front().patterns.front()));
}

TEST(Neighbours, AskOfWhatMayStandThere) {
  EXPECT_EQ(of("<red> @<blue> <green>").before.size(), 1u);
  EXPECT_EQ(of("<red> @<blue> <green>").behind.size(), 1u);
  EXPECT_EQ(of("<green> <red>? @<blue>").before.size(), 2u);
  EXPECT_EQ(of("( <red> | \"bo\" ) @<blue>").before.size(), 2u);
}

TEST(Neighbours, AskNothingWhereNothingMayStand) {
  EXPECT_TRUE(of("@<blue> <red>?").behind.empty());
  EXPECT_TRUE(of("<red>? @<blue>").before.empty());
  EXPECT_TRUE(of("<red> ..2 @<blue>").before.empty());
  EXPECT_TRUE(of("<red> (@<blue> <green>)? <red>").before.empty());
}

}  // namespace
}  // namespace recount
