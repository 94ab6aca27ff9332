#include "src/base/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace recount {
namespace {

std::string encoded(const std::vector<char32_t>& code_points) {
  std::string out;
  for (const char32_t code_point : code_points) utf8_append(out, code_point);
  return out;
}

std::string text_of(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  for (const std::uint32_t number : numbers) utf8_append(out, number % 0x120000);
  return out;
}

TEST(Utf8, Validity) {
  const struct {
    std::string_view text;
    bool valid;
  } rows[] = {
      {"", true},
      {"abc", true},
      {"ж€😀", true},
      {"\x80", false},
      {"\xC0\xAF", false},
      {"\xE2\x82", false},
      {"\xED\xA0\x80", false},
      {"\xF4\x90\x80\x80", false},
      {"a\xFF", false},
      {"\xF0\x9F\x98", false},
  };
  for (const auto& row : rows) EXPECT_EQ(utf8_valid(row.text), row.valid) << row.text;
}

TEST(Utf8, Repair) {
  const struct {
    std::string_view text, repaired;
  } rows[] = {
      {"abc", "abc"},
      {"a\xFFz", "a\uFFFDz"},
      {"\xE2\x82z", "\uFFFDz"},                // a cut sequence is one mark
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},  // a surrogate: no byte fits
      {"\xF0\x9F\x98", "\uFFFD"},              // cut by the end
      {"\xC0\xAF", "\uFFFD\uFFFD"},            // overlong
      {"é\xC3", "é\uFFFD"},
  };
  for (const auto& row : rows) EXPECT_EQ(utf8_repaired(row.text), row.repaired);
}

TEST(Utf8, SurrogatesBecomeTheReplacementCharacter) {
  EXPECT_EQ(encoded({0xD800, 0x110000}), "\uFFFD\uFFFD");
}

RC_GTEST_PROP(Utf8, WalkingReadsWhatWasAppended, (const std::vector<std::uint32_t>& numbers)) {
  std::vector<char32_t> code_points;
  for (const std::uint32_t number : numbers) {
    const char32_t code_point = number % 0x110000;
    if (code_point < 0xD800 || code_point > 0xDFFF) code_points.push_back(code_point);
  }
  const std::string text = encoded(code_points);
  RC_ASSERT(utf8_valid(text));
  std::vector<char32_t> walked;
  for (std::size_t pos = 0; pos < text.size();) walked.push_back(utf8_next(text, pos));
  RC_ASSERT(walked == code_points);
}

RC_GTEST_PROP(Utf8, RepairGivesValidTextAndKeepsValidText, (const std::string& bytes)) {
  const std::string once = utf8_repaired(bytes);
  RC_ASSERT(utf8_valid(once));
  RC_ASSERT(utf8_repaired(once) == once);
}

// Against the slow twin: walking from the start.
RC_GTEST_PROP(CodePoints, AgreesWithWalking, (const std::vector<std::uint32_t>& numbers)) {
  std::string text;
  while (text.size() < 700 && !numbers.empty()) text += text_of(numbers);
  const CodePoints index(text);
  std::uint32_t count = 0;
  for (std::size_t pos = 0; pos < text.size(); ++count) {
    RC_ASSERT(index.at_byte(static_cast<std::uint32_t>(pos)) == count);
    RC_ASSERT(index.to_byte(count) == pos);
    utf8_next(text, pos);
  }
  RC_ASSERT(index.size() == count);
  RC_ASSERT(index.at_byte(static_cast<std::uint32_t>(text.size())) == count);
  RC_ASSERT(index.to_byte(count) == text.size());
}

TEST(CodePoints, EmptyText) {
  const CodePoints index("");
  EXPECT_EQ(index.size(), 0u);
  EXPECT_EQ(index.at_byte(0), 0u);
  EXPECT_EQ(index.to_byte(0), 0u);
}

}  // namespace
}  // namespace recount
