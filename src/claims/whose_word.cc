// Which of the sayings that cover a figure gives it: the smallest stretch, and of equal ones the
// nearest claimant.
#include <algorithm>
#include <tuple>

#include "src/claims/frames.h"

namespace recount::claims {

const Saying* last_saying_before(const Passage& p, const std::vector<Saying>& all,
                                 std::uint32_t token) {
  const Saying* best = nullptr;
  for (const Saying& s : all)
    if (s.last <= token && p.words.tokens()[s.first].block == p.words.tokens()[token].block)
      best = &s;
  return best;
}

namespace {

// How far a saying's claimant stands from a token. "3 000 according to A, 900 according to B": what
// follows a figure is nearer to it than what stands before.
std::uint32_t claimant_distance(const Saying& s, std::uint32_t token) {
  constexpr std::uint32_t kBehind = 5;
  return s.by_first >= token ? s.by_first - token : token - std::min(token, s.by_last) + kBehind;
}

// The smaller stretch; of equal ones that of somebody known, then what somebody passed on, then the
// nearer one.
bool nearer(const Saying& a, const Saying& b, std::uint32_t token) {
  const auto order = [&](const Saying& s) {
    return std::tuple(s.last - s.first, s.claimant.kind == ActorKind::unknown,
                      s.claimant.via.empty(), claimant_distance(s, token));
  };
  return order(a) < order(b);
}

}  // namespace

const Saying* saying_of(const std::vector<Saying>& all, std::uint32_t token) {
  const Saying* best = nullptr;
  for (const Saying& s : all)
    if (token >= s.first && token < s.last && (!best || nearer(s, *best, token))) best = &s;
  return best;
}

}  // namespace recount::claims
