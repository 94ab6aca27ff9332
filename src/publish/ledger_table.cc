// The report that people read: head, events with figures of harm, protests by place, what was only
// named, then what a reader needs to judge it: which pages rest on others, what was left out,
// calls, leads, and the pages themselves.
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>

#include "recount/publish.h"
#include "src/publish/display.h"
#include "src/publish/ledger_event.h"
#include "src/publish/publish.h"
#include "src/publish/wording.h"

namespace recount {
namespace publish {
namespace {

constexpr std::size_t kMostLeads = 20;
constexpr std::size_t kMostSkipped = 20;

// Was anything read from it? Not without a language pack; its text is kept.
bool was_read(const DocumentRecord& record) { return record.skipped.empty(); }

std::string languages_of(const Shown& shown) {
  std::map<std::string, std::size_t> counts;
  for (const DocumentRecord* record : shown.records())
    if (was_read(*record)) ++counts[record->document.language.value_or("language not known")];
  std::string words;
  for (const auto& [language, pages] : counts)
    words += (words.empty() ? "" : ", ") + shown.words(language) + " " +
             number(static_cast<std::int64_t>(pages));
  return words;
}

std::string packs_words(const std::vector<PackSummary>& packs) {
  std::string words;
  bool measured = !packs.empty();
  for (const PackSummary& pack : packs) {
    words +=
        (words.empty() ? "" : " · ") + pack.code + " " + pack.version + " (" + pack.state + ")";
    measured = measured && pack.state == "measured";
  }
  if (packs.empty()) return "no language pack read these pages";
  return words + (measured ? "" : ". The quality of a pack that is not “measured” is not known");
}

void put_head(Sheet& sheet, const Shown& shown, const Ledger& ledger,
              const std::vector<PackSummary>& packs) {
  std::size_t figures = 0;
  for (const Event& event : ledger.events) figures += event.lines.size();
  sheet.put("", "LEDGER: who says what, on whose word");
  const auto read = static_cast<std::size_t>(std::ranges::count_if(
      shown.records(), [](const DocumentRecord* record) { return was_read(*record); }));
  sheet.put("pages      ",
            count(read, "page", "pages") + " read" +
                (read == 0 ? "" : " (" + languages_of(shown) + ")") + ", " +
                number(std::ranges::count_if(shown.options().skipped, &Skipped::is_page)) +
                " skipped");
  sheet.put("found      ", count(ledger.events.size(), "event", "events") + ", " +
                               count(figures, "figure", "figures"));
  sheet.put("packs      ", packs_words(packs));
  sheet.put("readings   ",
            "by machine, not reviewed by a person: check a figure with `recount explain` before "
            "you print it");
  sheet.put(
      "numbers    ",
      "origins: first claimants known (unknown ones apart), not confirmations; at most 2: two are "
      "named who may be one, such as a body and somebody who may speak for it · channels: "
      "networks through which it came · first-hand: the claimant's own statement is among the "
      "pages · party: the "
      "claimant is a side");
  if (!shown.options().show_private_names)
    sheet.put(
        "withheld   ",
        "names of private people, in doubt private, and addresses (--private-names shows them)");
}

void put_links(Sheet& sheet, const Shown& shown, const Ledger& ledger) {
  bool titled = false;
  for (const OriginLink& link : ledger.origins.links) {
    const bool agency = link.to.starts_with("agency:");
    if (!shown.document(link.from) || !(agency || shown.document(link.to))) continue;
    if (!std::exchange(titled, true))
      put_title(sheet,
                "PAGES THAT REST ON OTHERS: their figures add no origin (score: how sure, of 100)");
    sheet.put("   ", shown.label(link.from) + " " + std::string(link_words(link.kind)) + " " +
                         (agency ? shown.words(link.to.substr(7)) : shown.label(link.to)) +
                         " (score " + std::to_string(link.score) +
                         (link.evidence.empty()
                              ? ""
                              : "; " + with_singulars(shown.words_with_labels(link.evidence))) +
                         ")");
  }
}

void put_dated(Sheet& sheet, const Shown& shown, const Ledger& ledger) {
  if (ledger.dated.empty()) return;
  put_title(sheet, "DAYS OF PAGES CONCLUDED FROM OTHER PAGES");
  for (const DatedDocument& dated : ledger.dated)
    sheet.put("   ", shown.label(dated.document) + ": " + day_words(dated.published.value) + ", " +
                         shown.words_with_labels(dated.why));
}

void put_left_out(Sheet& sheet, const Shown& shown) {
  std::array<std::size_t, Names<LeftOutReason>::rows.size()> counts{};
  std::size_t all = 0;
  for (const DocumentRecord* record : shown.records())
    for (const LeftOut& left : record->left_out)
      ++counts[static_cast<std::size_t>(left.reason)], ++all;
  if (all == 0) return;
  put_title(sheet, "NUMBERS LEFT OUT: " + count(all, "number", "numbers") +
                       " became no figure (`recount left-out` lists each)");
  std::string words;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0)
      words += (words.empty() ? "" : " · ") +
               std::string(reason_words(static_cast<LeftOutReason>(i))) + " " +
               number(static_cast<std::int64_t>(counts[i]));
  sheet.put("   ", words);
}

std::string call_words(const Shown& shown, const DocumentRecord& record, const Call& call) {
  std::string words = call.request ? shown.quote(record, *call.request) : "a call";
  words += "; to " + count(call.to.size(), "address", "addresses");
  if (shown.options().show_private_names)
    for (const Span& to : call.to) words += " " + shown.quote(record, to);
  if (!call.copies.empty())
    words += "; " + count(call.copies.size(), "copy", "copies") + " asked for, kept apart";
  if (call.deadline) words += "; until " + shown.quote(record, *call.deadline);
  return words + (call.old ? "; an old call" : "");
}

void put_calls_and_leads(Sheet& sheet, const Shown& shown) {
  bool titled = false;
  for (const DocumentRecord* record : shown.records())
    for (const Call& call : record->calls) {
      if (!std::exchange(titled, true)) put_title(sheet, "CALLS TO ACT");
      sheet.put("   ", shown.label(record->document.id) + ": " + call_words(shown, *record, call));
    }
  std::map<std::string, std::vector<std::string>>
      leads;  // words → documents: a teaser stands on many pages
  for (const DocumentRecord* record : shown.records())
    for (const Lead& lead : record->document.leads)
      leads["“" + clipped(shown.words(*record, lead.span), 72) + "”" +
            (lead.url ? " " + shown.url(*lead.url) : "")]
          .push_back(record->document.id);
  if (leads.empty()) return;
  put_title(sheet, "LEADS: teasers and links that may be worth fetching, never a source");
  std::size_t taken = 0;
  for (const auto& [words, documents] : leads) {
    if (++taken > kMostLeads) {
      sheet.put("   ", "and " + count(leads.size() - kMostLeads, "more", "more"));
      break;
    }
    sheet.put("   ", words + " (" + labels(shown, documents, 4) + ")");
  }
}

std::string page_words(const Shown& shown, const DocumentRecord& record) {
  const Document& document = record.document;
  std::string words = was_read(record) ? "" : "NOT READ, ";
  if (document.outlet) words += shown.words(*document.outlet) + ", ";
  words += document.title ? "“" + clipped(shown.words(*document.title), 60) + "”" : "no title";
  words += ", " + (document.published ? said_at_words(document.published->value) : "not dated");
  if (document.language) words += ", " + shown.words(*document.language);
  if (document.url) words += ", " + shown.url(*document.url);
  auto source = shown.options().sources.find(document.id);
  return source == shown.options().sources.end() ? words : words + ", " + printable(source->second);
}

void put_pages(Sheet& sheet, const Shown& shown) {
  put_title(sheet, "PAGES");
  std::map<std::pair<std::string, std::string>, const DocumentRecord*> by_label;  // and by id
  std::size_t widest = 0;
  for (const DocumentRecord* record : shown.records()) {
    const std::string label = shown.label(record->document.id);
    by_label[{label, record->document.id}] = record;
    widest = std::max(widest, display_width(label));
  }
  for (const auto& [key, record] : by_label)
    sheet.put("   " + padded(key.first, std::clamp<std::size_t>(widest, 8, 24)) + " ",
              page_words(shown, *record));
  const std::vector<Skipped>& skipped = shown.options().skipped;
  if (skipped.empty()) return;
  put_title(sheet, "SKIPPED");
  for (std::size_t i = 0; i < std::min(skipped.size(), kMostSkipped); ++i)
    sheet.put("   ", printable(skipped[i].source) + ": " + printable(skipped[i].reason));
  if (skipped.size() > kMostSkipped)
    sheet.put("   ",
              "and " + number(static_cast<std::int64_t>(skipped.size() - kMostSkipped)) + " more");
}

}  // namespace
}  // namespace publish

std::string ledger_table(const Ledger& ledger, std::span<const DocumentRecord* const> records,
                         const std::vector<PackSummary>& packs, const TableOptions& options) {
  using namespace publish;
  std::vector<const DocumentRecord*> sorted(records.begin(), records.end());
  std::ranges::sort(sorted, {}, [](const DocumentRecord* r) { return r->document.id; });
  const Shown shown(sorted, options);
  Sheet sheet(options.width);
  put_head(sheet, shown, ledger, packs);
  put_contents(sheet, shown, ledger);
  const Numbered numbered(ledger);
  for (const Event& event : ledger.events)
    if (has_section(event)) put_event(sheet, shown, numbered, event);
  put_protests(sheet, shown, ledger);
  put_named(sheet, shown, ledger);
  put_links(sheet, shown, ledger);
  put_dated(sheet, shown, ledger);
  put_left_out(sheet, shown);
  put_calls_and_leads(sheet, shown);
  put_pages(sheet, shown);
  return sheet.take();
}

std::string explain_event(const Ledger& ledger, std::span<const DocumentRecord* const> records,
                          const std::string& event, const std::vector<PackSummary>& packs,
                          Format format, const TableOptions& options) {
  using namespace publish;
  Ledger one;
  std::ranges::copy_if(ledger.events, std::back_inserter(one.events),
                       [&](const Event& e) { return e.id == event; });
  if (one.events.empty()) return "";
  one.resolved_days = ledger.resolved_days;
  if (format == Format::jsonl) {
    const std::string lines = ledger_json(one, records, packs, options);
    return lines.substr(0, lines.find('\n') + 1);  // without the line on the whole set
  }
  std::vector<const DocumentRecord*> sorted(records.begin(), records.end());
  std::ranges::sort(sorted, {}, [](const DocumentRecord* r) { return r->document.id; });
  const Shown shown(sorted, options);
  Sheet sheet(options.width);
  put_event(sheet, shown, Numbered(ledger), one.events.front());
  return sheet.take();
}

}  // namespace recount
