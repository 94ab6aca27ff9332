// A stream through worker threads whose results come out in the order of the input.
//
// The producer numbers its items; workers take them as they come and lay each result into the slot
// of its number; the calling thread takes the slots in turn. There are a fixed number of slots, and
// an item is only taken in when its slot is free: that bounds memory, and a slow item holds the
// others back instead of letting them pile up.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "src/base/base.h"

namespace recount::run {

template <class In, class Out>
class Ordered {
 public:
  // REQUIRES: workers > 0.
  explicit Ordered(unsigned workers)
      : workers_(workers), slots_(std::size_t{4} * workers), queue_(slots_.size()) {}

  // `produce` hands items to its argument until that returns false; `work` is called from several
  // threads and doesn't throw; `sink` is called in this thread and returns false to stop.
  void run(const std::function<void(const std::function<bool(In)>&)>& produce,
           const std::function<Out(In)>& work, const std::function<bool(Out)>& sink) {
    std::vector<std::jthread> threads;
    threads.emplace_back([&] {
      try {
        produce([&](In item) { return take_in(std::move(item)); });
      } catch (...) {
        failure_ = std::current_exception();  // read after the threads have ended
      }
      finish();
    });
    for (unsigned i = 0; i < workers_; ++i)
      threads.emplace_back([&] {
        while (auto numbered = queue_.pop())
          put(numbered->first, work(std::move(numbered->second)));
      });
    try {
      while (std::optional<Out> out = next())
        if (!sink(std::move(*out))) break;
    } catch (...) {
      stop();
      throw;
    }
    stop();
    threads.clear();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  bool take_in(In item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || taken_ < given_ + slots_.size(); });
    if (stopped_) return false;
    const std::size_t number = taken_++;
    lock.unlock();
    return queue_.push({number, std::move(item)});
  }
  void finish() {
    const std::lock_guard lock(mutex_);
    finished_ = true;
    queue_.close();
    changed_.notify_all();
  }
  void put(std::size_t number, Out out) {
    const std::lock_guard lock(mutex_);
    slots_[number % slots_.size()] = std::move(out);
    changed_.notify_all();
  }
  std::optional<Out> next() {
    std::unique_lock lock(mutex_);
    std::optional<Out>& slot = slots_[given_ % slots_.size()];
    changed_.wait(lock, [&] { return slot.has_value() || (finished_ && given_ == taken_); });
    if (!slot) return std::nullopt;
    ++given_;
    changed_.notify_all();
    return std::exchange(slot, std::nullopt);
  }
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    queue_.close();
    changed_.notify_all();
  }

  const unsigned workers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::optional<Out>> slots_;
  BoundedQueue<std::pair<std::size_t, In>> queue_;
  std::size_t taken_ = 0, given_ = 0;  // items taken in, results given out
  bool finished_ = false, stopped_ = false;
  std::exception_ptr failure_;  // what ended `produce`
};

}  // namespace recount::run
