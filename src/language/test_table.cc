#include "src/language/test_table.h"

#include <algorithm>
#include <map>

#include "src/language/pack.h"
#include "src/language/words.h"

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
  return std::any_of(features.begin(), features.end(), [&](const Feature& f) {
    return f.key == one.key &&
           (one.values.empty() ||
            std::find(one.values.begin(), one.values.end(), f.value) != one.values.end());
  });
}

bool features_pass(const ArcTest& test, std::span<const Feature> features) {
  return std::all_of(test.features.begin(), test.features.end(),
                     [&](const ArcTest::One& one) { return holds(features, one) != one.negated; });
}

bool number_passes(const ArcTest& test, std::int64_t thousandths) {
  return (test.min == INT64_MIN || thousandths >= test.min * 1000) &&
         (test.max == INT64_MAX || thousandths <= test.max * 1000);
}

bool digits_pass(const ArcTest& test, const Words& words, const Arc& arc) {
  const Token& token = words.tokens()[arc.first];
  return test.digits == 0 || (arc.last == arc.first + 1 && token.kind == TokenKind::digits &&
                              token.span.size() == static_cast<std::uint32_t>(test.digits));
}

std::uint32_t width_for(std::size_t bits) { return static_cast<std::uint32_t>((bits + 63) / 64); }

}  // namespace

TestTable::TestTable(std::vector<Rule>& rules, const Lexicon& lexicon, Symbol number)
    : word_tests_(lexicon.words(), kNoTest) {
  for (Rule& rule : rules)
    for (Pattern& pattern : rule.patterns) number_pattern(pattern, lexicon);
  width_ = width_for(tests_.size());
  word_width_ = width_for(words_);
  set_implied();
  set_built_ins();
  set_by_token(number);
  set_reading_rows(lexicon.readings());
  set_word_rows(lexicon);
}

std::uint32_t TestTable::intern(const ArcTest& test) {
  const auto [at, fresh] = ids_.emplace(key_of(test), static_cast<std::uint32_t>(tests_.size()));
  if (!fresh) return at->second;
  if (test.built_in == ArcTest::BuiltIn::none) by_class_[test.cls].push_back(at->second);
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
  if (word_tests_[word] == kNoTest) word_tests_[word] = words_++;
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

void TestTable::set_built_ins() {
  constexpr std::uint32_t kSets = bit_of(ArcTest::BuiltIn::unknown) * 2;
  built_ins_.assign(std::size_t{kSets} * width_, 0);
  for (std::uint32_t t = 0; t < tests_.size(); ++t) {
    if (tests_[t].built_in == ArcTest::BuiltIn::none) continue;
    for (std::uint32_t set = 0; set < kSets; ++set)
      if (set & bit_of(tests_[t].built_in)) add(t, built_ins_.data() + std::size_t{set} * width_);
  }
}

void TestTable::add(std::uint32_t test, TestBits* row) const {
  const TestBits* implied = implied_.data() + std::size_t{test} * width_;
  for (std::uint32_t i = 0; i < width_; ++i) row[i] |= implied[i];
}

void TestTable::set_by_token(Symbol number) {
  for (const auto& [cls, asked] : by_class_)
    if (cls == number ||
        std::any_of(asked.begin(), asked.end(), [this](auto t) { return tests_[t].digits != 0; }))
      by_token_.push_back(cls);
}

void TestTable::set_reading_rows(const std::vector<WordReading>& readings) {
  rows_.assign(width_, 0);  // row 0: passes nothing
  reading_rows_.assign(readings.size(), 0);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (!by_class_.contains(readings[i].cls)) continue;
    reading_rows_[i] = hangs_on_token(readings[i].cls) ? kNoTest : add_row(readings[i]);
  }
}

// Words of the same readings share a row.
void TestTable::set_word_rows(const Lexicon& lexicon) {
  word_rows_.assign(lexicon.words(), 0);
  std::map<std::vector<std::uint32_t>, std::uint32_t> known;  // by rows of readings
  std::vector<std::uint32_t> own;
  for (WordId word = 0; word < lexicon.words(); ++word) {
    own.clear();
    lexicon.for_readings(word, [&](std::uint32_t reading) {
      if (const std::uint32_t row = reading_rows_[reading]; row != 0 && row != kNoTest)
        own.push_back(row);
    });
    if (own.size() < 2) {
      if (!own.empty()) word_rows_[word] = own.front();
      continue;
    }
    const auto [at, fresh] = known.emplace(own, rows());
    word_rows_[word] = at->second;
    if (!fresh) continue;
    rows_.resize(rows_.size() + width_, 0);
    TestBits* joined = rows_.data() + rows_.size() - width_;
    for (const std::uint32_t one : own)
      for (std::uint32_t i = 0; i < width_; ++i) joined[i] |= row(one)[i];
  }
}

std::uint32_t TestTable::add_row(const WordReading& reading) {
  const std::uint32_t id = rows();
  rows_.resize(rows_.size() + width_, 0);
  TestBits* row = rows_.data() + std::size_t{id} * width_;
  for (const auto t : by_class_.at(reading.cls))
    if (features_pass(tests_[t], reading.features) && number_passes(tests_[t], 0)) add(t, row);
  return id;
}

void TestTable::add_passed(const Words& words, const Arc& arc, TestBits* row) const {
  const auto asked = by_class_.find(arc.cls);
  if (asked == by_class_.end()) return;
  for (const auto t : asked->second)
    if (number_passes(tests_[t], arc.number) && digits_pass(tests_[t], words, arc) &&
        features_pass(tests_[t], arc.features))
      add(t, row);
}

}  // namespace recount
