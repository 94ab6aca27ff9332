// Any bytes as a page of HTML or plain text: blocks tile the text, runs stay inside text and page.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include "src/base/base.h"
#include "src/text/text.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_document(const recount::Page& page, const recount::Document& document) {
  check(recount::utf8_valid(document.text));
  std::uint32_t at = 0;
  for (const recount::Block& block : document.blocks) {
    check(block.span.begin == at && block.span.end > at);
    at = block.span.end;
  }
  check(at == document.text.size());
  std::uint32_t text = 0;
  for (const recount::SourceRun& run : document.source_map) {
    check(run.text_begin >= text && run.text_end > run.text_begin &&
          run.text_end <= document.text.size());
    check(run.page_begin <= run.page_end && run.page_end <= page.body.size());
    text = run.text_end;
  }
  if (document.published && document.published->span)
    check(document.published->span->end <= document.text.size());
  for (const recount::Lead& lead : document.leads) check(lead.span.end <= document.text.size());
}

// With the packs' cues and days where they are there.
recount::Languages loaded() {
  auto languages = recount::Languages::load({recount::Languages::default_directory()});
  return languages.ok() ? std::move(languages.value()) : recount::Languages();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const recount::Languages languages = loaded();
  if (size < 1 || size > (1u << 16)) return 0;
  recount::Page page;
  page.source = "fuzz";
  page.body.assign(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  page.media_type = (bytes[0] & 1) != 0 ? "text/html" : "text/plain";
  if ((bytes[0] & 2) != 0) page.headers["content-type"] = "text/html; charset=windows-1251";
  if ((bytes[0] & 4) != 0) page.url = "https://a.example/2020/01/02/x";
  const auto document = recount::to_document(page, languages);
  if (document.ok()) check_document(page, *document);
  return 0;
}
