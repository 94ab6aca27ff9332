#include "src/text/day_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "src/text/month_names.h"

namespace recount::text {
namespace {

const DayWords& words() {
  static const DayWords known(
      {"month=3 march mar märz", "month=8 août", "of of de the", "ordinal st nd rd th er",
       "clock at um à", "year-mark 年", "month-mark 月", "month-before tháng",
       "published published veröffentlicht", "modified updated aktualisiert", "other joined"},
      clock_words({"pm pm", "uhr mark"}));
  return known;
}

// "P 2020-03-02T17:20[3,15]": what the day is of, its value, its bytes; one after another.
std::string days(std::string_view line, const DayStyle& style = {}) {
  std::string out;
  for (const FoundDay& day : words().read(line, style)) {
    out += out.empty() ? "" : " ";
    out += day.of == FoundDay::Of::published ? "P " : day.of == FoundDay::Of::modified ? "M " : "";
    if (day.of == FoundDay::Of::other) out += "other ";
    out += day.stamp.value + "[" + std::to_string(day.span.begin) + "," +
           std::to_string(day.span.end) + "]";
  }
  return out;
}

TEST(DayWords, InWordsAndDigits) {
  const struct {
    const char* line;
    const char* wanted;
  } rows[] = {
      {"3 March 2020", "2020-03-03[0,12]"},
      {"Velt, March 3rd, 2020", "2020-03-03[6,21]"},
      {"3. März 2020, 10.15 Uhr", "2020-03-03T10:15[0,13]"},
      {"1er août 2019 à 17h20", "2019-08-01T17:20[0,14]"},
      {"the 3rd of March 2020 at 5:49 pm", "2020-03-03T17:49[4,21]"},
      {"13.03.2020", "2020-03-13[0,10]"},
      {"31.03.20", "2020-03-31[0,8]"},
      {"2020-03-13 17:20", "2020-03-13T17:20[0,10]"},
      {"2020年3月13日", "2020-03-13[0,13]"},
      {"03/13/2020", "2020-03-13[0,10]"},
      {"Published: 3 March 2020 Updated: 4 March 2020", "P 2020-03-03[11,23] M 2020-03-04[33,45]"},
      {"3. März 2020 veröffentlicht", "P 2020-03-03[0,13]"},
      {"Joined: 3 March 2010", "other 2010-03-03[8,20]"},
      {"Ngày 3 tháng 2, 2020", "2020-02-03[6,22]"},
      {"३ मार्च २०२०", "2020-03-03[0,32]"},
      {"2020 2 March 2021", "2021-03-02[5,17]"},
  };
  for (const auto& row : rows) EXPECT_EQ(days(row.line), row.wanted) << row.line;
}

TEST(DayWords, WhatIsNoDay) {
  for (const char* line : {"March 2020", "© 2020", "3/4/2020", "31.02.2020", "3.4.20", "1.2.2020.3",
                           "call 20-30-2020", "30 March", "10 in March 2020", "32 March 2020"})
    EXPECT_EQ(days(line), "") << line;
  EXPECT_EQ(days("3/4/2020", {.day_first = '/'}), "2020-04-03[0,8]");
  EXPECT_EQ(days("3-4-2020", {.day_first = '/'}), "");
  EXPECT_EQ(days("3.4.20", {.short_year = true}), "2020-04-03[0,6]");
}

// Names of months that days.txt doesn't have.
TEST(DayWords, InOtherLanguages) {
  const struct {
    const char* line;
    const char* language;
    const char* wanted;
  } rows[] = {
      {"3 października 2020", "pl", "2020-10-03[0,20]"},
      {"3. listopada 2020", "hr", "2020-10-03[0,17]"},  // November in Czech
      {"3. listopadu 2020", "cs-CZ", "2020-11-03[0,17]"},
      {"3 listopada 2020", "", ""},
      {"2020. február 3.", "hu", "2020-02-03[0,16]"},
      {"3 ақпан 2020", "kk", "2020-02-03[0,17]"},
      {"3 ožujka 2020", "", "2020-03-03[0,14]"},
      {"٣ فبراير ٢٠٢٠", "ar", "2020-02-03[0,24]"},
      {"3 كانون الثاني 2020", "ar", "2020-01-03[0,30]"},
      {"3. Jänner 2020", "de-AT", "2020-01-03[0,15]"},
      {"3 comments 2020", "", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(days(row.line, {row.language}), row.wanted) << row.line;
}

TEST(DayWords, OrderInDigits) {
  EXPECT_EQ(day_first_mark("fr-BE"), '/');
  EXPECT_EQ(day_first_mark("en-GB"), '/');
  EXPECT_EQ(day_first_mark("nl"), '-');
  for (const char* language : {"en", "en-US", "de", "zh", "", "no tag", "x"})
    EXPECT_EQ(day_first_mark(language), '\0') << language;
}

TEST(DayWords, Labels) {
  EXPECT_EQ(words().label("Veröffentlicht am:"), FoundDay::Of::published);
  EXPECT_EQ(words().label("Updated"), FoundDay::Of::modified);
  EXPECT_EQ(words().label("Published 2020"), FoundDay::Of::unsaid);
}

}  // namespace
}  // namespace recount::text
