#include <algorithm>
#include <set>

#include "src/claims/claims.h"
#include "src/mentions/mentions.h"
#include "src/run/lang_check.h"
#include "src/run/lang_example.h"
#include "src/run/lang_near.h"

namespace recount {
namespace {

constexpr std::size_t kNearestTold = 8;

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
      out += "  '" + words_at(l.span) + "' " + std::string(name_of(l.reason)) + "\n";
    out += "rules that nearly match: how far they came, and what failed where\n";
    show_nearest(out);
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
        pack_.index(kind).for_each(*words_, s.first, s.last, [&](const RuleMatch& m) {
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

  void show_nearest(std::string& out) const {
    std::vector<run::NearMiss> nearest;
    for (const Sentence& s : words_->sentences())
      for (const Rule& rule : pack_.rules)
        if (!matches(rule, s)) add_nearest(rule, s, nearest);
    std::ranges::stable_sort(nearest, [](const run::NearMiss& a, const run::NearMiss& b) {
      return distance(a) < distance(b);
    });
    for (std::size_t i = 0; i < std::min(nearest.size(), kNearestTold); ++i)
      out += run::told(words_for(*nearest[i].rule), nearest[i]);
    if (nearest.size() > kNearestTold)
      out += "  and " + std::to_string(nearest.size() - kNearestTold) +
             " farther ones; --rule NAME shows one in full\n";
  }

  // What lacks weighs twice what matched: one of two is farther than one of four.
  static int distance(const run::NearMiss& miss) {
    return 2 * static_cast<int>(miss.lacking) - static_cast<int>(miss.matched);
  }

  // The nearest of the rule's patterns.
  void add_nearest(const Rule& rule, const Sentence& s, std::vector<run::NearMiss>& out) const {
    std::optional<run::NearMiss> best;
    for (std::size_t i = 0; i < rule.patterns.size(); ++i) {
      auto miss = run::near_miss(words_for(rule), rule, i, s.first, s.last);
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
