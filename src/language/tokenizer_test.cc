// The quick way of cutting plain words against slow twins, on generated text.
#include "src/language/tokenizer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "src/base/base.h"
#include "src/language/sixteen.h"
#include "src/language/toy_pack.h"

namespace recount {
namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

rc::Gen<std::string> text_of(const std::vector<std::string>& parts) {
  const auto part = rc::gen::elementOf(parts);
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(part), [](const auto& all) {
    std::string text;
    for (const std::string& one : all) text += one;
    return text;
  });
}

RC_GTEST_PROP(Sixteen, SmallLettersAreCountedAsOneByOne, ()) {
  const auto byte = rc::gen::oneOf(rc::gen::inRange('a', '{'), rc::gen::arbitrary<char>(),
                                   rc::gen::element('`', '{', 'A', 'Z', '\xE1', '\xFA', '\0'));
  const auto bytes = *rc::gen::container<std::vector<char>>(16, byte);
  const auto end = std::ranges::find_if_not(bytes, is_small);
  RC_ASSERT(Sixteen(bytes.data()).small_letters() == static_cast<std::size_t>(end - bytes.begin()));
}

RC_GTEST_PROP(Sixteen, SmallLatinLettersAreCountedAsOneByOne, ()) {
  const std::string text =
      *text_of({"a", "z", "ab", "à", "é", "ÿ", "÷", "ß", "À", "œ", "’", "·", "б", "é", "û", "{"}) +
      "AAAAAAAAAAAAAAAA";
  std::size_t end = 0;
  for (std::size_t next = 0; next <= 16; end = next) {
    const char32_t c = utf8_next(text, next);
    if (!(c >= 'a' && c <= 'z') && !(c >= 0xE0 && c <= 0xFF && c != 0xF7)) break;
    if (next > 16) break;
  }
  RC_ASSERT(Sixteen(text.data()).small_latin_letters() == end);
}

RC_GTEST_PROP(Sixteen, IsCutBehindItsFirstBytes, ()) {
  const std::string text = *rc::gen::container<std::string>(16, rc::gen::inRange('a', '{'));
  const auto size = *rc::gen::inRange<std::size_t>(0, 17);
  Sixteen bytes(text.data());
  bytes.cut(size);
  std::string written(16, '?');
  bytes.write(written.data());
  RC_ASSERT(written == text.substr(0, size) + std::string(16 - size, '\0'));
}

// A pack that reads a letter as itself: the same as without, but that no word is plain.
const Pack& toy(bool plain) {
  static const auto load = [](const std::string& more) {
    toy::Folder folder;
    folder.replace("pack.toml",
                   "code = \"xx\"\nname = \"Toy\"\nversion = \"1\"\nformat = 1\n[words]\n"
                   "clitics_before = [\"l'\", \"d'\", \"ç'\", \"lorsqu'\", \"presqu'\"]\n"
                   "clitics_after = [\"'s\"]\nwhole = [\"d'or\"]\nsame_letters = [\"ё=е\"" +
                       more + "]\n");
    return std::move(Languages::load({folder.path()}).value());
  };
  static const Languages quick = load(""), slow = load(", \"a=a\"");
  return *(plain ? quick : slow).pack("xx");
}

RC_GTEST_PROP(Tokenizer, CutsPlainWordsAsAllOthers, ()) {
  const std::string text = *text_of(
      {"a",        "L",    "l",      "d", "or",    "s",      "lorsqu", "Presqu",
       "personne", "deux", "É",      "é", "œ",     "ё",      "â",      "\u00E2\u20AC\u2122",
       "'",        "’",    "\u02BC", " ", " ",     "\u00A0", "\n",     ".",
       "…",        "-",    "/",      "@", "www.",  "7",      "+",      "!",
       ",",        "«",    "÷",      "·", "\u0301"});
  const auto begin = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
  ASSERT_TRUE(toy(true).characters.has_plain_letters());
  ASSERT_FALSE(toy(false).characters.has_plain_letters());
  Span range{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())};
  while (range.begin < text.size() && (text[range.begin] & 0xC0) == 0x80) ++range.begin;
  Arena<char> letters, slow_letters;
  std::vector<Token> tokens, slow;
  tokenize(text, range, 3, toy(true), letters, tokens);
  tokenize(text, range, 3, toy(false), slow_letters, slow);
  RC_ASSERT(tokens.size() == slow.size());
  for (std::size_t i = 0; i < slow.size(); ++i) RC_ASSERT(tokens[i] == slow[i]);
}

}  // namespace
}  // namespace recount
