// Where text comes from: runs from output bytes to input bytes, and their composition.
//
// Text is made in two steps, page bytes → UTF-8 → readable text, and each step keeps runs. A run
// whose two lengths are equal maps byte by byte; any other maps as a whole (an entity, a converted
// character, collapsed white space).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recount/record.h"

namespace recount::text {

using Runs = std::vector<SourceRun>;

// Collects runs in order; neighbours that map byte by byte and touch on both sides become one.
class RunBuilder {
 public:
  // Output [out_begin, out_end) is a copy of the input from in_begin.
  void literal(std::uint32_t out_begin, std::uint32_t out_end, std::uint32_t in_begin);
  // Output [out_begin, out_end) stands for input [in_begin, in_end).
  void whole(std::uint32_t out_begin, std::uint32_t out_end, std::uint32_t in_begin,
             std::uint32_t in_end);
  // Forgets the output from `out_end` on.
  void cut(std::uint32_t out_end);
  const Runs& runs() const { return runs_; }
  Runs take() { return std::move(runs_); }

 private:
  Runs runs_;
  bool last_literal_ = false;
};

// One literal run over `size` bytes, the input shifted by `shift`.
Runs shifted(std::uint32_t size, std::uint32_t shift);

// text → middle, middle → page: text → page. `inner` must tile the middle bytes that `outer` names.
// Linear.
Runs compose(const Runs& outer, const Runs& inner);

}  // namespace recount::text
