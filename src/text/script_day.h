// The day of publication that a page's scripts carry: {"publishedAt":"2020-03-02T10:00:00Z"}.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "recount/record.h"

namespace recount::text {

// Takes the scripts of a page one by one. Linear in their bytes, of which it reads some millions.
class ScriptDays {
 public:
  void read(std::string_view script);
  // Evidence "script". None where the scripts name more than one day: lists of articles do.
  std::optional<Stamp> day() const;

 private:
  void value(std::string_view words);

  std::optional<Stamp> found_;
  bool differ_ = false;
  std::size_t bytes_ = 0;
};

}  // namespace recount::text
