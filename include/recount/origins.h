// Stage 6, origins: which documents and claims rest on which. Functions of sets; no store, no
// order.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recount/record.h"

namespace recount {

enum class LinkKind : std::uint8_t {
  credit_line,
  cited_claimant,
  near_copy,
  partial_copy,
  translation,
  same_network,
  restatement,
  same_figure_and_wording
};
template <>
struct Names<LinkKind> {
  static constexpr std::array<std::string_view, 8> rows{
      "credit_line", "cited_claimant", "near_copy",   "partial_copy",
      "translation", "same_network",   "restatement", "same_figure_and_wording"};
};

// `from` rests on `to`. Both are ids of documents, save: `to` of a credit_line is "agency:NAME"
// where the agency's own page isn't in the set; restatement and same_figure_and_wording go from
// claim to claim; cited_claimant from a claim to the document that is its claimant's own. Where the
// direction isn't known (same_network, undated copies) from < to.
struct OriginLink {
  LinkKind kind = LinkKind::near_copy;
  std::string from, to;
  int score = 0;         // 0–100
  std::string evidence;  // for people: "212 of 230 six-word runs", "credit line (KNA)"
  auto operator<=>(const OriginLink&) const = default;
};

// Blocks that stand in several documents (teasers, notices): never a source.
struct RecurringBlock {
  std::string document;
  Span span;
  std::uint64_t key = 0;  // the same for the same words
};

struct Origins {
  std::vector<OriginLink> links;          // sorted
  std::vector<RecurringBlock> recurring;  // sorted by document, span
  // Keys with more members than the cap, of which only the first were compared.
  std::uint32_t capped = 0;
};

// Keys under which a document may meet others (shingle hashes, named places with figures, …); the
// members of a key are linked. Bounded a document, so that the whole is linear in the number of
// documents.
std::vector<std::uint64_t> link_keys(const DocumentRecord& record);

// The key of a block by its folded words; nullopt where it has too few to be known elsewhere.
std::optional<std::uint64_t> recurring_key(std::string_view text, Span block);

// Document-level links and recurring blocks of a set. The same set in any order gives the same
// result.
Origins link(std::span<const DocumentRecord* const> records);

}  // namespace recount
