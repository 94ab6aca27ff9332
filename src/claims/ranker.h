// The trained ranker: integer weights of languages/_shared/ranker.tsv, which tests/eval/train.py
// writes. Without that file every reading has the score 0, and those by mere nearness are dropped.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "src/claims/candidates.h"

namespace recount::claims {

class Ranker {
 public:
  // Lines of the table: a word and whole numbers, parted by tabs.
  //   rule EVIDENCE VALUE N        what the evidence adds to the score of a rule's reading
  //   near EVIDENCE VALUE N        the same of a reading by mere nearness
  //   rule constant 0 N            what every score begins with; also of near
  //   keep N                       a reading by mere nearness with a lower score is dropped
  //   confidence SCORE N           from that score on, in ascending order
  // Unknown words are passed over: a newer table may have more.
  explicit Ranker(const std::vector<std::string>& lines);

  int score(const EvidenceValues& evidence, bool near) const;
  int keep() const { return keep_; }
  // 0–100, or nothing where the table gives none.
  std::optional<int> confidence(int score) const;

 private:
  struct Weights {
    int constant = 0;
    std::array<std::array<int, kValues>, kEvidences> of{};
  };
  std::array<Weights, 2> weights_{};  // of rules, of nearness
  std::vector<std::pair<int, int>> confidence_;
  int keep_ = INT32_MAX;
};

}  // namespace recount::claims
