// Members of JSON Lines records that aren't read, told once a run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "src/cli/output.h"

namespace recount::cli {

class UnknownMembers {
 public:
  // For CaptureOptions::unknown_member.
  void met(std::string_view name);
  // What was met, each with the member it may have been meant for. REQUIRES: capturing has ended.
  void tell(Output& out) const;

 private:
  std::vector<std::string> names_;  // in the order of the input
  bool more_ = false;
};

}  // namespace recount::cli
