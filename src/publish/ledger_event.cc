// One event of the report: a headline, why this day, then its figures by measure. A figure is a
// block:
//
//   at least 40    “au moins 40 … ont péri”          what the page prints, in its own words
//                  said by “les élus” (…), 17:20     whose word, when, through whom
//                  in 002 · c-0123456789abcdef       where, and the id for `recount explain`
//                  origins 1 · channels 1 · …        the four numbers
//
// The four numbers stand in the same order in every block, so that they can be compared down the
// page.
#include "src/publish/ledger_event.h"

#include <algorithm>
#include <set>
#include <vector>

#include "src/names/names.h"
#include "src/publish/wording.h"

namespace recount::publish {
namespace {

std::string who_says(const Shown& shown, const DocumentRecord& record, const Claim& claim,
                     std::string_view said_at) {
  const bool own_voice = !claim.claimant.span && claim.claimant.kind == ActorKind::publisher;
  std::string words = (own_voice ? "in " : "said by ") + claimant_words(shown, record, claim);
  if (!said_at.empty()) words += ", " + said_at_words(said_at);
  for (const Span& step : claim.claimant.via) words += ", through " + shown.quote(record, step);
  if (claim.as_of)
    words += ", counted as of " + (claim.as_of->span ? shown.quote(record, *claim.as_of->span)
                                                     : said_at_words(claim.as_of->value));
  return words;
}

std::string remarks(const Claim& claim) {
  std::string words = modality_mark(claim.modality);
  if (claim.series == Series::cumulative) words += "  [total since a longer process began]";
  if (claim.series == Series::increment) words += "  [new since the last figure]";
  if (claim.corrects) words += "  [corrects an earlier figure]";
  if (claim.status != ClaimStatus::unverified)
    words += "  [" + std::string(name_of(claim.status)) + " by a reviewer]";
  return words;
}

std::string four_numbers(const Shown& shown, const LedgerLine& line) {
  std::string words = "origins " + origins_words(line);
  if (line.unknown > 0) words += " + " + std::to_string(line.unknown) + " unknown";
  words += " · channels " + std::to_string(line.channels);
  if (line.channels > 1) {
    std::string names;
    for (const std::string& name : line.channel_names)
      names += (names.empty() ? "" : "; ") +
               (shown.document(name) ? shown.label(name) : shown.words_with_labels(name));
    words += " (" + names + ")";
  }
  words += std::string(" · first-hand ") + (line.first_hand ? "yes" : "no");
  return words + " · party " + (line.party ? "yes" : "no");
}

// Labels of the documents that hold these claims.
std::string where(const Shown& shown, const std::vector<std::string>& claims) {
  std::vector<std::string> documents;
  for (const std::string& id : claims)
    if (ShownClaim found = shown.claim(id)) documents.push_back(found.record->document.id);
  return labels(shown, documents);
}

void put_line(Sheet& sheet, const Shown& shown, const Event& event, const LedgerLine& line) {
  const ShownClaim found = shown.claim(line.claim);
  if (!found) return;
  const Claim& claim = *found.claim;
  const DocumentRecord& record = *found.record;
  const std::string under = lead_of("");
  const ShownClaim whole = claim.part_of ? shown.claim(*claim.part_of) : ShownClaim{};
  sheet.put(lead_of((whole || claim.subset ? "of them " : "") + figure_words(claim.figure)),
            shown.figure_quote(record, claim) + remarks(claim));
  if (whole)
    sheet.put(under, "part of " + shown.figure_quote(*whole.record, *whole.claim) + ": not added");
  else if (stands_apart(event, line))
    sheet.put(under, "STANDS APART, not added: may be among the other figures");
  sheet.put(under, who_says(shown, record, claim, line.said_at));
  sheet.put(under, "in " + shown.label(record.document.id) + " · " + claim.id);
  sheet.put(under, four_numbers(shown, line));
  if (line.claims.size() > 1)
    sheet.put(under, "the same on the same word: " + count(line.claims.size(), "claim", "claims") +
                         " in " + where(shown, line.claims));
  if (!line.restated_by.empty())
    sheet.put(under, "restated by " + count(line.restated_by.size(), "claim", "claims") + " in " +
                         where(shown, line.restated_by) + ": adds no origin");
}

// One person beside a larger number is no figure to be put next to it.
bool is_apart(const Shown& shown, const Event& event, const LedgerLine& line) {
  const ShownClaim found = shown.claim(line.claim);
  return found && !found.claim->part_of && !found.claim->subset &&
         std::ranges::find(event.apart, line.claim) != event.apart.end();
}

void put_lines(Sheet& sheet, const Shown& shown, const Event& event) {
  const LedgerLine* before = nullptr;
  for (const LedgerLine& line : event.lines) {
    if (is_apart(shown, event, line)) continue;
    if (!before || before->measure != line.measure) {
      sheet.blank();
      sheet.put(std::string(kIndent, ' '), upper(name_of(line.measure)));
    }
    put_line(sheet, shown, event, line);
    before = &line;
  }
}

std::string apart_words(const Shown& shown, const ShownClaim& found) {
  const Claim& claim = *found.claim;
  const DocumentRecord& record = *found.record;
  if (claim.kind == ClaimKind::person) {
    std::string words =
        shown.quote(record, claim.person) + ": " + std::string(name_of(claim.field));
    if (claim.value) words += " " + shown.quote(record, claim.value->span);
    return words + modality_mark(claim.modality) + ", " +
           who_says(shown, record, claim, claim.said_at ? claim.said_at->value : "");
  }
  std::string words = shown.figure_quote(record, claim) + " (" +
                      std::string(measure_words(claim.measure)) + ")" + remarks(claim) + ", " +
                      who_says(shown, record, claim, "");
  if (claim.part_of)
    if (const ShownClaim whole = shown.claim(*claim.part_of))
      words += "; part of " + shown.figure_quote(*whole.record, *whole.claim);
  return words;
}

// Withheld names told apart by letters: "person A". Spellings that are near each other get one
// letter, which proposes that they are one person and merges nothing.
class People {
 public:
  std::string label(const Shown& shown, const ShownClaim& found) {
    const Span span = found.claim->person;
    const std::string_view name =
        std::string_view(found.record->document.text).substr(span.begin, span.size());
    if (shown.quote(*found.record, span).find(name) != std::string::npos) return "a person";
    constexpr int kLikelyOneName = 82;
    std::size_t i = 0;
    while (i < names_.size() && name_similarity(names_[i], name) < kLikelyOneName) ++i;
    if (i == names_.size()) names_.emplace_back(name);
    return i < 26 ? std::string("person ") + static_cast<char>('A' + i)
                  : "person " + std::to_string(i + 1);
  }

 private:
  std::vector<std::string> names_;
};

void put_apart(Sheet& sheet, const Shown& shown, const Event& event) {
  std::vector<std::string> ids;
  const auto is_marked =
      [&](const std::string& id) {  // a part stands under its whole, with the words "not added"
        return std::ranges::any_of(event.lines, [&](const LedgerLine& line) {
          return line.claim == id && !is_apart(shown, event, line);
        });
      };
  for (const auto* list : {&event.apart, &event.persons})
    for (const std::string& id : *list)
      if (!is_marked(id) && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  if (ids.empty()) return;
  sheet.blank();
  sheet.put(std::string(kIndent, ' '), "STANDS APART, NOT ADDED (may be among the figures above)");
  People people;
  for (const std::string& id : ids) {
    const ShownClaim found = shown.claim(id);
    if (!found) continue;
    const bool person = found.claim->kind == ClaimKind::person;
    sheet.put(lead_of(person ? people.label(shown, found) : figure_words(found.claim->figure)),
              apart_words(shown, found) + "; in " + shown.label(found.record->document.id));
  }
}

void put_series(Sheet& sheet, const Shown& shown, const Event& event) {
  bool titled = false;
  for (const LedgerSeries& series : event.series) {
    if (series.lines.size() < 2) continue;
    if (!titled) {
      sheet.blank();
      sheet.put(std::string(kIndent, ' '), "OVER TIME");
      titled = true;
    }
    std::string words;
    for (std::size_t index : series.lines) {
      const LedgerLine& line = event.lines[index];
      const ShownClaim found = shown.claim(line.claim);
      if (!found) continue;
      words += (words.empty() ? "" : " → ") + figure_words(found.claim->figure);
      words += " (" +
               (line.said_at.empty() ? "in " + shown.label(found.record->document.id)
                                     : said_at_words(line.said_at)) +
               ")";
    }
    const ShownClaim first = shown.claim(event.lines[series.lines.front()].claim);
    if (!first) continue;
    sheet.put(lead_of(measure_words(series.measure)),
              claimant_words(shown, *first.record, *first.claim) + ": " + words);
  }
}

}  // namespace

bool is_harm(Measure measure) {
  return measure != Measure::participants && measure != Measure::deployed &&
         measure != Measure::raised && measure != Measure::signatures;
}

bool stands_apart(const Event& event, const LedgerLine& line) {
  return std::ranges::find(event.apart, line.claim) != event.apart.end();
}

std::string lead_of(std::string_view words) {
  return std::string(kIndent, ' ') + padded(words, kFigureColumn - 1) + " ";
}

bool has_section(const Event& event) {
  if (!event.disagreements.empty() || !event.persons.empty()) return true;
  if (event.kind == EventKind::protest || event.kind == EventKind::strike)
    return std::ranges::any_of(event.lines,
                               [](const LedgerLine& line) { return is_harm(line.measure); });
  return !event.lines.empty();
}

std::string claimant_words(const Shown& shown, const DocumentRecord& record, const Claim& claim) {
  const Claimant& who = claim.claimant;
  if (!who.span && who.kind == ActorKind::publisher) {
    const auto& outlet = record.document.outlet;
    return outlet ? "the own voice of " + shown.words(*outlet) : "the page's own voice";
  }
  const std::string kind = spaced(name_of(who.kind));
  const std::string name = who.name ? shown.words(*who.name) : "";
  const std::string words = who.span ? shown.words(record, *who.span) : "";
  if (words.empty()) return (name.empty() ? "someone not named" : name) + " (" + kind + ")";
  const bool same = name.empty() || name == kind || words.find(name) != std::string::npos;
  return "“" + words + "” (" + (same ? "" : name + ", ") + kind + ")";
}

std::string place_words(const Shown& shown, const Event& event) {
  if (event.place.name.empty()) return "place not known";
  const bool country = event.place.precision == "country" || event.place.country.empty();
  return shown.words(event.place.name) + (country ? "" : ", " + shown.words(event.place.country));
}

std::string day_and_state(const Event& event) {
  const std::string day = day_words(event.day);
  return event.state == EventState::occurred ? day
                                             : day + " (" + spaced(name_of(event.state)) + ")";
}

std::string labels(const Shown& shown, const std::vector<std::string>& documents,
                   std::size_t most) {
  std::set<std::string> sorted;
  for (const std::string& document : documents) sorted.insert(shown.label(document));
  std::string words;
  std::size_t taken = 0;
  for (const std::string& label : sorted) {
    if (++taken > most) return words + " and " + count(sorted.size() - most, "more", "more");
    words += (words.empty() ? "" : ", ") + label;
  }
  return words;
}

void put_event(Sheet& sheet, const Shown& shown, const Numbered& numbered, const Event& event) {
  sheet.blank();
  sheet.rule("─");
  const std::string kind =
      event.kind ? upper(name_of(*event.kind)) : "EVENT (the pages don't say what)";
  sheet.put_ends(padded(std::to_string(numbered.numbers.at(event.id)), kIndent) + kind + " · " +
                     place_words(shown, event) + " · " + day_and_state(event),
                 event.id);
  if (!event.day_why.empty())
    sheet.put(lead_of("why this day"), shown.words_with_labels(event.day_why));
  sheet.put(lead_of("stands in"),
            count(event.documents.size(), "page", "pages") + ": " + labels(shown, event.documents));
  if (!event.parent.empty())
    sheet.put(lead_of("part of"), event_words(shown, numbered, event.parent));
  put_occurrences(sheet, shown, event);
  put_lines(sheet, shown, event);
  put_apart(sheet, shown, event);
  put_series(sheet, shown, event);
  put_disagreements(sheet, shown, event);
}

}  // namespace recount::publish
