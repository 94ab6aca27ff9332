// Quantities: numbers and vague amounts with qualifier and unit, found by the pack's rules of kind
// `quantity`.
//
// Captures, each optional: `it` the quantity's own words (else the whole match) · `n` and `n2`
// numbers · `q` a qualifier (qualifier=at_least …) · `vague` a vague amount (vague=100: hundreds) ·
// `unit` the noun (unit=year …) · `age` a number inside of `it` that is a quantity of its own, an
// age ("a 15-year-old girl") · `of` how many `n` is a share of, which makes it per cent ("one in
// ten") · `times` the scale of `n` where a word stands between ("5 public millions"). Features of
// the head line: qualifier= unit= reason= (why its number is no figure: LeftOutReason) · n= a fixed
// number ("n=0.5") · and_half a half more than `n` ("un an et demi") · below_zero `n` below zero
// ("-5 points") · article, pronoun: see FoundQuantity. A number that no rule takes is a quantity of
// its own with an undecided unit: nothing is lost.
#pragma once

#include <optional>
#include <vector>

#include "recount/record.h"
#include "src/language/language.h"

namespace recount {

struct FoundQuantity {
  QuantityMention mention;
  std::uint32_t first = 0, last = 0;    // tokens of the quantity's own words
  std::optional<LeftOutReason> reason;  // settled: it counts no people
  bool article = false;  // the words are an indefinite article with its noun, or a pronoun
  bool pronoun = false;  // "one of them": where no claim takes it, a number left out
  std::uint32_t unit_arc = kNoArc;
  Symbol unit = kNoSymbol;  // the mention's
};

// By position, without overlap but for such an age. Numbers that words.covered() belong to other
// mentions and are passed over.
std::vector<FoundQuantity> find_quantities(const Words& words);

}  // namespace recount
