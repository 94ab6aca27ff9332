#include "src/origins/shingles.h"

#include <algorithm>

#include "src/base/base.h"
#include "src/origins/words.h"

namespace recount::origins {
namespace {

using Words = std::vector<std::uint64_t>;

// Runs within the words that both begin with.
std::size_t common_runs(const Words& a, const Words& b) {
  const auto most = std::min(a.size(), b.size());
  std::size_t words = 0;
  while (words < most && a[words] == b[words]) ++words;
  return words < kShingleWords ? 0 : words - kShingleWords + 1;
}

}  // namespace

Runs runs_of(const Document& document, const std::vector<bool>& left_out) {
  std::vector<std::uint64_t> words;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (!is_source(block.kind) || (i < left_out.size() && left_out[i])) continue;
    for (const Word& word : words_of(document.text, block.span)) words.push_back(word.hash);
  }
  Runs out;
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    const auto* bytes = reinterpret_cast<const char*>(words.data() + i);
    out.all.push_back(hash64({bytes, kShingleWords * sizeof(std::uint64_t)}));
  }
  std::sort(out.all.begin(), out.all.end());
  out.all.erase(std::unique(out.all.begin(), out.all.end()), out.all.end());
  const auto edge = static_cast<std::ptrdiff_t>(std::min(words.size(), kEdgeWords));
  out.head.assign(words.begin(), words.begin() + edge);
  out.foot.assign(words.rbegin(), words.rbegin() + edge);
  return out;
}

Shingles sample(const Shingles& shingles) {
  constexpr std::size_t kMost = 512;
  Shingles out;
  for (std::uint64_t shingle : shingles) {
    if (out.size() == kMost) break;
    if (shingle % 4 == 0) out.push_back(shingle);
  }
  return out;
}

std::size_t shared(const Shingles& a, const Shingles& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j])
      ++count, ++i, ++j;
    else if (a[i] < b[j])
      ++i;
    else
      ++j;
  }
  return count;
}

std::size_t shared_at_edges(const Runs& a, const Runs& b) {
  return common_runs(a.head, b.head) + common_runs(a.foot, b.foot);
}

std::string_view known_day(const Document& document) {
  if (!document.published) return {};
  const std::string_view value = document.published->value;
  if (value.size() < 10 || value.substr(0, 10).find('X') != std::string_view::npos) return {};
  return value;
}

}  // namespace recount::origins
