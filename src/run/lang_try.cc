#include <algorithm>
#include <set>

#include "src/claims/claims.h"
#include "src/mentions/mentions.h"
#include "src/run/lang_check.h"
#include "src/run/lang_example.h"
#include "src/run/lang_near.h"

namespace recount {
namespace {

constexpr std::size_t kNearestTold = 5;

// A sentence in all its stages, as its author looks at them.
class Trying {
 public:
  Trying(const Languages& languages, const Places& places, const std::string& code,
         const Trial& trial)
      : trial_(trial), pack_(*languages.pack(code)) {
    record_.document = run::example_document(code, trial.text, trial.published);
    const Document& d = record_.document;
    bare_ = std::make_unique<Words>(d.text, d.blocks, pack_);
    words_ = std::make_unique<Words>(d.text, d.blocks, pack_);
    auto day = d.published;
    mentions_ = run::given_by(find_mentions(*words_, d, places, day));
    find_claims(languages, places, record_);
  }

  std::string all() {
    std::string out = "tokens and readings\n";
    show_tokens(out);
    out += "mentions\n";
    for (const run::Given& given : mentions_) show(given, out);
    out += "rules that match\n";
    show_matches(out);
    out += "claims\n";
    show_claims(out);
    out += "numbers left out\n";
    for (const LeftOut& l : record_.left_out)
      out += "  '" + words_at(l.span) + "' " + std::string(name_of(l.reason)) + meaning(l) + "\n";
    out += "rules that nearly match: how far they came, and what failed where\n";
    show_lacking(out);
    return out;
  }

  // One rule in full.
  LangReport one(const Rule& rule) {
    LangReport report;
    report.text = rule.name + "  (" + rule.file + ":" + std::to_string(rule.line) + ")\n";
    for (std::size_t i = 0; i < rule.patterns.size(); ++i)
      for (const Sentence& s : words_->sentences()) show_pattern(rule, i, s, report.text);
    for (const run::Given& given : mentions_)
      if (given.rule == rule.name) show(given, report.text);
    for (const Claim& c : record_.claims)
      if (c.rule == rule.name) report.text += "  gave a claim: '" + words_at(c.span) + "'\n";
    return report;
  }

  const Rule* named_rule() const {
    const std::string full = pack_.summary.code + "/" + trial_.rule;
    for (const Rule& rule : pack_.rules)
      if (rule.name == trial_.rule || rule.name == full) return &rule;
    return nullptr;
  }

 private:
  std::string words_at(Span s) const { return std::string(words_->words(s)); }

  // Numbers that became times and quantities are hidden from the rules that follow.
  const Words& words_for(const Rule& rule) const {
    const std::string_view kind = pack_.symbols.name(rule.kind);
    return kind == "time" || kind == "quantity" ? *bare_ : *words_;
  }

  void show(const run::Given& given, std::string& out) const {
    out += "  " + given.what + " '" + words_at(given.span) + "'";
    for (const auto& [field, value] : given.fields)
      if (value != "null" && !value.empty()) out += " " + field + "=" + value;
    out += given.rule.empty() ? "\n" : "  by " + given.rule + "\n";
  }

  void show_tokens(std::string& out) const {
    for (std::uint32_t i = 0; i < words_->tokens().size(); ++i) {
      out += "  " + words_at(words_->tokens()[i].span);
      for (std::uint32_t a = words_->first_arc(i); a != kNoArc; a = words_->arcs()[a].next)
        out += "  <" + run::arc_text(*words_, words_->arcs()[a]) + ">";
      out += "\n";
    }
  }

  static void show_match(const Words& words, const RuleMatch& m, std::string& out) {
    const auto text = [&](std::uint32_t first, std::uint32_t last) {
      return "'" + std::string(words.words(words.span(first, last))) + "'";
    };
    out += "  " + m.rule->name + "  " + text(m.match.first, m.match.last);
    for (std::size_t i = 0; i < m.pattern->captures.size(); ++i)
      if (const CaptureRun& c = m.match.captures[i]; c.taken())
        out += "  " + m.pattern->captures[i] + "=" + text(c.first, c.last);
    out += "\n";
  }

  // Those of frames.rules: what matches needn't be taken, where another rule's reading is better.
  void show_matches(std::string& out) const {
    std::set<std::string> kinds;
    for (const Rule& r : pack_.rules)
      if (&words_for(r) == words_.get()) kinds.insert(std::string(pack_.symbols.name(r.kind)));
    std::set<std::string> told;
    for (const std::string& kind : kinds)
      for (const Sentence& s : words_->sentences())
        pack_.index(pack_.symbols.find(kind))
            .for_each(*words_, s.first, s.last, [&](const RuleMatch& m) {
              std::string text;
              show_match(*words_, m, text);
              if (told.insert(text).second) out += text;
            });
  }

  void show_claims(std::string& out) const {
    for (const Claim& c : record_.claims) {
      out += "  " + std::string(name_of(c.kind)) + " '" + words_at(c.span) + "'";
      for (const auto& [field, value] : run::fields_of(c)) out += " " + field + "=" + value;
      out += "  by " + c.rule + "\n";
    }
  }

  bool matches(const Rule& rule, const Sentence& s) const {
    const Words& words = words_for(rule);
    bool any = false;
    for (const Pattern& pattern : rule.patterns)
      plain::match_all(words, pattern, s.first, s.last, [&](const Match&) { any = true; });
    return any;
  }

  static bool without_figure(const LeftOut& l) {
    return l.reason == LeftOutReason::statistic || l.reason == LeftOutReason::undecided;
  }
  static std::string meaning(const LeftOut& l) {
    if (l.reason == LeftOutReason::statistic)
      return ": people stand behind it, but no rule says what happened to them";
    if (l.reason == LeftOutReason::undecided)
      return ": no rule says what it counts, or what happened";
    return "";
  }

  // Why has this number no figure; why is this figure on nobody's word.
  void show_lacking(std::string& out) const {
    bool any = false;
    for (const LeftOut& l : record_.left_out)
      if (without_figure(l)) show_number(l.span, out), any = true;
    for (const Sentence& s : words_->sentences())
      if (says(s) && !matches_kind("saying", s)) show_sayings(s, out), any = true;
    if (any) return;
    const bool numbers = !record_.claims.empty() || !record_.left_out.empty();
    out +=
        numbers
            ? "  nothing lacks: each number is a figure or has its reason; --rule NAME shows one\n"
            : "  no number was found: its word may lack in words.txt\n";
  }

  void show_number(Span number, std::string& out) const {
    const std::uint32_t at = words_->token_at(number.begin);
    const Sentence& s = words_->sentences()[words_->sentence_of(at)];
    out += "  '" + words_at(number) + "'\n";
    std::vector<run::NearMiss> nearest;
    for (const Rule& rule : pack_.rules) {
      if (pack_.symbols.name(rule.kind) != "figure") continue;
      add_best(rule, nearest,
               [&](std::size_t i) { return run::near_miss_at(*words_, rule, i, s, at); });
    }
    show_between(at, s, out);
    show_nearest(std::move(nearest), out);
  }

  // The words without a reading between a number and the cue that is nearest to it.
  void show_between(std::uint32_t at, const Sentence& s, std::string& out) const {
    std::optional<std::uint32_t> cue;
    const auto far = [&](std::uint32_t i) { return i > at ? i - at : at - i; };
    for (std::uint32_t i = s.first; i < s.last; ++i)
      if (is(i, "cue") && (!cue || far(i) < far(*cue))) cue = i;
    if (!cue) {
      out += "    no word of its sentence is of class <cue>, which says what happened\n";
      return;
    }
    std::string unread;
    std::uint32_t read_to = 0;  // behind the terms so far
    for (std::uint32_t i = s.first; i < std::max(at, *cue); ++i) {
      for (std::uint32_t a = words_->first_arc(i); a != kNoArc; a = words_->arcs()[a].next)
        read_to = std::max(read_to, i + words_->arcs()[a].size);
      if (i >= std::min(at, *cue) && i >= read_to && words_->tokens()[i].kind == TokenKind::word)
        unread += " '" + words_at(words_->tokens()[i].span) + "'";
    }
    if (!unread.empty())
      out += "    without a reading before '" + words_at(words_->tokens()[*cue].span) +
             "' <cue>:" + unread + "\n";
  }

  bool is(std::uint32_t token, std::string_view cls) const {
    const Symbol wanted = pack_.symbols.find(cls);
    for (std::uint32_t a = words_->first_arc(token); a != kNoArc; a = words_->arcs()[a].next)
      if (words_->arcs()[a].cls == wanted && wanted != kNoSymbol) return true;
    return false;
  }
  bool says(const Sentence& s) const {
    for (std::uint32_t i = s.first; i < s.last; ++i)
      if (is(i, "say") || is(i, "according")) return true;
    return false;
  }
  bool matches_kind(std::string_view kind, const Sentence& s) const {
    return std::ranges::any_of(pack_.rules, [&](const Rule& rule) {
      return pack_.symbols.name(rule.kind) == kind && matches(rule, s);
    });
  }

  void show_sayings(const Sentence& s, std::string& out) const {
    out += "  on nobody's word: '" + words_at(words_->span(s.first, s.last)) + "'\n";
    std::vector<run::NearMiss> nearest;
    for (const Rule& rule : pack_.rules) {
      if (pack_.symbols.name(rule.kind) != "saying") continue;
      add_best(rule, nearest,
               [&](std::size_t i) { return run::near_miss(*words_, rule, i, s.first, s.last); });
    }
    show_nearest(std::move(nearest), out);
  }

  void show_nearest(std::vector<run::NearMiss> nearest, std::string& out) const {
    std::ranges::stable_sort(nearest, [](const run::NearMiss& a, const run::NearMiss& b) {
      return distance(a) < distance(b);
    });
    for (std::size_t i = 0; i < std::min(nearest.size(), kNearestTold); ++i)
      out += run::told(words_for(*nearest[i].rule), nearest[i]);
    if (nearest.size() > kNearestTold)
      out += "    and " + std::to_string(nearest.size() - kNearestTold) +
             " farther ones; --rule NAME shows one in full\n";
  }

  // What lacks weighs twice what matched: one of two is farther than one of four.
  static int distance(const run::NearMiss& miss) {
    return 2 * static_cast<int>(miss.lacking) - static_cast<int>(miss.matched);
  }

  // The nearest of the rule's patterns; `miss_of` gives that of one.
  template <class MissOf>
  static void add_best(const Rule& rule, std::vector<run::NearMiss>& out, MissOf&& miss_of) {
    std::optional<run::NearMiss> best;
    for (std::size_t i = 0; i < rule.patterns.size(); ++i) {
      std::optional<run::NearMiss> miss = miss_of(i);
      if (miss && (!best || miss->lacking < best->lacking)) best = std::move(miss);
    }
    if (best) out.push_back(std::move(*best));
  }

  void show_pattern(const Rule& rule, std::size_t i, const Sentence& s, std::string& out) const {
    const Words& words = words_for(rule);
    const Pattern& pattern = rule.patterns[i];
    const std::string number = "  pattern " + std::to_string(i + 1) + ": ";
    if (!run::has_anchor(words, pattern, s.first, s.last)) {
      out += number + "its anchor " + run::element_text(words, pattern, pattern.anchor) +
             " doesn't stand in the sentence\n";
      return;
    }
    bool any = false;
    plain::match_all(words, pattern, s.first, s.last, [&](const Match& m) {
      out += number + "matches\n  ";
      show_match(words, {&rule, &pattern, m}, out);
      any = true;
    });
    if (any) return;
    const auto miss = run::near_miss(words, rule, i, s.first, s.last);
    out += miss ? run::told(words, *miss) : number + "its first element is nowhere\n";
  }

  const Trial& trial_;
  const Pack& pack_;
  DocumentRecord record_;
  std::unique_ptr<Words> bare_, words_;  // without and with mentions
  std::vector<run::Given> mentions_;
};

}  // namespace

LangReport lang_try(const Languages& languages, const Places& places, const std::string& code,
                    const Trial& trial) {
  Trying trying(languages, places, code, trial);
  if (trial.rule.empty()) return {trying.all(), true};
  if (const Rule* rule = trying.named_rule()) return trying.one(*rule);
  return {"no rule of " + code + " is called '" + trial.rule + "'\n", false};
}

}  // namespace recount
