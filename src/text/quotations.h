// Quotations over several blocks: a letter, a statement.
#pragma once

#include <string_view>
#include <vector>

#include "src/text/draft.h"

namespace recount::text {

// A quotation that begins with its mark as the first character of a block and ends with it as the
// last of a later one makes the blocks of both and between quotations.
void find_quotations(std::string_view text, std::vector<Draft>& drafts);

}  // namespace recount::text
