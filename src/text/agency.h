// Credit lines: whose report a page passes on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/text/draft.h"

namespace recount::text {

// The agency that an explicit credit names, by the list languages/_shared/agencies.txt: its name in brackets at the
// beginning or end of a paragraph ("TOWN (AFP) –", "… said. (Reuters)"), or alone in a byline, dateline or short last
// line, or in `byline` from the metadata. A mention inside a sentence is no credit. Lines of `names`: names for one
// agency separated by |, the first one is returned.
std::optional<std::string> credited_agency(std::string_view text, const std::vector<Draft>& drafts,
                                           const std::optional<std::string>& byline,
                                           const std::vector<std::string>& names);

}  // namespace recount::text
