// What stands in several pages and belongs to none. A page alone can't tell a teaser from a
// paragraph; a set can: the same folded block under different articles. A paragraph that one
// article took from another recurs too, so it counts as furniture only where furniture stands: it
// isn't a source anyway; or it stands in three texts at least with nothing but short lines,
// furniture and further recurring blocks after it; or it's short and recurs often. Never among
// copies of one text.
#include "src/origins/recurring.h"

#include <algorithm>
#include <map>
#include <set>

#include "src/base/base.h"
#include "src/origins/members.h"
#include "src/origins/words.h"

namespace recount {
namespace origins {
namespace {

constexpr std::uint32_t kLeastWords = 8;       // of a block that may be recognised elsewhere
constexpr std::uint32_t kLeastMenuWords = 12;  // menus of a few words are alike on many sites
constexpr std::uint32_t kInlineWords = 40;     // a longer block inside the text is text
constexpr std::size_t kInlineGroups = 4;
constexpr std::size_t kFootGroups = 3;  // two articles that end alike took it from each other

std::uint64_t folded_hash(const std::vector<Word>& words) {
  std::string bytes;
  for (const Word& word : words)
    bytes.append(reinterpret_cast<const char*>(&word.hash), sizeof word.hash);
  return hash64(bytes);
}

bool shows_site(BlockKind kind, std::uint32_t words) {
  if (kind == BlockKind::navigation) return words >= kLeastMenuWords;
  return kind == BlockKind::teaser || kind == BlockKind::related;
}

}  // namespace
}  // namespace origins

std::optional<std::uint64_t> recurring_key(std::string_view text, Span block) {
  const auto words = origins::words_of(text, block);
  if (words.size() < origins::kLeastWords) return std::nullopt;
  return origins::folded_hash(words);
}

namespace origins {

template <class F>
void Recurring::each_group(F&& group) const {
  for (std::size_t begin = 0; begin < copies_.size();) {
    std::size_t end = begin;
    while (end < copies_.size() && copies_[end].hash == copies_[begin].hash) ++end;
    group(Copies(copies_).subspan(begin, end - begin));
    begin = end;
  }
}

Recurring::Recurring(std::span<const DocumentRecord* const> records) : records_(records) {
  std::vector<Copy> all;
  for (std::uint32_t d = 0; d < records.size(); ++d) {
    const Document& document = records[d]->document;
    for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
      const auto words = words_of(document.text, document.blocks[b].span);
      if (words.size() >= kLeastWords)
        all.push_back({folded_hash(words), d, b, static_cast<std::uint32_t>(words.size())});
    }
  }
  std::sort(all.begin(), all.end());
  copies_.swap(all);
  each_group([&](Copies copies) {
    if (copies.front().document != copies.back().document)
      all.insert(all.end(), copies.begin(), copies.end());
  });
  copies_.swap(all);
  find_edges();
}

void Recurring::find_edges() {
  std::vector<std::vector<bool>> elsewhere(records_.size());
  for (std::size_t d = 0; d < records_.size(); ++d)
    elsewhere[d].resize(records_[d]->document.blocks.size());
  each_group([&](Copies copies) {
    std::set<std::uint32_t> documents;
    for (const Copy& copy : copies) documents.insert(copy.document);
    for (const Copy& copy : copies) {
      const bool source = is_source(records_[copy.document]->document.blocks[copy.block].kind);
      elsewhere[copy.document][copy.block] = !source || documents.size() >= kFootGroups;
    }
  });
  at_edge_.resize(records_.size());
  for (std::size_t d = 0; d < records_.size(); ++d) {
    const Document& document = records_[d]->document;
    at_edge_[d].resize(document.blocks.size());
    bool foot = true;
    std::uint64_t source = 0, edge = 0;
    for (std::size_t b = document.blocks.size(); b-- > 0;) {
      const Block& block = document.blocks[b];
      const std::size_t words =
          foot || elsewhere[d][b] ? words_of(document.text, block.span).size() : kLeastWords;
      foot = foot && (!is_source(block.kind) || elsewhere[d][b] || words < kLeastWords);
      at_edge_[d][b] = elsewhere[d][b] && (foot || !is_source(block.kind));
      if (!is_source(block.kind)) continue;
      source += block.span.size();
      edge += at_edge_[d][b] ? block.span.size() : 0;
    }
    if (2 * edge <= source) continue;
    // Most of the page stands elsewhere: it's a copy, not an article over furniture.
    for (std::size_t b = 0; b < document.blocks.size(); ++b)
      if (is_source(document.blocks[b].kind)) at_edge_[d][b] = false;
  }
}

void Recurring::link_site(Copies copies, std::vector<OriginLink>& links) const {
  const Document& first = records_[copies.front().document]->document;
  for (const Copy& copy : copies) {
    const Document& other = records_[copy.document]->document;
    const BlockKind kind = other.blocks[copy.block].kind;
    if (other.id == first.id) continue;
    if (!shows_site(kind, copy.words) ||
        !shows_site(first.blocks[copies.front().block].kind, copy.words))
      continue;
    links.push_back({LinkKind::same_network, first.id, other.id, 90,
                     "the same " + std::string(name_of(kind)) + " of " +
                         std::to_string(copy.words) + " words"});
  }
}

void Recurring::mark_group(Copies copies, const std::vector<std::uint32_t>& copy_groups,
                           std::vector<OriginLink>& links,
                           std::vector<RecurringBlock>& recurring) const {
  std::set<std::uint32_t> groups;
  for (const Copy& copy : copies) groups.insert(copy_groups[copy.document]);
  if (groups.size() < 2) return;
  const bool often = groups.size() >= kInlineGroups && copies.front().words <= kInlineWords;
  for (const Copy& copy : copies) {
    const bool source = is_source(records_[copy.document]->document.blocks[copy.block].kind);
    const bool edge =
        at_edge_[copy.document][copy.block] && (!source || groups.size() >= kFootGroups);
    if (often || edge)
      recurring.push_back({records_[copy.document]->document.id,
                           records_[copy.document]->document.blocks[copy.block].span, copy.hash});
  }
  link_site(copies, links);
}

void Recurring::mark(std::vector<OriginLink>& links, std::vector<RecurringBlock>& recurring) const {
  std::map<std::string_view, std::uint32_t> numbers;
  for (std::uint32_t d = 0; d < records_.size(); ++d) numbers[records_[d]->document.id] = d;
  Components components(records_.size());
  for (const OriginLink& link : links)
    if (link.kind == LinkKind::near_copy || link.kind == LinkKind::partial_copy)
      components.unite(numbers.at(link.from), numbers.at(link.to));
  std::vector<std::uint32_t> groups(records_.size());
  for (std::uint32_t d = 0; d < records_.size(); ++d) groups[d] = components.find(d);
  each_group([&](Copies copies) { mark_group(copies, groups, links, recurring); });
  std::sort(recurring.begin(), recurring.end(),
            [](const RecurringBlock& a, const RecurringBlock& b) {
              return std::tie(a.document, a.span) < std::tie(b.document, b.span);
            });
}

}  // namespace origins
}  // namespace recount
