// Any bytes as a page, read to the end: what comes out must be a whole record. Its blocks cover the
// text, its spans lie on code points, and as JSON it reads back the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "recount/build_config.h"
#include "recount/read.h"
#include "recount/record_json.h"
#include "src/base/base.h"

namespace {

using namespace recount;

const Languages& languages() {
  static const Languages kLanguages = [] {
    auto loaded = Languages::load({std::string(kSourceDirectory) + "/languages"});
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return kLanguages;
}

const Places& places() {
  static const Places kPlaces = [] {
    auto loaded = Places::load(Places::default_file());
    return loaded ? std::move(*loaded) : Places();
  }();
  return kPlaces;
}

void check_blocks(const Document& document) {
  std::uint32_t at = 0;
  for (const Block& block : document.blocks) {
    if (block.span.begin != at || block.span.end < at) std::abort();
    at = block.span.end;
  }
  if (at != document.text.size()) std::abort();
}

}  // namespace

// The last byte chooses how the page comes; a line end, as files have it: HTML that says nothing of
// itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::uint8_t last = bytes[size - 1];
  Page page;
  page.source = "fuzz";
  page.media_type = (last & 1) == 0 ? "text/html" : "text/plain";
  if ((last & 4) != 0) page.given.language = (last & 16) != 0 ? "fr" : "en";
  if ((last & 32) != 0) page.given.published = "2020-02-29";
  page.body.assign(reinterpret_cast<const char*>(bytes), size);
  page.sha256 = sha256_hex(page.body);
  const auto record = read_page(page, languages(), places());
  if (!record) return 0;
  check_blocks(record->document);
  const std::string line = to_json(*record, languages().summaries());
  const auto again = record_from_json(line);
  if (!again || to_json(*again, languages().summaries()) != line) std::abort();
  return 0;
}
