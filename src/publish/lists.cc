// Lists of claims, of numbers left out, of furniture and of the ledger's figures: as tables for
// people, JSON Lines and CSV.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "src/base/base.h"
#include "src/publish/display.h"
#include "src/publish/ledger_event.h"
#include "src/publish/list_fields.h"
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
  std::span<const CsvColumn> columns;

  // `fields`: the members of JSON Lines, some of them columns of CSV.
  void add(const Json& fields, std::vector<std::string> cells) {
    if (format == Format::table) grid.rows.push_back(std::move(cells));
    if (format == Format::jsonl) lines += fields.dump() + '\n';
    if (format == Format::csv) grid.rows.push_back(csv_cells(columns, fields));
  }
};

List list_of(Format format, std::vector<Grid::Column> table, std::span<const CsvColumn> columns) {
  List list{.grid = {}, .lines = "", .format = format, .columns = columns};
  if (format == Format::table) list.grid.columns = std::move(table);
  if (format == Format::csv)
    for (const CsvColumn& column : columns)
      list.grid.columns.push_back({std::string(column.heading), 0, false});
  return list;
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

std::string claim_quote(const Shown& shown, const DocumentRecord& record, const Claim& claim) {
  return claim.kind == ClaimKind::figure ? shown.figure_quote(record, claim)
                                         : shown.quote(record, claim.span);
}

std::vector<std::string> claim_cells(const Shown& shown, const DocumentRecord& record,
                                     const Claim& claim) {
  const std::string what = kind_words(claim) + modality_mark(claim.modality);
  std::string when = claim.when ? day_words(claim.when->value) : "";
  if (claim.place) when += (when.empty() ? "" : ", ") + shown.words(claim.place->name);
  return {claim.id,
          shown.label(record.document.id),
          what,
          claim_quote(shown, record, claim),
          claimant_words(shown, record, claim),
          when};
}

}  // namespace
}  // namespace publish

using namespace publish;

std::string claims_list(std::span<const DocumentRecord* const> records,
                        const std::vector<PackSummary>& packs, const ListFilter& filter,
                        Format format, const TableOptions& options) {
  const Shown shown(records, options);
  List list = list_of(format,
                      {{"ID", 18, false},
                       {"PAGE", 10, false},
                       {"WHAT", 12, false},
                       {"IN WORDS", 0, false},
                       {"ON WHOSE WORD", 18, false},
                       {"WHEN, WHERE", 14, false}},
                      claim_columns());
  for (const DocumentRecord* record : records) {
    if (!wants(filter, shown, *record)) continue;
    const CodePoints points(record->document.text);
    for (const Claim& claim : record->claims)
      if (wants(filter, claim))
        list.add(claim_fields(shown, *record, claim, points), claim_cells(shown, *record, claim));
  }
  return finished(list, "claims", packs, options);
}

std::optional<LeftOutReason> reason_called(std::string_view words) {
  for (std::size_t i = 0; i < Names<LeftOutReason>::rows.size(); ++i) {
    const auto reason = static_cast<LeftOutReason>(i);
    if (words == name_of(reason) || words == publish::reason_word(reason)) return reason;
  }
  return std::nullopt;
}

std::string left_out_list(std::span<const DocumentRecord* const> records,
                          const std::vector<PackSummary>& packs, const ListFilter& filter,
                          Format format, const TableOptions& options) {
  const Shown shown(records, options);
  List list = list_of(format,
                      {{"PAGE", 18, false},
                       {"NUMBER", 18, false},
                       {"REASON", 18, false},
                       {"IN ITS WORDS", 0, false}},
                      left_out_columns());
  for (const DocumentRecord* record : records) {
    if (!wants(filter, shown, *record)) continue;
    const CodePoints points(record->document.text);
    for (const LeftOut& left : record->left_out) {
      if (filter.reason && *filter.reason != left.reason) continue;
      list.add(left_out_fields(shown, *record, left, points),
               {shown.label(record->document.id), shown.number_words(*record, left),
                std::string(reason_word(left.reason)), shown.number_context(*record, left)});
    }
  }
  return finished(list, "numbers left out", packs, options);
}

std::string furniture_list(std::span<const RecurringBlock> recurring,
                           std::span<const DocumentRecord* const> records,
                           const std::vector<PackSummary>& packs, Format format,
                           const TableOptions& options) {
  const Shown shown(records, options);
  std::map<std::uint64_t, std::vector<const RecurringBlock*>> blocks;
  for (const RecurringBlock& block : recurring) blocks[block.key].push_back(&block);
  std::vector<std::pair<std::size_t, const RecurringBlock*>> sorted;  // pages, the first block
  for (const auto& [key, same] : blocks) {
    std::set<std::string_view> pages;
    for (const RecurringBlock* block : same) pages.insert(block->document);
    if (pages.size() >= 2) sorted.emplace_back(pages.size(), same.front());
  }
  std::ranges::stable_sort(sorted, std::greater<>{}, &decltype(sorted)::value_type::first);
  List list = list_of(
      format,
      {{"PAGES", 6, true}, {"KIND", 10, false}, {"IN WORDS", 0, false}, {"PAGE", 18, false}},
      furniture_columns());
  CodePointsOf points;
  for (const auto& [pages, block] : sorted) {
    const Json fields = furniture_fields(shown, *block, pages, points);
    list.add(fields, {std::to_string(pages),
                      fields.get("kind")->is_string() ? fields.get("kind")->as_string() : "",
                      fields.get("verbatim")->as_string(), fields.get("page")->as_string()});
  }
  return finished(list, "blocks that belong to no page", packs, options);
}

std::string ledger_csv(const Ledger& ledger, std::span<const DocumentRecord* const> records,
                       const TableOptions& options) {
  const Shown shown(records, options);
  List list = list_of(Format::csv, {}, ledger_columns());
  const std::map<std::string, std::size_t> numbers = Numbered(ledger).numbers;
  CodePointsOf points;
  for (const Event& event : ledger.events) {
    const auto number = numbers.find(event.id);
    for (const LedgerLine& line : event.lines)
      if (shown.claim(line.claim))
        list.add(ledger_fields(shown, ledger, event, number == numbers.end() ? 0 : number->second,
                               line, points),
                 {});
  }
  return finished(list, "", {}, options);
}

std::vector<PageName> page_names(std::span<const DocumentRecord* const> records,
                                 const TableOptions& options) {
  const Shown shown(records, options);
  std::vector<PageName> names;
  for (const DocumentRecord* record : records)
    names.push_back({record->document.id, shown.label(record->document.id)});
  std::ranges::sort(names, {}, &PageName::label);
  return names;
}

std::string printable_text(std::string_view text) { return printable(utf8_repaired(text)); }

}  // namespace recount
