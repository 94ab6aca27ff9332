// Stage 8, publish: the record and the ledger as canonical JSON (RFC 8785) and as tables for people. Private names are
// masked here unless let in.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "recount/language.h"
#include "recount/ledger.h"
#include "recount/record.h"
#include "recount/result.h"

namespace recount {

struct JsonOptions {
  bool with_text = true;
};

// One line without the newline; offsets in code points.
std::string to_json(const DocumentRecord& record, const std::vector<PackSummary>& packs, const JsonOptions& options = {});
// Reads back what to_json wrote (with text). Round trip: to_json(from_json(x)) == x.
Result<DocumentRecord> record_from_json(std::string_view line);

struct TableOptions {
  std::size_t width = 100;
  bool show_private_names = false;
};

// The report: what can be said now, event by event.
std::string ledger_table(const Ledger& ledger, std::span<const DocumentRecord* const> records,
                         const std::vector<PackSummary>& packs, const TableOptions& options = {});
// One event a line.
std::string ledger_json(const Ledger& ledger, std::span<const DocumentRecord* const> records, const TableOptions& options = {});

}  // namespace recount
