// What must hold before two figures of one event are set against each other: that they count one
// thing.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "recount/ledger.h"
#include "src/ledger/word_of.h"

namespace recount::ledger {

class Comparable {
 public:
  // `lines` and `first`, the claim shown of each, outlive this.
  Comparable(const Clusters& clusters, const std::vector<Line>& lines,
             const std::vector<std::uint32_t>& first);

  // One of several figures of a sentence on one word ("118 protesters and 17 officers"), wherever
  // it's told: no total.
  bool is_of_list(std::size_t line) const { return listed_[line]; }
  // Does one sentence give both on one word, and not the one as the other's former value?
  bool in_one_list(std::size_t a, std::size_t b) const;
  // Is the one told as the former value of the other: a of b?
  bool is_former(std::size_t a, std::size_t b) const;

  // Of two claimants: may what contradicts be of two places, days, moments or series, or told as
  // two counts by one page, or be the word of two offices of one state at two moments?
  bool may_count_two(std::size_t a, std::size_t b) const;
  // Are they of two places, days or times?
  bool are_elsewhere(std::size_t a, std::size_t b) const;

 private:
  using Told = std::pair<std::uint32_t, std::string>;  // document, claimant's key

  const Claim& claim(std::uint32_t atom) const { return *clusters_.atom(atom).claim; }
  std::vector<std::uint32_t> claims_of(std::size_t line) const;
  void find_lists();
  bool is_tied(std::uint32_t a, std::uint32_t b) const;
  bool are_of_two_times(std::uint32_t a, std::uint32_t b) const;
  bool told_as_two(std::size_t a, std::size_t b) const;

  const Clusters& clusters_;
  const std::vector<Line>& lines_;
  const std::vector<std::uint32_t>& first_;
  std::vector<bool> listed_;
  std::vector<std::set<Told>> told_;
};

}  // namespace recount::ledger
