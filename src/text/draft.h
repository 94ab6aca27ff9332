// A block before it is decided what it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "recount/record.h"

namespace recount::text {

struct Draft {
  Span span;  // the block's own words, without white space around
  BlockKind kind = BlockKind::body;
  bool section = false;
  std::optional<std::string> time;
  bool decided =
      false;  // the markup says what it is: words don't overrule it, except to make it no source
  bool heading = false;             // the markup makes it a heading
  std::optional<std::string> href;  // of the first link, resolved as far as the page allows
  Span link;                        // its words
  bool alternate = false;           // that link leads to this page in another language
  std::uint32_t parent = 0;         // blocks of one parent element share it
};

// `drafts` to blocks that tile `text`: each takes what follows it up to the next one. REQUIRES:
// sorted, apart.
std::vector<Block> tiled(const std::vector<Draft>& drafts, std::uint32_t text_size);

}  // namespace recount::text
