// Expected failure is a value. A function that can fail on *input* returns Result<T>; a broken
// contract throws std::logic_error and is caught once, at the edge (src/cli).
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace recount {

// What went wrong, in words for the person at the terminal: what, where, and what to do.
struct Error {
  std::string message;
};

// Either a value or an Error. REQUIRES: value() only where ok().
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}
  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() { return std::get<0>(state_); }
  const T& value() const { return std::get<0>(state_); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace recount
