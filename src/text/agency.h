// Credit lines: whose report a page passes on.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recount/language.h"
#include "src/text/draft.h"

namespace recount::text {

// Names of agencies and the words of credit lines, compiled once.
class Credits {
 public:
  // languages/_shared/agencies.txt: names for one agency separated by |, the first one is returned;
  // languages/_shared/credits.txt: WORDS with|source.
  explicit Credits(const Languages& languages);

  // The agency that an explicit credit names: its name in brackets at the beginning or end of a
  // paragraph ("TOWN (AFP) –", "… said. (Reuters)"), alone in a byline, dateline or short last
  // line, in "Outlet with X", in a line "Source: X". A mention inside a sentence is no credit. In
  // the last two forms the name need not be on the list.
  std::optional<std::string> agency(std::string_view text, const std::vector<Draft>& drafts,
                                    const std::optional<std::string>& byline,
                                    const std::optional<std::string>& outlet) const;

  // Is a byline only the outlet's own name, alone or with another's ("The Post", "The Post with
  // Reuters")?
  bool names_outlet(std::string_view byline, std::string_view outlet) const;

 private:
  std::optional<std::string> of_block(const Draft& draft, std::string_view words,
                                      std::string_view outlet) const;
  std::optional<std::string> in_credit(std::string_view credit) const;
  std::optional<std::string> at_start(std::string_view words) const;
  std::optional<std::string> in_brackets(std::string_view part) const;
  std::optional<std::string> of_paragraph(std::string_view words) const;
  std::optional<std::string> with_outlet(std::string_view byline, std::string_view outlet) const;
  std::optional<std::string> of_source(std::string_view words) const;

  std::map<std::string, std::string, std::less<>> names_;  // as printed → the one to report
  std::vector<std::string> with_, source_;                 // plain forms
};

}  // namespace recount::text
