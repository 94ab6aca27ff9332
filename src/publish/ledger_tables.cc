// The events that have no section of their own, as tables: protests and strikes by place, the rest
// as named.
#include <algorithm>
#include <tuple>
#include <vector>

#include "src/publish/ledger_event.h"
#include "src/publish/wording.h"

namespace recount::publish {
namespace {

std::string brief_numbers(const LedgerLine& line) {
  std::string words = "origins " + origins_words(line);
  if (line.unknown > 0) words += " + " + std::to_string(line.unknown) + " unknown";
  words += ", channels " + std::to_string(line.channels);
  words += std::string(", first-hand ") + (line.first_hand ? "yes" : "no");
  return words + ", party " + (line.party ? "yes" : "no");
}

// Events of one place and day that have no figure share a row; a figure has a row of its own.
struct ProtestRow {
  std::string place, day, sort_day, figure, numbers;
  std::vector<std::string> documents;
  std::size_t events = 1;
};

bool is_action(const Event& event) {
  return event.kind == EventKind::protest || event.kind == EventKind::strike;
}

ProtestRow protest_row(const Shown& shown, const Event& event, const LedgerLine* line) {
  ProtestRow row{.place = place_words(shown, event),
                 .day = day_and_state(event),
                 .sort_day = event.day,
                 .figure = "no figure",
                 .numbers = "",
                 .documents = event.documents};
  if (event.kind == EventKind::strike) row.place += " (strike)";
  const ShownClaim found = line ? shown.claim(line->claim) : ShownClaim{};
  if (!found) return row;
  const Claim& claim = *found.claim;
  row.figure = figure_words(claim.figure) + " " + std::string(measure_words(claim.measure)) + ": " +
               shown.figure_quote(*found.record, claim) + ", " +
               claimant_words(shown, *found.record, claim);
  if (claim.modality != Modality::asserted) row.figure += modality_mark(claim.modality);
  if (!line->restated_by.empty())
    row.figure +=
        "; restated by " + count(line->restated_by.size(), "claim", "claims") + ", adds no origin";
  row.numbers = brief_numbers(*line);
  return row;
}

std::vector<ProtestRow> protest_rows(const Shown& shown, const Ledger& ledger) {
  std::vector<ProtestRow> rows;
  for (const Event& event : ledger.events) {
    if (!is_action(event) || has_section(event)) continue;
    for (const LedgerLine& line : event.lines) rows.push_back(protest_row(shown, event, &line));
    if (!event.lines.empty()) continue;
    ProtestRow row = protest_row(shown, event, nullptr);
    auto same = std::ranges::find_if(rows, [&](const ProtestRow& other) {
      return other.numbers.empty() && other.place == row.place && other.day == row.day;
    });
    if (same == rows.end()) {
      rows.push_back(std::move(row));
      continue;
    }
    ++same->events;
    same->documents.insert(same->documents.end(), row.documents.begin(), row.documents.end());
  }
  std::ranges::sort(rows, {}, [](const ProtestRow& row) {
    return std::tuple(row.place, row.sort_day.empty(), row.sort_day, row.day, row.figure,
                      row.documents);
  });
  return rows;
}

}  // namespace

void put_title(Sheet& sheet, std::string_view title) {
  sheet.blank();
  sheet.rule("─");
  sheet.put("", title);
}

void put_protests(Sheet& sheet, const Shown& shown, const Ledger& ledger) {
  const std::vector<ProtestRow> rows = protest_rows(shown, ledger);
  if (rows.empty()) return;
  Grid grid{.columns = {{"PLACE", 15, false},
                        {"DAY", 14, false},
                        {"FIGURE AND WHO GIVES IT", 26, false},
                        {"NUMBERS", 21, false},
                        {"PAGES", 0, false}},
            .rows = {}};
  for (const ProtestRow& row : rows) {
    const std::string several =
        row.events > 1 ? " (" + std::to_string(row.events) + " events)" : "";
    grid.rows.push_back(
        {row.place, row.day, row.figure + several, row.numbers, labels(shown, row.documents, 4)});
  }
  put_title(sheet, "PROTESTS AND STRIKES, BY PLACE");
  sheet.put_lines(grid_text(grid, sheet.width()));
}

void put_named(Sheet& sheet, const Shown& shown, const Ledger& ledger) {
  Grid grid{.columns = {{"WHAT", 10, false},
                        {"PLACE", 17, false},
                        {"DAY", 18, false},
                        {"IN WORDS", 28, false},
                        {"PAGES", 0, false}},
            .rows = {}};
  for (const Event& event : ledger.events) {
    if (is_action(event) || has_section(event)) continue;
    std::string words;
    if (!event.occurrences.empty())
      if (const ShownClaim found = shown.claim(event.occurrences.front()))
        words = shown.quote(*found.record, found.claim->span);
    grid.rows.push_back({event.kind ? std::string(name_of(*event.kind)) : "event",
                         place_words(shown, event), day_and_state(event), words,
                         labels(shown, event.documents, 4)});
  }
  if (grid.rows.empty()) return;
  put_title(sheet, "ALSO REPORTED, WITHOUT A FIGURE");
  sheet.put_lines(grid_text(grid, sheet.width()));
}

}  // namespace recount::publish
