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

// Are all readings of the word among the token's?
bool has_word_row(const Token& token) { return (token.traits & kHasReadings) && !token.hidden; }
bool is_in_word_row(const Token& token, const Arc& arc) {
  return arc.reading != kNoReading && arc.last == arc.first + 1 && has_word_row(token);
}

std::uint32_t built_in_classes(const Token& token, bool unread) {
  using B = ArcTest::BuiltIn;
  constexpr auto bit = TestTable::bit_of;
  switch (token.kind) {
    case TokenKind::word:
      return bit(B::word) | (token.capital ? bit(B::capital) : 0) |
             (token.upper ? bit(B::caps) : 0) | (unread ? bit(B::unknown) : 0);
    case TokenKind::digits: return bit(B::digits);
    case TokenKind::punctuation: return bit(B::punct);
    default: return 0;
  }
}

}  // namespace

// Mentions of one kind have few sets of features: most rows are made already.
std::uint32_t TokenTests::row_of(const Words& words, const Arc& arc) {
  constexpr std::size_t kKept = 32;
  if (words.pack().tests().width() == 0) return 0;
  if (arc.number != 0 || words.pack().tests().hangs_on_token(arc.cls)) return made_row(words, arc);
  for (const Made& made : made_)
    if (made.cls == arc.cls && std::ranges::equal(made.features, arc.features)) return made.row;
  const std::uint32_t row = made_row(words, arc);
  if (made_.size() < kKept) made_.push_back({arc.cls, arc.features, row});
  return row;
}

std::uint32_t TokenTests::made_row(const Words& words, const Arc& arc) {
  const TestTable& table = words.pack().tests();
  const std::uint32_t width = table.width();
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
  rows_.resize(std::size_t{tokens} * width_);
  words_.resize(tokens);
  longest_.assign(std::size_t{width_} * 64, 1);
  for (std::uint32_t t = 0; t < tokens; ++t) {
    words_[t] = table_->word(words.tokens()[t].word);
    set_row(words, t);
  }
  for (const Arc& arc : words.arcs())
    if (arc.row >= shared_ || !is_in_word_row(words.tokens()[arc.first], arc)) join_arc(arc);
  sentences_.assign(words.sentences().size() * (width_ + word_width_), 0);
  for (std::uint32_t s = 0; s < words.sentences().size(); ++s)
    gather(words.sentences()[s].first, words.sentences()[s].last, set_of(s));
}

void TokenTests::gather(std::uint32_t first, std::uint32_t last, TestBits* set) const {
  for (std::uint32_t t = first; t < last; ++t) {
    join(set, token(t), width_);
    if (words_[t] != kNoTest) set_bit(set + width_, words_[t]);
  }
}

void TokenTests::add(const Words& words, const Arc& arc) {
  if (arc.next == kNoArc || words.is_covered(arc)) return renew(words, arc.first);
  join_arc(arc);
  join(set_of(words.sentence_of(arc.first)), reading(arc.row), width_);
}

void TokenTests::renew(const Words& words, std::uint32_t token) {
  set_row(words, token);
  for (std::uint32_t a = words.first_arc(token); a != kNoArc; a = words.arcs()[a].next) {
    const Arc& arc = words.arcs()[a];
    if (!words.is_covered(arc)) join_arc(arc);
  }
  join(set_of(words.sentence_of(token)), row_at(token), width_);
}

// What the token passes by itself and its word.
void TokenTests::set_row(const Words& words, std::uint32_t token) {
  const Token& t = words.tokens()[token];
  const TestBits* classes =
      table_->built_in_row(built_in_classes(t, words.first_arc(token) == kNoArc));
  const TestBits* word = has_word_row(t) ? table_->word_row(t.word) : table_->row(0);
  TestBits* row = row_at(token);
  for (std::uint32_t i = 0; i < width_; ++i) row[i] = classes[i] | word[i];
}

void TokenTests::join_arc(const Arc& arc) {
  join(row_at(arc.first), reading(arc.row), width_);
  if (arc.last > arc.first + 1) lengthen(reading(arc.row), arc.last - arc.first);
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
