// Pages that are a body's own statement: a hospital's bulletin, a union's communiqué. What such a
// page says in its own voice is that body's word, first-hand.
#pragma once

#include <deque>
#include <span>
#include <unordered_map>

#include "recount/record.h"

namespace recount::ledger {

// The outlet is a body where the page names it so among those who act ("Arlow Regional Hospital" on
// the page of an outlet of that name): not a medium, nor a name of one word that may be any.
class Statements {
 public:
  // Linear in the pages' claims and actors. REQUIRES: the records outlive this.
  explicit Statements(std::span<const DocumentRecord* const> records);

  // The claim, on the word of the body whose page it stands on; the claim itself elsewhere.
  const Claim& of(const Claim& claim) const;

 private:
  std::deque<Claim> claims_;
  std::unordered_map<const Claim*, const Claim*> said_;
};

}  // namespace recount::ledger
