// Comparing figures: are two the same number, can both be true, do they disagree.
#pragma once

#include <array>

#include "recount/ledger.h"

namespace recount::ledger {

// The one number that a figure names, whatever its qualifier ("at least 70" names 70); nullopt for
// a range or a vague amount.
std::optional<std::int64_t> named_number(const Figure& figure);

// Is it one number, retold? 70, "at least 70", "more than 70", "about 70" and "almost 70" are; "up
// to 70" is the same only as another upper bound, a range only as the same range, a vague amount
// only as one of the same magnitude.
bool same_number(const Figure& a, const Figure& b);

// False for "several", "many": no order of size.
bool has_size(const Figure& figure);

// Equal for figures that are the same number (but for their units): what to group them by.
std::array<std::int64_t, 3> number_key(const Figure& figure);

// Does it count some of those whom another figure counts? Then it is no total, and nobody's rival.
inline bool is_part(const Claim& claim) { return claim.part_of.has_value() || claim.subset; }

// May the one be a retelling of the other? The same number, or a vague amount and a number of its
// magnitude
// ("hundreds" and 500).
bool may_restate(const Figure& a, const Figure& b);

// agree, compatible or disagree: by the intervals that the figures leave open. "About" leaves a
// tenth either way. A vague amount without magnitude ("many") is not_decidable against everything
// but itself.
Verdict compare(const Figure& a, const Figure& b);

}  // namespace recount::ledger
