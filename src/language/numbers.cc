#include "src/language/numbers.h"

#include <charconv>
#include <optional>

#include "src/language/number_words.h"
#include "src/language/pack.h"
#include "src/language/words.h"

namespace recount {
namespace {

constexpr std::int64_t kThousand = 1000;
constexpr std::int64_t kSmallestScale = 10;  // "2 dozen"

class Reader {
 public:
  explicit Reader(const Words& words)
      : words_(words),
        pack_(words.pack()),
        number_words_(words),
        article_(pack_.symbols.find("article")),
        addend_(pack_.symbols.find("addend")),
        scaled_(pack_.symbols.find("scaled")),
        minus_(pack_.symbols.find("minus")),
        inverted_(pack_.symbols.find("inverted")),
        written_(pack_.symbols.find("written")) {}

  std::vector<NumberRun> run() {
    std::vector<NumberRun> out;
    out.reserve(words_.tokens().size() / 16);
    const Token* const tokens = words_.tokens().data();
    const auto n = static_cast<std::uint32_t>(words_.tokens().size());
    for (std::uint32_t i = 0; i < n; ++i) {
      if (tokens[i].kind != TokenKind::digits && !(tokens[i].traits & kNumeral)) continue;
      NumberRun one;
      if (!read(i, one)) continue;
      out.push_back(one);
      i = one.last - 1;
    }
    return out;
  }

 private:
  const Token& token(std::uint32_t i) const { return words_.tokens()[i]; }
  bool same_block(std::uint32_t a, std::uint32_t b) const {
    return b < words_.tokens().size() && token(a).block == token(b).block;
  }
  struct Number {
    std::uint32_t at = 0;    // behind it
    std::int64_t value = 0;  // thousandths
    std::int64_t scale = 0;  // the last scale word, 0 without one
    bool in_words = false, article = false, inverted = false;
  };

  bool read(std::uint32_t i, NumberRun& out) const {
    auto n = one(i);
    if (!n) return false;
    while (const auto more = rest(*n)) {
      n->at = more->at;
      n->value += more->value;
      n->scale = more->scale;
    }
    out.first = i;
    out.last = n->at;
    out.thousandths = n->value;
    add(out, written_, n->in_words);
    add(out, article_, n->article && n->at == i + 1);
    add(out, inverted_, n->inverted);
    add(out, scaled_, n->scale >= kThousand);
    add(out, minus_, behind_minus(token(i).span.begin));
    return true;
  }
  // A hyphen or minus touches it, and nothing the hyphen: "(-5 points)", not "10-12"; or it stands
  // at the begin of brackets: "(- 5 points)".
  bool behind_minus(std::uint32_t byte) const {
    const std::string_view before = words_.text().substr(0, byte);
    for (const std::string_view mark : {"-", "\u2212", "\u2013"}) {
      const bool apart = before.ends_with(' ') && before.substr(0, byte - 1).ends_with(mark);
      if (!apart && !before.ends_with(mark)) continue;
      const std::string_view rest = before.substr(0, byte - mark.size() - (apart ? 1 : 0));
      if (apart) return rest.ends_with('(');
      return rest.empty() || rest.ends_with(' ') || rest.ends_with('(') || rest.ends_with('\n') ||
             rest.ends_with("\u00A0");
    }
    return false;
  }
  static void add(NumberRun& out, Symbol feature, bool on) {
    if (on && feature != kNoSymbol) out.room[out.used++] = {feature, kNoSymbol};
  }

  // Digits or words, what is added, and scales: "2", "2,5 millions", "two and a half thousand".
  std::optional<Number> one(std::uint32_t i) const {
    Number n;
    n.at = i;
    if (token(i).kind == TokenKind::digits) {
      if (!digits(n.at, n.value)) return std::nullopt;
    } else {
      if (after_digits(i)) return std::nullopt;
      const auto found = number_words_.read(i);
      if (!found) return std::nullopt;
      n = {found->last, found->thousandths, 0, true, found->article, found->inverted};
      if (n.inverted) return n;
      if (n.at > i + 1) n.scale = number_words_.scale(i, n.at - 1, true);
    }
    addend(n, i);
    scales(n, i);
    addend(n, i);
    return n;
  }

  // What a number of a large scale goes on with: "2 millions | 500 000", "1 млн | 200 тыс", "3
  // тысячи | 200".
  std::optional<Number> rest(const Number& n) const {
    if (n.scale < kThousand || n.value % (n.scale * kThousand) != 0 ||
        !same_block(n.at - 1, n.at) || token(n.at).kind != TokenKind::digits)
      return std::nullopt;
    const auto more = one(n.at);
    if (!more || more->value >= n.scale * kThousand) return std::nullopt;
    const bool grouped = more->at > n.at + 1 && more->value >= kThousand * kThousand;
    const bool three = n.scale == kThousand && more->at == n.at + 1 && three_digits(n.at);
    if (!grouped && !three) return std::nullopt;
    return more;
  }

  // A scale that never follows digits, right after some: no number.
  bool after_digits(std::uint32_t i) const {
    return i > 0 && same_block(i - 1, i) && token(i - 1).kind == TokenKind::digits &&
           number_words_.never_behind_digits(i);
  }

  // "two and a half thousand", "deux millions et demi": a term of the pack adds thousandths of one,
  // or of the scale that stands before it.
  void addend(Number& n, std::uint32_t first) const {
    if (addend_ == kNoSymbol || !same_block(n.at - 1, n.at)) return;
    for (std::uint32_t a = words_.first_arc(n.at); a != kNoArc; a = words_.arcs()[a].next) {
      const Arc& arc = words_.arcs()[a];
      if (arc.cls != addend_) continue;
      const std::int64_t scale = n.at > first + 1 ? number_words_.scale(first, n.at - 1, true) : 0;
      n.value += integer(pack_.symbols.name(arc.get(addend_))) * (scale >= kThousand ? scale : 1);
      n.at += arc.size;
      return;
    }
  }

  // "5 millions", "3 mille", "1,5 million"
  void scales(Number& n, std::uint32_t first) const {
    while (same_block(n.at - 1, n.at)) {
      const std::int64_t scale = number_words_.scale(first, n.at, n.in_words);
      if (scale < kSmallestScale || n.value / kThousand > kLargestNumber / scale) return;
      n.value *= scale;
      n.scale = scale;
      ++n.at;
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

  static std::int64_t integer(std::string_view s) {
    std::int64_t v = 0;
    std::from_chars(s.data(), s.data() + s.size(), v);
    return v;
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
    if (!same_block(at - 1, at) || whole > kLargestNumber / 1000) return false;
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
  // One blank, nothing else: one that breaks no line in every language, others only where the pack
  // groups by blanks.
  bool blank_before(std::uint32_t at) const {
    if (!token(at).space_before) return false;
    const std::uint32_t from = token(at - 1).span.end, to = token(at).span.begin;
    if (to <= from) return false;
    const std::string_view blank = words_.text().substr(from, to - from);
    for (const std::string_view one : {"\u00A0", "\u202F", "\u2009", "\u00C2\u00A0", "\u00C2 "})
      if (blank == one) return true;
    if (blank == " " && token(at).folded.starts_with('0')) return true;  // "5 000" of any language
    return blank.size() <= 3 && pack_.thousands_marks.find(' ') != std::string::npos &&
           blank.find('\n') == std::string_view::npos;
  }

  // Behind the pack's mark, or, before a scale, behind the other one ("1.5 млн").
  void decimals(std::uint32_t& at, std::int64_t& value) const {
    constexpr std::size_t kMostDecimals = 9;
    if (!same_block(at - 1, at + 1) || token(at).kind != TokenKind::punctuation ||
        token(at).space_before || token(at).folded.size() != 1)
      return;
    const char mark = token(at).folded[0];
    const Token& behind = token(at + 1);
    if ((mark != '.' && mark != ',') || behind.kind != TokenKind::digits || behind.space_before ||
        behind.span.size() > kMostDecimals)
      return;
    const bool year =  // "7.2031"
        behind.span.size() == 4 &&
        (behind.folded.starts_with("19") || behind.folded.starts_with("20"));
    if (year) return;
    if (mark != pack_.decimal_mark && number_words_.scale(at - 1, at + 2, false) < kThousand)
      return;
    value += thousandths(behind.folded);
    at += 2;
  }
  // Of the digits behind the mark, rounded.
  static std::int64_t thousandths(std::string_view s) {
    std::int64_t v = 0;
    for (std::size_t i = 0; i < 3; ++i) v = v * 10 + (i < s.size() ? s[i] - '0' : 0);
    return v + (s.size() > 3 && s[3] >= '5');
  }

  const Words& words_;
  const Pack& pack_;
  NumberWords number_words_;
  Symbol article_, addend_, scaled_, minus_, inverted_, written_;
};

}  // namespace

std::vector<NumberRun> number_runs(const Words& words) { return Reader(words).run(); }

}  // namespace recount
