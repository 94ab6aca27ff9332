// Numbers as they stand in running text: digits with group and decimal marks, number words, and
// both together.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "src/language/symbols.h"

namespace recount {

class Words;

// One number: tokens [first, last), its value in thousandths, and features: `written` in words,
// `article` where the words are an indefinite article too, `scaled` where it has a scale from
// thousand on, `minus` behind a sign of minus (the value doesn't show it), `inverted` where the
// scale stands first and tells that it's about so many. A term of class `addend` adds thousandths
// to the number before a scale ("two and a half thousand") or of the scale before it ("deux
// millions et demi").
struct NumberRun {
  std::uint32_t first = 0, last = 0;
  std::int64_t thousandths = 0;
  std::array<Feature, 5> room;  // of its features, as many as are `used`
  std::uint32_t used = 0;
  std::span<const Feature> features() const { return {room.data(), used}; }
};

// Left to right, longest first, without overlap. Digits: groups of three by the pack's marks and by
// no-break blanks, decimals, scales. The grammar of words is the pack's: class `numeral` with
//   numeral=VALUE            a value
//   numeral=VALUE scale      multiplies what stands before it (cent, mille, million, hundred);
//                            `words`: not what stands in digits ("24 cents" are money); `follows`:
//                            no number by itself ("3 dozens"); `glued`: only if it touches its
//                            digits (540к); `capital`: only with a capital ("1.2M"); `money`: only
//                            beside a sign of money ("£5m"); `inverts`: before a number word it
//                            multiplies that, about ("тысяч пять")
//   numeral=VALUE times=N    multiplies N only (quatre-vingts)
//   numeral=VALUE after=N|M  a teen that may follow N (soixante-dix, quatre-vingt-dix)
//   numeral=VALUE joined=10  may follow tens and a joiner ("vingt et un"); joined=100: hundreds and
//                            scales ("one hundred and one")
//   numeral=VALUE first      never inside of a number ("five hundred a day")
std::vector<NumberRun> number_runs(const Words& words);

}  // namespace recount
