// The words of numbers, by the grammar of the pack: readings of class `numeral` and how they add
// up.
//
// A number in words is a sum of terms before falling scales: (quatre-vingt-dix) mille (deux cent)
// un. Below a scale, `hundred` multiplies what stands before it, tens take a unit, and the
// irregular words say by features what they may follow.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "src/language/pack.h"
#include "src/language/words.h"

namespace recount {

inline constexpr std::int64_t kLargestNumber = 1'000'000'000'000'000;  // a double holds it exactly

// A reading of class `numeral`: its value and what it may stand beside.
struct NumberWord {
  std::int64_t value = 0;
  std::int64_t fraction = 0;  // thousandths beside it: "one and a half" as one word
  std::int64_t times = 0, joined = 0;
  std::vector<std::int64_t> after;
  bool scale = false, article = false, words_only = false, glued = false, follows = false,
       first = false, inverts = false, capital = false, money = false;
};

// Those of a pack's words, taken from their features once.
class NumberWordTable {
 public:
  NumberWordTable(const Symbols& symbols, const WordTable& words);
  // REQUIRES: a number of the pack's arcs, of class `numeral`.
  const NumberWord& of(std::uint32_t arc) const { return all_[by_arc_[arc]]; }

 private:
  std::vector<NumberWord> all_;
  std::vector<std::uint32_t> by_arc_;  // indices of all_; any for arcs of other classes
};

class NumberWords {
 public:
  // REQUIRES: words outlives this.
  explicit NumberWords(const Words& words);

  struct Found {
    std::uint32_t last = 0;
    std::int64_t thousandths = 0;
    bool article = false, inverted = false;
  };
  // The number that begins at a token; none where none does.
  std::optional<Found> read(std::uint32_t first) const;

  // The scale at `at` behind a number that begins at `first`: 0 where there is none. `in_words`: is
  // that number written in words.
  std::int64_t scale(std::uint32_t first, std::uint32_t at, bool in_words) const;

  // Is the word one that multiplies number words only ("cents")?
  bool never_behind_digits(std::uint32_t at) const;

 private:
  struct Sum {
    std::int64_t total = 0, current = 0, last_scale = kLargestNumber;
    bool take(const NumberWord& w);
    bool take_scale(const NumberWord& w);
    bool fits(const NumberWord& w) const;
  };

  // nullptr where none may stand there.
  const NumberWord* word(std::uint32_t at, bool begins) const;
  const NumberWord* joined_word(std::uint32_t at, const Sum& sum) const;
  std::optional<Found> inverted(std::uint32_t first) const;
  bool counted(std::uint32_t at) const;
  bool money_around(std::uint32_t first, std::uint32_t at) const;
  bool is_money(std::uint32_t at) const;
  bool is_counted(std::uint32_t at) const;
  bool scales_something(std::uint32_t first, std::uint32_t at) const;
  bool same_block(std::uint32_t a, std::uint32_t b) const;

  const Words& words_;
  const Pack& pack_;
  Symbol numeral_, money_, unit_, reason_, vague_, person_;
};

}  // namespace recount
