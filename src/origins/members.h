// Grouping by hashed keys, the way in which every stage over a set of documents stays linear: a
// document is put under its keys, and only members of one key meet. A key with many members (a
// common number, a large city) doesn't give all pairs: its members, in order, meet the next few
// only, so that a large group still hangs together as a chain.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace recount {

class Members {
 public:
  // How many of the following members of its key one member meets.
  static constexpr std::size_t kReach = 16;

  void add(std::uint64_t key, std::uint32_t member) { rows_.emplace_back(key, member); }

  // Calls `pair(a, b)` with a < b for members that meet, in order of keys; a pair may come under
  // several keys. Returns the number of keys with more members than the reach lets meet.
  std::uint32_t each_pair(const std::function<void(std::uint32_t, std::uint32_t)>& pair) {
    settle();
    std::uint32_t capped = 0;
    each_group([&](std::size_t begin, std::size_t end) {
      capped += end - begin > kReach + 1;
      for (std::size_t i = begin; i < end; ++i)
        for (std::size_t j = i + 1; j < end && j <= i + kReach; ++j)
          pair(rows_[i].second, rows_[j].second);
    });
    return capped;
  }

  // Calls `group(key, members)` for every key with at least `least` members, in order of keys;
  // members sorted.
  void each_key(
      std::size_t least,
      const std::function<void(std::uint64_t, const std::vector<std::uint32_t>&)>& group) {
    settle();
    each_group([&](std::size_t begin, std::size_t end) {
      if (end - begin < least) return;
      std::vector<std::uint32_t> members;
      for (std::size_t i = begin; i < end; ++i) members.push_back(rows_[i].second);
      group(rows_[begin].first, members);
    });
  }

 private:
  void settle() {
    std::sort(rows_.begin(), rows_.end());
    rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
  }
  template <class F>
  void each_group(F&& group) const {
    for (std::size_t begin = 0; begin < rows_.size();) {
      std::size_t end = begin;
      while (end < rows_.size() && rows_[end].first == rows_[begin].first) ++end;
      group(begin, end);
      begin = end;
    }
  }

  std::vector<std::pair<std::uint64_t, std::uint32_t>> rows_;
};

// Union-find whose root is the least member, so that results don't depend on the order of unions.
class Components {
 public:
  explicit Components(std::size_t size) : parent_(size) {
    for (std::size_t i = 0; i < size; ++i) parent_[i] = static_cast<std::uint32_t>(i);
  }
  std::uint32_t find(std::uint32_t a) {
    while (parent_[a] != a) a = parent_[a] = parent_[parent_[a]];
    return a;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    a = find(a), b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace recount
