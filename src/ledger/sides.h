// What sort of thing a claim tells of, and who is a side in it.
#pragma once

#include <set>

#include "recount/record.h"

namespace recount::ledger {

// The coarse sort by which claims of one page find each other.
enum class Sort : std::uint8_t { harm, detention, action, force, other };
Sort sort_of(const Claim& claim);
// Harm, detention, force: what is done to people, or sent against them.
bool is_harmful(Sort sort);

// Protest, strike and blockade are actions; attack, clash, riot and arrest violence between sides;
// fire and explosion either; accident and disaster hazards; the rest other.
enum class Nature : std::uint8_t { action, violence, either, hazard, other };
Nature nature_of(EventKind kind);

// Is a claimant of this kind a side in an event of these kinds? Where violence or an action (or
// both) is told, sides are
//
//   participants, organiser, union     the people of the action
//   armed_group
//   police, military, government      the state
//   political_party
//
// and nobody else; in a fire, an explosion, an accident or a disaster alone nobody is. A government
// that is said to have caused a fire, or an owner in an accident, is a side too; neither can be
// told from kinds alone, so it isn't claimed. An event whose kinds are unknown has no sides.
bool is_side(ActorKind claimant, const std::set<EventKind>& kinds);

}  // namespace recount::ledger
