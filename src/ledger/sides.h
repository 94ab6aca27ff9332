// What sort of thing a claim tells of, and who is a side in it.
#pragma once

#include <map>
#include <optional>

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

// Has an event that is named so (none: unknown), and of which these kinds are told so often, sides?
// Where it's named violence or an action, or these are one in four of the things told of it: a
// clash that one page tells beside a fire that all tell of makes no sides in the fire.
bool has_sides(std::optional<EventKind> event, const std::map<EventKind, int>& told);

// Is a claimant of this kind a side, asked of a figure of this measure? Where the event has sides,
// or the figure counts people at an action or held ones, sides are
//
//   participants, organiser, union     the people of the action
//   armed_group
//   police, military, government      the state
//   political_party
//
// and nobody else; in a fire, an explosion, an accident or a disaster alone nobody is a side of its
// dead and hurt. A government that is said to have caused a fire, or an owner in an accident, is a
// side too; neither can be told from kinds, so it isn't claimed.
bool is_side(ActorKind claimant, bool sides, Measure measure);

}  // namespace recount::ledger
