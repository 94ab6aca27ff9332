// Runs of six words of a document, hashed: what copies share.
#pragma once

#include <cstdint>
#include <vector>

#include "recount/record.h"

namespace recount::origins {

using Shingles = std::vector<std::uint64_t>;  // sorted, each once

inline constexpr std::size_t kShingleWords = 6;

// The shingles of the blocks that speak for the document, without those marked in `left_out` (by
// number of block).
Shingles shingles_of(const Document& document, const std::vector<bool>& left_out);

// Those under which documents meet: a fixed eighth of them, at most 512.
Shingles sample(const Shingles& shingles);

// How many both have. Linear.
std::size_t shared(const Shingles& a, const Shingles& b);

// A document's published value where it is a full day ("2020-02-29…"), else empty.
std::string_view known_day(const Document& document);

}  // namespace recount::origins
