// Runs of small things that stay where they are: taken one after another from large pieces, given
// back all at once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace recount {

template <class T>
class Arena {
 public:
  // Room for `n` things, uninitialised for a T that is trivial. Valid while the arena lives.
  T* take(std::size_t n) {
    if (n > left_) grow(n);
    T* const out = next_;
    next_ += n;
    left_ -= n;
    return out;
  }
  // Gives back the last `n` things taken.
  void give_back(std::size_t n) {
    next_ -= n;
    left_ += n;
  }
  std::span<const T> keep(std::span<const T> run) {
    T* const out = take(run.size());
    std::copy(run.begin(), run.end(), out);
    return {out, run.size()};
  }

 private:
  static constexpr std::size_t kFirst = 1024, kMost = 64 << 10;  // things in a piece

  void grow(std::size_t n) {
    size_ = std::max(n, std::clamp(2 * size_, kFirst, kMost));
    pieces_.push_back(std::make_unique_for_overwrite<T[]>(size_));
    next_ = pieces_.back().get();
    left_ = size_;
  }

  std::vector<std::unique_ptr<T[]>> pieces_;
  T* next_ = nullptr;
  std::size_t left_ = 0, size_ = 0;
};

}  // namespace recount
