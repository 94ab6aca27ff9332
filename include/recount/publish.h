// Stage 8, publish: the ledger as canonical JSON (RFC 8785) and as tables for people; record_json.h has the record. Private
// names are masked here unless let in.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "recount/language.h"
#include "recount/ledger.h"
#include "recount/record.h"
#include "recount/result.h"

namespace recount {

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
