// Pages of different languages that tell the same, by what needs no translation.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "recount/origins.h"

namespace recount::origins {

enum class Neutral : std::uint8_t { place, number, name, acronym, day };

struct NeutralKey {
  Neutral what = Neutral::place;
  std::uint32_t at = 0;  // byte where the document first has it
};

// Language-neutral keys of the blocks that speak for a document. At most 512.
using NeutralKeys = std::map<std::uint64_t, NeutralKey>;
NeutralKeys neutral_keys(const DocumentRecord& record, const std::vector<bool>& left_out);

// REQUIRES: records sorted by document id, keys parallel to them. Adds links; returns the number of
// capped keys.
std::uint32_t link_translations(std::span<const DocumentRecord* const> records,
                                const std::vector<NeutralKeys>& keys,
                                std::vector<OriginLink>& links);

}  // namespace recount::origins
