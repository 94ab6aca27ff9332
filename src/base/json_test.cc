#include "src/base/json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>

#include "src/base/utf8.h"

namespace recount {
namespace {

TEST(Json, BuildsAndReads) {
  Json o = Json::object();
  o["begin"] = 3;
  o["list"].push_back("x");
  o["none"];
  o["maybe"] = std::optional<std::string>();
  o["sure"] = std::optional<std::string>("y");
  EXPECT_EQ(o.dump(), R"({"begin":3,"list":["x"],"maybe":null,"none":null,"sure":"y"})");
  EXPECT_EQ(o.get("begin")->as_int(), 3);
  EXPECT_EQ(o.get("list")->items()[0].as_string(), "x");
  EXPECT_EQ(o.get("absent"), nullptr);
  EXPECT_EQ(Json(3).get("begin"), nullptr);
  EXPECT_THROW((void)o.as_int(), std::logic_error);
  EXPECT_THROW(Json(3).push_back(1), std::logic_error);
  EXPECT_THROW(Json(std::nan("")), std::logic_error);
}

// RFC 8785, appendix B, and around the borders of the notations.
TEST(Json, NumbersAreThoseOfEcmaScript) {
  const struct {
    std::uint64_t bits;
    std::string_view text;
  } rows[] = {
      {0x0000000000000000, "0"},
      {0x8000000000000000, "0"},
      {0x0000000000000001, "5e-324"},
      {0x8000000000000001, "-5e-324"},
      {0x7fefffffffffffff, "1.7976931348623157e+308"},
      {0x4340000000000000, "9007199254740992"},
      {0xc340000000000000, "-9007199254740992"},
      {0x4430000000000000, "295147905179352830000"},
      {0x44b52d02c7e14af5, "9.999999999999997e+22"},
      {0x44b52d02c7e14af6, "1e+23"},
      {0x444b1ae4d6e2ef4e, "999999999999999700000"},
      {0x444b1ae4d6e2ef50, "1e+21"},
      {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
      {0x3eb0c6f7a0b5ed8d, "0.000001"},
      {0x41b3de4355555553, "333333333.3333332"},
      {0xbecbf647612f3696, "-0.0000033333333333333333"},
      {0x43143ff3c1cb0959, "1424953923781206.2"},
  };
  for (const auto& row : rows) EXPECT_EQ(Json(std::bit_cast<double>(row.bits)).dump(), row.text);
  EXPECT_EQ(Json(std::int64_t{9007199254740993}).dump(), "9007199254740992");
  EXPECT_EQ(Json(-17).dump(), "-17");
}

// RFC 8785, 3.2.3: keys sorted by UTF-16 units, and the escapes of 3.2.2.2.
TEST(Json, KeysAndEscapes) {
  Json o = Json::object();
  for (const char* key : {"\u20ac", "\r", "\ufb33", "1", "\U0001F600", "\u0080", "\u00f6"})
    o[key] = 1;
  EXPECT_EQ(
      o.dump(),
      "{\"\\r\":1,\"1\":1,\"\u0080\":1,\"\u00f6\":1,\"\u20ac\":1,\"\U0001F600\":1,\"\ufb33\":1}");
  EXPECT_EQ(Json(std::string_view("\x00\x1f\b\t\n\f\r\"\\/\x7f", 11)).dump(),
            "\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\x7f\"");
  EXPECT_EQ(Json("a\xFF").dump(), "\"a\uFFFD\"");
}

TEST(Json, ParseCanonicalises) {
  const struct {
    std::string_view text, canonical;
  } rows[] = {
      {R"( { "b" : [ 1.0 , 2.50, 1E3 ] , "a" : { } } )", R"({"a":{},"b":[1,2.5,1000]})"},
      {R"({"a":1,"a":2})", R"({"a":2})"},
      {R"("\u00e9\/")", "\"é/\""},
      {"[true,false,null]", "[true,false,null]"},
      {"9223372036854775807", "9223372036854776000"},
      {"1e21", "1e+21"},
  };
  for (const auto& row : rows) {
    const auto json = Json::parse(row.text);
    ASSERT_TRUE(json.ok()) << row.text << ": " << json.error().message;
    EXPECT_EQ(json->dump(), row.canonical);
  }
}

// Written in digits they couldn't be read back.
TEST(Json, WholeNumbersTooLargeAreRefused) {
  for (const char* text :
       {"18446744073709551615", "[9E19]", "{\"a\":-1e20}", "-1e19", "-9223372036854775808"})
    EXPECT_FALSE(Json::parse(text).ok()) << text;
}

TEST(Json, WhatIsNoJson) {
  for (const char* text :
       {"", "{", "[1,]", "{\"a\" 1}", "nul", "\"a", "1 2", "\"\xFF\"", "[01]", "NaN"}) {
    EXPECT_FALSE(Json::parse(text).ok()) << text;
  }
  const std::string deep(1000, '[');
  EXPECT_FALSE(Json::parse(deep + std::string(1000, ']')).ok());
  EXPECT_TRUE(Json::parse(std::string(100, '[') + std::string(100, ']')).ok());
}

Json some_json(int depth) {
  switch (*rc::gen::inRange(0, depth > 0 ? 7 : 5)) {
    case 0: return nullptr;
    case 1: return *rc::gen::arbitrary<bool>();
    case 2: return *rc::gen::inRange<std::int64_t>(-(std::int64_t{1} << 53), std::int64_t{1} << 53);
    case 3: return *rc::gen::arbitrary<int>() + 0.5;
    case 4: return utf8_repaired(*rc::gen::arbitrary<std::string>());
    case 5: {
      Json array = Json::array();
      for (int left = *rc::gen::inRange(0, 4); left > 0; --left)
        array.push_back(some_json(depth - 1));
      return array;
    }
    default: {
      Json object = Json::object();
      for (int left = *rc::gen::inRange(0, 4); left > 0; --left) {
        object[utf8_repaired(*rc::gen::arbitrary<std::string>())] = some_json(depth - 1);
      }
      return object;
    }
  }
}

RC_GTEST_PROP(Json, RoundTrip, ()) {
  const Json json = some_json(4);
  const std::string text = json.dump();
  const auto back = Json::parse(text);
  RC_ASSERT(back.ok());
  RC_ASSERT(*back == json);
  RC_ASSERT(back->dump() == text);
}

RC_GTEST_PROP(Json, DoublesReadBackTheSame, (std::uint64_t bits)) {
  const double value = std::bit_cast<double>(bits);
  RC_PRE(std::isfinite(value));
  const std::string text = Json(value).dump();
  double back = 0;
  std::from_chars(text.data(), text.data() + text.size(), back);
  RC_ASSERT(back == value);
}

RC_GTEST_PROP(Json, ParsingAnyBytesIsSafe, (const std::string& bytes)) {
  const auto json = Json::parse(bytes);
  if (!json) return;
  RC_ASSERT(Json::parse(json->dump())->dump() == json->dump());
}

}  // namespace
}  // namespace recount
