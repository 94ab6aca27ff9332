// Runs of small things, each kept once and numbered from 0 in order of first use.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "src/language/arena.h"

namespace recount {

// Open addressing, linear probing, at most half full. REQUIRES: an unsigned integer as T.
template <class T>
class DistinctRuns {
 public:
  // The number of a run, which is kept unless it is there.
  std::uint32_t number(std::span<const T> run) {
    if (2 * (runs_.size() + 1) > slots_.size()) rehash();
    std::size_t at = slot_of(run);
    for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
      if (std::ranges::equal(runs_[slots_[at] - 1], run)) return slots_[at] - 1;
    runs_.push_back(things_.keep(run));
    slots_[at] = size();
    return size() - 1;
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(runs_.size()); }
  // Valid while this lives, also when it is moved.
  std::span<const T> operator[](std::uint32_t number) const { return runs_[number]; }

 private:
  static constexpr std::size_t kFewest = 1024;  // slots, a power of two

  std::size_t slot_of(std::span<const T> run) const {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
    std::uint64_t hash = run.size() * kFactor;
    for (const T one : run) hash = (hash ^ hash >> 32 ^ one) * kFactor;
    return static_cast<std::size_t>(hash >> 32) & (slots_.size() - 1);
  }
  void rehash() {
    slots_.assign(std::max(kFewest, 2 * slots_.size()), 0);
    for (std::uint32_t i = 0; i < runs_.size(); ++i) {
      std::size_t at = slot_of(runs_[i]);
      while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = i + 1;
    }
  }

  Arena<T> things_;
  std::vector<std::span<const T>> runs_;  // by number
  std::vector<std::uint32_t> slots_;      // number + 1, by hash
};

}  // namespace recount
