// Short names of documents in reports.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "recount/record.h"

namespace recount::publish {

inline constexpr std::size_t kOwnIdSize = 18;
// An id that recount gave: "d-" and 16 hex digits.
bool is_own_id(std::string_view id);

// Document id → name, printable, no two alike: a given id as it is, else of the file's name as
// little as tells it from other pages ("herald", "herald_0123456789abcdef", "monday/herald", the
// path). Captures of one page (one URL, or one file) have one name and are numbered: by their dates
// ("herald", "herald (2nd capture)"), and where these don't tell "herald (capture 1)".
std::unordered_map<std::string, std::string> document_labels(
    std::span<const DocumentRecord* const> records,
    const std::map<std::string, std::string>& sources);

}  // namespace recount::publish
