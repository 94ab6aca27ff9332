// A date that was given with a page and can't be read.
#pragma once

#include <optional>

#include "recount/record.h"

namespace recount::run {

// What is told of it, with the forms that are read. nullopt: none was given, or it was read.
std::optional<Skipped> unread_date(const Page& page, const Document& document);

}  // namespace recount::run
