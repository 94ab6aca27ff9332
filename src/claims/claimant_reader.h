// Whom the words of a saying's claimant mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "src/claims/frames.h"

namespace recount::claims {

// Reads claimants in the order of the text, for a pronoun or "the same source" means one who was
// named before.
class ClaimantReader {
 public:
  explicit ClaimantReader(const Passage& p) : p_(p), words_(p.words) {}

  // The sayings that follow are of that block.
  void see_block(std::uint32_t block);
  // Nobody where a pronoun means nobody who was named.
  std::optional<Claimant> of(const Rule& rule, const CaptureRun& run);

 private:
  bool begins_block(std::uint32_t token) const;
  Claimant named_by(const Rule& rule, const CaptureRun& run) const;
  std::uint32_t size_of_pronoun(const CaptureRun& run) const;
  std::optional<Claimant> last_told_of(std::uint32_t token) const;
  std::optional<Claimant> opens_before_colon(std::uint32_t token) const;
  std::optional<Claimant> picked_up(std::uint32_t token) const;
  std::string name_key_of(const CaptureRun& run) const;
  const PlaceMention* place_in(const CaptureRun& run) const;
  const FoundActor* actor_in(const CaptureRun& run) const;

  const Passage& p_;
  const Words& words_;
  std::optional<Claimant> last_named_;   // in the block: what a pronoun picks up
  std::optional<Claimant> named_above_;  // in the paragraph above
  std::optional<Claimant> last_source_;  // in the document: "the same source"
  std::uint32_t block_ = UINT32_MAX;
};

}  // namespace recount::claims
