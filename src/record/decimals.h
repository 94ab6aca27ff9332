// Numbers with thousandths in the record: "6.5".
#pragma once

#include <cstdint>

namespace recount {

inline constexpr std::int64_t kThousand = 1000;
// Below it a double has room for thousandths; larger numbers are whole in the record.
inline constexpr std::int64_t kLargestBroken = 1'000'000'000'000;

}  // namespace recount
