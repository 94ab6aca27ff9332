// Numbers as they stand in running text: digits with group and decimal marks, number words, and
// both together.
#pragma once

#include <cstdint>
#include <vector>

#include "src/language/symbols.h"

namespace recount {

class Words;

// One number: tokens [first, last), its value in thousandths, and features: `words` or `digits`,
// `article` where the words are an indefinite article too. A term of class `addend` adds
// thousandths to the number before a scale ("two and a half thousand") or of the scale before it
// ("deux millions et demi").
struct NumberRun {
  std::uint32_t first = 0, last = 0;
  std::int64_t thousandths = 0;
  std::vector<Feature> features;
};

// Left to right, longest first, without overlap. The grammar is the pack's: words of class
// `numeral` with
//   numeral=VALUE            a value
//   numeral=VALUE scale      multiplies what stands before it (cent, mille, million, hundred);
//                            with `words` not what stands in digits ("24 cents" are money)
//   numeral=VALUE times=N    multiplies N only (quatre-vingts)
//   numeral=VALUE after=N|M  a teen that may follow N (soixante-dix, quatre-vingt-dix)
std::vector<NumberRun> number_runs(const Words& words);

}  // namespace recount
