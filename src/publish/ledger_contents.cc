// The first screen of the report: the events that have a section, and who gives which figure of
// harm.
#include <algorithm>
#include <map>
#include <vector>

#include "src/publish/ledger_event.h"
#include "src/publish/wording.h"

namespace recount::publish {
namespace {

// "10 (government)", "at least 70 (strikers)"; empty for a vague amount, which has no number to
// show here.
std::string brief_figure(const Shown& shown, const LedgerLine& line) {
  const ShownClaim found = shown.claim(line.claim);
  if (!found) return "";
  const Claimant& who = found.claim->claimant;
  const bool own_voice = !who.span && who.kind == ActorKind::publisher;
  const std::string name = who.name ? shown.words(*who.name) : spaced(name_of(who.kind));
  const bool vague = found.claim->figure.qualifier == Qualifier::vague;
  std::string words = (vague ? shown.quote(*found.record, found.claim->figure.span)
                             : figure_words(found.claim->figure)) +
                      " (" + (own_voice ? "own voice" : clipped(name, 28)) + ")";
  if (found.claim->modality != Modality::asserted)
    words += " " + std::string(modality_words(found.claim->modality));
  return words;
}

std::string brief_figures(const Shown& shown, const Event& event) {
  constexpr std::size_t kMost = 6;
  std::map<Measure, std::vector<std::string>> figures;
  for (const LedgerLine& line : event.lines) {
    if (!is_harm(line.measure) || stands_apart(event, line)) continue;
    const std::string words = brief_figure(shown, line);
    std::vector<std::string>& list = figures[line.measure];
    if (!words.empty() && std::ranges::find(list, words) == list.end()) list.push_back(words);
  }
  std::string out;
  for (const auto& [measure, list] : figures) {
    if (list.empty()) continue;
    out += (out.empty() ? "" : "; ") + std::string(measure_words(measure)) + " ";
    for (std::size_t i = 0; i < std::min(list.size(), kMost); ++i)
      out += (i > 0 ? ", " : "") + list[i];
    if (list.size() > kMost) out += " and " + count(list.size() - kMost, "more", "more");
  }
  return out;
}

}  // namespace

Numbered::Numbered(const Ledger& ledger) {
  for (const Event& event : ledger.events) {
    events.emplace(event.id, &event);
    if (has_section(event)) numbers.emplace(event.id, numbers.size() + 1);
  }
}

std::string event_words(const Shown& shown, const Numbered& numbered, const std::string& id) {
  const auto found = numbered.events.find(id);
  if (found == numbered.events.end()) return id;
  const Event& event = *found->second;
  const std::string words = (event.kind ? std::string(name_of(*event.kind)) : "event") + " · " +
                            place_words(shown, event) + " · " + day_and_state(event);
  const auto number = numbered.numbers.find(id);
  return number == numbered.numbers.end()
             ? words + " (in the tables below)"
             : "event " + std::to_string(number->second) + ": " + words;
}

void put_contents(Sheet& sheet, const Shown& shown, const Ledger& ledger) {
  std::size_t position = 0;
  for (const Event& event : ledger.events) {
    if (!has_section(event)) continue;
    if (position == 0) sheet.blank();
    const std::string kind = event.kind ? upper(name_of(*event.kind)) : "EVENT";
    const std::string figures = brief_figures(shown, event);
    sheet.put(padded(std::to_string(++position), 3), kind + " · " + place_words(shown, event) +
                                                         " · " + day_and_state(event) +
                                                         (figures.empty() ? "" : ": " + figures));
  }
}

}  // namespace recount::publish
