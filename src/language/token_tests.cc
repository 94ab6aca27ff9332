#include "src/language/token_tests.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "src/language/pack.h"
#include "src/language/words.h"

namespace recount {
namespace {

using TwoTestBits __attribute__((vector_size(2 * sizeof(TestBits)))) = TestBits;  // one register
static_assert(kTestBitsAtOnce == 4);

void join(TestBits* into, const TestBits* row, std::uint32_t width) {
  for (std::uint32_t i = 0; i < width; ++i) into[i] |= row[i];
}

}  // namespace

TokenTests::TokenTests(const Pack& pack)
    : tests_(pack.tests()),
      table_(pack.words()),
      width_(tests_.width()),
      word_width_(tests_.word_width()),
      of_several_(width_, 0) {}

const TestBits* TokenTests::row_of(const Arc& arc, std::uint32_t digits) {
  const std::uint32_t range = tests_.range_of(arc.cls, arc.number);
  std::size_t hash = arc.cls + digits + range;
  for (const Feature& f : arc.features) hash = hash * 5 + f.key + f.value;
  Made& made = made_[hash % made_.size()];
  if (made.row != nullptr && made.cls == arc.cls && made.digits == digits && made.range == range &&
      std::ranges::equal(made.features, arc.features))
    return made.row;
  TestBits* const row = own_rows_.take(width_);
  std::fill_n(row, width_, 0);
  tests_.add_passed(arc, digits, row);
  made = {arc.cls, digits, range, arc.features, row};
  return row;
}

void TokenTests::add(const Words& words, std::uint32_t token, const Arc& arc) {
  if (arc.size > 1) join(of_several_.data(), arc.row, width_);
  if (words.is_covered(token, arc)) return renew(words, token);
  const TestBits* const before =
      arc.next == kNoArc ? table_.row(WordTable::kPassesNothing, make_of(words.tokens()[token]))
                         : rows_[token];
  TestBits* const row = own_rows_.take(width_);
  for (std::uint32_t i = 0; i < width_; ++i) row[i] = before[i] | arc.row[i];
  rows_[token] = row;
  join_sentence(words, token);
}

void TokenTests::renew(const Words& words, std::uint32_t token) {
  const std::uint32_t begin =
      words.first_arc(token) == kNoArc ? WordTable::kUnread : WordTable::kPassesNothing;
  TestBits* const row = own_rows_.take(width_);
  std::copy_n(table_.row(begin, make_of(words.tokens()[token])), width_, row);
  for (std::uint32_t a = words.first_arc(token); a != kNoArc; a = words.arcs()[a].next)
    if (!words.is_covered(token, words.arcs()[a])) join(row, words.arcs()[a].row, width_);
  rows_[token] = row;
  join_sentence(words, token);
}

void TokenTests::join_sentence(const Words& words, std::uint32_t token) {
  if (sentences_.empty()) return;
  const std::size_t at = std::size_t{words.sentence_of(token)} * (width_ + word_width_);
  join(sentences_.data() + at, rows_[token], width_);
}

void TokenTests::gather_sentences(const Words& words) {
  const std::size_t size = width_ + word_width_;
  sentences_.assign(words.sentences().size() * size, 0);
  for (std::size_t s = 0; s < words.sentences().size(); ++s)
    gather(words.sentences()[s].first, words.sentences()[s].last, sentences_.data() + s * size);
}

void TokenTests::gather(std::uint32_t first, std::uint32_t last, TestBits* set) const {
  for (std::uint32_t i = 0; i < width_; i += kTestBitsAtOnce) {
    TwoTestBits some{}, others{}, row;
    for (std::uint32_t t = first; t < last; ++t) {
      std::memcpy(&row, rows_[t] + i, sizeof row);
      some |= row;
      std::memcpy(&row, rows_[t] + i + 2, sizeof row);
      others |= row;
    }
    std::memcpy(set + i, &some, sizeof some);
    std::memcpy(set + i + 2, &others, sizeof others);
  }
  for (std::uint32_t t = first; t < last; ++t) set_bit(set + width_, words_[t]);
}

}  // namespace recount
