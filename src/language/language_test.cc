#include "src/language/language.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cctype>

#include "src/base/base.h"
#include "src/language/numbers.h"
#include "src/language/plain_matcher.h"
#include "src/language/toy_pack.h"

namespace recount {
namespace {

std::vector<Block> one_block(const std::string& text) {
  Block b;
  b.span = {0, static_cast<std::uint32_t>(text.size())};
  return text.empty() ? std::vector<Block>{} : std::vector<Block>{b};
}

class Toy : public testing::Test {
 protected:
  static Pack& pack() {
    static const toy::Folder folder;
    static const std::unique_ptr<Pack> loaded =
        std::move(*load_pack(folder.path() + "/xx", folder.path() + "/_shared"));
    return *loaded;
  }

  struct Cut {
    Arena<char> letters;
    std::vector<Token> tokens;
  };
  static Cut cut(const std::string& text) {
    Cut out;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, 0, pack(), out.letters,
             out.tokens);
    return out;
  }

  // "word|word|…", hyphen-joined ones with a '-' before.
  static std::string tokens(const std::string& text) {
    std::string out;
    const Cut all = cut(text);
    for (const Token& t : all.tokens) {
      if (!out.empty()) out += '|';
      out += (t.hyphen_before ? "-" : "") + text.substr(t.span.begin, t.span.size());
    }
    return out;
  }
  static std::string sentences(const std::string& text) {
    Words w(text, one_block(text), pack());
    std::string out;
    for (const Sentence& s : w.sentences())
      out += "[" + std::string(w.words(w.span(s.first, s.last))) + "]";
    return out;
  }
  static std::string numbers(const std::string& text) {
    Words w(text, one_block(text), pack());
    std::string out;
    for (const NumberRun& r : number_runs(w)) {
      if (!out.empty()) out += ' ';
      out += std::to_string(r.thousandths / 1000);
      if (r.thousandths % 1000) out += "." + std::to_string(r.thousandths % 1000);
    }
    return out;
  }
  // Matched words of a pattern, by '|'.
  static std::string matches(const std::string& pattern, const std::string& text) {
    auto compiled = compile_pattern(pattern, pack().symbols, "test");
    if (!compiled) return compiled.error().message;
    Words w(text, one_block(text), pack());
    std::string out;
    for (const Sentence& s : w.sentences())
      plain::match_all(w, *compiled, s.first, s.last, [&](const Match& m) {
        if (!out.empty()) out += '|';
        out += w.words(w.span(m.first, m.last));
      });
    return out;
  }
};

TEST_F(Toy, TokensAreExact) {
  const struct {
    const char* text;
    const char* tokens;
  } rows[] = {
      {"L'ordre, aujourd'hui.", "L'|ordre|,|aujourd'hui|."},
      {"\u26A1\uFE0FUn mot", "\u26A1|Un|mot"},
      {"The ministry's men", "The|ministry|'s|men"},
      {"à 17h20 (heure)", "à|17|h|20|(|heure|)"},
      {"quatre-vingt-dix", "quatre|-vingt|-dix"},
      {"3.000 et 1,5", "3|.|000|et|1|,|5"},
      {"écrire à a.b@exemple.example, www.exemple.example.",
       "écrire|à|a.b@exemple.example|,|www.exemple.example|."},
      {"Tel : 0123/45.67.89", "Tel|:|0123/45.67.89"},
      {"+44 20 7946 0000", "+44 20 7946 0000"},
      {"04/05/2015 12 h", "04|/|05|/|2015|12|h"},
      {"image.exemple.example/9DYf7 et/ou", "image.exemple.example/9DYf7|et|/|ou"},
      {"10 - 15", "10|-|15"},
      {"«Non»", "«|Non|»"},
      {"PhotoDeux hommes, MacOS", "Photo|Deux|hommes|,|MacOS"},
      {"dit â€œdeuxâ€\uFFFD", "dit|â€œ|deux|â€\uFFFD"},
      {"The ministryâ€™s fireÂ\u00A0two", "The|ministry|â€™s|fire|two"},
  };
  for (const auto& row : rows) EXPECT_EQ(tokens(row.text), row.tokens) << row.text;
}

TEST_F(Toy, TelephonesAreNoNumbersAndNumbersNoTelephones) {
  for (const char* one : {"8 701 555 44 33", "8 (701) 123-45-67", "020 7946 0000",
                          "+32 2 555 12 12", "0499/00.11.22"})
    EXPECT_EQ(tokens(one), one);
  for (const char* none : {"2021-07-13 10:30", "3.07.2021 10.30", "2019 2020 2021 12",
                           "10 000 5 000 3 000", "10 000 20 000", "04/05/2015 12"})
    EXPECT_NE(tokens(none), none);
}

TEST_F(Toy, LongRunsOfSignsAreReadInStepsOfTheirLength) {
  for (const char* unit : {"a:", "x'", "1 ", "&#x"}) {
    std::string run;
    for (int i = 0; i < 200000; ++i) run += unit;
    EXPECT_FALSE(tokens(run).empty());
  }
}

TEST_F(Toy, SentencesEndWhereTheyEnd) {
  EXPECT_EQ(sentences("Un. Deux. Le dr. Sept vient. 3.000 sont là. J. Mille part"),
            "[Un.][Deux.][Le dr. Sept vient.][3.000 sont là.][J. Mille part]");
  EXPECT_EQ(sentences("«Non.» Il part. a b"), "[«Non.»][Il part. a b]");
  EXPECT_EQ(sentences("Un tombe.Deux A.B viennent"), "[Un tombe.][Deux A.B viennent]");
}

TEST_F(Toy, SentencesOfSmallPrint) {
  EXPECT_EQ(sentences("deux personnes sont là. la rue est bien vide. le dr. sept vient à a. b sur"),
            "[deux personnes sont là.][la rue est bien vide.][le dr. sept vient à a. b sur]");
  EXPECT_EQ(sentences("Deux personnes. sont là"), "[Deux personnes. sont là]") << "too short";
}

TEST_F(Toy, Numbers) {
  const struct {
    const char* text;
    const char* numbers;
  } rows[] = {
      {"3.000 personnes", "3000"},     {"3 000 personnes", "3000"},  {"12 345 678", "12345678"},
      {"1,5 million", "1500000"},      {"2 millions", "2000000"},    {"17 h 20", "17 20"},
      {"quatre-vingt-dix-sept", "97"}, {"soixante et dix", "70"},    {"deux cent quatre", "204"},
      {"mille deux cent", "1200"},     {"deux mille vingt", "2020"}, {"vingt et un", "21"},
      {"deux et quatre", "2 4"},       {"3 à 400", "3 400"},         {"16.000.000", "16000000"},
      {"le 3. 000 fois", "3 0"},       {"24 cents", "24"},           {"deux cents", "200"},
      {"deux et demi mille", "2500"},  {"7 et demi", "7.500"},
  };
  for (const auto& row : rows) EXPECT_EQ(numbers(row.text), row.numbers) << row.text;
}

TEST_F(Toy, ANumberWordMayHoldAFraction) {
  EXPECT_EQ(numbers("sesqui, sesqui mille, sesqui millions"), "1.500 1500 1500000");
}

TEST_F(Toy, AScaleMayHaveToTouchItsDigits) { EXPECT_EQ(numbers("5k, 5 k, k"), "5000 5"); }

TEST_F(Toy, LettersThatAreWrittenForEachOtherAreOne) { EXPECT_EQ(numbers("чёт, ЧЕТ"), "12 12"); }

TEST_F(Toy, ATermHidesItsWords) {
  EXPECT_EQ(matches("@<person>", "personne, en personne, personne"), "personne|personne");
  EXPECT_EQ(matches("@<idiom>", "en personne"), "en personne");
  EXPECT_EQ(numbers("deux mille et un soleils"), "2") << "words of a hidden number";
}

TEST_F(Toy, Patterns) {
  const std::string text = "Au moins 7 personnes sont là tués et 3 personnes tués";
  EXPECT_EQ(matches("@\"personnes\"", text), "personnes|personnes");
  EXPECT_EQ(matches("<qualifier> @<number>", text), "Au moins 7");
  EXPECT_EQ(matches("<qualifier>? @<number>", "Au moins 7"), "Au moins 7|7");
  EXPECT_EQ(matches("<number> <person> ..2 @<cue=deaths part pl>", text),
            "7 personnes sont là tués|3 personnes tués");
  EXPECT_EQ(matches("<number> ..9 @<cue>", text), "7 personnes sont là tués|3 personnes tués")
      << "no gap over a stop";
  EXPECT_EQ(matches("(\"là\" | \"sont\") @<cue>", text), "là tués");
  EXPECT_EQ(matches("@<number max=5>", text), "3");
  EXPECT_EQ(matches("@<number> !<person>", "7 personnes 3 là"), "3");
  EXPECT_EQ(matches("^ @<number>", "7 là 3"), "7");
  EXPECT_EQ(matches("@<number> $", "7 là 3"), "3");
  EXPECT_EQ(matches("@<number> ~ \"h\"", "7h 3 h"), "7h");
}

TEST_F(Toy, WrongPatternsSayWhere) {
  EXPECT_EQ(matches("<number", "x"), "test: column 8: '<' isn't closed");
  EXPECT_EQ(matches("{figure <number>}", "x"), "test: column 9: a capture is {name: …}");
  EXPECT_EQ(matches("..3", "x"),
            "test: column 4: no anchor: put @ before the element that a sentence must have");
  EXPECT_EQ(matches("@<a> @<b>", "x"),
            "test: column 10: a second anchor; one element of a pattern bears @");
  EXPECT_EQ(matches("@(\"a\" | \"b\")", "x"),
            "test: column 2: @ stands before a \"word\" or a <class>");
}

// Tokens are sorted, don't overlap, lie in the text, and no letter or digit falls between them.
RC_GTEST_FIXTURE_PROP(Toy, TokensLoseNothing, ()) {
  const auto points = *rc::gen::container<std::vector<char32_t>>(
      rc::gen::oneOf(rc::gen::inRange<char32_t>(32, 127),
                     rc::gen::element<char32_t>(0xE9, 0x2019, 0xA0, 0xAB, 0x416, 0x301, 0x1F600,
                                                '\n', '.', '-', '\'', '@')));
  std::string text;
  for (const char32_t c : points) utf8_append(text, c);
  std::uint32_t at = 0;
  const Cut all = cut(text);
  for (const Token& t : all.tokens) {
    RC_ASSERT(t.span.begin >= at && t.span.begin < t.span.end && t.span.end <= text.size());
    for (std::uint32_t i = at; i < t.span.begin; ++i)
      RC_ASSERT(!std::isalnum(static_cast<unsigned char>(text[i])));
    at = t.span.end;
  }
  for (std::size_t i = at; i < text.size(); ++i)
    RC_ASSERT(!std::isalnum(static_cast<unsigned char>(text[i])));
  Words words(text, one_block(text), pack());
  std::uint32_t next = 0;
  for (const Sentence& s : words.sentences()) {
    RC_ASSERT(s.first == next);
    next = s.last;
  }
  RC_ASSERT(next == words.tokens().size());
}

}  // namespace
}  // namespace recount
