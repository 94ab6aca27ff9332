// Credit lines: whose report a page passes on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/text/draft.h"

namespace recount::text {

// The agency that an explicit credit names: its name in brackets at the beginning or end of a paragraph ("TOWN (AFP) –",
// "… said. (Reuters)"), alone in a byline, dateline or short last line, in "Outlet with X", in a line "Source: X". A
// mention inside a sentence is no credit. `names`: languages/_shared/agencies.txt, names for one agency separated by |, the
// first one is returned; in the last two forms it need not be on the list. `credits`: languages/_shared/credits.txt.
struct CreditLists {
  const std::vector<std::string>& names;
  const std::vector<std::string>& credits;
};
std::optional<std::string> credited_agency(std::string_view text, const std::vector<Draft>& drafts,
                                           const std::optional<std::string>& byline,
                                           const std::optional<std::string>& outlet, const CreditLists& lists);

// Is a byline only the outlet's own name, alone or with another's ("The Post", "The Post with Reuters")?
bool names_outlet(std::string_view byline, std::string_view outlet, const std::vector<std::string>& credits);

}  // namespace recount::text
