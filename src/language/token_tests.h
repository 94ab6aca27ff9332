// Which tests of the pack each token of a document passes, as rows of bits, and which ones each
// sentence does at all.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "src/language/test_table.h"

namespace recount {

class Words;
struct Arc;

class TokenTests {
 public:
  // The row of a reading: the pack's, or one of the document's own, made here.
  std::uint32_t row_of(const Words& words, const Arc& arc);
  // All tokens and sentences, once; after it `add` and `renew` keep up with readings added and
  // covered.
  void build(const Words& words);
  void add(const Words& words, const Arc& arc);
  bool built() const { return table_ != nullptr; }
  void renew(const Words& words, std::uint32_t token);

  const TestBits* token(std::uint32_t token) const {
    return rows_.data() + std::size_t{token} * width_;
  }
  const TestBits* reading(std::uint32_t row) const {
    return row < shared_ ? table_->row(row) : own_.data() + std::size_t{row - shared_} * width_;
  }
  // Tokens of the longest reading that passes the test; 1 where none does.
  std::uint32_t longest(std::uint32_t test) const { return longest_[test]; }
  // The pack's number for the token's word, kNoTest where no pattern asks for it.
  std::uint32_t word(std::uint32_t token) const { return words_[token]; }
  // Tests that a token of the sentence passes or passed, and words that stand in it.
  const TestBits* sentence(std::uint32_t sentence) const {
    return sentences_.data() + std::size_t{sentence} * (width_ + word_width_);
  }
  void gather(std::uint32_t first, std::uint32_t last,
              TestBits* set) const;  // of any run, into zeros

 private:
  std::uint32_t made_row(const Words& words, const Arc& arc);
  void set_row(const Words& words, std::uint32_t token);
  void join_arc(const Arc& arc);
  TestBits* row_at(std::uint32_t token) { return rows_.data() + std::size_t{token} * width_; }
  TestBits* set_of(std::uint32_t sentence) {
    return sentences_.data() + std::size_t{sentence} * (width_ + word_width_);
  }
  void lengthen(const TestBits* row, std::uint32_t tokens);

  const TestTable* table_ = nullptr;
  std::uint32_t width_ = 0, word_width_ = 0, shared_ = 0;
  std::vector<TestBits> rows_, own_, sentences_;
  std::vector<std::uint32_t> words_;
  std::vector<std::uint32_t> longest_;  // by test
  // Rows made last of readings that aren't numbers, whose rows hang on their features alone.
  struct Made {
    Symbol cls;
    std::span<const Feature> features;
    std::uint32_t row;
  };
  std::vector<Made> made_;
};

}  // namespace recount
