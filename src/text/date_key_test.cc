#include "src/text/date_key.h"

#include <gtest/gtest.h>

#include "src/text/script_day.h"

namespace recount::text {
namespace {

TEST(DateKey, OfNames) {
  for (const char* name :
       {"article:published_time", "pubDate", "pubdate", "publish-date", "datePublished",
        "dc.date.issued", "cmsPublishingDate", "prism.publicationDate", "photos:uploaded",
        "article.published", "parsely-pub-date", "firstPublishedAt", "OriginalPublicationDate"})
    EXPECT_EQ(date_key(name), DateKey::published) << name;
  for (const char* name : {"article:modified_time", "og:updated_time", "dateModified", "lastmod",
                           "last-modified", "publishedUpdated"})
    EXPECT_EQ(date_key(name), DateKey::modified) << name;
  for (const char* name : {"date", "publisher", "article:publisher", "lastPublishedAt", "pub",
                           "republish", "image:published", "siteName", "expires", ""})
    EXPECT_EQ(date_key(name), DateKey::none) << name;
}

std::string day_in(std::string_view script) {
  ScriptDays days;
  days.read(script);
  const auto day = days.day();
  return day ? day->value + (day->zone ? " " + *day->zone : "") + " " + day->evidence : "-";
}

TEST(ScriptDays, Named) {
  EXPECT_EQ(day_in(R"(x={"publishedAt":"2020-03-02T10:05:00Z"})"),
            "2020-03-02T10:05 +00:00 script");
  EXPECT_EQ(day_in(R"("{\"publication_date\": \"2020-03-02\"}")"), "2020-03-02 script");
  EXPECT_EQ(day_in("var pubDate = '02.03.2020';"), "2020-03-02 script");
  EXPECT_EQ(day_in(R"({"publishDate":"2020-03-02","datePublished":"2020-03-02T07:00"})"),
            "2020-03-02 script");
}

TEST(ScriptDays, WhatIsNoDayOfThePage) {
  for (const char* script :
       {R"({"publishedAt":"2020-03-02"},{"publishedAt":"2020-03-04"})",  // a list
        R"({"published":true,"updatedAt":"2020-03-02"})", R"({"publishedAt":"2020-01-01"})",
        R"({"publishedAt":null,"a":"2020-03-02"})", R"({"publisher":"2020-03-02"})", "pub", ""})
    EXPECT_EQ(day_in(script), "-") << script;
}

}  // namespace
}  // namespace recount::text
