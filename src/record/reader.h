// Reads what fields.h describes out of a JSON object. The first thing that is wrong is kept as the
// error; reading goes on with defaults, so that descriptions need no checks of their own.
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "recount/record.h"
#include "src/base/base.h"
#include "src/record/decimals.h"
#include "src/record/fields.h"

namespace recount::record {

// What all readers of one record share.
struct ReadState {
  std::string_view text;
  const CodePoints& points;
  std::string error;  // empty: none

  void fail(std::string_view name, std::string_view what) {
    if (error.empty()) error = "the record's " + std::string(name) + " " + std::string(what);
  }
};

class Reader {
  static constexpr double kTwo63 = 9223372036854775808.0;

 public:
  // REQUIRES: both outlive this. `name` is what `object` is called in errors.
  Reader(const Json& object, std::string_view name, ReadState& state)
      : object_(object), state_(state) {
    if (!object.is_object()) state_.fail(name, "is not an object");
  }

  template <class T>
  void field(std::string_view name, T& value) {
    if (const Json* member = get(name)) read(*member, name, value);
  }
  // Records of older versions lack it.
  template <class T>
  void later(std::string_view name, T& value) {
    if (object_.get(name) != nullptr) field(name, value);
  }
  void decimal(std::string_view name, std::optional<std::int64_t>& whole, int& thousandths) {
    const Json* member = get(name);
    const bool broken = member && member->is_number() && !member->is_int() &&
                        std::abs(member->as_double()) < static_cast<double>(kLargestBroken);
    if (!broken) return field(name, whole);
    const std::int64_t all = std::llround(member->as_double() * kThousand);
    whole = all / kThousand;
    thousandths = static_cast<int>(all % kThousand);
  }
  void maybe(std::string_view name, std::string& value) {
    const Json* member = get(name);
    if (member && !member->is_null()) read(*member, name, value);
  }
  void words(Span& span) { with_words("verbatim", span); }
  void words(std::optional<Span>& span) {
    const Json* begin = get("begin");
    if (begin && !begin->is_null()) with_words("verbatim", span.emplace());
  }
  void quote(std::string_view name, Span& span) {
    if (const Json* member = get(name)) Reader(*member, name, state_).with_words("quote", span);
  }
  void range(Span& span) {
    span.begin = offset("begin");
    span.end = offset("end");
    if (span.begin > span.end) state_.fail("begin", "lies behind its end");
  }
  void choice(std::string_view name, bool& flag, std::string_view no, std::string_view yes) {
    std::string word;
    field(name, word);
    flag = word == yes;
    if (!flag && word != no) state_.fail(name, "has a value that it can't have");
  }

 private:
  const Json* get(std::string_view name) {
    const Json* member = object_.get(name);
    if (!member) state_.fail(name, "is missing");
    return member;
  }
  std::uint32_t offset(std::string_view name) {
    std::int64_t cp = 0;
    field(name, cp);
    return to_byte(name, cp);
  }
  std::uint32_t to_byte(std::string_view name, std::int64_t cp) {
    if (cp >= 0 && cp <= state_.points.size())
      return state_.points.to_byte(static_cast<std::uint32_t>(cp));
    state_.fail(name, "lies outside the text");
    return 0;
  }
  void with_words(std::string_view name, Span& span) {
    range(span);
    std::string words;
    field(name, words);
    if (state_.error.empty() && words != state_.text.substr(span.begin, span.size())) {
      state_.fail(name, "is not what the text has there: \"" + words + "\"");
    }
  }

  template <class T>
  void read(const Json& json, std::string_view name, T& value) {
    if constexpr (std::is_enum_v<T>) {
      std::string word;
      read(json, name, word);
      if (const auto known = named<T>(word)) {
        value = *known;
      } else {
        state_.fail(name, "has a value that it can't have: \"" + word + "\"");
      }
    } else {
      Reader part(json, name, state_);
      describe(part, value);
    }
  }
  void read(const Json& json, std::string_view name, std::string& value) {
    if (!json.is_string()) return state_.fail(name, "is not a string");
    value = json.as_string();
  }
  void read(const Json& json, std::string_view name, bool& value) {
    if (!json.is_bool()) return state_.fail(name, "is not true or false");
    value = json.as_bool();
  }
  void read(const Json& json, std::string_view name, std::int64_t& value) {
    if (json.is_int()) {
      value = json.as_int();
    } else if (json.is_number() && json.as_double() >= kTwo63) {
      value =
          INT64_MAX;  // as a double, the canonical form of the largest numbers, it reads as 2^63
    } else {
      state_.fail(name, "is not a whole number");
    }
  }
  void read(const Json& json, std::string_view name, int& value) {
    std::int64_t wide = 0;
    read(json, name, wide);
    value = static_cast<int>(wide);
    if (value != wide) state_.fail(name, "is too large");
  }
  void read(const Json& json, std::string_view name, double& value) {
    if (!json.is_number()) return state_.fail(name, "is not a number");
    value = json.as_double();
  }
  void read(const Json& json, std::string_view name, Span& span) {
    if (!json.is_null()) Reader(json, name, state_).words(span);
  }
  void read(const Json& json, std::string_view name, SourceRun& run) {
    if (!json.is_array() || json.size() != 4)
      return state_.fail(name, "has a row that is not four numbers");
    std::int64_t four[4] = {};
    for (std::size_t i = 0; i < 4; ++i) read(json.items()[i], name, four[i]);
    const bool in_page = four[2] >= 0 && four[2] <= four[3] && four[3] <= UINT32_MAX;
    if (!in_page) return state_.fail(name, "lies outside the page");
    run = {to_byte(name, four[0]), to_byte(name, four[1]), static_cast<std::uint32_t>(four[2]),
           static_cast<std::uint32_t>(four[3])};
  }
  template <class T>
  void read(const Json& json, std::string_view name, std::optional<T>& value) {
    if (!json.is_null()) read(json, name, value.emplace());
  }
  template <class T>
  void read(const Json& json, std::string_view name, std::vector<T>& values) {
    if (!json.is_array()) return state_.fail(name, "is not a list");
    for (const Json& item : json.items()) read(item, name, values.emplace_back());
  }

  const Json& object_;
  ReadState& state_;
};

}  // namespace recount::record
