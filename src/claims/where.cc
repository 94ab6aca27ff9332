// The place of a claim: the nearest of its sentence, the finer one where two stand about as near;
// else the place that its block or its section's heading told of. A place from which or to which
// somebody goes, one that is part of the claimant's name, and a town beside a count of the whole
// country are none of it.
#include <algorithm>

#include "src/claims/surroundings.h"

namespace recount::claims {
namespace {

ClaimPlace place_of(const PlaceMention& m) {
  ClaimPlace p;
  p.span = m.span;
  p.name = m.name;
  p.id = m.id;
  p.country = m.country;
  p.precision = m.precision;
  return p;
}

std::uint32_t fineness(const PlaceMention& m) {
  if (m.precision == "country") return 1;
  if (m.precision == "region") return 2;
  return 3;
}

class WhereFinder {
 public:
  explicit WhereFinder(const Surroundings& around)
      : a_(around), p_(around.p), d_(around.draft), s_(around.sentence) {}

  void set() {
    const bool dependent = a_.whole != nullptr;
    const std::uint32_t from = dependent ? d_.first : s_.first;
    const std::uint32_t end = std::min(s_.last, d_.former_from);
    const PlaceRun* best = nearest(from, std::min(end, d_.reach));
    if (!best && dependent) {
      d_.claim.place = a_.whole->claim.place;
      return;
    }
    if (!best && d_.reach < end) best = nearest(from, end);
    if (!best && !everywhere()) best = earlier();
    if (best) d_.claim.place = place_of(best->mention);
  }

 private:
  const PlaceRun* nearest(std::uint32_t first, std::uint32_t last) const {
    // tokens: a country stands that much farther than a region
    constexpr std::uint32_t kCoarser = 4;
    const PlaceRun* best = nullptr;
    std::uint32_t near = UINT32_MAX;
    const bool wide = everywhere();
    for (const PlaceRun& r : a_.near_key(p_.found.places, first, last)) {
      if (r.last > last || r.aside || in_claimant(r) || (wide && fineness(r.mention) > 2)) continue;
      const std::uint32_t d = a_.distance(r.first, r.last) + (r.first < d_.first ? 3 : 0) +
                              (3 - fineness(r.mention)) * kCoarser;
      if (d < near) near = d, best = &r;
    }
    return best;
  }

  // "12,000 nationwide": a count of a whole country isn't of the town named beside it.
  bool everywhere() const {
    if (!a_.is_figure()) return false;
    constexpr std::uint32_t kBefore = 4, kBehind = 10;  // tokens: nearer than another figure's town
    const std::uint32_t first = std::max(a_.clause_first, d_.first - std::min(d_.first, kBefore));
    const std::uint32_t last = std::min(a_.clause_last, d_.last + kBehind);
    return a_.find_word(first, last, "everywhere") < last;
  }

  // "the mayor of X says": X is no place of the event by that.
  bool in_claimant(const PlaceRun& r) const {
    const auto& span = d_.claim.claimant.span;
    return span && span->contains(r.mention.span);
  }

  // The finest place named before in the block, the latest of them; else in the heading of the
  // section.
  const PlaceRun* earlier() const {
    const std::uint32_t block = a_.block();
    if (const PlaceRun* r = finest(a_.before_sentence(p_.found.places))) return r;
    const std::uint32_t stop = block - std::min<std::uint32_t>(block, kMostSteps);
    for (std::uint32_t b = block; b > stop; --b)
      if (p_.document.blocks[b - 1].kind == BlockKind::headline)
        return finest(a_.of_block(p_.found.places, b - 1));
    return block <= kReachOfLead ? lead_place() : nullptr;
  }
  // Of a longer text a reader doesn't carry the place so far (gold of fr, en, ru, 2026-11).
  static constexpr std::uint32_t kReachOfLead = 8;  // blocks
  // A text without a heading (a post) opens with what a heading would say.
  const PlaceRun* lead_place() const {
    const auto& blocks = p_.document.blocks;
    for (std::uint32_t b = 0; b < a_.block(); ++b)
      if (blocks[b].kind == BlockKind::body) return finest(a_.of_block(p_.found.places, b));
    return nullptr;
  }
  static const PlaceRun* finest(std::span<const PlaceRun> runs) {
    const PlaceRun* best = nullptr;
    for (const PlaceRun& r : runs.last(std::min(runs.size(), kMostSteps)))
      if (!r.aside && (!best || fineness(r.mention) >= fineness(best->mention))) best = &r;
    return best;
  }

  const Surroundings& a_;
  const Passage& p_;
  Draft& d_;
  const Sentence s_;
};

}  // namespace

void set_place(const Surroundings& around) { WhereFinder(around).set(); }

}  // namespace recount::claims
