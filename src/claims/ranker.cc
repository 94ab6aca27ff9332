#include "src/claims/ranker.h"

#include <algorithm>
#include <sstream>

namespace recount::claims {

namespace {

int index_of(std::string_view name) {
  for (const EvidenceName& e : kEvidenceNames)
    if (e.name == name) return static_cast<int>(e.evidence);
  return -1;
}

}  // namespace

Ranker::Ranker(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    std::istringstream in(line);
    std::string word, name;
    int value = 0, number = 0;
    if (!(in >> word)) continue;
    if (word == "weight") {
      if (!(in >> name >> value >> number)) continue;
      const int evidence = index_of(name);
      if (name == "constant") constant_ = number;
      if (evidence >= 0 && value >= 0 && value < static_cast<int>(kValues))
        weights_[static_cast<std::size_t>(evidence)][static_cast<std::size_t>(value)] = number;
    } else if (word == "confidence" && in >> value >> number) {
      confidence_.emplace_back(value, std::clamp(number, 0, 100));
    }
  }
}

int Ranker::score(const EvidenceValues& evidence) const {
  int sum = constant_;
  for (std::size_t i = 0; i < kEvidences; ++i) sum += weights_[i][evidence[i]];
  return sum;
}

int Ranker::confidence(int score) const {
  if (confidence_.empty()) return 0;
  const auto after = std::ranges::upper_bound(confidence_, score, {}, &std::pair<int, int>::first);
  return after == confidence_.begin() ? confidence_.front().second : std::prev(after)->second;
}

}  // namespace recount::claims
