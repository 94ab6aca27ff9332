// Cyrillic to Latin; internal to names.
#pragma once

#include <string>
#include <string_view>

namespace recount::names {

// REQUIRES: text from fold_name(). What isn't Cyrillic stays.
std::string to_latin(std::string_view folded);

}  // namespace recount::names
