// Runs of six words of a document, hashed: what copies share.
#pragma once

#include <cstdint>
#include <vector>

#include "recount/record.h"

namespace recount::origins {

using Shingles = std::vector<std::uint64_t>;  // sorted, each once

inline constexpr std::size_t kShingleWords = 6;

inline constexpr std::size_t kEdgeWords = 64;

// What is compared of a document's text.
struct Runs {
  Shingles all;
  std::vector<std::uint64_t> head, foot;  // its first and last words, hashed; the foot backwards
};

// The runs of the blocks that speak for the document, without those marked in `left_out` (by number
// of block).
Runs runs_of(const Document& document, const std::vector<bool>& left_out);

// Those under which documents meet: a fixed quarter of them, at most 512.
Shingles sample(const Shingles& shingles);

// Runs at the beginning and at the end that both have there: set phrases of a channel or a column
// stand so.
std::size_t shared_at_edges(const Runs& a, const Runs& b);

// How many both have. Linear.
std::size_t shared(const Shingles& a, const Shingles& b);

// A document's published value where it is a full day ("2020-02-29…"), else empty.
std::string_view known_day(const Document& document);

}  // namespace recount::origins
