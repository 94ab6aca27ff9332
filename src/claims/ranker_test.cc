#include "src/claims/ranker.h"

#include <gtest/gtest.h>

namespace recount::claims {
namespace {

EvidenceValues of(Evidence e, std::uint8_t value) {
  EvidenceValues out{};
  out[static_cast<std::size_t>(e)] = value;
  return out;
}

TEST(Ranker, AddsTheWeightsOfTheKindOfReading) {
  const Ranker ranker({"rule\tconstant\t0\t10", "rule\trank\t2\t-3", "near\trank\t2\t50"});
  EXPECT_EQ(ranker.score(of(Evidence::rank, 2), false), 7);
  EXPECT_EQ(ranker.score(of(Evidence::rank, 3), false), 10);
  EXPECT_EQ(ranker.score(of(Evidence::rank, 2), true), 50);
}

TEST(Ranker, ConfidenceIsThatOfTheLastStepReached) {
  const Ranker ranker({"keep\t5", "confidence\t-20\t40", "confidence\t30\t90"});
  EXPECT_EQ(ranker.keep(), 5);
  EXPECT_EQ(ranker.confidence(-100), 40);
  EXPECT_EQ(ranker.confidence(29), 40);
  EXPECT_EQ(ranker.confidence(30), 90);
}

TEST(Ranker, WithoutATableNothingIsKeptForNearnessAlone) {
  const Ranker ranker({});
  EXPECT_EQ(ranker.keep(), INT32_MAX);
  EXPECT_EQ(ranker.confidence(0), std::nullopt);
}

TEST(Ranker, WhatItCantReadIsPassedOver) {
  const Ranker ranker({"rule\tlater\t1\t9", "rule\trank\t99\t9", "keep\tmany", "", "rule\trank"});
  EXPECT_EQ(ranker.score(of(Evidence::rank, 1), false), 0);
}

TEST(Ranker, EveryEvidenceHasItsName) {
  for (std::size_t i = 0; i < kEvidences; ++i)
    EXPECT_EQ(static_cast<std::size_t>(kEvidenceNames[i].evidence), i);
}

}  // namespace
}  // namespace recount::claims
