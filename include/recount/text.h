// Stage 2, text: a page to its document: text, blocks that tile it, title, dates, language, source
// map.
#pragma once

#include "recount/language.h"
#include "recount/record.h"
#include "recount/result.h"

namespace recount {

struct TextOptions {
  // Of nested HTML elements, as browsers; deeper ones are flattened.
  std::uint32_t max_depth = 512;
  std::uint32_t max_attributes = 64;  // of one tag; the rest is dropped before parsing
  std::uint64_t max_text_bytes = 8u << 20;
  std::string language;  // code, for pages that show none; empty: theirs isn't known
};

// Pure function of its input. A page that can't be read as text gives an Error, in words. Given
// text (JSON Lines `text`, .txt) keeps its offsets: document.text is it, byte for byte. The
// language is the given one, else what the page declares and its words agree with, else what its
// words say, else that of the options, else nullopt. A given date that can't be read leaves
// `published` empty.
Result<Document> to_document(const Page& page, const Languages& languages,
                             const TextOptions& options = {});

}  // namespace recount
