#include "src/language/garbled.h"

#include <gtest/gtest.h>

namespace recount {
namespace {

TEST(Garbled, MarksAreMended) {
  EXPECT_EQ(mended("â€œtwoâ€\uFFFD"), "“two”");
  EXPECT_EQ(mended("the cityâ€™s â€˜old portâ€™"), "the city’s ‘old port’");
  EXPECT_EQ(mended("10â€“12, soâ€¦"), "10–12, so…");
  EXPECT_EQ(mended("fireÂ\u00A0two"), "fire two");
}

TEST(Garbled, LettersAreLeft) {
  EXPECT_EQ(mended("château, Âge, â € œ, 5 €"), "château, Âge, â € œ, 5 €");
  EXPECT_EQ(garbled_mark("â", 0).size, 0u);
  EXPECT_EQ(garbled_mark("â€", 0).size, 0u);
}

}  // namespace
}  // namespace recount
