// Rules with their examples. A head line at the left margin: kind name feature…; indented below it
// patterns, "+ example", "! counter-example".
#include <charconv>
#include <unordered_set>

#include "src/language/pack_reader.h"
#include "src/language/tokenizer.h"

namespace recount {
namespace {

class RuleReader {
 public:
  RuleReader(const PackFile& file, Pack& pack) : file_(file), pack_(pack) {
    for (const Rule& rule : pack.rules) names_.insert(rule.name);
  }

  std::optional<Error> read() {
    for (const PackLine& line : file_.lines()) {
      if (error_) break;
      if (!line.indented)
        head(line);
      else if (head_.empty())
        fail(line.text, "an indented line without a rule before it; a rule begins at the margin");
      else if (is_example(line.text))
        example(line);
      else
        pattern(line);
    }
    end_rule();
    return std::move(error_);
  }

 private:
  void fail(std::string_view part, const std::string& what) {
    if (!error_) error_ = file_.error(part, what);
  }
  static bool is_example(std::string_view text) {
    return (text.starts_with('+') || text.starts_with('!')) && text.substr(1).starts_with(' ');
  }

  void end_rule() {
    if (!head_.empty() && pack_.rules.back().patterns.empty())
      fail(head_,
           "rule " + pack_.rules.back().name + " has no pattern; write one below it, indented");
  }

  void head(const PackLine& line) {
    end_rule();
    split_fields(line.text, fields_);
    if (fields_.size() < 2) return fail(line.text, "a rule begins with: kind name feature …");
    Rule rule;
    rule.kind = pack_.symbols.intern(fields_[0]);
    rule.name = pack_.summary.code + "/" + std::string(fields_[1]);
    rule.order = static_cast<std::uint32_t>(pack_.rules.size());
    rule.file = file_.name();
    rule.line = line.number;
    if (!names_.insert(rule.name).second)
      return fail(fields_[1], "rule '" + rule.name + "' stands twice; give one another name");
    for (std::size_t i = 2; i < fields_.size(); ++i) feature(fields_[i], rule);
    pack_.rules.push_back(std::move(rule));
    head_ = line.text;
  }

  void feature(std::string_view text, Rule& rule) {
    const std::size_t equals = std::min(text.find('='), text.size());
    const std::string_view key = text.substr(0, equals);
    const std::string_view value = text.substr(std::min(equals + 1, text.size()));
    if (key != "rank") {
      rule.features.push_back({pack_.symbols.intern(key), pack_.symbols.intern(value)});
      return;
    }
    const char* const end = value.data() + value.size();
    const auto [stop, bad] = std::from_chars(value.data(), end, rule.rank);
    if (bad != std::errc{} || stop != end || rule.rank < 0)
      fail(text, "a rank is a whole number, the lowest first: rank=1");
  }

  void pattern(const PackLine& line) {
    auto pattern = compile_pattern(line.text, pack_.symbols, "");
    if (!pattern) return pattern_error(line, pattern.error().message);
    for (std::string& word : pattern->words) {
      word = fold_word(word, pack_);
      pack_.lexicon.intern(word);
    }
    pack_.rules.back().patterns.push_back(std::move(*pattern));
  }

  // ": column 8: what", counted in the pattern's bytes
  void pattern_error(const PackLine& line, std::string_view message) {
    constexpr std::string_view kColumn = ": column ";
    std::size_t column = 1;
    if (message.starts_with(kColumn)) {
      message.remove_prefix(kColumn.size());
      std::from_chars(message.data(), message.data() + message.size(), column);
      message.remove_prefix(std::min(message.size(), message.find(": ") + 2));
    }
    fail(line.text.substr(std::min(column - 1, line.text.size())),
         std::string(message) + "; see languages/README.md, 'Patterns'");
  }

  // + (2020-02-29) text with [the span]   => field=value field=value
  void example(const PackLine& line) {
    Example e;
    e.negative = line.text.front() == '!';
    e.line = line.number;
    std::string_view text = trimmed_blanks(line.text.substr(1));
    if (text.starts_with("(") && text.size() > 12 && text[11] == ')') {
      e.reference = text.substr(1, 10);
      text = trimmed_blanks(text.substr(12));
    }
    if (const std::size_t arrow = text.rfind("=>"); arrow != std::string_view::npos) {
      expected(text.substr(arrow + 2), e);
      text = trimmed_blanks(text.substr(0, arrow));
    }
    const std::size_t open = text.find('['), close = text.find(']');
    const bool marked =
        open != std::string_view::npos && close != std::string_view::npos && open < close;
    if (!marked && !e.negative) return fail(text, "an example marks its span in [brackets]");
    e.text = text;
    if (marked) {
      e.text.erase(close, 1).erase(open, 1);
      e.marked = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 1)};
    }
    pack_.rules.back().examples.push_back(std::move(e));
  }

  void expected(std::string_view text, Example& e) {
    split_fields(text, fields_);
    for (const std::string_view one : fields_) {
      const std::size_t equals = one.find('=');
      if (equals == std::string_view::npos) return fail(one, "after => stands field=value …");
      e.expected.emplace_back(std::string(one.substr(0, equals)),
                              std::string(one.substr(equals + 1)));
    }
  }

  const PackFile& file_;
  Pack& pack_;
  std::unordered_set<std::string> names_;
  std::vector<std::string_view> fields_;
  std::string_view head_;  // of the rule that is read
  std::optional<Error> error_;
};

}  // namespace

std::optional<Error> read_rules(const PackFile& file, Pack& pack) {
  return RuleReader(file, pack).read();
}

}  // namespace recount
