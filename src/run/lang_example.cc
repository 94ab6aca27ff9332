#include "src/run/lang_example.h"

#include <algorithm>
#include <optional>

#include "src/base/base.h"

namespace recount::run {
namespace {

constexpr std::string_view kParagraph = " // ";

std::string number(const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : "null"; }

// As the record writes it: "6.5".
std::string number(const std::optional<std::int64_t>& whole, int thousandths) {
  if (!whole || thousandths == 0) return number(whole);
  constexpr double kThousand = 1000;
  return Json((static_cast<double>(*whole) * kThousand + thousandths) / kThousand).dump();
}

template <class Moment>
std::string value_of(const std::optional<Moment>& moment) {
  return moment ? moment->value : "null";
}

Fields fields_of(const TimeMention& t) {
  return {{"type", std::string(name_of(t.type))},
          {"value", t.value},
          {"grain", t.grain},
          {"anchor", t.anchor.value_or("null")},
          {"shift", t.shift.value_or("null")},
          {"from", t.from.value_or("null")},
          {"to", t.to.value_or("null")}};
}

Fields fields_of(const FoundQuantity& q) {
  return {{"low", number(q.mention.low, q.mention.low_thousandths)},
          {"high", number(q.mention.high, q.mention.high_thousandths)},
          {"qualifier", std::string(name_of(q.mention.qualifier))},
          {"unit", q.mention.unit},
          {"magnitude", std::to_string(q.mention.magnitude)},
          {"reason", q.reason ? std::string(name_of(*q.reason)) : "null"},
          {"article", q.article ? "true" : "null"}};
}

Fields fields_of(const ActorMention& a) {
  return {{"kind", std::string(name_of(a.kind))},
          {"name", underscored(a.name)},
          {"key", underscored(a.key)},
          {"proper", a.proper ? "true" : "null"}};
}

// The figure of the claim that `id` names, for a tie.
std::string tied(const DocumentRecord& record, const std::optional<std::string>& id) {
  if (!id) return "null";
  const auto it = std::ranges::find(record.claims, *id, &Claim::id);
  return it == record.claims.end() ? "null" : number(it->figure.low);
}

Span key_words(const Claim& c) {
  if (c.kind == ClaimKind::figure) return c.figure.span;
  return c.kind == ClaimKind::person ? c.person : c.wording;
}

Block block_of(std::size_t begin, std::size_t end) {
  Block block;
  block.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return block;
}

}  // namespace

std::string underscored(std::string text) {
  std::ranges::replace(text, ' ', '_');
  return text;
}

std::string difference(const Fields& fields, const Expected& expected) {
  std::string out;
  for (const auto& [field, value] : expected) {
    const auto it = fields.find(field);
    if (it == fields.end())
      out += " (no field '" + field + "')";
    else if (value == "*" ? it->second == "null" : it->second != value)
      out += " (" + field + " is " + it->second + ", not " + value + ")";
  }
  return out;
}

bool only_matches(std::string_view kind) {
  return kind == "saying" || kind == "call" || kind == "as-of" || kind == "aside" ||
         kind == "since" || kind == "dateline" || kind == "reference" || kind == "near";
}

bool gives_nothing(const Rule& rule, const Pack& pack) {
  const auto only_it = [](const Pattern& pattern) {
    return std::ranges::all_of(pattern.captures,
                               [](const std::string& name) { return name == "it"; });
  };
  return pack.symbols.name(rule.kind) == "time" && rule.features.empty() &&
         std::ranges::all_of(rule.patterns, only_it);
}

Document example_document(const std::string& code, const std::string& text,
                          const std::string& published) {
  Document d;
  d.id = "example";
  d.language = code;
  d.text = text;
  std::size_t begin = 0;
  for (std::size_t at = d.text.find(kParagraph); at != std::string::npos;
       at = d.text.find(kParagraph, begin)) {
    d.text.replace(at, kParagraph.size(), "\n\n");
    d.blocks.push_back(block_of(begin, at + 2));
    begin = at + 2;
  }
  if (begin < d.text.size()) d.blocks.push_back(block_of(begin, d.text.size()));
  if (!published.empty()) {
    Stamp s;
    s.value = published;
    s.evidence = "given";
    d.published = s;
  }
  return d;
}

Fields fields_of(const Claim& c) {
  Fields f{{"modality", std::string(name_of(c.modality))},
           {"claimant", underscored(c.claimant.name.value_or("null"))},
           {"kind", std::string(name_of(c.claimant.kind))},
           {"when", value_of(c.when)},
           {"as_of", value_of(c.as_of)},
           {"place", c.place ? underscored(c.place->name) : "null"}};
  if (c.kind == ClaimKind::occurrence) f["event"] = name_of(c.event_kind);
  if (c.kind == ClaimKind::person) {
    f["field"] = name_of(c.field);
    f["value"] = c.value ? number(c.value->low) : "null";
  }
  if (c.kind != ClaimKind::figure) return f;
  f["measure"] = name_of(c.measure);
  f["low"] = number(c.figure.low);
  f["high"] = number(c.figure.high);
  f["qualifier"] = name_of(c.figure.qualifier);
  f["magnitude"] = std::to_string(c.figure.magnitude);
  f["series"] = name_of(c.series);
  f["via"] = c.claimant.via.empty() ? "null" : std::to_string(c.claimant.via.size());
  return f;
}

std::vector<Given> given_by(const Found& found) {
  std::vector<Given> out;
  for (const FoundTime& t : found.times)
    out.push_back({"time", t.mention.rule, t.mention.span, fields_of(t.mention)});
  for (const FoundQuantity& q : found.quantities)
    out.push_back({"quantity", q.mention.rule, q.mention.span, fields_of(q)});
  for (const FoundActor& a : found.actors)
    out.push_back({"actor", std::string(a.rule), a.mention.span, fields_of(a.mention)});
  return out;
}

std::vector<Given> given_by(const DocumentRecord& record) {
  std::vector<Given> out;
  for (const Claim& c : record.claims) {
    Fields fields = fields_of(c);
    if (c.kind == ClaimKind::figure) {
      fields["part_of"] = tied(record, c.part_of);
      fields["previous"] = tied(record, c.previous);
      fields["restates"] = tied(record, c.restates);
    }
    out.push_back({std::string(name_of(c.kind)), c.rule, key_words(c), std::move(fields), c.span});
  }
  return out;
}

std::vector<Given> given_by_left_out(const DocumentRecord& record,
                                     const std::vector<Given>& mentions) {
  std::vector<Given> out;
  for (const LeftOut& l : record.left_out) {
    Given& given =
        out.emplace_back(Given{"number", "", l.span, {{"reason", std::string(name_of(l.reason))}}});
    const auto same = [&](const Given& m) { return m.what == "quantity" && m.span == l.span; };
    const auto it = std::ranges::find_if(mentions, same);
    given.fields["low"] = it == mentions.end() ? "null" : it->fields.at("low");
  }
  return out;
}

}  // namespace recount::run
