// Stage 5, claims: figures, occurrences and persons of one document, with attribution, restatement
// and parts.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "recount/language.h"
#include "recount/places.h"
#include "recount/record.h"

namespace recount {

// Fills mentions, claims, left_out and calls of `record`, whose document must be complete; may
// infer the document's date of publication from its words. Without a pack for its language: nothing
// but a line in `skipped`. Thread-safe.
void find_claims(const Languages& languages, const Places& places, DocumentRecord& record);

// A way in which a rule reads a quantity, before one is chosen: for developers, who train the
// ranker and measure what the rules miss. `evidence`: names and values as in
// languages/_shared/ranker.tsv; empty where a number merely stands near a cue (rules of kind
// `near`), of which no claim comes.
struct FigureCandidate {
  Measure measure{};
  Figure figure;
  std::string rule;
  int score = 0;
  std::vector<std::pair<std::string_view, int>> evidence;
};

// All of them in the order of the text's sentences, chosen or not; none without a pack.
std::vector<FigureCandidate> figure_candidates(const Languages& languages, const Places& places,
                                               Document document);

}  // namespace recount
