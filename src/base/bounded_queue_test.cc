#include "src/base/bounded_queue.h"

#include <gtest/gtest.h>

#include <numeric>
#include <thread>
#include <vector>

namespace recount {
namespace {

TEST(BoundedQueue, GivesWhatWasPutInInOrder) {
  BoundedQueue<int> queue(2);
  std::jthread producer([&] {
    for (int i = 0; i < 100; ++i) queue.push(i);
    queue.close();
  });
  for (int i = 0; i < 100; ++i) EXPECT_EQ(queue.pop(), i);
  EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(BoundedQueue, ClosingWakesAWaitingProducer) {
  BoundedQueue<int> queue(1);
  ASSERT_TRUE(queue.push(1));
  std::jthread closer([&] { queue.close(); });
  EXPECT_FALSE(queue.push(2));
  EXPECT_EQ(queue.pop(), 1);
  EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(BoundedQueue, ManyThreadsLoseNothing) {
  BoundedQueue<int> queue(3);
  constexpr int kEach = 1000;
  std::vector<long> sums(3);
  {
    std::vector<std::jthread> consumers;
    for (auto& sum : sums) {
      consumers.emplace_back([&] {
        while (const auto item = queue.pop()) sum += *item;
      });
    }
    std::vector<std::jthread> producers;
    for (int t = 0; t < 3; ++t) {
      producers.emplace_back([&] {
        for (int i = 1; i <= kEach; ++i) queue.push(i);
      });
    }
    producers.clear();
    queue.close();
  }
  EXPECT_EQ(std::accumulate(sums.begin(), sums.end(), 0L), 3L * kEach * (kEach + 1) / 2);
}

}  // namespace
}  // namespace recount
