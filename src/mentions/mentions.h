// Stage 4, mentions: times, places, quantities, actors of a document. They become arcs of its
// words, so that frames can ask for them: <time date day|clock>, <place city|region|country>,
// <quantity count one zero vague unit=…>, <actor kind=… proper>, <name> (a proper name of several
// words that is no place and no body). An arc's payload is the index in the list of its kind.
#pragma once

#include <vector>

#include "recount/places.h"
#include "recount/record.h"
#include "src/language/language.h"
#include "src/mentions/actor/actor.h"
#include "src/mentions/quantity/quantity.h"
#include "src/mentions/time/time.h"

namespace recount {

struct PlaceRun {
  PlaceMention mention;
  std::uint32_t first = 0, last = 0;  // tokens
  // By the pack's rules of kind `aside`: somebody comes from there or is taken there, so that what
  // its sentence tells didn't happen there by that.
  bool aside = false;
  // Words that stand for a place named before ("the capital"), no name: by rules of kind
  // `reference`.
  bool reference = false;
  // By rules of kind `dateline`: where the report was written ("LIMA, March 3 (Reuters) -").
  bool dateline = false;
};

struct Found {
  std::vector<FoundTime> times;
  std::vector<PlaceRun> places;
  std::vector<FoundQuantity> quantities;
  std::vector<FoundActor> actors;
};

// Finds all mentions and adds their arcs. Where mentions overlap, kDecides of mentions.cc settles.
// `published` is the document's own date; where it's unknown, the text's own naming of its day ("ce
// 18 mai", a dateline) sets it, inferred.
Found find_mentions(Words& words, const Document& document, const Places& places,
                    std::optional<Stamp>& published);

}  // namespace recount
