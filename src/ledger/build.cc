// The stage as a whole. Claims of all documents become atoms; their days become variables; atoms of
// a page that tell one event are united, then those of different pages; every cluster that says
// enough becomes an event.
#include <algorithm>
#include <tuple>

#include "src/ledger/across.h"
#include "src/ledger/atoms.h"
#include "src/ledger/clusters.h"
#include "src/ledger/dates.h"
#include "src/ledger/events.h"
#include "src/ledger/evidence.h"
#include "src/ledger/ledger.h"
#include "src/ledger/local.h"
#include "src/ledger/reasons.h"

namespace recount {
namespace ledger {
namespace {

using Roots = std::map<std::uint32_t, std::size_t>;  // root → number of the event

// An action is about the one event of harm that its pages are about, where that is one, another
// event, and not later.
void find_parents(Clusters& clusters, const Roots& numbers, std::vector<Event>& events) {
  std::map<std::uint32_t, std::optional<std::uint32_t>> focus;  // document → root
  for (std::uint32_t begin = 0; begin < clusters.size();) {
    std::uint32_t end = begin;
    const std::uint32_t document = clusters.atom(begin).document;
    while (end < clusters.size() && clusters.atom(end).document == document) ++end;
    if (const auto found = focus_of(clusters, begin, end)) focus[document] = clusters.of(*found);
    begin = end;
  }
  for (const auto& [root, number] : numbers) {
    const Cluster& cluster = clusters.at(root);
    if (cluster.sorts.contains(Sort::harm) || !cluster.sorts.contains(Sort::action)) continue;
    std::set<std::uint32_t> about;
    for (std::uint32_t d : cluster.documents)
      if (focus[d]) about.insert(*focus[d]);
    if (about.size() != 1 || *about.begin() == root) continue;
    const auto parent = numbers.find(*about.begin());
    if (parent == numbers.end() || cluster.spanning) continue;
    const Event& of = events[parent->second];
    if (of.day.empty() || events[number].day.empty() || of.day <= events[number].day)
      events[number].parent = of.id;
  }
}

void resolve_days(const Clusters& clusters, std::map<std::string, std::string>& out) {
  for (std::uint32_t i = 0; i < clusters.size(); ++i) {
    const auto day = clusters.dates().graph().day(clusters.atom(i).day);
    if (!day) continue;
    const Claim& claim = *clusters.atom(i).claim;
    const std::string text = text_of(*day);
    if (!claim.when || !claim.when->value.starts_with(text)) out[claim.id] = text;
  }
}

void order_events(std::vector<Event>& events, std::vector<int>& harm) {
  std::vector<std::size_t> order(events.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Event &x = events[a], &y = events[b];
    return std::tie(harm[b], x.day, x.place.name, x.id) <
           std::tie(harm[a], y.day, y.place.name, y.id);
  });
  std::vector<Event> sorted;
  for (std::size_t i : order) sorted.push_back(std::move(events[i]));
  events.swap(sorted);
}

std::vector<const DocumentRecord*> sorted_by_id(std::span<const DocumentRecord* const> records) {
  std::vector<const DocumentRecord*> sorted(records.begin(), records.end());
  std::sort(sorted.begin(), sorted.end(), [](const DocumentRecord* a, const DocumentRecord* b) {
    return std::tie(a->document.id, a->document.text) < std::tie(b->document.id, b->document.text);
  });
  return sorted;
}

}  // namespace
}  // namespace ledger

Ledger build_ledger(std::span<const DocumentRecord* const> records) {
  const auto sorted = ledger::sorted_by_id(records);
  Ledger out;
  out.origins = link(sorted);
  const ledger::Statements statements(sorted);
  std::vector<ledger::Atom> atoms = ledger::atoms_of(sorted, statements, out.origins.recurring);
  ledger::Dates dates(sorted, atoms);
  ledger::Clusters clusters(sorted, atoms, dates);
  const ledger::Ties ties(sorted, out.origins);
  ledger::unite_by_numbers(clusters);
  ledger::unite_across(clusters, ties, ledger::kStrong);
  dates.take_inherited();
  ledger::unite_by_content(clusters);
  ledger::unite_by_surroundings(clusters);
  ledger::unite_across(clusters, ties, ledger::kEnough);
  ledger::take_pages_day(clusters);
  out.origins.capped += ledger::unite_across(clusters, ties, ledger::kEnough);
  ledger::unite_told_later(clusters);
  dates.take_years();

  ledger::Roots numbers;
  std::vector<int> harm;
  for (std::uint32_t root : clusters.roots()) {
    if (!ledger::worth_telling(clusters, root)) continue;
    numbers[root] = out.events.size();
    harm.push_back(ledger::weight_of_harm(clusters, root));
    out.events.push_back(ledger::event_of(clusters, ties, root, out.origins.links));
  }
  ledger::find_parents(clusters, numbers, out.events);
  ledger::order_events(out.events, harm);
  std::sort(out.origins.links.begin(), out.origins.links.end());
  out.dated = ledger::dated_documents(clusters, dates);
  ledger::resolve_days(clusters, out.resolved_days);
  return out;
}

}  // namespace recount
