#include "src/run/lang_check.h"

#include <map>
#include <set>

#include "src/claims/claims.h"
#include "src/language/language.h"
#include "src/mentions/mentions.h"

namespace recount {
namespace {

Document document_of(const std::string& code, const std::string& text,
                     const std::string& published) {
  Document d;
  d.id = "example";
  d.language = code;
  d.text = text;
  Block block;
  block.span = {0, static_cast<std::uint32_t>(text.size())};
  if (!text.empty()) d.blocks.push_back(block);
  if (!published.empty()) {
    Stamp s;
    s.value = published;
    s.evidence = "given";
    d.published = s;
  }
  return d;
}

std::string number(const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : "null"; }

using Fields = std::map<std::string, std::string, std::less<>>;
// What a rule gave: its span and its fields as text.
struct Outcome {
  std::string rule;
  Span span;
  Fields fields;
};

std::string underscored(std::string s) {
  for (char& c : s)
    if (c == ' ') c = '_';
  return s;
}

Fields fields_of(const QuantityMention& q) {
  return {{"low", number(q.low)},
          {"high", number(q.high)},
          {"qualifier", std::string(name_of(q.qualifier))},
          {"unit", q.unit},
          {"magnitude", std::to_string(q.magnitude)}};
}

void add_mentions(const Found& found, std::vector<Outcome>& out) {
  for (const FoundTime& t : found.times)
    out.push_back({t.mention.rule,
                   t.mention.span,
                   {{"type", std::string(name_of(t.mention.type))},
                    {"value", t.mention.value},
                    {"grain", t.mention.grain},
                    {"anchor", t.mention.anchor.value_or("null")},
                    {"shift", t.mention.shift.value_or("null")},
                    {"from", t.mention.from.value_or("null")},
                    {"to", t.mention.to.value_or("null")}}});
  for (const FoundQuantity& q : found.quantities) {
    Fields fields = fields_of(q.mention);
    fields["reason"] = q.reason ? std::string(name_of(*q.reason)) : "null";
    fields["article"] = q.article ? "true" : "null";
    out.push_back({q.mention.rule, q.mention.span, std::move(fields)});
  }
  for (const FoundActor& a : found.actors)
    out.push_back({a.rule,
                   a.mention.span,
                   {{"kind", std::string(name_of(a.mention.kind))},
                    {"name", underscored(a.mention.name)},
                    {"key", underscored(a.mention.key)},
                    {"proper", a.mention.proper ? "true" : "null"}}});
}

// Of its kind: a figure has no event and no field of a person.
Fields fields_of(const Claim& c) {
  Fields f{{"modality", std::string(name_of(c.modality))},
           {"claimant", underscored(c.claimant.name.value_or("null"))},
           {"kind", std::string(name_of(c.claimant.kind))},
           {"when", c.when ? c.when->value : "null"},
           {"place", c.place ? underscored(c.place->name) : "null"}};
  if (c.kind == ClaimKind::occurrence) f["event"] = name_of(c.event_kind);
  if (c.kind == ClaimKind::person) f["field"] = name_of(c.field);
  if (c.kind != ClaimKind::figure) return f;
  f["measure"] = name_of(c.measure);
  f["low"] = number(c.figure.low);
  f["high"] = number(c.figure.high);
  f["qualifier"] = name_of(c.figure.qualifier);
  return f;
}

void add_claims(const DocumentRecord& record, std::vector<Outcome>& out) {
  for (const Claim& c : record.claims) {
    out.push_back({c.rule, c.span, fields_of(c)});
    const Span key = c.kind == ClaimKind::figure   ? c.figure.span
                     : c.kind == ClaimKind::person ? c.person
                                                   : c.wording;
    if (key != c.span) out.push_back({c.rule, key, fields_of(c)});
  }
}

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
    if (bare) report_.text += "; " + std::to_string(bare) + " rules have no example";
    report_.text += "\n";
    report_.ok = failures_ == 0;
    return std::move(report_);
  }

 private:
  std::vector<Outcome> outcomes(const Rule& rule, const Example& e) {
    std::vector<Outcome> out;
    DocumentRecord record;
    record.document = document_of(code_, e.text, e.reference);
    Words words(record.document.text, record.document.blocks, pack_);
    auto published = record.document.published;
    const Found found = find_mentions(words, record.document, places_, published);
    add_mentions(found, out);
    const std::string_view kind = pack_.symbols.name(rule.kind);
    const bool loose = kind == "saying" || kind == "call" || kind == "as-of";
    if (kind == "place")  // what the gazetteer lacks was found by such a rule
      for (const PlaceRun& r : found.places)
        if (r.mention.id.empty()) out.push_back({rule.name, r.mention.span, {}});
    if (loose) {  // the rule must match around the marked words
      for (const Sentence& s : words.sentences())
        pack_.index(kind).for_each(words, s.first, s.last, [&](const RuleMatch& m) {
          Span span = words.span(m.match.first, m.match.last);
          if (span.contains(e.marked) && !e.negative) span = e.marked;
          out.push_back({m.rule->name, span, {}});
        });
    }
    find_claims(languages_, places_, record);
    add_claims(record, out);
    return out;
  }

  void check(const Rule& rule, const Example& e) {
    ++examples_;
    const std::string where = rule.file + ":" + std::to_string(e.line) + ": " + rule.name + ": ";
    std::string got;
    for (const Outcome& o : outcomes(rule, e)) {
      if (o.rule != rule.name) {
        if (o.span == e.marked && !e.negative) got += " (" + o.rule + " took these words)";
        continue;
      }
      if (e.negative) return fail(where + "matches '" + words_of(e, o.span) + "' and mustn't");
      if (o.span != e.marked) {
        got += " (it gave '" + words_of(e, o.span) + "')";
        continue;
      }
      const std::string wrong = difference(o, e);
      if (wrong.empty()) return;
      got += wrong;
    }
    if (!e.negative) fail(where + "doesn't give '" + words_of(e, e.marked) + "'" + got);
  }

  static std::string words_of(const Example& e, Span s) { return e.text.substr(s.begin, s.size()); }

  static std::string difference(const Outcome& o, const Example& e) {
    std::string out;
    for (const auto& [field, value] : e.expected) {
      const auto it = o.fields.find(field);
      if (it == o.fields.end())
        out += " (no field '" + field + "')";
      else if (it->second != value)
        out += " (" + field + " is " + it->second + ", not " + value + ")";
    }
    return out;
  }

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

std::string describe(const Words& words, const Arc& arc) {
  const Symbols& symbols = words.pack().symbols;
  std::string out(symbols.name(arc.cls));
  if (arc.cls == words.pack().number) out += "=" + std::to_string(arc.number / 1000);
  for (const Feature& f : arc.features) {
    out += f.key == arc.cls ? "" : " " + std::string(symbols.name(f.key));
    if (f.value != kNoSymbol) out += "=" + std::string(symbols.name(f.value));
  }
  if (arc.last > arc.first + 1) out += " (" + std::to_string(arc.last - arc.first) + " tokens)";
  return out;
}

void show_tokens(const Words& words, std::string& out) {
  for (std::uint32_t i = 0; i < words.tokens().size(); ++i) {
    out += "  " + std::string(words.words(words.tokens()[i].span));
    for (std::uint32_t a = words.first_arc(i); a != kNoArc; a = words.arcs()[a].next)
      out += "  <" + describe(words, words.arcs()[a]) + ">";
    out += "\n";
  }
}

// Rules that matched, and those whose anchor stood in the sentence in vain.
void show_rules(const Words& words, std::string& out) {
  std::set<std::string> kinds;
  for (const Rule& r : words.pack().rules)
    kinds.insert(std::string(words.pack().symbols.name(r.kind)));
  for (const std::string& kind : kinds)
    for (const Sentence& s : words.sentences())
      words.pack().index(kind).for_each(words, s.first, s.last, [&](const RuleMatch& m) {
        out += "  " + m.rule->name + "  '" +
               std::string(words.words(words.span(m.match.first, m.match.last))) + "'";
        for (std::size_t i = 0; i < m.pattern->captures.size(); ++i)
          if (const CaptureRun& c = m.match.captures[i]; c.taken())
            out += "  " + m.pattern->captures[i] + "='" +
                   std::string(words.words(words.span(c.first, c.last))) + "'";
        out += "\n";
      });
}

}  // namespace

LangReport lang_check(const Languages& languages, const Places& places, const std::string& code) {
  return Checker(languages, places, code).run();
}

LangReport lang_try(const Languages& languages, const Places& places, const std::string& code,
                    const std::string& text, const std::string& published) {
  LangReport report;
  DocumentRecord record;
  record.document = document_of(code, text, published);
  Words words(record.document.text, record.document.blocks, *languages.pack(code));
  auto day = record.document.published;
  find_mentions(words, record.document, places, day);
  report.text += "tokens and readings\n";
  show_tokens(words, report.text);
  report.text += "rules that match\n";
  show_rules(words, report.text);
  find_claims(languages, places, record);
  report.text += "claims\n";
  for (const Claim& c : record.claims) {
    report.text +=
        "  " + std::string(name_of(c.kind)) + " '" + text.substr(c.span.begin, c.span.size()) + "'";
    for (const auto& [field, value] : fields_of(c)) report.text += " " + field + "=" + value;
    report.text += "  by " + c.rule + "\n";
  }
  report.text += "numbers left out\n";
  for (const LeftOut& l : record.left_out)
    report.text += "  '" + text.substr(l.span.begin, l.span.size()) + "' " +
                   std::string(name_of(l.reason)) + "\n";
  return report;
}

}  // namespace recount
