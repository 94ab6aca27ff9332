#include "src/language/token_tests.h"

#include <algorithm>
#include <bit>

#include "src/language/pack.h"
#include "src/language/words.h"

namespace recount {
namespace {

void join(TestBits* into, const TestBits* row, std::uint32_t width) {
  for (std::uint32_t i = 0; i < width; ++i) into[i] |= row[i];
}

}  // namespace

std::uint32_t TokenTests::row_of(const Words& words, const Arc& arc) {
  const TestTable& table = words.pack().tests();
  const std::uint32_t width = table.width();
  if (width == 0) return 0;
  const auto id = static_cast<std::uint32_t>(table.rows() + own_.size() / width);
  own_.resize(own_.size() + width, 0);
  table.add_passed(words, arc, own_.data() + own_.size() - width);
  return id;
}

void TokenTests::build(const Words& words) {
  table_ = &words.pack().tests();
  width_ = table_->width();
  word_width_ = table_->word_width();
  shared_ = table_->rows();
  const auto tokens = static_cast<std::uint32_t>(words.tokens().size());
  rows_.assign(std::size_t{tokens} * width_, 0);
  words_.resize(tokens);
  longest_.assign(std::size_t{width_} * 64, 1);
  for (std::uint32_t t = 0; t < tokens; ++t) {
    words_[t] = table_->word(words.tokens()[t].word);
    set_row(words, t);
  }
  const std::size_t width = width_ + word_width_;
  sentences_.assign(words.sentences().size() * width, 0);
  for (std::size_t s = 0; s < words.sentences().size(); ++s)
    gather(words.sentences()[s].first, words.sentences()[s].last, sentences_.data() + s * width);
}

void TokenTests::gather(std::uint32_t first, std::uint32_t last, TestBits* set) const {
  for (std::uint32_t t = first; t < last; ++t) {
    join(set, token(t), width_);
    if (words_[t] != kNoTest) set_bit(set + width_, words_[t]);
  }
}

void TokenTests::renew(const Words& words, std::uint32_t token) {
  TestBits* row = rows_.data() + std::size_t{token} * width_;
  std::fill(row, row + width_, 0);
  set_row(words, token);
  join(sentences_.data() + std::size_t{words.sentence_of(token)} * (width_ + word_width_), row,
       width_);
}

void TokenTests::set_row(const Words& words, std::uint32_t token) {
  using B = ArcTest::BuiltIn;
  TestBits* row = rows_.data() + std::size_t{token} * width_;
  const Token& t = words.tokens()[token];
  const auto built_in = [&](B kind) { join(row, table_->built_in_row(kind), width_); };
  if (t.kind == TokenKind::word) {
    built_in(B::word);
    if (t.capital) built_in(B::capital);
    if (t.upper) built_in(B::caps);
    if (words.first_arc(token) == kNoArc) built_in(B::unknown);
  } else if (t.kind == TokenKind::digits) {
    built_in(B::digits);
  } else if (t.kind == TokenKind::punctuation) {
    built_in(B::punct);
  }
  for (std::uint32_t a = words.first_arc(token); a != kNoArc; a = words.arcs()[a].next) {
    const Arc& arc = words.arcs()[a];
    if (words.is_covered(arc)) continue;
    join(row, reading(arc.row), width_);
    if (arc.last > arc.first + 1) lengthen(reading(arc.row), arc.last - arc.first);
  }
}

void TokenTests::lengthen(const TestBits* row, std::uint32_t tokens) {
  for (std::uint32_t i = 0; i < width_; ++i)
    for (TestBits bits = row[i]; bits != 0; bits &= bits - 1) {
      std::uint32_t& longest =
          longest_[i * 64 + static_cast<std::uint32_t>(std::countr_zero(bits))];
      longest = std::max(longest, tokens);
    }
}

}  // namespace recount
