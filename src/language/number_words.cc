#include "src/language/number_words.h"

#include <charconv>
#include <string_view>

namespace recount {
namespace {

constexpr std::int64_t kThousand = 1000;

std::int64_t integer(std::string_view name) {
  std::int64_t v = 0;
  std::from_chars(name.data(), name.data() + name.size(), v);
  return v;
}

// Of "1.5" the thousandths behind the point.
std::int64_t fraction(std::string_view name) {
  const std::size_t point = name.find('.');
  if (point == std::string_view::npos) return 0;
  std::int64_t v = 0, unit = kThousand;
  for (std::size_t i = point + 1; i < name.size() && unit > 1; ++i)
    unit /= 10, v += (name[i] - '0') * unit;
  return v;
}

// Of a feature that is a number; 0 without it.
std::int64_t integer_of(const Arc& arc, std::string_view feature, const Symbols& symbols) {
  const Symbol key = symbols.find(feature);
  return key == kNoSymbol ? 0 : integer(symbols.name(arc.get(key)));
}

NumberWord number_word(const Arc& arc, const Symbols& symbols) {
  const auto has = [&](std::string_view feature) {
    const Symbol key = symbols.find(feature);
    return key != kNoSymbol && arc.has(key);
  };
  NumberWord w;
  const std::string_view value = symbols.name(arc.get(symbols.find("numeral")));
  w.value = integer(value);
  w.fraction = fraction(value);
  w.scale = has("scale");
  w.article = has("article");
  w.words_only = has("words");
  w.glued = has("glued");
  w.follows = has("follows") || w.glued;
  w.first = has("first");
  w.inverts = has("inverts");
  w.capital = has("capital");
  w.money = has("money");
  w.times = integer_of(arc, "times", symbols);
  w.joined = integer_of(arc, "joined", symbols);
  const Symbol after = symbols.find("after");
  for (const Feature& f : arc.features)
    if (f.key == after && after != kNoSymbol) w.after.push_back(integer(symbols.name(f.value)));
  return w;
}

}  // namespace

NumberWordTable::NumberWordTable(const Symbols& symbols, const WordTable& words)
    : by_arc_(words.arcs().size(), 0) {
  const Symbol numeral = symbols.find("numeral");
  for (std::size_t i = 0; i < by_arc_.size(); ++i) {
    if (numeral == kNoSymbol || words.arcs()[i].cls != numeral) continue;
    by_arc_[i] = static_cast<std::uint32_t>(all_.size());
    all_.push_back(number_word(words.arcs()[i], symbols));
  }
}

NumberWords::NumberWords(const Words& words) : words_(words), pack_(words.pack()) {
  const Symbols& symbols = pack_.symbols;
  numeral_ = symbols.find("numeral");
  money_ = symbols.find("money");
  unit_ = symbols.find("unit");
  person_ = symbols.find("person");
  reason_ = symbols.find("reason");
  vague_ = symbols.find("vague");
}

bool NumberWords::same_block(std::uint32_t a, std::uint32_t b) const {
  const auto& tokens = words_.tokens();
  return b < tokens.size() && tokens[a].block == tokens[b].block;
}

// The reading that may stand there: at the beginning none that only follows, inside one that only
// follows before all others.
const NumberWord* NumberWords::word(std::uint32_t at, bool begins) const {
  const NumberWord* best = nullptr;
  if (at >= words_.tokens().size() || !(words_.tokens()[at].traits & kNumeral)) return best;
  for (std::uint32_t a = words_.first_arc(at); a != kNoArc; a = words_.arcs()[a].next) {
    const Arc& arc = words_.arcs()[a];
    if (arc.cls != numeral_ || arc.size != 1) continue;
    const NumberWord& w = pack_.number_words().of(a);
    if (w.glued || w.capital || w.money || (begins ? w.follows : w.first)) continue;
    if (!best || (w.follows && !best->follows)) best = &w;
  }
  return best;
}

bool NumberWords::Sum::take_scale(const NumberWord& w) {
  if (w.value >= kThousand) {
    if (w.value >= last_scale || current > kLargestNumber / w.value) return false;
    total += (current == 0 ? 1 : current) * w.value;
    current = 0;
    last_scale = w.value;
    return true;
  }
  if (current >= 100) return false;
  current = (current == 0 ? 1 : current) * w.value;
  return true;
}

bool NumberWords::Sum::fits(const NumberWord& w) const {
  const std::int64_t low = current % 100;
  bool fits = low == 0 || (low >= 20 && low % 10 == 0 && w.value < 10);
  for (const auto a : w.after) fits |= low == a;
  return fits && w.value > 0 && (current == 0 || w.value < 100);
}

bool NumberWords::Sum::take(const NumberWord& w) {
  if (w.scale) return take_scale(w);
  if (w.times != 0 && current % 100 == w.times) {
    current += w.times * w.value - w.times;
    return true;
  }
  if (!fits(w)) return false;
  current += w.value;
  return true;
}

// The word behind a joiner ("and", "et"), by `joined`: 10 behind tens ("vingt et un"), 100 behind
// hundreds and scales ("one hundred and one"). "One hundred and two hundred" are two numbers.
const NumberWord* NumberWords::joined_word(std::uint32_t at, const Sum& sum) const {
  if (!pack_.number_joiners.contains(words_.tokens()[at].folded) || !same_block(at, at + 1))
    return nullptr;
  const NumberWord* const w = word(at + 1, false);
  if (!w || w->joined == 0 || w->scale) return nullptr;
  const std::int64_t low = sum.current % 100;
  if (w->joined == 10 ? low == 0 : low != 0 || sum.total + sum.current == 0) return nullptr;
  for (std::uint32_t i = at + 2; i <= at + 3; ++i) {
    const NumberWord* const next = word(i, false);
    if (!next) break;
    if (!next->scale) continue;
    if (next->value < kThousand || next->value >= sum.last_scale) return nullptr;
    break;
  }
  return w;
}

std::optional<NumberWords::Found> NumberWords::read(std::uint32_t first) const {
  const NumberWord* const begin = word(first, true);
  if (!begin) return std::nullopt;
  Found out;
  out.last = first + 1;
  out.thousandths = begin->value * kThousand + begin->fraction;
  out.article = begin->article;
  // behind a fraction only scales may follow, as after digits; behind zero nothing
  if (begin->fraction != 0 || begin->value == 0) return out;
  if (begin->inverts)
    if (const auto found = inverted(first)) return found;
  Sum sum;
  sum.take(*begin);
  while (same_block(out.last - 1, out.last)) {
    const NumberWord* w = word(out.last, false);
    std::uint32_t used = out.last + 1;
    if (!w) w = joined_word(out.last, sum), ++used;
    if (!w || !sum.take(*w)) break;
    out.article = w->article;
    out.last = used;
  }
  out.thousandths = (sum.total + sum.current) * kThousand;
  return out;
}

// "тысяч пять": about 5,000. Behind a number or a vague amount it's that one's scale.
std::optional<NumberWords::Found> NumberWords::inverted(std::uint32_t first) const {
  if (first > 0 && same_block(first - 1, first) && counted(first - 1)) return std::nullopt;
  if (!same_block(first, first + 1)) return std::nullopt;
  const NumberWord* const scale = word(first, true);
  const NumberWord* const begin = word(first + 1, true);
  if (!begin || begin->scale || begin->fraction != 0) return std::nullopt;
  Sum sum;
  std::uint32_t at = first + 1;
  for (const NumberWord* w = begin; w && !w->scale && same_block(first, at) && sum.take(*w);)
    w = word(++at, false);
  if (const NumberWord* const w = word(at, false); w && w->scale) return std::nullopt;
  return Found{at, sum.current * scale->value * kThousand, false, true};
}

// Is it a number or a vague amount?
bool NumberWords::counted(std::uint32_t at) const {
  if (words_.tokens()[at].kind == TokenKind::digits) return true;
  for (std::uint32_t a = words_.first_arc(at); a != kNoArc; a = words_.arcs()[a].next)
    if (words_.arcs()[a].cls == numeral_ || words_.arcs()[a].cls == vague_) return true;
  return false;
}

bool NumberWords::is_money(std::uint32_t at) const {
  if (unit_ == kNoSymbol || reason_ == kNoSymbol || money_ == kNoSymbol) return false;
  for (std::uint32_t a = words_.first_arc(at); a != kNoArc; a = words_.arcs()[a].next)
    if (words_.arcs()[a].cls == unit_ && words_.arcs()[a].get(reason_) == money_) return true;
  return false;
}

// Does something that is counted begin there?
bool NumberWords::is_counted(std::uint32_t at) const {
  for (std::uint32_t a = words_.first_arc(at); a != kNoArc; a = words_.arcs()[a].next)
    if (words_.arcs()[a].cls == unit_ || words_.arcs()[a].cls == person_) return true;
  return false;
}

bool NumberWords::money_around(std::uint32_t first, std::uint32_t at) const {
  return (first > 0 && same_block(first - 1, first) && is_money(first - 1)) ||
         (same_block(at, at + 1) && is_money(at + 1));
}

// "100K people", "$5m", "15к" alone: a letter that touches its digits may also be part of a name
// ("Flat 12B").
bool NumberWords::scales_something(std::uint32_t first, std::uint32_t at) const {
  const bool alone = first == 0 || !same_block(first - 1, first);
  return alone || money_around(first, at) || (same_block(at, at + 1) && is_counted(at + 1));
}

std::int64_t NumberWords::scale(std::uint32_t first, std::uint32_t at, bool in_words) const {
  if (!same_block(at - 1, at)) return 0;
  const Token& token = words_.tokens()[at];
  if (!(token.traits & kNumeral)) return 0;
  for (std::uint32_t a = words_.first_arc(at); a != kNoArc; a = words_.arcs()[a].next) {
    const Arc& arc = words_.arcs()[a];
    if (arc.cls != numeral_ || arc.size != 1) continue;
    const NumberWord& w = pack_.number_words().of(a);
    if (!w.scale || (w.words_only && !in_words) || (w.glued && (token.space_before || in_words)) ||
        (w.capital && !token.capital) || (w.money && !money_around(first, at)) ||
        (w.glued && !scales_something(first, at)))
      continue;
    return w.value;
  }
  return 0;
}

bool NumberWords::never_behind_digits(std::uint32_t at) const {
  const NumberWord* const w = word(at, true);
  return w && w->words_only;
}

}  // namespace recount
