// Lists of claims, of numbers left out and of the ledger's figures: as tables for people, JSON
// Lines and CSV.
#include <algorithm>
#include <unordered_map>

#include "src/base/base.h"
#include "src/publish/display.h"
#include "src/publish/ledger_event.h"
#include "src/publish/producer.h"
#include "src/publish/publish.h"
#include "src/publish/wording.h"

namespace recount {
namespace publish {
namespace {

// A list under construction: one row for people or one of all fields, after the format.
struct List {
  Grid grid;
  std::string lines;  // JSON Lines
  Format format;

  // `fields`: name and value of every column of CSV and JSON Lines.
  void add(const Json& fields, std::vector<std::string> cells) {
    if (format == Format::table) grid.rows.push_back(std::move(cells));
    if (format == Format::jsonl) lines += fields.dump() + '\n';
    if (format == Format::csv) add_csv(fields);
  }
  void add_csv(const Json& fields);
};

std::string csv_value(const Json& value) {
  if (value.is_string()) return value.as_string();
  return value.is_null() ? "" : value.dump();
}

void List::add_csv(const Json& fields) {
  std::vector<std::string> row;
  const bool first = grid.columns.empty();
  for (const auto& [name, value] : fields.members()) {
    if (first) grid.columns.push_back({name, 0, false});
    row.push_back(csv_value(value));
  }
  grid.rows.push_back(std::move(row));
}

std::string head(std::size_t n, std::string_view what, const std::vector<PackSummary>& packs) {
  std::string words = number(static_cast<std::int64_t>(n)) + " " + std::string(what) +
                      " · machine readings, not reviewed · packs:";
  for (const PackSummary& pack : packs)
    words += " " + pack.code + " " + pack.version + " (" + pack.state + ")";
  return words + (packs.empty() ? " none\n" : "\n");
}

std::string finished(const List& list, std::string_view what, const std::vector<PackSummary>& packs,
                     const TableOptions& options) {
  if (list.format == Format::jsonl) return list.lines;
  if (list.format == Format::csv) return grid_csv(list.grid);
  return head(list.grid.rows.size(), what, packs) +
         (list.grid.rows.empty() ? "" : "\n" + grid_text(list.grid, options.width));
}

bool wants(const ListFilter& filter, const Shown& shown, const DocumentRecord& record) {
  return filter.document.empty() || filter.document == record.document.id ||
         filter.document == shown.label(record.document.id);
}

bool wants(const ListFilter& filter, const Claim& claim) {
  if (filter.kind && *filter.kind != claim.kind) return false;
  return !filter.measure || (claim.kind == ClaimKind::figure && *filter.measure == claim.measure);
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::string kind_words(const Claim& claim) {
  if (claim.kind == ClaimKind::figure) return std::string(name_of(claim.measure));
  if (claim.kind == ClaimKind::person) return "person " + std::string(name_of(claim.field));
  return std::string(name_of(claim.event_kind));
}

std::string claim_quote(const Shown& shown, const DocumentRecord& record, const Claim& claim) {
  return claim.kind == ClaimKind::figure ? shown.figure_quote(record, claim)
                                         : shown.quote(record, claim.span);
}

Json claim_fields(const Shown& shown, const DocumentRecord& record, const Claim& claim,
                  const CodePoints& points) {
  const bool figure = claim.kind == ClaimKind::figure;
  Json out = Json::object();
  out["id"] = claim.id;
  out["document"] = record.document.id;
  out["kind"] = name_of(claim.kind);
  out["what"] = kind_words(claim);
  out["begin"] = points.at_byte(claim.span.begin);
  out["end"] = points.at_byte(claim.span.end);
  out["quote"] = shown.words(record, claim.span);
  out["figure"] = figure ? Json(shown.words(record, claim.figure.span)) : Json();
  out["low"] = figure ? Json(claim.figure.low) : Json();
  out["high"] = figure ? Json(claim.figure.high) : Json();
  out["qualifier"] = figure ? Json(name_of(claim.figure.qualifier)) : Json();
  out["unit"] = figure ? text_or_null(claim.figure.unit) : Json();
  out["claimant"] = claim.claimant.span ? Json(shown.words(record, *claim.claimant.span)) : Json();
  out["claimant_name"] = claim.claimant.name ? Json(shown.words(*claim.claimant.name)) : Json();
  out["claimant_kind"] = name_of(claim.claimant.kind);
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

std::vector<std::string> claim_cells(const Shown& shown, const DocumentRecord& record,
                                     const Claim& claim) {
  std::string what = kind_words(claim);
  if (claim.modality != Modality::asserted)
    what += " [" + upper(modality_words(claim.modality)) + "]";
  std::string when = claim.when ? day_words(claim.when->value) : "";
  if (claim.place) when += (when.empty() ? "" : ", ") + shown.words(claim.place->name);
  return {claim.id,
          shown.label(record.document.id),
          what,
          claim_quote(shown, record, claim),
          claimant_words(shown, record, claim),
          when};
}

// Up to `most` bytes of the text on both sides of `span`, to blanks.
Span around(std::string_view text, Span span, std::uint32_t most) {
  std::uint32_t begin = span.begin > most ? span.begin - most : 0;
  std::uint32_t end =
      static_cast<std::uint32_t>(std::min<std::size_t>(span.end + most, text.size()));
  const auto stop = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
  while (begin > 0 && begin < span.begin && !stop(begin)) ++begin;
  while (end < text.size() && end > span.end && !stop(end)) --end;
  if (const std::size_t line = text.substr(begin, span.begin - begin).rfind('\n');
      line != std::string_view::npos)
    begin += static_cast<std::uint32_t>(line) + 1;
  if (const std::size_t line = text.substr(span.end, end - span.end).find('\n');
      line != std::string_view::npos)
    end = span.end + static_cast<std::uint32_t>(line);
  return {begin, end};
}

Json left_out_fields(const Shown& shown, const DocumentRecord& record, const LeftOut& left,
                     const CodePoints& points) {
  Json out = Json::object();
  out["document"] = record.document.id;
  out["begin"] = points.at_byte(left.span.begin);
  out["end"] = points.at_byte(left.span.end);
  out["verbatim"] = shown.words(record, left.span);
  out["reason"] = name_of(left.reason);
  return out;
}

}  // namespace
}  // namespace publish

using namespace publish;

std::string claims_list(std::span<const DocumentRecord* const> records,
                        const std::vector<PackSummary>& packs, const ListFilter& filter,
                        Format format, const TableOptions& options) {
  const Shown shown(records, options);
  List list{.grid = {}, .lines = "", .format = format};
  if (format == Format::table)
    list.grid.columns = {
        {"ID", 18, false},      {"PAGE", 10, false},          {"WHAT", 12, false},
        {"IN WORDS", 0, false}, {"ON WHOSE WORD", 18, false}, {"WHEN, WHERE", 14, false}};
  for (const DocumentRecord* record : records) {
    if (!wants(filter, shown, *record)) continue;
    const CodePoints points(record->document.text);
    for (const Claim& claim : record->claims)
      if (wants(filter, claim))
        list.add(claim_fields(shown, *record, claim, points), claim_cells(shown, *record, claim));
  }
  return finished(list, "claims", packs, options);
}

std::string left_out_list(std::span<const DocumentRecord* const> records,
                          const std::vector<PackSummary>& packs, const ListFilter& filter,
                          Format format, const TableOptions& options) {
  const Shown shown(records, options);
  List list{.grid = {}, .lines = "", .format = format};
  if (format == Format::table)
    list.grid.columns = {{"PAGE", 18, false},
                         {"NUMBER", 18, false},
                         {"REASON", 14, false},
                         {"IN ITS WORDS", 0, false}};
  for (const DocumentRecord* record : records) {
    if (!wants(filter, shown, *record)) continue;
    const CodePoints points(record->document.text);
    for (const LeftOut& left : record->left_out) {
      if (filter.reason && *filter.reason != left.reason) continue;
      list.add(left_out_fields(shown, *record, left, points),
               {shown.label(record->document.id), shown.words(*record, left.span),
                std::string(name_of(left.reason)),
                options.show_private_names
                    ? shown.words(*record, around(record->document.text, left.span, 28))
                    : std::string("withheld: names stand beside numbers")});
    }
  }
  return finished(list, "numbers left out", packs, options);
}

std::string ledger_csv(const Ledger& ledger, std::span<const DocumentRecord* const> records,
                       const TableOptions& options) {
  const Shown shown(records, options);
  List list{.grid = {}, .lines = "", .format = Format::csv};
  for (const Event& event : ledger.events) {
    for (const LedgerLine& line : event.lines) {
      const ShownClaim found = shown.claim(line.claim);
      if (!found) continue;
      Json row =
          claim_fields(shown, *found.record, *found.claim, CodePoints(found.record->document.text));
      row["event"] = event.id;
      row["event_kind"] = event.kind ? Json(name_of(*event.kind)) : Json();
      row["event_day"] = text_or_null(event.day);
      row["event_place"] = text_or_null(shown.words(event.place.name));
      row["said_at"] = text_or_null(line.said_at);
      row["origins"] = line.origins;
      row["unknown"] = line.unknown;
      row["channels"] = line.channels;
      row["first_hand"] = line.first_hand;
      row["party"] = line.party;
      row["restated_by"] = line.restated_by.size();
      list.add(row, {});
    }
  }
  return finished(list, "", {}, options);
}

std::string printable_text(std::string_view text) { return printable(utf8_repaired(text)); }

}  // namespace recount
