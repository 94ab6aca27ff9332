#include "src/base/hash.h"

#include <gtest/gtest.h>

namespace recount {
namespace {

TEST(Hash, Sha256OfKnownTexts) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, ShortId) { EXPECT_EQ(short_id('d', "abc"), "d-ba7816bf8f01cfea"); }

TEST(Hash, TableHashIsTheSameEverywhere) {
  EXPECT_EQ(hash64(""),
            0x2D06800538D394C2u);  // XXH3_64bits of nothing, from the specification's test vectors
  EXPECT_NE(hash64("a"), hash64("a", 1));
}

}  // namespace
}  // namespace recount
