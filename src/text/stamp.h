// Dates as machines write them: in metadata, in URLs, as given. Dates in words are read by a later
// stage.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "recount/record.h"

namespace recount::text {

// ISO 8601 (also with a blank for T, compact, cut short, with X for unknown digits), RFC 2822,
// "2021/07/13", "13.07.2021", and 13/07/2021 where only one order is a date. nullopt for all else
// and for days that don't exist.
std::optional<Stamp> parse_stamp(std::string_view value, std::string_view evidence);

// A day in the path of a URL: /2021/07/13/, /2021-07-13-, /20210713/.
std::optional<Stamp> stamp_of_url(std::string_view url);

}  // namespace recount::text
