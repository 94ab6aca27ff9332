// Facade of the module: recount/origins.h, and the comparison of names that the ledger shares.
#pragma once

#include <string>
#include <string_view>

#include "recount/origins.h"
#include "src/origins/members.h"

namespace recount {

// The words of a name in lower case, one space between, without punctuation: "The  Daily-News" ->
// "the daily news". REQUIRES: valid UTF-8.
std::string folded_name(std::string_view name);

// In lower case, letter by letter; marks stay. REQUIRES: valid UTF-8.
std::string lower_case(std::string_view text);

// The host of a URL without "www.", in lower case; empty where there is none.
std::string host_of(std::string_view url);

}  // namespace recount
