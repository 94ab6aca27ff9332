// What a row of a list holds: the members of JSON Lines, the columns of CSV in the order in which a
// person reads them, the cells of a table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recount/origins.h"
#include "src/base/base.h"
#include "src/publish/shown.h"

namespace recount::publish {

// A column of CSV: its heading, and the member that it shows.
struct CsvColumn {
  std::string_view heading, member;
};
std::span<const CsvColumn> claim_columns();
std::span<const CsvColumn> left_out_columns();
std::span<const CsvColumn> ledger_columns();
std::span<const CsvColumn> furniture_columns();
// The cells of `fields` under `columns`; lists are joined by "; ".
std::vector<std::string> csv_cells(std::span<const CsvColumn> columns, const Json& fields);

Json claim_fields(const Shown& shown, const DocumentRecord& record, const Claim& claim,
                  const CodePoints& points);
Json left_out_fields(const Shown& shown, const DocumentRecord& record, const LeftOut& left,
                     const CodePoints& points);
// The same as claim_fields of the claim that the line shows, with the event, its number in the
// report (0: it has none), and the four numbers.
Json ledger_fields(const Shown& shown, const Ledger& ledger, const Event& event, std::size_t number,
                   const LedgerLine& line, CodePointsOf& points);
// Of a block that stands in `pages` pages; `block` is the first of them.
Json furniture_fields(const Shown& shown, const RecurringBlock& block, std::size_t pages,
                      CodePointsOf& points);

// "deaths", "person age", "protest"
std::string kind_words(const Claim& claim);

}  // namespace recount::publish
