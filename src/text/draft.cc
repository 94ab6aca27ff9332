#include "src/text/draft.h"

namespace recount::text {

std::vector<Block> tiled(const std::vector<Draft>& drafts, std::uint32_t text_size) {
  std::vector<Block> blocks;
  blocks.reserve(drafts.size() + 1);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    const std::uint32_t end = i + 1 < drafts.size() ? drafts[i + 1].span.begin : text_size;
    Block block;
    block.kind = draft.kind;
    block.span = {i == 0 ? 0 : draft.span.begin, end};
    block.time = draft.time;
    block.section = draft.section;
    blocks.push_back(std::move(block));
  }
  if (blocks.empty() && text_size > 0) {
    Block block;
    block.span = {0, text_size};
    blocks.push_back(block);
  }
  return blocks;
}

}  // namespace recount::text
