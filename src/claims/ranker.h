// The trained ranker: integer weights of languages/_shared/ranker.tsv, which tests/eval/train.py
// writes. Without that file nothing is known of how sure a reading is.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "src/claims/candidates.h"

namespace recount::claims {

class Ranker {
 public:
  // Lines of the table: a word and whole numbers, parted by tabs.
  //   weight EVIDENCE VALUE N      what the evidence adds to a reading's score
  //   weight constant 0 N          what every score begins with
  //   confidence SCORE N           from that score on, in ascending order
  // Unknown words are passed over: a newer table may have more.
  explicit Ranker(const std::vector<std::string>& lines);

  int score(const EvidenceValues& evidence) const;
  // 0–100; 0 where the table gives none.
  int confidence(int score) const;

 private:
  int constant_ = 0;
  std::array<std::array<int, kValues>, kEvidences> weights_{};
  std::vector<std::pair<int, int>> confidence_;  // by score, ascending
};

}  // namespace recount::claims
