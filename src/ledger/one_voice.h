// Are two names those of one claimant? A body has a long name and an acronym, a person is named in
// full and then by one name, and whoever speaks for a body gives the body's figure. Two names of
// one claimant counted as two origins are the worst that the ledger could print, so there are two
// questions: what surely is one, and what may be.
#pragma once

#include <map>
#include <span>

#include "recount/record.h"

namespace recount::ledger {

// Acronyms that pages put in brackets behind a name: "the Port Workers' Union (PWU)", and the other
// way round.
class Acronyms {
 public:
  // Linear in what the pages name.
  explicit Acronyms(std::span<const DocumentRecord* const> records);

  // The acronym of a claimant, folded: one that pages put beside its name, or the word of its name
  // that is nothing but capitals ("the PWU", "PWU also"). Empty: none.
  std::string of(const Claimant& claimant) const;

 private:
  std::map<std::string, std::string> behind_;  // by key of the actor; empty: pages give several
};

// REQUIRES: both known. One body or person: equal keys · one acronym, or an acronym and the words
// whose initials it is · a name whose words are all in the other ("Weld", "Mayor Anna Weld"), where
// neither is of another kind.
bool one_body(const Acronyms& acronyms, const Claimant& a, const Claimant& b);

// Sides and offices that speak with one voice ("the ministry", "the police").
bool one_voice(const Claimant& a, const Claimant& b);
bool of_the_state(ActorKind kind);

// Surely one origin, asked of claims that give one number: one body, one voice, or a common noun
// beside a name ("the hospital").
bool one_claimant(const Acronyms& acronyms, const Claimant& a, const Claimant& b);

// Nothing on the pages excludes that it's one: a person, who may speak for any body; a medium,
// which may pass on any word; one whose kind isn't known; a common noun beside a name of its kind;
// bodies whose names share a word.
bool may_be_one(const Acronyms& acronyms, const Claimant& a, const Claimant& b);

// How many the claimants of one number are: at most, where only what surely is one is counted once;
// at least, where all that may be one is.
struct Voices {
  int most = 0, least = 0;
};
Voices count_voices(const Acronyms& acronyms, std::span<const Claimant* const> claimants);

bool has_capital(std::string_view name);

}  // namespace recount::ledger
