#include "src/ledger/place_relation.h"

#include "src/base/base.h"
#include "src/names/names.h"

namespace recount::ledger {
namespace {

constexpr int kOneName = 82;  // name_similarity: likely one name

std::string_view country_of(const ClaimPlace& place) {
  return place.precision == "country" && place.country.empty() ? place.id : place.country;
}

}  // namespace

int precision_of(const ClaimPlace& place) {
  if (place.name.empty() && place.id.empty()) return 0;
  if (place.precision == "country") return 1;
  return place.precision == "region" ? 2 : 3;
}

bool is_given(const std::optional<ClaimPlace>& place) { return place && precision_of(*place) > 0; }

bool OneName::operator()(const std::string& a, const std::string& b) const {
  const auto [at, added] = known_.try_emplace(hash64(a + '\n' + b), false);
  if (added) at->second = name_similarity(a, b) >= kOneName;
  return at->second;
}

PlaceRelation relation(const ClaimPlace& a, const ClaimPlace& b, const OneName& one_name) {
  const int precise_a = precision_of(a), precise_b = precision_of(b);
  if (precise_a == 0 || precise_b == 0) return PlaceRelation::unknown;
  if (!a.id.empty() && a.id == b.id) return PlaceRelation::same;
  if (a.id.empty() || b.id.empty())
    return one_name(a.name, b.name) ? PlaceRelation::same : PlaceRelation::open;
  if (precise_a == precise_b) return PlaceRelation::apart;
  if (country_of(a).empty() || country_of(b).empty()) return PlaceRelation::open;
  return country_of(a) == country_of(b) ? PlaceRelation::contains : PlaceRelation::apart;
}

}  // namespace recount::ledger
