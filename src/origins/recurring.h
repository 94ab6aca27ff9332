// Blocks that stand in several documents: teasers, notices, menus.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "recount/origins.h"

namespace recount::origins {

// Blocks of a set by their folded text.
class Recurring {
 public:
  // REQUIRES: records sorted by document id; they outlive this.
  explicit Recurring(std::span<const DocumentRecord* const> records);

  // By document, by block: stands in another document too, at a place where furniture stands (not a
  // source, or at the foot). Copies are sought without these.
  const std::vector<std::vector<bool>>& at_edge() const { return at_edge_; }

  // Marks the blocks that recur although their documents aren't copies of each other; links
  // documents that share a teaser, related links or a menu (one site's).
  void mark(std::vector<OriginLink>& links, std::vector<RecurringBlock>& recurring) const;

 private:
  struct Copy {
    std::uint64_t hash = 0;
    std::uint32_t document = 0, block = 0, words = 0;
    auto operator<=>(const Copy&) const = default;
  };
  using Copies = std::span<const Copy>;
  void find_edges();
  void mark_group(Copies copies, const std::vector<std::uint32_t>& copy_groups,
                  std::vector<OriginLink>& links, std::vector<RecurringBlock>& recurring) const;
  void link_site(Copies copies, std::vector<OriginLink>& links) const;
  template <class F>
  void each_group(F&& group) const;

  std::span<const DocumentRecord* const> records_;
  std::vector<Copy> copies_;  // sorted; only those whose hash several documents have
  std::vector<std::vector<bool>> at_edge_;
};

}  // namespace recount::origins
