// Stands in until src/text is built: the bytes are the text, one block, the language as given.
#include "recount/text.h"

#include "src/base/base.h"

namespace recount {

Result<Document> to_document(const Page& page, const Languages&, const TextOptions&) {
  Document document;
  document.text = page.given.text ? *page.given.text : page.body;
  if (!utf8_valid(document.text)) return Error{"isn't UTF-8"};
  document.id = page.given.id ? *page.given.id : short_id('d', page.url.value_or("") + "\n" + page.sha256);
  document.page = page.sha256;
  document.url = page.url;
  document.outlet = page.given.outlet;
  document.title = page.given.title;
  document.language = page.given.language;
  const auto size = static_cast<std::uint32_t>(document.text.size());
  if (size > 0) document.blocks.push_back({BlockKind::body, {0, size}, {}, false});
  if (!page.given.text && size > 0) document.source_map.push_back({0, size, 0, size});
  return document;
}

}  // namespace recount
