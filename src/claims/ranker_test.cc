#include "src/claims/ranker.h"

#include <gtest/gtest.h>

namespace recount::claims {
namespace {

EvidenceValues of(Evidence e, std::uint8_t value) {
  EvidenceValues out{};
  out[static_cast<std::size_t>(e)] = value;
  return out;
}

TEST(Ranker, AddsTheWeightsOfTheEvidence) {
  const Ranker ranker({"weight\tconstant\t0\t10", "weight\trank\t2\t-3"});
  EXPECT_EQ(ranker.score(of(Evidence::rank, 2)), 7);
  EXPECT_EQ(ranker.score(of(Evidence::rank, 3)), 10);
}

TEST(Ranker, ConfidenceIsThatOfTheLastStepReached) {
  const Ranker ranker({"confidence\t-20\t40", "confidence\t30\t90"});
  EXPECT_EQ(ranker.confidence(-100), 40);
  EXPECT_EQ(ranker.confidence(29), 40);
  EXPECT_EQ(ranker.confidence(30), 90);
}

TEST(Ranker, WithoutATableNothingIsSure) { EXPECT_EQ(Ranker({}).confidence(0), 0); }

TEST(Ranker, WhatItCantReadIsPassedOver) {
  const Ranker ranker(
      {"weight\tlater\t1\t9", "weight\trank\t99\t9", "later\tmany", "", "weight\trank"});
  EXPECT_EQ(ranker.score(of(Evidence::rank, 1)), 0);
}

TEST(Ranker, EveryEvidenceHasItsName) {
  for (std::size_t i = 0; i < kEvidences; ++i)
    EXPECT_EQ(static_cast<std::size_t>(kEvidenceNames[i].evidence), i);
}

}  // namespace
}  // namespace recount::claims
