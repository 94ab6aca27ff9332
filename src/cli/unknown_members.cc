#include "src/cli/unknown_members.h"

#include <algorithm>

#include "recount/capture.h"
#include "src/run/run.h"

namespace recount::cli {
namespace {

constexpr std::size_t kMost = 20;          // names; records whose keys are values have no end
constexpr std::size_t kLongestShown = 64;  // bytes

std::vector<std::string> known_members() { return {kRecordMembers.begin(), kRecordMembers.end()}; }

}  // namespace

void UnknownMembers::met(std::string_view name) {
  if (more_ || std::find(names_.begin(), names_.end(), name) != names_.end()) return;
  more_ = names_.size() == kMost;
  if (!more_) names_.emplace_back(name);
}

void UnknownMembers::tell(Output& out) const {
  if (names_.empty()) return;
  const std::vector<std::string> known = known_members();
  std::string words;
  for (const std::string& name : names_)
    words += (words.empty() ? "'" : ", '") + (name.size() > kLongestShown ? "…" : name) + "'" +
             did_you_mean(name, known);
  out.complain("JSON records have members that aren't read: " + words + (more_ ? " and more" : "") +
               "; those read are " + listed(known));
}

}  // namespace recount::cli
