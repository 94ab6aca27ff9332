// Claims of one page that tell one event.
#pragma once

#include "src/ledger/clusters.h"

namespace recount::ledger {

// Unite within each document, linear in the number of atoms: by links, sentences and numbers; by
// these and by places, once all that claims say of their days is known; then, after pages have met,
// what has no place or day by what stands around it.
void unite_by_numbers(Clusters& clusters);
void unite_by_content(Clusters& clusters);
void unite_by_surroundings(Clusters& clusters);
// Actions at a place that have no day yet take their page's: where all that it tells of actions
// with a deictic day has one ("protests were held today … a rally in X"), they are told of that
// day.
void take_pages_day(Clusters& clusters);

// The cluster that a document is about: the one of harm with most claims among those that it begins
// with (a place that only a later paragraph names is another matter); its root, nullopt where it
// tells of no harm. REQUIRES: atoms [begin, end) are those of one document.
std::optional<std::uint32_t> focus_of(Clusters& clusters, std::uint32_t begin, std::uint32_t end);

// Calls f(begin, end) with each document's atoms.
template <class F>
void each_page(const Clusters& clusters, F&& f) {
  for (std::uint32_t begin = 0; begin < clusters.size();) {
    std::uint32_t end = begin;
    while (end < clusters.size() && clusters.atom(end).document == clusters.atom(begin).document)
      ++end;
    f(begin, end);
    begin = end;
  }
}

}  // namespace recount::ledger
