#include "src/language/test_table.h"

#include <algorithm>

#include "src/language/pack.h"
#include "src/language/word_table.h"

namespace recount {
namespace {

template <class Number>
void append(std::string& key, Number n) {
  key.append(reinterpret_cast<const char*>(&n), sizeof n);
}

std::string key_of(const ArcTest& test) {
  std::string key;
  append(key, test.built_in);
  if (test.built_in != ArcTest::BuiltIn::none) return key;
  append(key, test.cls);
  append(key, test.min);
  append(key, test.max);
  append(key, test.digits);
  for (const ArcTest::One& one : test.features) {
    append(key, one.key);
    append(key, one.negated);
    append(key, one.values.size());
    for (const Symbol v : one.values) append(key, v);
  }
  return key;
}

bool holds(std::span<const Feature> features, const ArcTest::One& one) {
  for (const Feature& f : features)
    if (f.key == one.key &&
        (one.values.empty() || std::ranges::find(one.values, f.value) != one.values.end()))
      return true;
  return false;
}

bool features_pass(const ArcTest& test, std::span<const Feature> features) {
  for (const ArcTest::One& one : test.features)
    if (holds(features, one) == one.negated) return false;
  return true;
}

std::int64_t thousandths(std::int64_t whole) {
  return whole == INT64_MIN || whole == INT64_MAX ? whole : whole * 1000;
}

std::uint32_t width_for(std::size_t bits) { return static_cast<std::uint32_t>((bits + 63) / 64); }

}  // namespace

TestTable::TestTable(std::vector<Rule>& rules, const Lexicon& lexicon)
    : word_tests_(lexicon.words(), kOtherWord) {
  for (Rule& rule : rules)
    for (Pattern& pattern : rule.patterns) number_pattern(pattern, lexicon);
  width_ = (width_for(tests_.size()) + kTestBitsAtOnce - 1) / kTestBitsAtOnce * kTestBitsAtOnce;
  word_width_ = width_for(words_);
  set_implied();
  set_ranges();
}

std::uint32_t TestTable::intern(const ArcTest& test) {
  const auto [at, fresh] = ids_.emplace(key_of(test), static_cast<std::uint32_t>(tests_.size()));
  if (!fresh) return at->second;
  if (test.built_in == ArcTest::BuiltIn::none)
    by_class_[test.cls].all.push_back({thousandths(test.min), thousandths(test.max),
                                       static_cast<std::uint32_t>(test.digits), at->second});
  tests_.push_back(test);
  stops_.emplace_back();
  return at->second;
}

std::uint32_t TestTable::intern_stops(const Pattern& pattern,
                                      const std::vector<std::uint32_t>& stops) {
  std::vector<std::uint32_t> all;
  for (const auto stop : stops) all.push_back(pattern.ids.tests[stop]);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  if (all.size() == 1) return all.front();
  std::string key = "stops";
  for (const auto id : all) append(key, id);
  const auto [at, fresh] = ids_.emplace(std::move(key), static_cast<std::uint32_t>(tests_.size()));
  if (!fresh) return at->second;
  tests_.emplace_back();
  stops_.push_back(std::move(all));
  return at->second;
}

std::uint32_t TestTable::intern_word(WordId word) {
  if (word_tests_[word] == kOtherWord) word_tests_[word] = words_++;
  return word_tests_[word];
}

void TestTable::number_pattern(Pattern& pattern, const Lexicon& lexicon) {
  pattern.ids = {};
  for (const ArcTest& test : pattern.tests) pattern.ids.tests.push_back(intern(test));
  for (const auto& stops : pattern.stops) pattern.ids.stops.push_back(intern_stops(pattern, stops));
  for (const std::string& word : pattern.words)
    pattern.ids.words.push_back(intern_word(lexicon.find(word)));
}

void TestTable::set_implied() {
  implied_.assign(tests_.size() * width_, 0);
  const auto row_of_test = [this](std::size_t test) { return implied_.data() + test * width_; };
  for (std::uint32_t t = 0; t < tests_.size(); ++t) {
    set_bit(row_of_test(t), t);
    for (const auto one : stops_[t]) set_bit(row_of_test(one), t);
  }
}

void TestTable::set_ranges() {
  for (auto& [cls, asked] : by_class_) {
    for (const Asked& one : asked.all) {
      if (one.min != INT64_MIN) asked.limits.push_back(one.min);
      if (one.max != INT64_MAX) asked.limits.push_back(one.max + 1);
    }
    std::ranges::sort(asked.limits);
    asked.limits.erase(std::ranges::unique(asked.limits).begin(), asked.limits.end());
    asked.ranges.push_back(range(asked, INT64_MIN));
    for (const std::int64_t limit : asked.limits) asked.ranges.push_back(range(asked, limit));
  }
}

// The range of a class that begins with a number.
TestTable::Range TestTable::range(const AskedOfClass& asked, std::int64_t from) const {
  Range out{std::vector<TestBits>(width_, 0), {}};
  for (const Asked& one : asked.all) {
    if (from < one.min || one.max < from) continue;
    if (one.digits == 0 && tests_[one.test].features.empty())
      add(one.test, out.passed.data());
    else
      out.asked.push_back(one);
  }
  return out;
}

void TestTable::add(std::uint32_t test, TestBits* row) const {
  const TestBits* implied = implied_.data() + std::size_t{test} * width_;
  for (std::uint32_t i = 0; i < width_; ++i) row[i] |= implied[i];
}

void TestTable::add_passed(const Arc& arc, std::uint32_t digits, TestBits* row) const {
  const auto asked = by_class_.find(arc.cls);
  if (asked == by_class_.end()) return;
  const Range& range = asked->second.ranges[asked->second.range_of(arc.number)];
  for (std::uint32_t i = 0; i < width_; ++i) row[i] |= range.passed[i];
  for (const Asked& one : range.asked)
    if (((one.digits == 0) | (one.digits == digits)) &&
        features_pass(tests_[one.test], arc.features))
      add(one.test, row);
}

void TestTable::add_passed(ArcTest::BuiltIn built_in, TestBits* row) const {
  for (std::uint32_t t = 0; t < tests_.size(); ++t)
    if (tests_[t].built_in == built_in && built_in != ArcTest::BuiltIn::none) add(t, row);
}

}  // namespace recount
