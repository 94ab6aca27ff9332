// Any bytes under any declared encoding: valid UTF-8 comes out, and its runs tile it and stay
// inside the page.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "src/base/base.h"
#include "src/text/charset.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace recount;
  if (size == 0) return 0;
  const std::string_view input(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  // The first line may name the encoding, as a header would.
  const bool declared = (bytes[0] & 1) != 0;
  const std::size_t line = std::min(input.find('\n'), input.size());
  const std::string name =
      declared ? std::string(input.substr(0, std::min<std::size_t>(line, 64))) : "";
  const std::string_view body = declared ? input.substr(std::min(line + 1, input.size())) : input;
  const text::Utf8Page page = text::to_utf8(body, name, (bytes[0] & 2) != 0);
  check(utf8_valid(page.text));
  std::size_t at = 0;
  for (const SourceRun& run : page.runs) {
    check(run.text_begin == at && run.text_end >= run.text_begin);
    check(run.page_begin <= run.page_end && run.page_end <= body.size());
    at = run.text_end;
  }
  check(at == page.text.size());
  (void)text::charset_of_content_type(input.substr(0, 200));
  (void)text::charset_of_html(body);
  return 0;
}
