// What remains between claimants after figures are compared.
#pragma once

#include "src/ledger/clusters.h"
#include "src/ledger/word_of.h"

namespace recount::ledger {

// What said_when gives where neither the claim nor its page has a date: it sorts after all that has
// one.
inline constexpr std::string_view kUndated = "~";

// When a claim was made, comparable as text: the hour or day it gives, else its page's date.
std::string said_when(const Clusters& clusters, std::uint32_t atom);

// "at least 70", "hundreds" as "vague": a figure in words, and who says it without naming private
// people.
std::string in_words(const Figure& figure);
std::string who(const Claim& claim);

// Of one event. Between claimants: each one's latest total, in one row, unless all agree; a number
// that one of them denies, with those who give it. Within
// one claimant: what a later figure revised. Within a line: the number retold with another bound.
// Lines parallel to `first`, the claim shown of each.
std::vector<Disagreement> disagreements_of(const Clusters& clusters,
                                           const std::vector<std::uint32_t>& atoms,
                                           const std::vector<Line>& lines,
                                           const std::vector<std::uint32_t>& first);

// Series of an event: a claimant's lines of one measure in time's order, where there are several.
std::vector<LedgerSeries> series_of(const Clusters& clusters, const std::vector<Line>& lines,
                                    const std::vector<std::uint32_t>& first);

}  // namespace recount::ledger
