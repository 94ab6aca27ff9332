#include "src/language/numbers.h"

#include <charconv>
#include <optional>

#include "src/language/pack.h"
#include "src/language/words.h"

namespace recount {
namespace {

constexpr std::int64_t kLargest = 1'000'000'000'000;  // whole units; more isn't a count

class Reader {
 public:
  explicit Reader(const Words& words)
      : words_(words),
        pack_(words.pack()),
        numeral_(pack_.symbols.find("numeral")),
        scale_(pack_.symbols.find("scale")),
        times_(pack_.symbols.find("times")),
        after_(pack_.symbols.find("after")),
        article_(pack_.symbols.find("article")),
        words_only_(pack_.symbols.find("words")),
        addend_(pack_.symbols.find("addend")),
        glued_(pack_.symbols.find("glued")),
        written_(pack_.symbols.find("written")) {}

  std::vector<NumberRun> run() {
    std::vector<NumberRun> out;
    const auto n = static_cast<std::uint32_t>(words_.tokens().size());
    for (std::uint32_t i = 0; i < n;) {
      NumberRun one;
      const bool may = token(i).kind == TokenKind::digits || (token(i).traits & kNumeral);
      if (may && read(i, one)) {
        i = one.last;
        out.push_back(std::move(one));
      } else {
        ++i;
      }
    }
    return out;
  }

 private:
  struct Word {
    std::int64_t value = 0;
    std::int64_t fraction = 0;  // thousandths beside it: "one and a half" as one word
    std::int64_t times = 0;
    std::vector<std::int64_t> after;
    bool scale = false, article = false, words_only = false, glued = false;
  };

  const Token& token(std::uint32_t i) const { return words_.tokens()[i]; }
  bool same_block(std::uint32_t a, std::uint32_t b) const {
    return b < words_.tokens().size() && token(a).block == token(b).block;
  }
  std::int64_t integer(Symbol s) const {
    const std::string_view name = pack_.symbols.name(s);
    std::int64_t v = 0;
    std::from_chars(name.data(), name.data() + name.size(), v);
    return v;
  }

  // Of "1.5" the thousandths behind the point.
  std::int64_t fraction(Symbol s) const {
    const std::string_view name = pack_.symbols.name(s);
    const std::size_t point = name.find('.');
    if (point == std::string_view::npos) return 0;
    std::int64_t v = 0, unit = 1000;
    for (std::size_t i = point + 1; i < name.size() && unit > 1; ++i)
      unit /= 10, v += (name[i] - '0') * unit;
    return v;
  }

  std::optional<Word> word_at(std::uint32_t i) const {
    if (i >= words_.tokens().size() || !(token(i).traits & kNumeral)) return std::nullopt;
    for (std::uint32_t a = words_.first_arc(i); a != kNoArc; a = words_.arcs()[a].next) {
      const Arc& arc = words_.arcs()[a];
      if (arc.cls != numeral_ || arc.last != i + 1) continue;
      Word w;
      w.value = integer(arc.get(numeral_));
      w.fraction = fraction(arc.get(numeral_));
      w.scale = arc.has(scale_);
      w.article = article_ != kNoSymbol && arc.has(article_);
      w.words_only = words_only_ != kNoSymbol && arc.has(words_only_);
      w.glued = glued_ != kNoSymbol && arc.has(glued_);
      if (times_ != kNoSymbol && arc.has(times_)) w.times = integer(arc.get(times_));
      if (after_ != kNoSymbol)
        for (const Feature& f : arc.features)
          if (f.key == after_) w.after.push_back(integer(f.value));
      return w;
    }
    return std::nullopt;
  }

  bool read(std::uint32_t i, NumberRun& out) const {
    std::int64_t value = 0;  // thousandths
    std::uint32_t at = i;
    bool in_words = false, article = false;
    if (token(i).kind == TokenKind::digits) {
      if (!digits(at, value)) return false;
    } else {
      if (after_digits(i) || !word_number(at, value, article)) return false;
      in_words = true;
    }
    addend(at, value);
    scales(at, value, in_words);
    addend(at, value);
    out.first = i;
    out.last = at;
    out.thousandths = value;
    if (in_words && written_ != kNoSymbol) out.features.push_back({written_, kNoSymbol});
    if (article && at == i + 1) out.features.push_back({article_, kNoSymbol});
    return true;
  }

  // A scale that never follows digits, right after some: no number.
  bool after_digits(std::uint32_t i) const {
    if (i == 0 || !same_block(i - 1, i) || token(i - 1).kind != TokenKind::digits) return false;
    const auto w = word_at(i);
    return w && w->words_only;
  }

  // "two and a half thousand", "deux millions et demi": a term of the pack adds thousandths of one,
  // or of the scale that stands before it.
  void addend(std::uint32_t& at, std::int64_t& value) const {
    if (addend_ == kNoSymbol || !same_block(at - 1, at)) return;
    for (std::uint32_t a = words_.first_arc(at); a != kNoArc; a = words_.arcs()[a].next) {
      const Arc& arc = words_.arcs()[a];
      if (arc.cls != addend_) continue;
      value += integer(arc.get(addend_)) * last_scale(at);
      at = arc.last;
      return;
    }
  }

  // The thousand or million just before a token; 1 where there is none.
  std::int64_t last_scale(std::uint32_t at) const {
    const auto w = word_at(at - 1);
    return w && w->scale && w->value >= 1000 ? w->value : 1;
  }

  // "5 millions", "3 mille", "1,5 million"
  void scales(std::uint32_t& at, std::int64_t& value, bool in_words) const {
    while (same_block(at - 1, at)) {
      const auto w = word_at(at);
      if (!w || !w->scale || w->value < 100 || value / 1000 > kLargest / w->value ||
          (w->words_only && !in_words) || (w->glued && token(at).space_before))
        return;
      value *= w->value;
      ++at;
    }
  }

  // Digits with groups of three ("3.000", "3 000", "1,234,567") and a decimal part ("1,5").
  bool digits(std::uint32_t& at, std::int64_t& value) const {
    std::int64_t whole = 0;
    if (!integer_of(at, whole)) return false;
    const std::size_t first_digits = token(at).span.size();
    ++at;
    if (first_digits <= 3 && token(at - 1).folded.front() != '0')
      while (group(at, whole)) {
      }
    value = whole * 1000;
    decimals(at, value);
    return true;
  }

  bool integer_of(std::uint32_t i, std::int64_t& v) const {
    const std::string_view s = token(i).folded;
    return s.size() <= 12 && std::from_chars(s.data(), s.data() + s.size(), v).ec == std::errc{};
  }
  bool three_digits(std::uint32_t i) const {
    return token(i).kind == TokenKind::digits && token(i).span.size() == 3;
  }

  // One more group of three at `at`: by a mark of the pack or a blank.
  bool group(std::uint32_t& at, std::int64_t& whole) const {
    if (!same_block(at - 1, at) || whole > kLargest / 1000) return false;
    std::uint32_t next = at;
    if (token(at).kind == TokenKind::punctuation) {
      const std::string_view mark = token(at).folded;
      const bool groups =
          (mark.size() == 1 && pack_.thousands_marks.find(mark[0]) != std::string::npos);
      if (!groups || token(at).space_before || !same_block(at, at + 1) ||
          token(at + 1).space_before)
        return false;
      next = at + 1;
    } else if (!blank_before(at)) {
      return false;
    }
    std::int64_t v = 0;
    const bool pair = next > at && two_digits_then_three(next);
    if ((!three_digits(next) && !pair) || !integer_of(next, v)) return false;
    whole = whole * (pair ? 100 : 1000) + v;
    at = next + 1;
    return true;
  }
  // "1,09,503", as India groups: commas only, the last group of three.
  bool two_digits_then_three(std::uint32_t i) const {
    while (token(i).kind == TokenKind::digits && token(i).span.size() == 2 &&
           token(i - 1).folded == "," && same_block(i, i + 2) && token(i + 1).folded == "," &&
           !token(i + 1).space_before && !token(i + 2).space_before) {
      i += 2;
      if (three_digits(i)) return true;
    }
    return false;
  }
  // One blank of any width (also no-break ones), nothing else, and only where the pack groups by
  // blanks.
  bool blank_before(std::uint32_t at) const {
    if (pack_.thousands_marks.find(' ') == std::string::npos || !token(at).space_before)
      return false;
    const std::uint32_t from = token(at - 1).span.end, to = token(at).span.begin;
    return to > from && to - from <= 3 &&
           words_.text().substr(from, to - from).find('\n') == std::string_view::npos;
  }

  void decimals(std::uint32_t& at, std::int64_t& value) const {
    if (!same_block(at - 1, at + 1) || token(at).kind != TokenKind::punctuation ||
        token(at).space_before)
      return;
    const std::string_view mark = token(at).folded;
    if (mark.size() != 1 || (mark[0] != pack_.decimal_mark)) return;
    if (token(at + 1).kind != TokenKind::digits || token(at + 1).space_before ||
        token(at + 1).span.size() > 3)
      return;
    std::int64_t v = 0;
    if (!integer_of(at + 1, v)) return;
    for (std::size_t d = token(at + 1).span.size(); d < 3; ++d) v *= 10;
    value += v;
    at += 2;
  }

  // Additive and multiplicative number words up to the scales above thousand.
  bool word_number(std::uint32_t& at, std::int64_t& value, bool& article) const {
    std::int64_t total = 0, current = 0, last_scale = kLargest;
    const std::uint32_t begin = at;
    std::uint32_t end = at;
    if (const auto first = word_at(at); first && first->fraction != 0) {
      value = first->value * 1000 + first->fraction;
      ++at;
      return true;  // only scales may follow, as after digits
    }
    while (at == begin || same_block(at - 1, at)) {
      auto w = word_at(at);
      if (w && w->glued) break;  // it only scales digits
      std::uint32_t used = at;
      if (!w && at > begin && pack_.number_joiners.contains(token(at).folded) &&
          same_block(at, at + 1)) {
        w = word_at(at + 1);
        used = at + 1;
        if (w && w->scale) break;
      }
      if (!w || !take(*w, total, current, last_scale)) break;
      article = w->article;
      at = end = used + 1;
    }
    at = end;
    if (end == begin) return false;
    value = (total + current) * 1000;
    return true;
  }

  static bool take(const Word& w, std::int64_t& total, std::int64_t& current,
                   std::int64_t& last_scale) {
    if (w.scale && w.value >= 1000) {
      if (w.value >= last_scale) return false;
      total += (current == 0 ? 1 : current) * w.value;
      current = 0;
      last_scale = w.value;
      return true;
    }
    if (w.scale) {
      if (current >= 100) return false;
      current = (current == 0 ? 1 : current) * w.value;
      return true;
    }
    const std::int64_t low = current % 100;
    if (w.times != 0 && low == w.times) {
      current += w.times * w.value - w.times;
      return true;
    }
    bool fits = low == 0 || (low >= 20 && low % 10 == 0 && w.value < 10);
    for (const auto a : w.after) fits |= low == a;
    if (!fits || (current != 0 && w.value >= 100)) return false;
    current += w.value;
    return true;
  }

  const Words& words_;
  const Pack& pack_;
  Symbol numeral_, scale_, times_, after_, article_, words_only_, addend_, glued_, written_;
};

}  // namespace

std::vector<NumberRun> number_runs(const Words& words) { return Reader(words).run(); }

}  // namespace recount
