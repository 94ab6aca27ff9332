#include "src/run/lang_check.h"

#include <algorithm>
#include <optional>

#include "src/base/base.h"
#include "src/claims/claims.h"
#include "src/mentions/mentions.h"
#include "src/run/lang_ambiguity.h"
#include "src/run/lang_example.h"
#include "src/run/lang_meanings.h"
#include "src/run/lang_slips.h"

namespace recount {
namespace {

using run::Fields;
using run::Given;

// Runs the examples that stand beside the rules.
class Checker {
 public:
  Checker(const Languages& languages, const Places& places, const std::string& code)
      : languages_(languages), places_(places), code_(code), pack_(*languages.pack(code)) {}

  LangReport run() {
    for (const Rule& rule : pack_.rules)
      for (const Example& e : rule.examples) check(rule, e);
    std::size_t bare = 0;
    for (const Rule& rule : pack_.rules) bare += rule.examples.empty();
    report_.text += code_ + ": " + std::to_string(pack_.rules.size()) + " rules, " +
                    std::to_string(pack_.lexicon.size()) + " forms, " + std::to_string(examples_) +
                    " examples, " + std::to_string(failures_) + " fail";
    if (bare) report_.text += "; " + std::to_string(bare) + " rules have no example (--coverage)";
    report_.text += "\n";
    report_.ok = failures_ == 0;
    return std::move(report_);
  }

 private:
  std::vector<Given> outcomes(const Rule& rule, const Example& e) {
    DocumentRecord record;
    record.document = run::example_document(code_, e.text, e.reference);
    Words words(record.document.text, record.document.blocks, pack_);
    auto published = record.document.published;
    const Found found = find_mentions(words, record.document, places_, published);
    std::vector<Given> out = run::given_by(found);
    const std::string_view kind = pack_.symbols.name(rule.kind);
    if (kind == "place")  // what the gazetteer lacks was found by such a rule
      for (const PlaceRun& r : found.places)
        if (r.mention.id.empty()) out.push_back({"place", rule.name, r.mention.span, {}});
    if (run::only_matches(kind)) add_matches(words, kind, e, out);
    if (run::gives_nothing(rule, pack_)) add_taken(rule, e, out);
    find_claims(languages_, places_, record);
    for (Given& given : run::given_by(record)) out.push_back(std::move(given));
    for (const Claim& c : record.claims) out.push_back({"", c.rule, c.span, run::fields_of(c)});
    if (kind == "scope" && !e.negative) add_scoped(words, rule, record, out);
    if (only_ties(kind) && !e.negative) add_tied(words, rule, record, out);
    return out;
  }

  static bool only_ties(std::string_view kind) {
    return kind == "part" || kind == "previous" || kind == "former" || kind == "share";
  }

  // A figure that the rule ties to another, though a rule of figures has read it.
  static void add_tied(const Words& words, const Rule& rule, const DocumentRecord& record,
                       std::vector<Given>& out) {
    const auto claims = run::given_by(record);
    auto add = [&](const RuleMatch& match) {
      if (match.rule != &rule) return;
      const CaptureRun* figure = match.capture("figure");
      if (!figure) return;
      const auto it =
          std::ranges::find(claims, words.span(figure->first, figure->last), &Given::span);
      if (it != claims.end()) out.push_back({it->what, rule.name, it->span, it->fields});
    };
    for (const Sentence& s : words.sentences())
      words.pack().index(rule.kind).for_each(words, s.first, s.last, add);
  }

  // Where a scope matches: the figures, whole claims and numbers left out of its sentence.
  static void add_scoped(const Words& words, const Rule& rule, const DocumentRecord& record,
                         std::vector<Given>& out) {
    std::vector<Given> told = run::given_by(record);
    for (Given& g : told)
      if (g.whole.size() > 0) g.span = g.whole;
    for (Given& g : run::given_by_left_out(record, {})) told.push_back(std::move(g));
    for (const Sentence& s : words.sentences())
      words.pack().index("scope").for_each(words, s.first, s.last, [&](const RuleMatch& m) {
        if (m.rule != &rule) return;
        for (Given& g : told)
          if (words.span(s.first, s.last).contains(g.span))
            out.push_back({g.what, rule.name, g.span, g.fields});
      });
  }

  // The words that a rule takes that gives nothing, before anything else is found.
  void add_taken(const Rule& rule, const Example& e, std::vector<Given>& out) const {
    const Document document = run::example_document(code_, e.text, e.reference);
    const Words words(document.text, document.blocks, pack_);
    for (const Sentence& s : words.sentences())
      pack_.index(rule.kind).for_each(words, s.first, s.last, [&](const RuleMatch& m) {
        if (m.rule != &rule) return;
        const CaptureRun* it = m.capture("it");
        out.push_back(
            {"time",
             rule.name,
             it ? words.span(it->first, it->last) : words.span(m.match.first, m.match.last),
             {}});
      });
  }

  // Rules that give nothing of their own must match around the marked words.
  static void add_matches(const Words& words, std::string_view kind, const Example& e,
                          std::vector<Given>& out) {
    for (const Sentence& s : words.sentences())
      words.pack()
          .index(words.pack().symbols.find(kind))
          .for_each(words, s.first, s.last, [&](const RuleMatch& m) {
            Span span = words.span(m.match.first, m.match.last);
            if (span.contains(e.marked) && !e.negative) span = e.marked;
            out.push_back({std::string(kind), m.rule->name, span, {}});
          });
  }

  // The words that the rule matches, also where another rule's reading of them is taken: the
  // numbers of times and quantities stand open for rules of these.
  std::optional<Span> matched(const Rule& rule, const Example& e) const {
    Document document = run::example_document(code_, e.text, e.reference);
    Words words(document.text, document.blocks, pack_);
    const std::string_view kind = pack_.symbols.name(rule.kind);
    auto published = document.published;
    if (kind != "time" && kind != "quantity") find_mentions(words, document, places_, published);
    std::optional<Span> out;
    for (const Sentence& s : words.sentences())
      for (const Pattern& pattern : rule.patterns)
        plain::match_all(words, pattern, s.first, s.last,
                         [&](const Match& m) { out = words.span(m.first, m.last); });
    return out;
  }

  void check(const Rule& rule, const Example& e) {
    ++examples_;
    const std::string where = rule.file + ":" + std::to_string(e.line) + ": " + rule.name + ": ";
    if (e.negative)
      if (const auto span = matched(rule, e))
        return fail(where + "matches '" + words_of(e, *span) + "' and mustn't");
    std::string got;
    for (const Given& o : outcomes(rule, e)) {
      if (o.rule != rule.name) {
        if (o.span == e.marked && !e.negative) got += " (" + o.rule + " took these words)";
        continue;
      }
      if (e.negative) return fail(where + "matches '" + words_of(e, o.span) + "' and mustn't");
      if (o.span != e.marked) {
        got += " (it gave '" + words_of(e, o.span) + "')";
        continue;
      }
      const std::string wrong = run::difference(o.fields, e.expected);
      if (wrong.empty()) return;
      got += wrong;
    }
    if (!e.negative) fail(where + "doesn't give '" + words_of(e, e.marked) + "'" + got);
  }

  static std::string words_of(const Example& e, Span s) { return e.text.substr(s.begin, s.size()); }

  void fail(const std::string& text) {
    ++failures_;
    report_.text += text + "\n";
  }

  const Languages& languages_;
  const Places& places_;
  const std::string code_;
  const Pack& pack_;
  LangReport report_;
  std::size_t examples_ = 0, failures_ = 0;
};

}  // namespace

LangReport lang_check(const Languages& languages, const Places& places, const std::string& code) {
  LangReport report = Checker(languages, places, code).run();
  for (const LangReport& more :
       {run::check_meanings(languages, places, code), run::check_ambiguity(*languages.pack(code)),
        run::check_slips(*languages.pack(code))}) {
    report.text += more.text;
    report.ok &= more.ok;
  }
  return report;
}

}  // namespace recount
