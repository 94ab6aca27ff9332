// Places that pages name together: "Canal Wharf, in the port of Arlow". The gazetteer lacks the
// wharf; the page says in which town it lies.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recount/record.h"
#include "src/ledger/atoms.h"

namespace recount::ledger {

// The town of a place, and who says so.
struct Town {
  ClaimPlace place;
  std::uint32_t document = 0;
  Span words;  // of the document: from the place to its town
};

class SaidTogether {
 public:
  // Reads the pages for the places of the atoms that the gazetteer lacks; linear in what pages say
  // of places. REQUIRES: records sorted by document id, atoms by document; both outlive this.
  SaidTogether(std::span<const DocumentRecord* const> records, const std::vector<Atom>& atoms);

  // The town that pages name after `place`; nullptr where none does, or where they name several (a
  // Station Street is in many towns).
  const Town* town_of(const ClaimPlace& place) const;

 private:
  void read(const DocumentRecord& record, std::uint32_t number, std::span<const Atom> atoms);
  std::optional<ClaimPlace> town_after(std::string_view text, Span place,
                                       const PlaceMention* next) const;
  static bool told_of_both(const std::set<std::pair<std::uint32_t, std::uint32_t>>& told,
                           std::uint32_t place, std::uint32_t town);
  void offer(const std::string& key, const Town& town);

  std::map<std::string, ClaimPlace> names_;           // of atoms, by skeleton
  std::map<std::string, std::optional<Town>> towns_;  // by skeleton; nullopt: several
};

}  // namespace recount::ledger
