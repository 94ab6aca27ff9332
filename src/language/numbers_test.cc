// Numbers of the packs, read and written: whatever a language writes for n is read as n.
#include "src/language/numbers.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/rbnf.h>

#include <fstream>
#include <memory>
#include <set>
#include <sstream>

#include "src/language/language.h"

namespace recount {
namespace {

constexpr std::int64_t kLargest = 1'000'000'000;
constexpr std::int64_t kThousand = 1000;

const Languages& languages() {
  static const Languages all = std::move(Languages::load({"languages"}).value());
  return all;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

// One way to write numbers: a line of tests/numbers/writers.txt and one of the sets of rules that
// it names.
struct Writer {
  std::string pack, rules;
  std::shared_ptr<icu::RuleBasedNumberFormat> format;
  std::vector<std::pair<std::string, std::string>> changes;
  std::set<std::string> skipped;  // alone these words are no number

  // Empty where it writes no number.
  std::string write(std::int64_t n) const {
    icu::UnicodeString words;
    icu::FieldPosition none;
    UErrorCode error = U_ZERO_ERROR;
    format->format(n, icu::UnicodeString::fromUTF8(rules), words, none, error);
    std::string out;
    words.toUTF8String(out);
    out = replaced(replaced(out, ",", ""), "\xC2\xAD", "");
    for (const auto& [from, to] : changes) {
      const bool begin = from[0] == '^';
      if (!begin) out = replaced(out, from, to);
      if (begin && out.starts_with(from.substr(1))) out.replace(0, from.size() - 1, to);
    }
    return skipped.contains(out) ? "" : out;
  }
};

void add_writers(const std::string& line, std::vector<Writer>& out) {
  std::istringstream in(line);
  std::string pack, locale, rules, change;
  in >> pack >> locale >> rules;
  UErrorCode error = U_ZERO_ERROR;
  Writer writer{pack, {}, {}, {}, {}};
  writer.format = std::make_shared<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT,
                                                               icu::Locale(locale.c_str()), error);
  while (in >> change) {
    if (change[0] == '!') writer.skipped.insert(change.substr(1));
    const auto mark = change.find('>', 1);
    if (mark == std::string::npos) continue;
    const auto blanks = [](const std::string& s) { return replaced(s, "_", " "); };
    writer.changes.emplace_back(blanks(change.substr(0, mark)), blanks(change.substr(mark + 1)));
  }
  for (int i = 0; i < writer.format->getNumberOfRuleSetNames(); ++i) {
    writer.rules.clear();
    writer.format->getRuleSetName(i).toUTF8String(writer.rules);
    if (writer.rules.starts_with(rules)) out.push_back(writer);
  }
}

const std::vector<Writer>& writers() {
  static const std::vector<Writer> all = [] {
    std::vector<Writer> out;
    std::ifstream in("tests/numbers/writers.txt");
    for (std::string line; std::getline(in, line);)
      if (!line.empty() && line[0] != '#') add_writers(line, out);
    return out;
  }();
  return all;
}

// What a text is read as: its value in thousandths if it's one number whole, else what was found.
std::string read(const std::string& pack, const std::string& text) {
  Block block;
  block.span = {0, static_cast<std::uint32_t>(text.size())};
  const std::vector<Block> blocks{block};
  const Words words(text, blocks, *languages().pack(pack));
  std::string out;
  for (const NumberRun& r : number_runs(words)) {
    const Span span = words.span(r.first, r.last);
    out += (out.empty() ? "" : " ") + std::to_string(r.thousandths);
    if (span.begin != 0 || span.end != text.size()) out += "?";
  }
  return out;
}

std::vector<std::int64_t> boundary_values() {
  std::vector<std::int64_t> out;
  for (std::int64_t n = 0; n <= 1100; ++n) out.push_back(n);
  for (std::int64_t scale = 1000; scale <= kLargest; scale *= 10)
    for (const std::int64_t n : {scale - 1, scale, scale + 1, scale * 2, scale * 21 / 10})
      if (n <= kLargest) out.push_back(n);
  for (const std::int64_t n : {1'001'000L, 21'021'021L, 100'100'100L, 71'000L, 80'080L,
                               999'999'999L, 1'100L, 1'999L, 2'000'001L, 200'000L, 180'000'000L})
    out.push_back(n);
  return out;
}

rc::Gen<std::int64_t> number() {
  return rc::gen::mapcat(rc::gen::inRange(1, 10), [](int digits) {
    std::int64_t end = 1;
    for (int i = 0; i < digits; ++i) end *= 10;
    return rc::gen::inRange<std::int64_t>(0, end + 1);
  });
}

void expect_read(const Writer& writer, std::int64_t n) {
  const std::string text = writer.write(n);
  if (text.empty()) return;
  EXPECT_EQ(read(writer.pack, text), std::to_string(n * kThousand))
      << writer.pack << " " << writer.rules << ": " << text;
}

TEST(Numbers, WrittenAtTheirBoundariesAreRead) {
  ASSERT_GE(writers().size(), 30u) << "tests/numbers/writers.txt, in the source folder";
  for (const Writer& writer : writers())
    for (const std::int64_t n : boundary_values()) expect_read(writer, n);
}

TEST(Numbers, WrittenAreRead) {
  EXPECT_TRUE(rc::check("every writer's words for n are read as n", [] {
    for (int i = 0; i < 12; ++i) {
      const std::int64_t n = *number();
      for (const Writer& writer : writers()) {
        const std::string text = writer.write(n);
        if (!text.empty() && read(writer.pack, text) != std::to_string(n * kThousand))
          RC_FAIL(writer.pack + " " + writer.rules + " " + std::to_string(n) + ": " + text +
                  " is read as " + read(writer.pack, text));
      }
    }
  }));
}

std::string grouped(std::int64_t n, const std::string& mark) {
  std::string digits = std::to_string(n), out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += mark;
    out += digits[i];
  }
  return out;
}

TEST(Numbers, DigitsAreReadWithEveryMark) {
  for (const Pack* pack : all_packs(languages())) {
    const std::string code = summary(*pack).code;
    std::vector<std::string> marks{"", "\u00A0", "\u202F", "\u2009"};
    for (const char c : pack->thousands_marks) marks.emplace_back(1, c);
    for (const std::string& mark : marks)
      EXPECT_TRUE(rc::check("digits of " + code + " in groups by '" + mark + "'", [&] {
        const std::int64_t n = *number(), behind = *rc::gen::inRange<std::int64_t>(0, 10);
        RC_ASSERT(read(code, grouped(n, mark)) == std::to_string(n * kThousand));
        const std::string decimals = pack->decimal_mark + std::to_string(behind);
        RC_ASSERT(read(code, grouped(n, mark) + decimals) ==
                  std::to_string(n * kThousand + behind * 100));
      }));
  }
}

}  // namespace
}  // namespace recount
