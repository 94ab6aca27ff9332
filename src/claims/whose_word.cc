// Which of the sayings that cover a figure gives it: the smallest stretch, and of equal ones the
// nearest claimant.
#include <algorithm>
#include <tuple>

#include "src/claims/frames.h"

namespace recount::claims {

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

Sayings::Sayings(const Passage& p, std::vector<Saying> all) : p_(p), all_(std::move(all)) {
  for (std::uint32_t i = 0; i < all_.size(); ++i) by_first_.push_back(i);
  std::stable_sort(by_first_.begin(), by_first_.end(), [this](std::uint32_t a, std::uint32_t b) {
    return all_[a].first < all_[b].first;
  });
}

const Saying* Sayings::of(std::uint32_t token) const {
  const auto begins = [this](std::uint32_t t, std::uint32_t i) { return t < all_[i].first; };
  const auto end = std::upper_bound(by_first_.begin(), by_first_.end(), token, begins);
  const auto begin = end - std::min<std::ptrdiff_t>(end - by_first_.begin(), kMostSteps);
  const Saying* best = nullptr;
  for (auto at = begin; at != end; ++at) {
    const Saying& s = all_[*at];
    if (token >= s.last) continue;
    // Of two that are as near the earlier one of the text, which is the lower index.
    if (!best || nearer(s, *best, token) || (!nearer(*best, s, token) && &s < best)) best = &s;
  }
  return best;
}

const Saying* Sayings::last_before(std::uint32_t token) const {
  const auto& tokens = p_.words.tokens();
  const auto after = [](std::uint32_t sentence, const Saying& s) { return sentence < s.sentence; };
  auto at = std::upper_bound(all_.begin(), all_.end(), p_.words.sentence_of(token), after);
  for (std::size_t steps = 0; at != all_.begin() && steps < kMostSteps; ++steps) {
    const Saying& s = *--at;
    if (tokens[s.by_first].block != tokens[token].block) break;
    if (s.last <= token && tokens[s.first].block == tokens[token].block) return &s;
  }
  return nullptr;
}

const Saying* Sayings::said_at(std::uint32_t first) const {
  const auto& tokens = p_.words.tokens();
  const std::uint32_t before =  // "said ON Friday"; "said, on Friday" is another matter
      first > 0 && tokens[first - 1].kind == TokenKind::word ? first - 1 : first;
  if (before < first && p_.is(before, "relative")) return nullptr;  // "said that Friday's fire …"
  const auto in =
      std::ranges::equal_range(all_, p_.words.sentence_of(first), {}, &Saying::sentence);
  // "… tonight, our delegate says": what a comma parts from the saying is what is said.
  const auto comma = [](const Token& t) { return t.folded == ","; };
  for (const Saying& s : std::span(in).first(std::min(std::size(in), kMostSteps))) {
    if (first < s.frame_first || before > s.frame_last) continue;
    const auto end = tokens.begin() + std::max(first, s.frame_last);
    if (std::none_of(tokens.begin() + first, end, comma)) return &s;
  }
  return nullptr;
}

}  // namespace recount::claims
