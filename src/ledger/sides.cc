#include "src/ledger/sides.h"

namespace recount::ledger {
namespace {

constexpr int kFairShare = 4;  // one in so many

Sort sort_of(Measure measure) {
  switch (measure) {
    case Measure::deaths:
    case Measure::injured:
    case Measure::missing:
    case Measure::displaced:
    case Measure::damaged: return Sort::harm;
    case Measure::detained:
    case Measure::released:
    case Measure::sentenced: return Sort::detention;
    case Measure::participants: return Sort::action;
    case Measure::deployed: return Sort::force;
    default: return Sort::other;
  }
}

Sort sort_of(EventKind kind) {
  if (kind == EventKind::arrest) return Sort::detention;
  switch (nature_of(kind)) {
    case Nature::action: return Sort::action;
    case Nature::other: return Sort::other;
    default: return Sort::harm;
  }
}

Sort sort_of(PersonField field) {
  switch (field) {
    case PersonField::died:
    case PersonField::injured:
    case PersonField::missing: return Sort::harm;
    case PersonField::detained:
    case PersonField::released:
    case PersonField::sentence: return Sort::detention;
    default: return Sort::other;
  }
}

}  // namespace

Sort sort_of(const Claim& claim) {
  if (claim.kind == ClaimKind::figure) return sort_of(claim.measure);
  return claim.kind == ClaimKind::person ? sort_of(claim.field) : sort_of(claim.event_kind);
}

bool is_harmful(Sort sort) {
  return sort == Sort::harm || sort == Sort::detention || sort == Sort::force;
}

Nature nature_of(EventKind kind) {
  switch (kind) {
    case EventKind::protest:
    case EventKind::strike:
    case EventKind::blockade: return Nature::action;
    case EventKind::riot:
    case EventKind::attack:
    case EventKind::clash:
    case EventKind::arrest: return Nature::violence;
    case EventKind::fire:
    case EventKind::explosion: return Nature::either;
    case EventKind::accident:
    case EventKind::disaster: return Nature::hazard;
    default: return Nature::other;
  }
}

bool has_sides(std::optional<EventKind> event, const std::map<EventKind, int>& told) {
  auto between_sides = [](EventKind kind) {
    return nature_of(kind) == Nature::violence || nature_of(kind) == Nature::action;
  };
  if (event && between_sides(*event)) return true;
  int of_sides = 0, all = 0;
  for (const auto& [kind, count] : told) {
    all += count;
    if (kind != EventKind::arrest && between_sides(kind)) of_sides += count;
  }
  return of_sides > 0 && kFairShare * of_sides >= all;
}

bool is_side(ActorKind claimant, bool sides, Measure measure) {
  const Sort counted = sort_of(measure);
  if (!sides && counted != Sort::action && counted != Sort::detention) return false;
  switch (claimant) {
    case ActorKind::participants:
    case ActorKind::organiser:
    case ActorKind::labour_union:
    case ActorKind::armed_group:
    case ActorKind::police:
    case ActorKind::military:
    case ActorKind::government:
    case ActorKind::political_party: return true;
    default: return false;
  }
}

}  // namespace recount::ledger
