// Quick folding, look-up and finding of addresses against slow, plain twins, on generated text.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <map>

#include "src/base/base.h"
#include "src/language/address.h"
#include "src/language/characters.h"
#include "src/language/distinct_runs.h"
#include "src/language/vocabulary.h"

namespace recount {
namespace {

std::string slow_fold(const std::string& word) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString u = icu::UnicodeString::fromUTF8(word).toLower(icu::Locale::getRoot());
  u = icu::Normalizer2::getNFCInstance(status)->normalize(u, status);
  for (const UChar apostrophe : {0x2019, 0x02BC})
    u.findAndReplace(icu::UnicodeString(apostrophe), icu::UnicodeString(UChar('\'')));
  std::string out;
  return u.toUTF8String(out);
}

rc::Gen<std::string> any_word() {
  const auto point = rc::gen::oneOf(
      rc::gen::inRange<char32_t>(0x20, 0x7F), rc::gen::inRange<char32_t>(0x80, 0x250),
      rc::gen::inRange<char32_t>(0x2B0, 0x600), rc::gen::inRange<char32_t>(0x1E00, 0x2080),
      rc::gen::inRange<char32_t>(0x20, 0xD7FF), rc::gen::inRange<char32_t>(0x10000, 0x10FFFF));
  return rc::gen::map(rc::gen::container<std::vector<char32_t>>(point), [](const auto& points) {
    std::string word;
    for (const char32_t c : points) utf8_append(word, c);
    return word;
  });
}

RC_GTEST_PROP(Folding, IsAsUnicodeSays, ()) {
  const std::string word = *any_word();
  RC_ASSERT(CharTable::plain().fold(word) == slow_fold(word));
}

TEST(Folding, OfEachCharacterIsAsUnicodeSays) {
  for (char32_t c = 1; c < 0x2100; ++c) {
    std::string alone, between = "A";
    utf8_append(alone, c);
    between += alone + "B";
    EXPECT_EQ(CharTable::plain().fold(alone), slow_fold(alone)) << std::hex << int(c);
    EXPECT_EQ(CharTable::plain().fold(between), slow_fold(between)) << std::hex << int(c);
  }
}

TEST(Folding, LettersAreReadAsOthersInARow) {
  const CharTable table({{"ё", "е"}, {"é", "ee"}, {"ss", "ß"}});
  EXPECT_EQ(table.fold("ЁЛКА"), "елка");
  EXPECT_EQ(table.fold("ÉTÉ"), "eetee");
  EXPECT_EQ(table.fold("Strasse"), "straße");
}

RC_GTEST_PROP(Vocabulary, IsAMap, ()) {
  const auto letters = rc::gen::container<std::string>(rc::gen::inRange('a', 'd'));
  const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::nonEmpty(letters));
  const auto others = *rc::gen::container<std::vector<std::string>>(rc::gen::nonEmpty(letters));
  Vocabulary vocabulary;
  std::map<std::string, WordId> slow;
  for (const std::string& word : words)
    RC_ASSERT(vocabulary.intern(word) ==
              slow.emplace(word, static_cast<WordId>(slow.size())).first->second);
  vocabulary.set_traits([](WordId id) { return static_cast<std::uint8_t>(id); });
  for (const std::string& word : others) {
    const auto it = slow.find(word);
    const std::string padded = word + std::string(Vocabulary::kPadding, '1');
    const std::string_view view = std::string_view(padded).substr(0, word.size());
    const auto known = vocabulary.find(view, Vocabulary::key_of_padded(view));
    RC_ASSERT(known.id == (it == slow.end() ? kNoWord : it->second));
    RC_ASSERT(vocabulary.find(word).id == known.id);
    RC_ASSERT((known.id == kNoWord || known.traits == (known.id & 0xFF)));
  }
}

RC_GTEST_PROP(DistinctRuns, AreNumberedInOrderOfFirstUse, ()) {
  const auto number = rc::gen::inRange<std::uint32_t>(0, 3);
  const auto runs = *rc::gen::container<std::vector<std::vector<std::uint32_t>>>(
      rc::gen::container<std::vector<std::uint32_t>>(number));
  DistinctRuns<std::uint32_t> distinct;
  std::map<std::vector<std::uint32_t>, std::uint32_t> slow;
  for (const auto& run : runs) {
    const auto expected = slow.emplace(run, static_cast<std::uint32_t>(slow.size())).first->second;
    RC_ASSERT(distinct.number(run) == expected);
    RC_ASSERT(std::ranges::equal(distinct[expected], run));
  }
}

// Each start on its own.
std::optional<Addresses::Found> slow_address(const std::string& text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) ||
                               std::string("@._-+:/?=&%#~").find(text[end]) != std::string::npos))
    ++end;
  const bool scheme = text.substr(begin, end - begin).find("://") != std::string::npos;
  const bool point = text.substr(begin, end - begin).find('.') != std::string::npos;
  while (std::string(".:?-").find(text[end - 1]) != std::string::npos) --end;
  const std::string run = text.substr(begin, end - begin), host = run.substr(0, run.find('/'));
  const std::size_t last = host.rfind('.');
  const bool small =
      last != std::string::npos &&
      host.find_first_not_of("abcdefghijklmnopqrstuvwxyz", last + 1) == std::string::npos;
  const bool has_host = host.size() < run.size() && small && last > 0 && host.size() - last >= 3 &&
                        host.find("..") == std::string::npos;
  if (scheme || (point && (run.starts_with("www.") || has_host)))
    return Addresses::Found{end, TokenKind::url};
  const std::size_t at = run.find('@');
  if (at != std::string::npos && run.find('.', at) != std::string::npos)
    return Addresses::Found{end, TokenKind::email};
  return std::nullopt;
}

RC_GTEST_PROP(Addresses, AreThoseOfEachStart, ()) {
  const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "a", "www", "http", "://", ".", "/", "@", "de", ":", " ", "é", "-", "B", "..", "?", "_"));
  std::string text;
  for (const std::string& part : parts) text += part;
  Addresses addresses(text);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!std::isalpha(static_cast<unsigned char>(text[at]))) continue;
    const auto found = addresses.at(at), slow = slow_address(text, at);
    RC_ASSERT(found.has_value() == slow.has_value());
    RC_ASSERT((!found || (found->end == slow->end && found->kind == slow->kind)));
  }
}

}  // namespace
}  // namespace recount
