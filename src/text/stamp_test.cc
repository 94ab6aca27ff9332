#include "src/text/stamp.h"

#include <gtest/gtest.h>

#include "src/text/charset.h"
#include "src/text/clock.h"
#include "src/text/source_map.h"
#include "src/text/url.h"

namespace recount::text {
namespace {

std::string dump(const std::optional<Stamp>& stamp) {
  if (!stamp) return "-";
  return stamp->value + " " + std::string(name_of(stamp->precision)) + " " +
         stamp->zone.value_or("-");
}

TEST(Stamp, Forms) {
  const std::pair<std::string, std::string> cases[] = {
      {"2021-07-13", "2021-07-13 day -"},
      {"2021-07-13T10:05:00+02:00", "2021-07-13T10:05 minute +02:00"},
      {"2021-07-13T10:05:09Z", "2021-07-13T10:05:09 second +00:00"},
      {"2021-07-13 10:05:00.123 +0200", "2021-07-13T10:05 minute +02:00"},
      {"2021-07-13T10:05-03", "2021-07-13T10:05 minute -03:00"},
      {"20210713", "2021-07-13 day -"},
      {"20210713T100500", "2021-07-13T10:05 minute -"},
      {"2021/07/13", "2021-07-13 day -"},
      {"2021-07", "2021-07 month -"},
      {"2021", "2021 year -"},
      {"XXXX-05-18", "XXXX-05-18 day -"},
      {"13.07.2021 10:05", "2021-07-13T10:05 minute -"},
      {"13/07/2021", "2021-07-13 day -"},
      {"07/13/2021", "2021-07-13 day -"},
      {"07/08/2021", "-"},
      {"Tue, 13 Jul 2021 10:05:00 GMT", "2021-07-13T10:05 minute +00:00"},
      {"13 Jul 2021", "2021-07-13 day -"},
      {"2021-02-30", "-"},
      {"2021-13-01", "-"},
      {"0021-01-01", "-"},
      {"yesterday", "-"},
      {"", "-"},
      {"2021-07-13T99:99", "2021-07-13 day -"}};
  for (const auto& [value, expected] : cases)
    EXPECT_EQ(dump(parse_stamp(value, "given")), expected) << value;
}

TEST(Stamp, OfUrls) {
  const std::pair<std::string, std::string> cases[] = {
      {"https://a.example/2021/07/13/ferry", "2021-07-13 day -"},
      {"https://a.example/news/2021-07-13-ferry.html", "2021-07-13 day -"},
      {"https://a.example/20210713/x", "2021-07-13 day -"},
      {"https://a.example/2021/7/3/x", "2021-07-03 day -"},
      {"https://a.example/2021/7/33/x", "-"},
      {"https://a.example/29-10-2021-ferry", "2021-10-29 day -"},
      {"https://a.example/9-10-2021", "-"},
      {"https://a.example/2021/07/ferry", "-"},
      {"https://a.example/?d=2021/07/13", "-"},
      {"https://2021-07-13.example/", "-"},
      {"https://a.example/id/120210713", "-"}};
  for (const auto& [url, expected] : cases) EXPECT_EQ(dump(stamp_of_url(url)), expected) << url;
}

TEST(Clock, AtTheBeginning) {
  const std::vector<ClockWord> words = clock_words({"pm pm", "p.m. pm", "am am", "Uhr mark"});
  const std::pair<std::string, std::string> cases[] = {{"17:20 – text", "T17:20 yes"},
                                                       {"17h20 : text", "T17:20 yes"},
                                                       {"17 h 20 text", "T17:20 no"},
                                                       {"13.35 Uhr text", "T13:35 yes"},
                                                       {"13.35 text", "-"},
                                                       {"5:20 pm text", "T17:20 yes"},
                                                       {"5.20p.m. text", "T17:20 yes"},
                                                       {"12:05 am x", "T00:05 yes"},
                                                       {"[17:20] text", "T17:20 yes"},
                                                       {"(17h20) text", "T17:20 yes"},
                                                       {"17:20:20 text", "T17:20 no"},
                                                       {"18:5 text", "-"},
                                                       {"25:00 text", "-"},
                                                       {"17:20-20:00 text", "T17:20 no"},
                                                       {"117:20", "-"},
                                                       {"3.000 people", "-"},
                                                       {"12.30.20", "-"},
                                                       {"text 17:20", "-"},
                                                       {"17:20", "T17:20 no"},
                                                       {"18h", "T18:00 no"},
                                                       {"18 Uhr\ntext", "T18:00 no"},
                                                       {"5 pm", "T17:00 no"},
                                                       {"18h of work", "-"},
                                                       {"5 pm text", "-"},
                                                       {"18", "-"}};
  for (const auto& [text, expected] : cases) {
    const auto clock = leading_clock(text, words);
    EXPECT_EQ(clock ? clock->time + (clock->separated ? " yes" : " no") : "-", expected) << text;
  }
}

TEST(Url, Resolved) {
  const char* base = "https://a.example/x/y/z.html?q#f";
  const std::pair<std::string, std::string> cases[] = {
      {"w", "https://a.example/x/y/w"},
      {"../w", "https://a.example/x/w"},
      {"../../../w", "https://a.example/w"},
      {"/w?a=b", "https://a.example/w?a=b"},
      {"//b.example/w", "https://b.example/w"},
      {"?p=2", "https://a.example/x/y/z.html?p=2"},
      {"https://c.example/#x", "https://c.example/"},
      {"#top", "-"},
      {"javascript:void(0)", "-"},
      {"mailto:a@b.example", "-"},
      {"./", "https://a.example/x/y/"}};
  for (const auto& [href, expected] : cases)
    EXPECT_EQ(resolved(href, base).value_or("-"), expected) << href;
  EXPECT_EQ(resolved("/w", ""), "/w");
}

TEST(Charset, Declared) {
  EXPECT_EQ(charset_of_content_type("text/html; charset=\"KOI8-R\""), "koi8-r");
  EXPECT_EQ(charset_of_content_type("text/html"), "");
  EXPECT_EQ(charset_of_html(
                "<html><meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>"),
            "iso-8859-2");
  EXPECT_EQ(charset_of_html("<?xml version=\"1.0\" encoding=\"utf-8\"?>"), "utf-8");
}

TEST(SourceMap, Composed) {
  RunBuilder outer, inner;
  outer.literal(0, 4, 2);     // text 0–4 is middle 2–6
  outer.whole(4, 5, 6, 9);    // text 4–5 stands for middle 6–9
  inner.literal(0, 3, 10);    // middle 0–3 is page 10–13
  inner.whole(3, 5, 13, 14);  // middle 3–5 is one page byte
  inner.literal(5, 9, 14);
  std::string dumped;
  for (const SourceRun& run : compose(outer.runs(), inner.runs()))
    dumped += std::to_string(run.text_begin) + "-" + std::to_string(run.text_end) + "=" +
              std::to_string(run.page_begin) + "-" + std::to_string(run.page_end) + " ";
  EXPECT_EQ(dumped, "0-1=12-13 1-3=13-14 3-4=14-15 4-5=15-18 ");
}

}  // namespace
}  // namespace recount::text
