#include "src/run/ordered.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace recount::run {
namespace {

// Numbers 0 … count-1 through `workers` threads, each worked on for a time of its own.
std::vector<int> through(unsigned workers, int count, int stop_after = -1) {
  std::vector<int> out;
  Ordered<int, int> stream(workers);
  stream.run(
      [&](const std::function<bool(int)>& give) {
        for (int i = 0; i < count; ++i)
          if (!give(i)) return;
      },
      [](int item) {
        std::this_thread::sleep_for(std::chrono::microseconds(item * 7919 % 300));
        return item * 2;
      },
      [&](int item) {
        out.push_back(item);
        return stop_after < 0 || static_cast<int>(out.size()) < stop_after;
      });
  return out;
}

TEST(Ordered, KeepsTheOrderOfTheInput) {
  for (unsigned workers : {1u, 2u, 7u})
    for (int count : {0, 1, 5, 400}) {
      const std::vector<int> out = through(workers, count);
      ASSERT_EQ(out.size(), static_cast<std::size_t>(count));
      for (int i = 0; i < count; ++i) EXPECT_EQ(out[static_cast<std::size_t>(i)], 2 * i);
    }
}

TEST(Ordered, StopsWhenTheSinkHasEnough) {
  for (unsigned workers : {1u, 3u})
    EXPECT_EQ(through(workers, 1'000'000, 5), (std::vector<int>{0, 2, 4, 6, 8}));
}

TEST(Ordered, ASlowItemHoldsTheOthersBack) {
  std::atomic<int> most = 0, inside = 0;
  Ordered<int, int> stream(3);
  stream.run(
      [&](const std::function<bool(int)>& give) {
        for (int i = 0; i < 500; ++i) {
          if (!give(i)) return;
          most = std::max(most.load(), ++inside);
        }
      },
      [](int item) {
        if (item % 100 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return item;
      },
      [&](int) {
        --inside;
        return true;
      });
  EXPECT_LE(most.load(), 3 * 4 + 2);
}

TEST(Ordered, AnErrorOfTheSinkEndsTheThreads) {
  Ordered<int, int> stream(2);
  EXPECT_THROW(stream.run(
                   [](const std::function<bool(int)>& give) {
                     for (int i = 0; give(i); ++i) {
                     }
                   },
                   [](int item) { return item; },
                   [](int item) -> bool {
                     if (item == 20) throw std::runtime_error("enough");
                     return true;
                   }),
               std::runtime_error);
}

}  // namespace
}  // namespace recount::run
