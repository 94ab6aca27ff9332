// Furniture: blocks known to stand in many pages and to belong to none. A dossier finds them;
// `read` alone, which sees one page, can be given them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "recount/record.h"
#include "recount/result.h"

namespace recount::run {

// The sorted keys of a file as `recount furniture --format jsonl` prints it; only the member `key`
// of a line is read. Errors name file and line.
Result<std::vector<std::uint64_t>> load_furniture(const std::string& path);

// Blocks of these keys become teasers: no source, and leads. `keys` is sorted.
void mark_furniture(const std::vector<std::uint64_t>& keys, Document& document);

}  // namespace recount::run
