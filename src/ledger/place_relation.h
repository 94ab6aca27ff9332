// How two places of claims lie to each other.
#pragma once

#include <string>
#include <unordered_map>

#include "recount/record.h"

namespace recount::ledger {

// Are two spellings likely one name? Keeps what it has compared: the same few names of an event are
// asked about for every pair of clusters that meet.
class OneName {
 public:
  bool operator()(const std::string& a, const std::string& b) const;

 private:
  mutable std::unordered_map<std::uint64_t, bool> known_;
};

enum class PlaceRelation : std::uint8_t {
  unknown,  // one of them isn't given
  same,
  contains,  // the one lies in the other, or may (a city and a region of its country)
  open,  // both are named and one isn't in the gazetteer: a quay may lie in the port, or in another
         // town
  apart,
  within  // pages name the one as the other's (SaidTogether)
};
PlaceRelation relation(const ClaimPlace& a, const ClaimPlace& b, const OneName& one_name);

bool is_given(const std::optional<ClaimPlace>& place);

// 3 city (and what isn't in the gazetteer), 2 region, 1 country, 0 not given.
int precision_of(const ClaimPlace& place);

}  // namespace recount::ledger
