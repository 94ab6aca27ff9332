// Which pages print each other's text. Broder's resemblance and containment (1997) over six-word
// runs: documents that share a run of the sample meet, and are then compared on all their runs.
// Resemblance (shared / all) tells a copy of the whole; containment (shared / the shorter one's)
// tells that one prints a part of the other.
#include "src/origins/copies.h"

#include <algorithm>
#include <set>
#include <string>

#include "src/base/base.h"
#include "src/origins/members.h"

namespace recount::origins {
namespace {

// Percent. On news/gilets-jaunes (2,162 French articles, 20 November 2026): across outlets 216
// pairs of resemblance .9 and more and 93 from .5, as its readers counted. On the open half of
// tests/gold/pairs (27 November 2026) readers call 56 French pairs partial copies, of 10 percent of
// containment and 11 runs at least, 53 of them of 18 runs and more; no independent pair shares
// more than 5. Of the Russian posts of channels, independent ones share up to 34 runs in 146, which
// stand at the head and foot of both, and up to 14 elsewhere (an advertisement).
constexpr std::size_t kNearCopy = 50;
constexpr std::size_t kPartialCopy = 10;
constexpr std::size_t kLeastShared = 18;  // runs, without those of head and foot: 23 words in a row
constexpr std::size_t kLeastOfCopy =
    16;  // runs: two short notes in the same set words aren't copies

std::pair<std::string, std::string> direction(const Document& a, const Document& b) {
  const auto day_a = known_day(a), day_b = known_day(b);
  if (!day_a.empty() && !day_b.empty() && day_a < day_b) return {b.id, a.id};
  return {a.id, b.id};
}

void compare(const Document& a, const Document& b, const Runs& of_a, const Runs& of_b,
             std::vector<OriginLink>& links) {
  const std::size_t both = shared(of_a.all, of_b.all);
  const std::size_t all = of_a.all.size() + of_b.all.size() - both;
  const std::size_t least = std::min(of_a.all.size(), of_b.all.size());
  if (both == 0) return;
  const std::size_t resemblance = 100 * both / all, containment = 100 * both / least;
  const auto [from, to] = direction(a, b);
  const std::string evidence =
      std::to_string(both) + " of " + std::to_string(least) + " six-word runs";
  if (resemblance >= kNearCopy && both >= kLeastOfCopy)
    links.push_back({LinkKind::near_copy, from, to, static_cast<int>(resemblance), evidence});
  else if (containment >= kPartialCopy && both >= kLeastShared + shared_at_edges(of_a, of_b))
    links.push_back({LinkKind::partial_copy, from, to, static_cast<int>(containment), evidence});
}

}  // namespace

std::uint32_t link_copies(std::span<const DocumentRecord* const> records,
                          const std::vector<Runs>& runs, std::vector<OriginLink>& links) {
  Members members;
  for (std::uint32_t i = 0; i < records.size(); ++i)
    for (std::uint64_t key : sample(runs[i].all)) members.add(key, i);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  const std::uint32_t capped = members.each_pair([&](auto a, auto b) { pairs.emplace_back(a, b); });
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  for (auto [a, b] : pairs)
    compare(records[a]->document, records[b]->document, runs[a], runs[b], links);
  return capped;
}

}  // namespace recount::origins
