// Stage 8, publish: the ledger as canonical JSON (RFC 8785) and as tables for people; record_json.h
// has the record. Private names are masked here unless let in.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "recount/language.h"
#include "recount/ledger.h"
#include "recount/record.h"
#include "recount/result.h"

namespace recount {

struct TableOptions {
  std::size_t width = 100;  // columns
  bool show_private_names =
      false;  // else "[name withheld]", and addresses and numbers withheld too
  std::map<std::string, std::string> sources;  // document id → the file as the user named it
  std::vector<Skipped> skipped;                // what was not read, for the report's head
  std::vector<std::string> articles = {};      // lines of languages/_shared/articles.txt
};

// The report that people read: what can be said now, event by event; for a figure the page's own
// words, who says it, when and through whom, and four numbers apart: origins, channels, first-hand,
// party. Whatever comes from a page is escaped and measured by display width. REQUIRES: `ledger`
// was built from `records`.
std::string ledger_table(const Ledger& ledger, std::span<const DocumentRecord* const> records,
                         const std::vector<PackSummary>& packs, const TableOptions& options = {});
// The same as canonical JSON: one event a line, then one line with what was concluded of the pages
// ("origin_links", "dated"). Offsets in code points. Of `options` only show_private_names counts.
std::string ledger_json(const Ledger& ledger, std::span<const DocumentRecord* const> records,
                        const std::vector<PackSummary>& packs, const TableOptions& options = {});

}  // namespace recount
