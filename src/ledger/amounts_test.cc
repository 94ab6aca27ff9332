#include "src/ledger/amounts.h"

#include <gtest/gtest.h>

#include "src/ledger/tellings.h"

namespace recount::ledger {
namespace {

Figure figure(const std::string& text) {
  return tellings::Writer("page a en\nfig deaths " + text).records[0].claims[0].figure;
}

TEST(Amounts, are_compared) {
  const struct {
    const char *a, *b;
    bool same, may_restate;
    Verdict verdict;
  } kCases[] = {
      {"70", "70", true, true, Verdict::agree},
      {"70", ">=70", true, true, Verdict::compatible},
      {">70", ">=70", true, true, Verdict::compatible},
      {"70", "~70", true, true, Verdict::compatible},
      {">=70", "75", false, false, Verdict::compatible},
      {">=70", "10", false, false, Verdict::disagree},
      {"<=70", "70", false, false, Verdict::compatible},
      {"<=70", "71", false, false, Verdict::disagree},
      {"~300", "180", false, false, Verdict::disagree},
      {"~300", "310", false, false, Verdict::compatible},
      {"10..15", "12", false, false, Verdict::compatible},
      {"10..15", "10..15", true, true, Verdict::agree},
      {"10..15", "16", false, false, Verdict::disagree},
      {"hundreds", "500", false, true, Verdict::compatible},
      {"hundreds", ">500", false, true, Verdict::compatible},
      {"hundreds", "70", false, false, Verdict::disagree},
      {"hundreds", "hundreds", true, true, Verdict::agree},
      {"hundreds", "thousands", false, false, Verdict::disagree},
      {"many", "70", false, false, Verdict::not_decidable},
      {"many", "many", true, true, Verdict::agree},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(same_number(figure(c.a), figure(c.b)), c.same) << c.a << " " << c.b;
    EXPECT_EQ(may_restate(figure(c.a), figure(c.b)), c.may_restate) << c.a << " " << c.b;
    EXPECT_EQ(compare(figure(c.a), figure(c.b)), c.verdict) << c.a << " " << c.b;
    EXPECT_EQ(compare(figure(c.b), figure(c.a)), c.verdict) << c.b << " " << c.a;
  }
}

TEST(Amounts, of_other_units_are_other_numbers) {
  Figure people = figure("70"), families = people;
  families.unit = "family";
  EXPECT_FALSE(same_number(people, families));
}

}  // namespace
}  // namespace recount::ledger
