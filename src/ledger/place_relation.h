// How two places of claims lie to each other.
#pragma once

#include "recount/record.h"

namespace recount::ledger {

enum class PlaceRelation : std::uint8_t {
  unknown,  // one of them isn't given
  same,
  contains,  // the one lies in the other, or may (a city and a region of its country)
  open,  // both are named and one isn't in the gazetteer: a quay may lie in the port, or in another
         // town
  apart
};
PlaceRelation relation(const ClaimPlace& a, const ClaimPlace& b);

bool is_given(const std::optional<ClaimPlace>& place);

// 3 city (and what isn't in the gazetteer), 2 region, 1 country, 0 not given.
int precision_of(const ClaimPlace& place);

}  // namespace recount::ledger
