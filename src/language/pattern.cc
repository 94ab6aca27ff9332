#include "src/language/pattern.h"

#include <algorithm>
#include <charconv>

namespace recount {
namespace {

// Longest run of tokens that one reading may take; bounds how far before the anchor a match may
// begin.
constexpr std::uint32_t kLongestArc = 16;

bool is_name_char(char c) {
  return c == '_' || c == '-' || c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

// Recursive descent over the source; appends steps. Widths are tracked for the anchor.
class Compiler {
 public:
  Compiler(std::string_view source, Symbols& symbols, const std::string& where)
      : source_(source), symbols_(symbols), where_(where) {}

  Result<Pattern> run() {
    sequence(0);
    if (error_.empty() && at_ < source_.size())
      fail("unexpected '" + std::string(1, source_[at_]) + "'");
    if (error_.empty() && !has_anchor_) first_as_anchor();
    if (!error_.empty()) return Error{where_ + ": " + error_};
    emit(Op::match);
    out_.max_before = anchor_before_.max;
    out_.min_before = anchor_before_.min;
    return std::move(out_);
  }

 private:
  struct Width {
    std::uint32_t min = 0, max = 0;
    Width operator+(Width o) const { return {min + o.min, max + o.max}; }
  };

  void fail(const std::string& what) {
    if (error_.empty()) error_ = "column " + std::to_string(at_ + 1) + ": " + what;
    at_ = source_.size();
  }
  void blanks() {
    while (at_ < source_.size() && (source_[at_] == ' ' || source_[at_] == '\t')) ++at_;
  }
  bool eat(std::string_view s) {
    blanks();
    if (source_.substr(at_, s.size()) != s) return false;
    at_ += s.size();
    return true;
  }
  char peek() {
    blanks();
    return at_ < source_.size() ? source_[at_] : '\0';
  }
  std::string name() {
    const std::size_t from = at_;
    while (at_ < source_.size() && (is_name_char(source_[at_]) || (source_[at_] & 0x80))) ++at_;
    return std::string(source_.substr(from, at_ - from));
  }
  std::uint32_t emit(Op op, std::uint32_t a = 0, std::uint32_t b = 0) {
    out_.steps.push_back({op, a, b});
    return static_cast<std::uint32_t>(out_.steps.size() - 1);
  }
  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.steps.size()); }

  // Elements up to the end of the source, ')' , '}' or '|'. Gives the width; `before_` is the width
  // up to here.
  Width sequence(int depth) {
    if (depth > 16) fail("nested too deeply");
    Width total;
    while (error_.empty()) {
      const char c = peek();
      if (c == '\0' || c == ')' || c == '}' || c == '|') break;
      const Width saved = before_;
      before_ = saved + total;
      const Width one = optional_element(depth);
      before_ = saved;
      total = total + one;
    }
    return total;
  }

  Width optional_element(int depth) {
    const std::uint32_t begin = here();
    Width width = element(depth);
    if (!error_.empty() || !eat("?")) return width;
    // split before the element: take it first, else skip.
    out_.steps.insert(out_.steps.begin() + begin, Step{Op::split, begin + 1, 0});
    shift_targets(begin);
    out_.steps[begin].b = here();
    return {0, width.max};
  }

  // Steps from `begin` on moved by one: repair the targets inside of them.
  void shift_targets(std::uint32_t begin) {
    for (std::uint32_t i = begin + 1; i < here(); ++i) {
      Step& s = out_.steps[i];
      if (s.op == Op::split) {
        ++s.a;
        ++s.b;
      } else if (s.op == Op::jump) {
        ++s.a;
      }
    }
    if (has_anchor_ && out_.anchor >= begin) ++out_.anchor;
  }

  Width element(int depth) {
    const bool anchor = eat("@");
    const char c = peek();
    Width width;
    if (anchor && c != '"' && c != '<') fail("@ stands before a \"word\" or a <class>");
    if (c == '"') {
      width = word(anchor);
    } else if (c == '<') {
      width = arc(anchor);
    } else if (c == '{') {
      width = capture(depth);
    } else if (c == '(') {
      width = group(depth);
    } else if (eat("..")) {
      width = gap();
    } else if (eat("!")) {
      look_ahead(Op::not_arc, Op::not_word);
    } else if (eat("&")) {
      look_ahead(Op::is_arc, Op::is_word);
    } else if (eat("~")) {
      emit(Op::glued);
    } else if (eat("^")) {
      emit(Op::start);
    } else if (eat("$")) {
      emit(Op::finish);
    } else {
      fail(
          "expected an element: \"word\", <class>, {name: …}, ( | ), ..n, !<class>, &<class>, ~, ^ "
          "or $");
    }
    return width;
  }

  void set_anchor(std::uint32_t step) {
    if (has_anchor_) return fail("a second anchor; one element of a pattern bears @");
    has_anchor_ = true;
    out_.anchor = step;
    anchor_before_ = before_;
  }

  void first_as_anchor() {
    for (std::uint32_t i = 0; i < here(); ++i) {
      const Op op = out_.steps[i].op;
      if (op == Op::split || op == Op::gap) break;
      if (op != Op::word && op != Op::arc) continue;
      out_.anchor = i;
      has_anchor_ = true;
      return;
    }
    fail("no anchor: put @ before the element that a sentence must have");
  }

  std::vector<std::string> quoted_words() {
    ++at_;
    std::vector<std::string> words;
    std::string current;
    while (at_ < source_.size() && source_[at_] != '"') {
      if (source_[at_] == ' ') {
        if (!current.empty()) words.push_back(std::move(current));
        current.clear();
      } else {
        current += source_[at_];
      }
      ++at_;
    }
    if (at_ >= source_.size()) {
      fail("a quotation mark isn't closed");
    } else {
      ++at_;
    }
    if (!current.empty()) words.push_back(std::move(current));
    if (words.empty()) fail("an empty word");
    return words;
  }
  std::uint32_t word_index(const std::string& w) {
    out_.words.push_back(w);
    return static_cast<std::uint32_t>(out_.words.size() - 1);
  }
  Width word(bool anchor) {
    const auto words = quoted_words();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto step = emit(Op::word, word_index(words[i]));
      if (anchor && i == 0) set_anchor(step);
    }
    const auto n = static_cast<std::uint32_t>(words.size());
    return {n, n};
  }

  Width arc(bool anchor) {
    const std::uint32_t test = arc_test();
    const auto step = emit(Op::arc, test);
    if (anchor) set_anchor(step);
    const bool one = !out_.tests.empty() && out_.tests.back().built_in != ArcTest::BuiltIn::none;
    return {1, one ? 1 : kLongestArc};
  }

  std::uint32_t arc_test() {
    eat("<");
    ArcTest test;
    std::string cls = name();
    if (cls.empty()) fail("a class name is missing after '<'");
    test.built_in = built_in(cls);
    test.cls = symbols_.intern(cls);
    if (eat("=")) test.features.push_back({test.cls, values(), false});
    while (error_.empty() && peek() != '>') feature(test);
    eat(">");
    out_.tests.push_back(std::move(test));
    return static_cast<std::uint32_t>(out_.tests.size() - 1);
  }

  static ArcTest::BuiltIn built_in(const std::string& cls) {
    using B = ArcTest::BuiltIn;
    if (cls == "word") return B::word;
    if (cls == "capital") return B::capital;
    if (cls == "caps") return B::caps;
    if (cls == "digits") return B::digits;
    if (cls == "punct") return B::punct;
    if (cls == "unknown") return B::unknown;
    return B::none;
  }

  std::vector<Symbol> values() {
    std::vector<Symbol> all;
    do {
      const std::string v = name();
      if (v.empty()) fail("a value is missing after '='");
      all.push_back(symbols_.intern(v));
    } while (error_.empty() && at_ < source_.size() && source_[at_] == '|' && ++at_);
    return all;
  }

  void feature(ArcTest& test) {
    if (at_ >= source_.size()) return fail("'<' isn't closed");
    const bool negated = eat("!");
    const std::string key = name();
    if (key.empty()) return fail("a feature name is missing");
    if (!eat("=")) {
      test.features.push_back({symbols_.intern(key), {}, negated});
      return;
    }
    if (key == "min" || key == "max" || key == "digits") return number(test, key);
    test.features.push_back({symbols_.intern(key), values(), negated});
  }

  void number(ArcTest& test, const std::string& key) {
    const std::string text = name();
    std::int64_t value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{})
      return fail(key + "= needs a whole number");
    if (key == "min") test.min = value;
    if (key == "max") test.max = value;
    if (key == "digits") test.digits = static_cast<int>(value);
  }

  Width capture(int depth) {
    eat("{");
    blanks();
    const std::string label = name();
    if (label.empty() || !eat(":")) {
      fail("a capture is {name: …}");
      return {};
    }
    auto it = std::find(out_.captures.begin(), out_.captures.end(), label);
    const auto index = static_cast<std::uint32_t>(it - out_.captures.begin());
    if (it == out_.captures.end()) {
      if (index == kMostCaptures)
        fail("a pattern has at most " + std::to_string(kMostCaptures) + " captures");
      out_.captures.push_back(label);
      out_.capture_names.push_back(symbols_.intern(label));
    }
    emit(Op::save_begin, index);
    const Width width = sequence(depth + 1);
    if (!eat("}")) fail("'{' isn't closed");
    emit(Op::save_end, index);
    return width;
  }

  // ( a | b | c ): split → a, jump end; split → b, jump end; c
  Width group(int depth) {
    eat("(");
    std::vector<std::uint32_t> jumps;
    Width total{UINT32_MAX, 0};
    while (error_.empty()) {
      const auto split = emit(Op::split, here() + 1, 0);
      const Width one = sequence(depth + 1);
      total = {std::min(total.min, one.min), std::max(total.max, one.max)};
      if (!eat("|")) {
        // the last alternative needs no choice: make its split fall through twice
        out_.steps[split].b = out_.steps[split].a;
        break;
      }
      jumps.push_back(emit(Op::jump, 0));
      out_.steps[split].b = here();
    }
    if (!eat(")")) fail("'(' isn't closed");
    for (const auto j : jumps) out_.steps[j].a = here();
    return total;
  }

  Width gap() {
    const std::string digits = name();
    std::uint32_t n = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), n).ec != std::errc{} ||
        n == 0 || n > 40) {
      fail("a gap is ..n with n from 1 to 40");
      return {};
    }
    std::vector<std::uint32_t> stops;
    while (error_.empty() && source_.substr(at_, 2) == "!<") {
      ++at_;
      stops.push_back(arc_test());
    }
    ArcTest stop;
    stop.cls = symbols_.intern("stop");
    out_.tests.push_back(stop);
    stops.push_back(static_cast<std::uint32_t>(out_.tests.size() - 1));
    out_.stops.push_back(std::move(stops));
    emit(Op::gap, static_cast<std::uint32_t>(out_.stops.size() - 1), n);
    return {0, n};
  }

  void look_ahead(Op arc, Op word) {
    const char c = peek();
    if (c == '<') {
      emit(arc, arc_test());
    } else if (c == '"') {
      const auto words = quoted_words();
      if (!words.empty()) emit(word, word_index(words.front()));
    } else {
      fail("after '!' or '&' stands a <class> or a \"word\"");
    }
  }

  std::string_view source_;
  Symbols& symbols_;
  const std::string& where_;
  std::size_t at_ = 0;
  std::string error_;
  Pattern out_;
  bool has_anchor_ = false;
  Width before_, anchor_before_;
};

}  // namespace

Result<Pattern> compile_pattern(std::string_view source, Symbols& symbols,
                                const std::string& where) {
  return Compiler(source, symbols, where).run();
}

}  // namespace recount
