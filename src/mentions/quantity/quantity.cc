#include "src/mentions/quantity/quantity.h"

#include <algorithm>
#include <charconv>

namespace recount {
namespace {

constexpr std::int64_t kThousand = 1000;

class Builder {
 public:
  explicit Builder(const Words& words) : words_(words), symbols_(words.pack().symbols) {}

  std::optional<FoundQuantity> build(const RuleMatch& m) const {
    FoundQuantity out;
    out.first = m.match.first;
    out.last = m.match.last;
    if (const CaptureRun* it = m.capture("it")) {
      out.first = it->first;
      out.last = it->last;
    }
    QuantityMention& q = out.mention;
    q.span = words_.span(out.first, out.last);
    q.rule = m.rule->name;
    q.qualifier = named<Qualifier>(value(m, "q", "qualifier")).value_or(Qualifier::exact);
    out.unit = symbol(m, "unit", "unit");
    q.unit = symbols_.name(out.unit);
    if (const CaptureRun* unit = m.capture("unit")) out.unit_arc = unit->arc;
    out.reason = named<LeftOutReason>(value(m, "unit", "reason"));
    out.article = m.rule->has(known("article"));
    out.pronoun = m.rule->has(known("pronoun"));
    if (!amount(m, q)) return std::nullopt;
    const bool whole = q.low_thousandths == 0 && q.high_thousandths == 0;
    if (!whole && !out.reason)
      out.reason = LeftOutReason::measurement;  // nobody counts half people
    return out;
  }

  // The age inside of one person's words ("a 15-year-old girl"): a quantity of its own.
  std::optional<FoundQuantity> age(const RuleMatch& m) const {
    const auto years = number(m, "age");
    if (!years) return std::nullopt;
    const CaptureRun* run = m.capture("age");
    FoundQuantity out;
    out.first = run->first;
    out.last = run->last;
    out.mention.span = words_.span(out.first, out.last);
    out.mention.rule = m.rule->name;
    out.mention.low = out.mention.high = *years / kThousand;
    out.mention.unit = "year";
    out.reason = LeftOutReason::age;
    return out;
  }

 private:
  // Feature of the head line, else of the capture's word.
  Symbol symbol(const RuleMatch& m, KnownName capture, KnownName key) const {
    if (const Symbol v = m.rule->get(key); v != kNoSymbol) return v;
    const CaptureRun* run = m.capture(capture);
    return run && run->arc != kNoArc ? words_.arcs()[run->arc].get(key) : kNoSymbol;
  }
  std::string_view value(const RuleMatch& m, KnownName capture, KnownName key) const {
    return symbols_.name(symbol(m, capture, key));
  }

  // In thousandths.
  std::optional<std::int64_t> number(const RuleMatch& m, KnownName capture) const {
    const CaptureRun* run = m.capture(capture);
    if (!run || run->arc == kNoArc) return std::nullopt;
    const Arc& arc = words_.arcs()[run->arc];
    if (arc.cls == words_.pack().number) return arc.number;
    return thousandths(symbols_.name(arc.get(known("about"))));
  }
  // n * times / of; nothing where that is beyond all numbers. REQUIRES: of > 0.
  static std::optional<std::int64_t> share(std::int64_t n, std::int64_t times, std::int64_t of) {
    std::int64_t all = 0;
    if (__builtin_mul_overflow(n, times, &all)) return std::nullopt;
    return all / of;
  }
  static std::optional<std::int64_t> integer(std::string_view s) {
    std::int64_t v = 0;
    if (s.empty() || std::from_chars(s.data(), s.data() + s.size(), v).ec != std::errc{})
      return std::nullopt;
    return v;
  }
  // "12" is 12000, "0.333" is 333.
  static std::optional<std::int64_t> thousandths(std::string_view s) {
    const std::size_t point = std::min(s.find('.'), s.size());
    const auto whole = integer(s.substr(0, point));
    if (!whole) return std::nullopt;
    std::int64_t behind = 0;
    for (std::size_t i = 1; i <= 3; ++i)
      behind = behind * 10 + (point + i < s.size() ? s[point + i] - '0' : 0);
    return *whole * kThousand + behind;
  }

  bool amount(const RuleMatch& m, QuantityMention& q) const {
    if (const auto vague = integer(value(m, "vague", "vague"))) {
      q.qualifier = Qualifier::vague;
      q.magnitude = *vague;
      return true;
    }
    auto n = number(m, "n");
    if (!n) n = thousandths(symbols_.name(m.rule->get(known("n"))));
    if (!n) return false;
    if (m.rule->has(known("and_half"))) *n += kThousand / 2;
    if (m.rule->has(known("below_zero"))) *n = -*n;
    if (const auto times = number(m, "times")) n = share(*n, *times, kThousand);
    if (const auto of = number(m, "of"); n && of && *of > 0) n = share(*n, 100 * kThousand, *of);
    if (!n) return false;
    const auto n2 = number(m, "n2");
    if (!n2) {
      set_bounds(*n, q);
      return true;
    }
    q.qualifier = Qualifier::range;
    std::int64_t low = scaled(m, *n, *n2);
    if (m.rule->has(known("shared_scale"))) low = lower_bound(low, *n2);
    set(low, q.low, q.low_thousandths);
    set(*n2, q.high, q.high_thousandths);
    return low <= *n2;
  }

  // "5 to 10 thousand" is 5,000 to 10,000: the first number takes the second's scale word. Both in
  // thousandths.
  std::int64_t scaled(const RuleMatch& m, std::int64_t a, std::int64_t b) const {
    const CaptureRun* run = m.capture("n2");
    const Symbol numeral = known("numeral"), scale = known("scale");
    if (run->last < run->first + 2) return a;
    for (std::uint32_t i = words_.first_arc(run->last - 1); i != kNoArc;
         i = words_.arcs()[i].next) {
      const Arc& arc = words_.arcs()[i];
      const auto times = arc.cls == numeral && arc.has(scale)
                             ? integer(symbols_.name(arc.get(numeral)))
                             : std::nullopt;
      if (times && a > 0 && a < *times * kThousand && a <= b / *times) return a * *times;
    }
    return a;
  }

  // "3 à 400" is 300 to 400 where the language says so (`shared_scale`): a small first number takes
  // the scale of the second. Both in thousandths.
  static std::int64_t lower_bound(std::int64_t a, std::int64_t b) {
    if (a <= 0 || a >= 10 * kThousand || b < 100 * kThousand) return a;
    std::int64_t scale = 1;
    while (b / scale >= 10 * kThousand) scale *= 10;
    return b % scale == 0 && a < b / scale ? a * scale : a;
  }

  static void set_bounds(std::int64_t n, QuantityMention& q) {
    const bool open_below = q.qualifier == Qualifier::up_to || q.qualifier == Qualifier::less_than;
    const bool open_above =
        q.qualifier == Qualifier::at_least || q.qualifier == Qualifier::more_than;
    if (!open_below) set(n, q.low, q.low_thousandths);
    if (!open_above) set(n, q.high, q.high_thousandths);
  }
  static void set(std::int64_t n, std::optional<std::int64_t>& whole, int& thousandths) {
    whole = n / kThousand;
    thousandths = static_cast<int>(n % kThousand);
  }

  const Words& words_;
  const Symbols& symbols_;
};

// Numbers of a sentence that no match took.
void add_bare(const Words& words, const Sentence& s, std::vector<char>& taken,
              std::vector<FoundQuantity>& out) {
  const Symbol article = known("article");
  for (std::uint32_t i = s.first; i < s.last; ++i) {
    if (taken[i - s.first] || words.covered(i)) continue;
    for (std::uint32_t a = words.first_arc(i); a != kNoArc; a = words.arcs()[a].next) {
      const Arc& arc = words.arcs()[a];
      if (arc.cls != words.pack().number || i + arc.size > s.last ||
          (article != kNoSymbol && arc.has(article)))
        continue;
      FoundQuantity q;
      q.first = i;
      q.last = i + arc.size;
      q.mention.span = words.span(i, q.last);
      q.mention.low = q.mention.high = arc.number / kThousand;
      q.mention.low_thousandths = q.mention.high_thousandths =
          static_cast<int>(arc.number % kThousand);
      if (arc.number % kThousand != 0) q.reason = LeftOutReason::measurement;
      out.push_back(std::move(q));
      break;
    }
  }
}

}  // namespace

std::vector<FoundQuantity> find_quantities(const Words& words) {
  const Builder builder(words);
  const RuleIndex& rules = words.pack().index("quantity");
  std::vector<FoundQuantity> out;
  std::vector<char> taken;
  for (const Sentence& s : words.sentences()) {
    taken.assign(s.last - s.first, 0);
    for (const RuleMatch& m : rules.leftmost_longest(words, s.first, s.last)) {
      auto found = builder.build(m);
      if (!found) continue;
      std::fill(taken.begin() + (found->first - s.first), taken.begin() + (found->last - s.first),
                1);
      // a number inside of the unit's name ("pour cent") is none of its own
      if (const CaptureRun* unit = m.capture("unit"))
        std::fill(taken.begin() + (unit->first - s.first), taken.begin() + (unit->last - s.first),
                  1);
      out.push_back(std::move(*found));
      if (auto age = builder.age(m)) out.push_back(std::move(*age));
    }
    add_bare(words, s, taken, out);
  }
  std::sort(out.begin(), out.end(), [](const FoundQuantity& a, const FoundQuantity& b) {
    return a.mention.span < b.mention.span;
  });
  return out;
}

}  // namespace recount
