// Clusters of different pages that tell one event.
#pragma once

#include "recount/origins.h"
#include "src/ledger/clusters.h"

namespace recount::ledger {

// How documents hang together, from the links of the stage before.
class Ties {
 public:
  Ties(std::span<const DocumentRecord* const> records, const Origins& origins);
  bool copies(std::uint32_t a, std::uint32_t b) const {
    return copy_pairs_.contains(std::minmax(a, b));
  }
  // Networks: documents joined by copies, translations, outlets, sites and credit lines.
  std::uint32_t network(std::uint32_t document) const { return networks_[document]; }
  // The same without outlets and sites: one text.
  std::uint32_t text(std::uint32_t document) const { return texts_[document]; }
  // The network of an outlet or agency, by its folded name; nullopt where the set has none of that
  // name.
  std::optional<std::uint32_t> outlet(const std::string& folded) const;

 private:
  std::set<std::pair<std::uint32_t, std::uint32_t>> copy_pairs_;
  std::vector<std::uint32_t> networks_, texts_;
  std::map<std::string, std::uint32_t> outlets_;
};

// Unites across documents where the evidence has that many points (evidence.h), round by round:
// what one union tells of the days of pages lets others follow. Returns the number of keys with
// more members than meet.
std::uint32_t unite_across(Clusters& clusters, const Ties& ties, int enough);

// What a page tells of without a day, at a town, some days after the one thing of its kind that the
// set dates there, is that: pages on the days after a fire no longer say when it was.
void unite_told_later(Clusters& clusters);

}  // namespace recount::ledger
