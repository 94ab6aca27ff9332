// How strongly two clusters of different pages look like one event.
#pragma once

#include "src/ledger/across.h"

namespace recount::ledger {

// What a cluster shows to others; made once a round.
struct Face {
  std::uint32_t root = 0;
  // Distinct ones by number and claimant, at most kMostFigures a measure.
  std::vector<const Claim*> figures[std::size(Names<Measure>::rows)];
  std::set<std::string> countries;  // of its places; where it has none, those that its pages name
  bool placed = false;
};
inline constexpr std::size_t kMostFigures = 16;

Face face_of(const Clusters& clusters, std::uint32_t root);

// Points, see the table in evidence.cc; kEnough and more is one event, kStrong even before a
// page's own context was used. REQUIRES: no conflict between the two.
int evidence(const Clusters& clusters, const Ties& ties, const Face& a, const Face& b);
inline constexpr int kEnough = 5, kStrong = 6;

}  // namespace recount::ledger
