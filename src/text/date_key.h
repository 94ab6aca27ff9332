// What a name that a site gives a date says that it is of: names of metadata, attributes and JSON
// members.
#pragma once

#include <cstdint>
#include <string_view>

namespace recount::text {

enum class DateKey : std::uint8_t { none, published, modified };

// "article:published_time", "pubDate", "cmsPublishingDate": the name is cut into its words.
DateKey date_key(std::string_view name);

}  // namespace recount::text
