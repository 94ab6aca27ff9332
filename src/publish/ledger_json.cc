// The ledger as canonical JSON: one event a line. Words of pages are masked as in the table;
// offsets are code points.
#include "recount/publish.h"
#include "src/base/base.h"
#include "src/publish/display.h"
#include "src/publish/producer.h"
#include "src/publish/shown.h"

namespace recount {
namespace publish {
namespace {

// Writes events of one set of records; offsets are turned into code points, one index a document.
class LedgerJson {
 public:
  LedgerJson(const Ledger& ledger, const Shown& shown) : ledger_(ledger), shown_(shown) {}

  Json event(const Event& event);
  Json pages();

 private:
  Json words(const DocumentRecord& record, Span span);
  Json words(const DocumentRecord& record, const std::optional<Span>& span);
  Json claimant(const DocumentRecord& record, const Claim& claim);
  Json figure(const DocumentRecord& record, const Figure& figure);
  Json place(const ClaimPlace& place);
  Json line(const LedgerLine& line);
  Json reference(const std::string& id);  // a claim, where it stands
  Json references(const std::vector<std::string>& ids);
  Json disagreement(const Disagreement& one);
  Json series(const Event& event, const LedgerSeries& series);
  bool claim_or_page(const std::string& id) const {
    return shown_.document(id) || shown_.claim(id);
  }
  void add_claim(Json& out, const ShownClaim& found);

  const Ledger& ledger_;
  const Shown& shown_;
  CodePointsOf points_;
};

Json strings(const std::vector<std::string>& items) {
  Json out = Json::array();
  for (const std::string& item : items) out.push_back(item);
  return out;
}

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

// The words by which a claim is found: its figure's, its person's or its cue's.
Span key_span(const Claim& claim) {
  if (claim.kind == ClaimKind::figure) return claim.figure.span;
  return claim.kind == ClaimKind::person ? claim.person : claim.wording;
}

Json LedgerJson::words(const DocumentRecord& record, Span span) {
  Json out = Json::object();
  out["begin"] = points_(record).at_byte(span.begin);
  out["end"] = points_(record).at_byte(span.end);
  out["verbatim"] = shown_.words(record, span);
  return out;
}

Json LedgerJson::words(const DocumentRecord& record, const std::optional<Span>& span) {
  return span ? words(record, *span) : Json();
}

Json LedgerJson::claimant(const DocumentRecord& record, const Claim& claim) {
  Json out = Json::object();
  out["words"] = words(record, claim.claimant.span);
  out["name"] = claim.claimant.name ? Json(shown_.words(*claim.claimant.name)) : Json();
  out["kind"] = name_of(claim.claimant.kind);
  out["via"] = Json::array();
  for (const Span& step : claim.claimant.via) out["via"].push_back(words(record, step));
  return out;
}

Json LedgerJson::figure(const DocumentRecord& record, const Figure& figure) {
  Json out = words(record, figure.span);
  out["low"] = figure.low;
  out["high"] = figure.high;
  out["qualifier"] = name_of(figure.qualifier);
  out["unit"] = figure.unit;
  return out;
}

Json LedgerJson::place(const ClaimPlace& place) {
  if (place.name.empty()) return {};
  Json out = Json::object();
  out["name"] = shown_.words(place.name);
  out["id"] = or_null(place.id);
  out["country"] = or_null(place.country);
  out["precision"] = or_null(place.precision);
  return out;
}

Json LedgerJson::reference(const std::string& id) {
  Json out = Json::object();
  out["claim"] = id;
  const ShownClaim found = shown_.claim(id);
  out["document"] = found ? Json(found.record->document.id) : Json();
  out["begin"] =
      found ? Json(points_(*found.record).at_byte(key_span(*found.claim).begin)) : Json();
  return out;
}

Json LedgerJson::references(const std::vector<std::string>& ids) {
  Json out = Json::array();
  for (const std::string& id : ids) out.push_back(reference(id));
  return out;
}

// What a claim says, beside where it stands.
void LedgerJson::add_claim(Json& out, const ShownClaim& found) {
  const Claim& claim = *found.claim;
  const DocumentRecord& record = *found.record;
  out["kind"] = name_of(claim.kind);
  out["claimant"] = claimant(record, claim);
  out["modality"] = name_of(claim.modality);
  out["confidence"] = claim.confidence;
  out["reading"] = name_of(claim.reading);
  out["status"] = name_of(claim.status);
  auto resolved = ledger_.resolved_days.find(claim.id);
  out["day"] = resolved != ledger_.resolved_days.end() ? Json(resolved->second)
               : claim.when                            ? Json(claim.when->value)
                                                       : Json();
  out["place"] = claim.place ? place(*claim.place) : Json();
  out["as_of"] = claim.as_of ? Json(claim.as_of->value) : Json();
  if (claim.kind == ClaimKind::person) {
    out["person"] = words(record, claim.person);
    out["field"] = name_of(claim.field);
    out["value"] = claim.value ? figure(record, *claim.value) : Json();
    return;
  }
  out["wording"] = words(record, claim.wording);
  if (claim.kind == ClaimKind::occurrence) {
    out["event_kind"] = name_of(claim.event_kind);
    out["quote"] = shown_.words(record, claim.span);
    return;
  }
  out["measure"] = name_of(claim.measure);
  out["figure"] = figure(record, claim.figure);
  out["group"] = words(record, claim.group);
  out["series"] = name_of(claim.series);
  out["part_of"] = claim.part_of ? reference(*claim.part_of) : Json();
  out["previous"] = claim.previous ? reference(*claim.previous) : Json();
}

Json LedgerJson::line(const LedgerLine& line) {
  Json out = reference(line.claim);
  if (const ShownClaim found = shown_.claim(line.claim)) add_claim(out, found);
  out["said_at"] = or_null(line.said_at);
  out["claims"] = references(line.claims);
  out["restated_by"] = references(line.restated_by);
  out["origin"] = or_null(line.origin);
  out["origins"] = line.origins;
  out["origins_at_least"] = line.origins_at_least;
  out["unknown"] = line.unknown;
  out["channels"] = line.channels;
  out["channel_names"] = Json::array();
  for (const std::string& name : line.channel_names)
    out["channel_names"].push_back(shown_.document(name) ? Json(name) : Json(shown_.words(name)));
  out["first_hand"] = line.first_hand;
  out["party"] = line.party;
  return out;
}

Json LedgerJson::disagreement(const Disagreement& one) {
  Json out = Json::object();
  out["measure"] = one.measure ? Json(name_of(*one.measure)) : Json();
  out["about"] = shown_.words(one.about);
  out["verdict"] = name_of(one.verdict);
  out["sides"] = references(one.claims);
  return out;
}

// Its claimant as in the claims; a key would show a private name in small letters.
Json LedgerJson::series(const Event& event, const LedgerSeries& series) {
  Json out = Json::object();
  out["measure"] = name_of(series.measure);
  out["claimant"] = Json();
  out["origin"] = Json();
  out["claims"] = Json::array();
  for (std::size_t index : series.lines) out["claims"].push_back(event.lines[index].claim);
  if (series.lines.empty()) return out;
  const LedgerLine& first = event.lines[series.lines.front()];
  out["origin"] = or_null(first.origin);
  const ShownClaim found = shown_.claim(first.claim);
  if (found && found.claim->claimant.name)
    out["claimant"] = shown_.words(*found.claim->claimant.name);
  return out;
}

Json LedgerJson::event(const Event& event) {
  Json out = Json::object();
  out["event"] = event.id;
  out["kind"] = event.kind ? Json(name_of(*event.kind)) : Json();
  out["state"] = name_of(event.state);
  out["day"] = or_null(event.day);
  out["day_why"] = shown_.words(event.day_why);
  out["day_evidence"] = strings(event.day_evidence);
  out["place"] = place(event.place);
  out["parent"] = or_null(event.parent);
  out["documents"] = strings(event.documents);
  for (const char* list : {"lines", "occurrences", "apart", "persons", "disagreements", "series"})
    out[list] = Json::array();
  for (const LedgerLine& one : event.lines) out["lines"].push_back(line(one));
  const auto add_all = [&](const char* list, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      Json one = reference(id);
      if (const ShownClaim found = shown_.claim(id)) add_claim(one, found);
      out[list].push_back(one);
    }
  };
  add_all("occurrences", event.occurrences);
  add_all("apart", event.apart);
  add_all("persons", event.persons);
  for (const Disagreement& one : event.disagreements)
    out["disagreements"].push_back(disagreement(one));
  for (const LedgerSeries& one : event.series) out["series"].push_back(series(event, one));
  return out;
}

// What was concluded of the pages: which rest on which, which were dated by others.
Json LedgerJson::pages() {
  Json out = Json::object();
  out["origin_links"] = Json::array();
  for (const OriginLink& link : ledger_.origins.links) {
    Json one = Json::object();
    one["kind"] = name_of(link.kind);
    one["from"] = link.from;
    one["to"] = claim_or_page(link.to) ? Json(link.to) : Json(shown_.words(link.to));
    one["score"] = link.score;
    one["evidence"] = shown_.words(link.evidence);
    out["origin_links"].push_back(one);
  }
  out["dated"] = Json::array();
  for (const DatedDocument& dated : ledger_.dated) {
    Json one = Json::object();
    one["document"] = dated.document;
    one["published"] = dated.published.value;
    one["why"] = shown_.words(dated.why);
    out["dated"].push_back(one);
  }
  return out;
}

}  // namespace
}  // namespace publish

std::string ledger_json(const Ledger& ledger, std::span<const DocumentRecord* const> records,
                        const std::vector<PackSummary>& packs, const TableOptions& options) {
  const publish::Shown shown(records, options);
  publish::LedgerJson writer(ledger, shown);
  const Json producer = publish::producer_json(packs);
  std::string out;
  const auto add = [&](Json line) {
    line["producer"] = producer;
    out += line.dump() + '\n';
  };
  for (const Event& event : ledger.events) add(writer.event(event));
  add(writer.pages());
  return out;
}

}  // namespace recount
