// What property tests of packs draw from: one generator, seeded by the property. Thousands of
// draws, each its own of RapidCheck, would cost more than what is tested.
#pragma once

#include <initializer_list>
#include <random>
#include <string>

namespace recount {

inline std::minstd_rand& draws() {
  static std::minstd_rand all;
  return all;
}
// From 0 up to `below`, which it isn't. REQUIRES: below > 0.
inline int number(int below) {
  return static_cast<int>(draws()() / 7 % static_cast<unsigned>(below));
}
inline bool one_in(int n) { return number(n) == 0; }
inline std::string pick(std::initializer_list<const char*> all) {
  return *(all.begin() + number(static_cast<int>(all.size())));
}

}  // namespace recount
