// The engine against its slow twin: generated packs, patterns and texts give the same matches in
// the same order.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "src/language/draws.h"
#include "src/language/language.h"
#include "src/language/plain_matcher.h"
#include "src/language/toy_pack.h"

namespace recount {
namespace {

std::string any_word() { return pick({"ba", "be", "bi", "bo", "bu", "da", "de", "di"}); }
std::string any_class() { return pick({"red", "red", "blue", "blue", "green", "stop"}); }
std::string any_flag() { return pick({"big", "old", "sweet"}); }
std::string any_value() { return pick({"x", "y", "z"}); }

// Words with one or several readings, terms of two or three words, numerals.
std::string any_words() {
  std::string out = "do - numeral=2\ndu - numeral=7\n";
  for (int i = number(14); i >= 0; --i) {
    out += any_word();
    while (one_in(4)) out += "_" + any_word();
    out += " - ";
    do {
      out += any_class() + (one_in(2) ? "=" + any_value() : "");
      while (one_in(2)) out += " " + any_flag() + (one_in(3) ? "=" + any_value() : "");
    } while (one_in(3) && !(out += " ; ").empty());
    out += "\n";
  }
  return out;
}

// One pattern: its source, and where elements begin that may bear the anchor.
class Source {
 public:
  std::string pattern() {
    sequence(2);
    take();
    if (one_in(3)) sequence(1);
    text_.insert(places_[static_cast<std::size_t>(number(static_cast<int>(places_.size())))], "@");
    return text_;
  }

 private:
  void sequence(int depth) {
    for (int i = number(3); i >= 0; --i) element(depth);
  }
  void take() {
    places_.push_back(text_.size());
    text_ += one_in(3) ? quoted() : arc();
    text_ += ' ';
  }
  void element(int depth) {
    switch (number(depth > 0 ? 12 : 9)) {
      case 0: text_ += gap(); break;
      case 1: text_ += pick({"!", "&"}) + (one_in(3) ? "\"" + any_word() + "\"" : arc()); break;
      case 2: text_ += pick({"~", "~", "^", "$"}); break;
      case 3:
      case 4:
        take();
        text_ += "?";
        break;
      case 9:
        text_ += "(";
        alternatives(depth - 1);
        text_ += ")" + pick({"", "?"});
        break;
      case 10:
      case 11:
        text_ += "{" + pick({"it", "a", "b"}) + ": ";
        sequence(depth - 1);
        text_ += "}" + pick({"", "?"});
        break;
      default: take();
    }
    text_ += ' ';
  }
  void alternatives(int depth) {
    sequence(depth);
    while (one_in(2)) {
      text_ += "| ";
      sequence(depth);
    }
  }
  static std::string quoted() {
    return "\"" + any_word() + (one_in(4) ? " " + any_word() : "") + "\"";
  }
  static std::string arc() {
    if (one_in(4))
      return pick({"<word>", "<capital>", "<caps>", "<digits>", "<punct>", "<unknown>"});
    if (one_in(5))
      return pick({"<number>", "<number min=3 max=40>", "<number digits=2>", "<number !written>"});
    std::string out = "<" + any_class();
    if (one_in(3)) out += "=" + any_value() + (one_in(3) ? "|" + any_value() : "");
    while (one_in(3)) out += pick({" ", " !"}) + any_flag() + (one_in(3) ? "=" + any_value() : "");
    return out + ">";
  }
  static std::string gap() {
    std::string out = ".." + std::to_string(1 + number(4));
    while (one_in(3)) out += "!" + arc();
    return out;
  }

  std::string text_;
  std::vector<std::size_t> places_;
};

std::string any_rules() {
  std::string out;
  for (int r = 1 + number(5); r > 0; --r) {
    out += "quantity r" + std::to_string(r) + " rank=" + std::to_string(number(3)) + "\n";
    for (int p = number(3); p >= 0; --p) out += "  " + Source().pattern() + "\n";
  }
  return out;
}

std::string any_text() {
  std::string out;
  for (int i = number(one_in(8) ? 150 : 30); i >= 0; --i) {
    std::string word = one_in(6) ? pick({"do", "du", "12", "7", "345"}) : any_word();
    if (one_in(6)) word[0] = static_cast<char>(std::toupper(word[0]));
    out += word + (one_in(8) ? pick({",", ".", "\"", ". "}) : "") + (one_in(12) ? "" : " ");
  }
  return out;
}

// Readings that come later, as mentions do, and numbers that they cover.
void add_mentions(Words& words) {
  const auto n = static_cast<int>(words.tokens().size());
  const Symbols& symbols = words.pack().symbols;
  for (int i = number(4); i > 0; --i) {
    const auto first = static_cast<std::uint32_t>(number(n));
    const auto last = std::min<std::uint32_t>(first + 1 + static_cast<std::uint32_t>(number(3)),
                                              static_cast<std::uint32_t>(n));
    Arc arc;
    arc.size = last - first;
    arc.cls = symbols.find(pick({"red", "blue", "green"}));
    arc.features = words.keep(std::array{Feature{symbols.find("big"), kNoSymbol}});
    words.add_arc(first, arc);
    if (one_in(2)) words.cover(first, last);
  }
}

struct Found {
  const Pattern* pattern;
  Match match;
  bool operator==(const Found&) const = default;
};

// `each` tells a sink of the engine's matches in those tokens.
template <class Each>
void compare(const Words& words, std::uint32_t first, std::uint32_t last, Each&& each) {
  std::vector<Found> slow, fast;
  for (const Rule& rule : words.pack().rules)
    for (const Pattern& pattern : rule.patterns) {
      const std::size_t begin = slow.size();
      const bool complete = plain::match_all(
          words, pattern, first, last, [&](const Match& m) { slow.push_back({&pattern, m}); });
      if (!complete) slow.resize(begin);
      if (!complete) slow.push_back({&pattern, {}});
    }
  const auto gave_up = [&](const Pattern* pattern) {
    return std::find(slow.begin(), slow.end(), Found{pattern, {}}) != slow.end();
  };
  each([&](const RuleMatch& m) {
    if (!gave_up(m.pattern)) fast.push_back({m.pattern, m.match});
  });
  std::erase_if(slow, [](const Found& f) { return f.match == Match{}; });
  RC_ASSERT(fast.size() == slow.size());
  RC_ASSERT(fast == slow);
}

RC_GTEST_PROP(EngineTwin, SameMatchesInTheSameOrder, (std::uint32_t seed)) {
  draws().seed(seed + 1);
  toy::Folder folder;
  folder.replace("words.txt", any_words());
  const std::string rules = any_rules();
  RC_LOG() << rules;
  folder.replace("mentions.rules", rules);
  folder.replace("frames.rules", "");
  const auto languages = Languages::load({folder.path()});
  if (!languages) RC_FAIL(languages.error().message);
  for (int i = 0; i < 4; ++i) {
    const std::string text = any_text();
    RC_LOG() << text << "\n";
    Block block;
    block.span = {0, static_cast<std::uint32_t>(text.size())};
    Words words(text, {block}, *languages->pack("xx"));
    if (i % 2 == 1) add_mentions(words);
    const RuleIndex& rules_of_kind = words.pack().index("quantity");
    const RuleIndex all(words.pack(), std::array<Symbol, 2>{known("time"), known("quantity")});
    RuleHits hits(all, words);
    for (std::uint32_t k = 0; k < words.sentences().size(); ++k) {
      const std::uint32_t first = words.sentences()[k].first, last = words.sentences()[k].last;
      compare(words, first, last,
              [&](auto sink) { rules_of_kind.for_each(words, first, last, sink); });
      compare(words, first, last, [&](auto sink) { hits.for_each(1, k, sink); });
    }
    const auto n = static_cast<std::uint32_t>(words.tokens().size());
    compare(words, 0, n, [&](auto sink) { rules_of_kind.for_each(words, 0, n, sink); });
  }
}

TEST(Engine, CountsStartsThatRunOutOfSteps) {
  toy::Folder folder;
  folder.replace("mentions.rules", "quantity many\n  @<capital> ..40 ..40 ..40 ..40\n");
  folder.replace("frames.rules", "");
  const auto languages = Languages::load({folder.path()});
  ASSERT_TRUE(languages.ok()) << languages.error().message;
  std::string text = "Une";
  for (int i = 0; i < 60; ++i) text += " personne";
  Block block;
  block.span = {0, static_cast<std::uint32_t>(text.size())};
  const Words words(text, {block}, *languages->pack("xx"));
  std::size_t matches = 0;
  words.pack().index("quantity").for_each(words, 0, 61, [&](const RuleMatch&) { ++matches; });
  EXPECT_EQ(words.given_up(), 1u);
  EXPECT_GT(matches, 0u);
  EXPECT_LE(matches, kMatchSteps);
}

}  // namespace
}  // namespace recount
