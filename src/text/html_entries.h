// Entries of a live page: parts of the content that each carry a time of their own.
#pragma once

#include <string>
#include <vector>

#include "src/text/clock.h"
#include "src/text/html_facts.h"
#include "src/text/html_roles.h"
#include "src/text/html_tree.h"

namespace recount::text {

// For every node the time of the entry that it belongs to ("T17:20", or the full value of a <time>
// whose words show no clock), empty outside entries. Two entries beside one another, each with a
// time and words of its own, make a live page; one is enough where the page says that it is live.
// Where no element shows a time, the entries that the page's JSON-LD lists, found by their
// headlines.
struct HtmlEntries {
  std::vector<std::string> times;
  std::vector<std::uint32_t> entry_of;  // node → index into times, kNoNode outside
};

HtmlEntries entries_of(const HtmlTree& tree, const HtmlRoles& roles,
                       const std::vector<ClockWord>& clock_words, const HtmlFacts& facts);

}  // namespace recount::text
