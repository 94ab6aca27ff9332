// The members of a record that `recount read --fields` may take.
#pragma once

#include <string>
#include <vector>

namespace recount::cli {

// What is wrong with one of `fields` and what there is instead; empty where all are right.
std::string wrong_field(const std::vector<std::string>& fields);

}  // namespace recount::cli
