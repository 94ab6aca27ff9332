#include "src/language/word_table.h"

#include <algorithm>

namespace recount {
namespace {

// The digits of a word that is nothing else, 0 of any other.
std::uint32_t digits_of(std::string_view word) {
  const bool all = std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
  return all ? static_cast<std::uint32_t>(word.size()) : 0;
}

std::vector<ArcTest::BuiltIn> classes_of(TokenMake make, bool unread) {
  using B = ArcTest::BuiltIn;
  std::vector<B> out;
  switch (make) {
    case TokenMake::upper: out.push_back(B::caps); [[fallthrough]];
    case TokenMake::capital: out.push_back(B::capital); [[fallthrough]];
    case TokenMake::small:
      out.push_back(B::word);
      if (unread) out.push_back(B::unknown);
      break;
    case TokenMake::digits: out.push_back(B::digits); break;
    case TokenMake::punctuation: out.push_back(B::punct); break;
    case TokenMake::other: break;
  }
  return out;
}

}  // namespace

WordTable::WordTable(const Lexicon& lexicon, const TestTable& tests) : width_(tests.width()) {
  passed_.number(std::vector<TestBits>(width_, 0));  // kPassesNothing
  add_readings(lexicon, tests);
  add_words(lexicon, tests);
  set_rows(tests);
}

void WordTable::add_readings(const Lexicon& lexicon, const TestTable& tests) {
  std::vector<TestBits> row(width_);
  for (const WordReading& reading : lexicon.readings()) {
    Arc& arc = arcs_.emplace_back();
    arc.cls = reading.cls;
    arc.features = reading.features;
    row.assign(width_, 0);
    tests.add_passed(arc, 0, row.data());
    arc.row = passed_[passed_.number(row)].data();
  }
}

void WordTable::add_words(const Lexicon& lexicon, const TestTable& tests) {
  words_.resize(lexicon.words() + 1);
  DistinctRuns<std::uint32_t> runs;  // digits, then readings
  std::vector<Word> known;           // by run
  std::vector<std::uint32_t> run;
  for (WordId id = 0; id < lexicon.words(); ++id) {
    run.assign(1, digits_of(lexicon.word(id)));
    lexicon.for_readings(id, [&](std::uint32_t reading) { run.push_back(reading); });
    const std::uint32_t number = runs.number(run);
    if (number == known.size())
      known.push_back(word_of(std::span(run).subspan(1), run.front(), tests));
    words_[id + 1] = known[number];
    words_[id + 1].test = tests.word(id);
  }
}

// The reading that was added last is the first of the arcs.
WordTable::Word WordTable::word_of(std::span<const std::uint32_t> readings, std::uint32_t digits,
                                   const TestTable& tests) {
  Word word;
  if (readings.empty()) return word;
  std::vector<TestBits> all(width_, 0);
  for (const std::uint32_t reading : readings) {
    Arc arc = arcs_[reading];
    if (digits > 0) {
      std::vector<TestBits> row(width_, 0);
      tests.add_passed(arc, digits, row.data());
      arc.row = passed_[passed_.number(row)].data();
    }
    for (std::uint32_t i = 0; i < width_; ++i) all[i] |= arc.row[i];
    arc.next = word.first_arc;
    word.first_arc = static_cast<std::uint32_t>(arcs_.size());
    arcs_.push_back(arc);
  }
  word.rows = passed_.number(all) + kPassesNothing;
  return word;
}

void WordTable::set_rows(const TestTable& tests) {
  rows_.reserve((passed_.size() + 1) * kMakes * width_);
  add_rows(passed_[0], rows_of_makes(true, tests));
  const std::vector<TestBits> makes = rows_of_makes(false, tests);
  for (std::uint32_t i = 0; i < passed_.size(); ++i) add_rows(passed_[i], makes);
}

void WordTable::add_rows(std::span<const TestBits> passed, std::span<const TestBits> makes) {
  for (std::size_t i = 0; i < makes.size(); ++i) rows_.push_back(passed[i % width_] | makes[i]);
}

std::vector<TestBits> WordTable::rows_of_makes(bool unread, const TestTable& tests) const {
  std::vector<TestBits> rows(kMakes * width_, 0);
  for (std::size_t make = 0; make < kMakes; ++make)
    for (const ArcTest::BuiltIn kind : classes_of(static_cast<TokenMake>(make), unread))
      tests.add_passed(kind, rows.data() + make * width_);
  return rows;
}

}  // namespace recount
