// Actors: bodies and people that do or say something, found by the pack's rules of kind `actor`.
//
// Captures: `it` the actor's own words (else the whole match) · `head` the word that decides
// (actor=KIND name=… key=…) · `name` the words of a proper name, instead of the head's name=.
// Features of the head line: kind= name= key=.
#pragma once

#include <vector>

#include "recount/record.h"
#include "src/language/language.h"

namespace recount {

struct FoundActor {
  ActorMention mention;
  std::uint32_t first = 0, last = 0;  // tokens
  std::string_view rule;              // its name
  Symbol kind = kNoSymbol;            // the mention's
};

// By position, without overlap.
std::vector<FoundActor> find_actors(const Words& words);

}  // namespace recount
