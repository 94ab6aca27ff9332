#include "src/publish/list_fields.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "src/publish/ledger_event.h"
#include "src/publish/wording.h"

namespace recount::publish {
namespace {

constexpr auto kClaimColumns = std::to_array<CsvColumn>({{"page", "page"},
                                                         {"outlet", "outlet"},
                                                         {"url", "url"},
                                                         {"published", "published"},
                                                         {"kind", "kind"},
                                                         {"what", "what"},
                                                         {"words", "figure"},
                                                         {"low", "low"},
                                                         {"high", "high"},
                                                         {"qualifier", "qualifier"},
                                                         {"wording", "wording"},
                                                         {"claimant", "claimant"},
                                                         {"claimant_name", "claimant_name"},
                                                         {"claimant_kind", "claimant_kind"},
                                                         {"via", "via"},
                                                         {"day", "when"},
                                                         {"said_at", "said_at"},
                                                         {"place", "place"},
                                                         {"modality", "modality"},
                                                         {"series", "series"},
                                                         {"unit", "unit"},
                                                         {"quote", "quote"},
                                                         {"confidence", "confidence"},
                                                         {"status", "status"},
                                                         {"reading", "reading"},
                                                         {"rule", "rule"},
                                                         {"begin", "begin"},
                                                         {"end", "end"},
                                                         {"document", "document"},
                                                         {"claim", "id"}});

constexpr auto kLeftOutColumns = std::to_array<CsvColumn>({{"page", "page"},
                                                           {"outlet", "outlet"},
                                                           {"url", "url"},
                                                           {"published", "published"},
                                                           {"words", "verbatim"},
                                                           {"reason", "reason"},
                                                           {"around", "around"},
                                                           {"begin", "begin"},
                                                           {"end", "end"},
                                                           {"document", "document"}});

constexpr auto kLedgerColumns = std::to_array<CsvColumn>({{"event", "number"},
                                                          {"event_kind", "event_kind"},
                                                          {"event_place", "event_place"},
                                                          {"event_day", "event_day"},
                                                          {"page", "page"},
                                                          {"outlet", "outlet"},
                                                          {"url", "url"},
                                                          {"published", "published"},
                                                          {"measure", "what"},
                                                          {"words", "figure"},
                                                          {"low", "low"},
                                                          {"high", "high"},
                                                          {"qualifier", "qualifier"},
                                                          {"wording", "wording"},
                                                          {"claimant", "claimant"},
                                                          {"claimant_name", "claimant_name"},
                                                          {"claimant_kind", "claimant_kind"},
                                                          {"via", "via"},
                                                          {"day", "day"},
                                                          {"said_at", "said_at"},
                                                          {"place", "place"},
                                                          {"modality", "modality"},
                                                          {"origins", "origins"},
                                                          {"origins_at_least", "origins_at_least"},
                                                          {"unknown", "unknown"},
                                                          {"channels", "channels"},
                                                          {"first_hand", "first_hand"},
                                                          {"party", "party"},
                                                          {"restated_by", "restated_by"},
                                                          {"apart", "apart"},
                                                          {"series", "series"},
                                                          {"unit", "unit"},
                                                          {"quote", "quote"},
                                                          {"confidence", "confidence"},
                                                          {"status", "status"},
                                                          {"reading", "reading"},
                                                          {"rule", "rule"},
                                                          {"begin", "begin"},
                                                          {"end", "end"},
                                                          {"document", "document"},
                                                          {"claim", "id"},
                                                          {"event_id", "event"}});

constexpr auto kFurnitureColumns = std::to_array<CsvColumn>({{"pages", "pages"},
                                                             {"kind", "kind"},
                                                             {"words", "verbatim"},
                                                             {"page", "page"},
                                                             {"begin", "begin"},
                                                             {"end", "end"},
                                                             {"document", "document"},
                                                             {"key", "key"}});

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::string csv_value(const Json& value) {
  if (value.is_string()) return value.as_string();
  if (!value.is_array()) return value.is_null() ? "" : value.dump();
  std::string out;
  for (const Json& item : value.items()) out += (out.empty() ? "" : "; ") + csv_value(item);
  return out;
}

void add_page(const Shown& shown, const Document& document, Json& out) {
  out["document"] = document.id;
  out["page"] = shown.label(document.id);
  out["outlet"] = document.outlet ? Json(shown.words(*document.outlet)) : Json();
  out["url"] = document.url ? Json(shown.url(*document.url)) : Json();
  out["published"] = document.published ? Json(document.published->value) : Json();
}

}  // namespace

std::span<const CsvColumn> claim_columns() { return kClaimColumns; }
std::span<const CsvColumn> left_out_columns() { return kLeftOutColumns; }
std::span<const CsvColumn> ledger_columns() { return kLedgerColumns; }

std::span<const CsvColumn> furniture_columns() { return kFurnitureColumns; }

std::vector<std::string> csv_cells(std::span<const CsvColumn> columns, const Json& fields) {
  std::vector<std::string> cells;
  for (const CsvColumn& column : columns) {
    const Json* value = fields.get(column.member);
    cells.push_back(value ? csv_value(*value) : "");
  }
  return cells;
}

std::string kind_words(const Claim& claim) {
  if (claim.kind == ClaimKind::figure) return std::string(name_of(claim.measure));
  if (claim.kind == ClaimKind::person) return "person " + std::string(name_of(claim.field));
  return std::string(name_of(claim.event_kind));
}

Json claim_fields(const Shown& shown, const DocumentRecord& record, const Claim& claim,
                  const CodePoints& points) {
  const bool figure = claim.kind == ClaimKind::figure;
  Json out = Json::object();
  add_page(shown, record.document, out);
  out["id"] = claim.id;
  out["kind"] = name_of(claim.kind);
  out["what"] = kind_words(claim);
  out["begin"] = points.at_byte(claim.span.begin);
  out["end"] = points.at_byte(claim.span.end);
  out["quote"] = shown.words(record, claim.span);
  out["figure"] = figure ? Json(shown.words(record, claim.figure.span)) : Json();
  out["wording"] = claim.wording.empty() ? Json() : Json(shown.words(record, claim.wording));
  out["low"] = figure ? Json(claim.figure.low) : Json();
  out["high"] = figure ? Json(claim.figure.high) : Json();
  out["qualifier"] = figure ? Json(name_of(claim.figure.qualifier)) : Json();
  out["unit"] = figure ? text_or_null(claim.figure.unit) : Json();
  out["claimant"] = claim.claimant.span ? Json(shown.words(record, *claim.claimant.span)) : Json();
  out["claimant_name"] = claim.claimant.name ? Json(shown.words(*claim.claimant.name)) : Json();
  out["claimant_kind"] = name_of(claim.claimant.kind);
  out["via"] = Json::array();
  for (const Span& step : claim.claimant.via) out["via"].push_back(shown.words(record, step));
  out["when"] = claim.when ? Json(claim.when->value) : Json();
  out["said_at"] = claim.said_at ? Json(claim.said_at->value) : Json();
  out["place"] = claim.place ? Json(shown.words(claim.place->name)) : Json();
  out["modality"] = name_of(claim.modality);
  out["series"] = figure ? Json(name_of(claim.series)) : Json();
  out["confidence"] = claim.confidence;
  out["rule"] = claim.rule;
  out["reading"] = name_of(claim.reading);
  out["status"] = name_of(claim.status);
  return out;
}

Json left_out_fields(const Shown& shown, const DocumentRecord& record, const LeftOut& left,
                     const CodePoints& points) {
  Json out = Json::object();
  add_page(shown, record.document, out);
  out["begin"] = points.at_byte(left.span.begin);
  out["end"] = points.at_byte(left.span.end);
  out["verbatim"] = shown.number_words(record, left);
  out["around"] = shown.number_context(record, left);
  out["reason"] = name_of(left.reason);
  return out;
}

Json furniture_fields(const Shown& shown, const RecurringBlock& block, std::size_t pages,
                      CodePointsOf& points) {
  const DocumentRecord& record = *shown.document(block.document);
  char key[17];
  std::snprintf(key, sizeof key, "%016llx", static_cast<unsigned long long>(block.key));
  Json out = Json::object();
  out["document"] = block.document;
  out["page"] = shown.label(block.document);
  const auto at = std::ranges::find(record.document.blocks, block.span, &Block::span);
  out["kind"] = at == record.document.blocks.end() ? Json() : Json(name_of(at->kind));
  out["begin"] = points(record).at_byte(block.span.begin);
  out["end"] = points(record).at_byte(block.span.end);
  out["verbatim"] = shown.block_words(record, block.span);
  out["pages"] = pages;
  // The key of words that are withheld would let one try names until it fits.
  const bool withheld =
      shown.block_words(record, block.span).find(" withheld]") != std::string::npos;
  out["key"] = withheld ? Json() : Json(std::string(key));
  return out;
}

Json ledger_fields(const Shown& shown, const Ledger& ledger, const Event& event, std::size_t number,
                   const LedgerLine& line, CodePointsOf& points) {
  const ShownClaim found = shown.claim(line.claim);
  if (!found) return Json::object();
  const Claim& claim = *found.claim;
  Json row = claim_fields(shown, *found.record, claim, points(*found.record));
  row["number"] = number > 0 ? Json(number) : Json();
  row["event"] = event.id;
  row["event_kind"] = event.kind ? Json(name_of(*event.kind)) : Json();
  row["event_day"] = text_or_null(event.day);
  row["event_place"] = text_or_null(shown.words(event.place.name));
  const auto resolved = ledger.resolved_days.find(claim.id);
  row["day"] = resolved != ledger.resolved_days.end() ? Json(resolved->second) : *row.get("when");
  row["said_at"] = text_or_null(line.said_at);
  row["origins"] = line.origins;
  row["origins_at_least"] = line.origins_at_least;
  row["unknown"] = line.unknown;
  row["channels"] = line.channels;
  row["first_hand"] = line.first_hand;
  row["party"] = line.party;
  row["restated_by"] = line.restated_by.size();
  row["apart"] = claim.part_of.has_value() || stands_apart(event, line);
  return row;
}

}  // namespace recount::publish
