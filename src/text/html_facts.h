// What an HTML page says of itself: title, byline, outlet, dates, language, address, from JSON-LD,
// <meta>, <link>, <time>.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "src/text/day_words.h"
#include "src/text/facts.h"
#include "src/text/html_day.h"
#include "src/text/html_roles.h"
#include "src/text/html_tree.h"

namespace recount::text {

// An entry of a live page as its JSON-LD lists it (schema.org LiveBlogPosting, liveBlogUpdate).
struct ListedEntry {
  std::string headline, time;  // "2020-03-02T17:20:00+01:00"
};

struct HtmlFacts {
  Facts facts;                              // without the day of publication
  HtmlDays days;                            // from which that is settled
  std::string page_title;                   // <title>, often with the site's name
  std::string base;                         // <base href>
  std::optional<std::string> organisation;  // an author that is no person
  bool live = false;                        // says that it is a live page
  std::vector<ListedEntry> entries;         // in its JSON-LD
  bool for_subscribers = false;
  bool captcha = false;
};

HtmlFacts facts_of(const HtmlTree& tree, const HtmlRoles& roles, const DayWords& day_words);

// A fact's words: decoded, white space collapsed; empty where they are too long for one.
std::string clean(std::string_view value);

// A stamp as machines write it, or the one day in words: "November 5, 2021".
std::optional<Stamp> day_of(std::string_view value, std::string_view evidence,
                            const DayWords& words);

// The decoded text below a node, white space collapsed, at most `max_bytes`.
std::string text_below(const HtmlTree& tree, std::uint32_t node, std::size_t max_bytes);

}  // namespace recount::text
