// publish: what people and other programs get to see. Beside include/recount/publish.h: the lists
// of claims and of numbers left out, and the explanation of one claim down to the bytes of its
// page.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recount/origins.h"
#include "recount/publish.h"

namespace recount {

enum class Format : std::uint8_t { table, jsonl, csv };
template <>
struct Names<Format> {
  static constexpr std::array<std::string_view, 3> rows{"table", "jsonl", "csv"};
};

// What a list leaves in; an empty member lets all through.
struct ListFilter {
  std::optional<Measure> measure;
  std::optional<ClaimKind> kind;
  std::optional<LeftOutReason> reason;
  std::string document;  // id or label
};

// A reason by its name in the record ("time") or in a table ("time of day").
std::optional<LeftOutReason> reason_called(std::string_view words);

// What a page may be asked for by, sorted by label.
struct PageName {
  std::string id, label;
};
std::vector<PageName> page_names(std::span<const DocumentRecord* const> records,
                                 const TableOptions& options);

// Lists, by document, then in the order of the text. A table has a head that says what read the
// pages; JSON Lines and CSV have offsets in code points.
std::string claims_list(std::span<const DocumentRecord* const> records,
                        const std::vector<PackSummary>& packs, const ListFilter& filter,
                        Format format, const TableOptions& options);
std::string left_out_list(std::span<const DocumentRecord* const> records,
                          const std::vector<PackSummary>& packs, const ListFilter& filter,
                          Format format, const TableOptions& options);
// One row a block that recurs, by its key; what stands in the most pages first.
std::string furniture_list(std::span<const RecurringBlock> recurring,
                           std::span<const DocumentRecord* const> records,
                           const std::vector<PackSummary>& packs, Format format,
                           const TableOptions& options);
// One row a figure of an event. In CSV the columns stand in the order in which a person reads them,
// ids last.
std::string ledger_csv(const Ledger& ledger, std::span<const DocumentRecord* const> records,
                       const TableOptions& options);

// The page that a claim stands on, as it was captured.
struct ExplainedPage {
  std::string source;  // file as named by the user
  std::string sha256;
  std::string body;  // its bytes
};

// Figure → claim → rule → sentence → block → bytes of the page. `verified` is false where the
// page's bytes aren't the claim's words: the record or the page was changed. Names are shown: who
// checks a reading must see the page. REQUIRES: `claim` is one of `record`.
struct Explanation {
  std::string text;
  bool verified = false;
};
Explanation explain_claim(const DocumentRecord& record, const Claim& claim,
                          const ExplainedPage& page, Format format, std::size_t width);

// One event of the ledger, as its report has it: its section, or its line of JSON. Empty where the
// ledger has no event of that id.
std::string explain_event(const Ledger& ledger, std::span<const DocumentRecord* const> records,
                          const std::string& event, const std::vector<PackSummary>& packs,
                          Format format, const TableOptions& options);

// Text of a page for a terminal: no control characters, nothing that reorders or hides text.
std::string printable_text(std::string_view text);

}  // namespace recount
