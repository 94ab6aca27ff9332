// Which tests of the pack each token of a document passes, as rows of bits, and which ones each
// sentence does at all.
//
// A token's row is the pack's, ready for its word. Rows are never written once they are made: a
// reading that is added gives its token another one, of the document's own.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "src/language/arena.h"
#include "src/language/word_table.h"

namespace recount {

class Pack;
class Words;

class TokenTests {
 public:
  explicit TokenTests(const Pack& pack);

  // Tokens [0, tokens) there are, and what one passes by its word and itself.
  void resize(std::size_t tokens) {
    rows_.resize(tokens);
    words_.resize(tokens);
  }
  void set(std::uint32_t token, const WordTable::Word& word, TokenMake make) {
    rows_[token] = table_.row(word.rows, make);
    words_[token] = word.test;
  }
  // The row of a reading that isn't the pack's; made here, valid while this lives. `digits`: as
  // TestTable::add_passed wants them.
  const TestBits* row_of(const Arc& arc, std::uint32_t digits);
  // A reading was added to a token as the first of its arcs; readings of the token were covered.
  void add(const Words& words, std::uint32_t token, const Arc& arc);
  void renew(const Words& words, std::uint32_t token);
  // The sets of all sentences, once; after it `add` and `renew` keep up with them.
  void gather_sentences(const Words& words);

  const TestBits* token(std::uint32_t token) const { return rows_[token]; }
  // The tests that a reading of several tokens passes.
  const TestBits* of_several() const { return of_several_.data(); }
  // The pack's number for the token's word, kOtherWord where no pattern asks for it.
  std::uint32_t word(std::uint32_t token) const { return words_[token]; }
  // Tests that a token of the sentence passes or passed, and words that stand in it.
  const TestBits* sentence(std::uint32_t sentence) const {
    return sentences_.data() + std::size_t{sentence} * (width_ + word_width_);
  }
  void gather(std::uint32_t first, std::uint32_t last,
              TestBits* set) const;  // of any run, into zeros

 private:
  void join_sentence(const Words& words, std::uint32_t token);

  const TestTable& tests_;
  const WordTable& table_;
  std::uint32_t width_, word_width_;
  std::vector<const TestBits*> rows_;  // by token
  std::vector<std::uint32_t> words_;   // by token
  std::vector<TestBits> sentences_;
  std::vector<TestBits> of_several_;  // a row
  Arena<TestBits> own_rows_;
  // Rows made last, by a hash of what they are of: numbers and mentions of one kind recur.
  struct Made {
    Symbol cls = kNoSymbol;
    std::uint32_t digits = 0, range = 0;
    std::span<const Feature> features;
    const TestBits* row = nullptr;
  };
  std::array<Made, 64> made_;
};

}  // namespace recount
