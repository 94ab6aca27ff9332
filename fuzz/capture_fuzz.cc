// Any bytes as JSON Lines: every line becomes a page or a reason, nothing throws.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "src/capture/capture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > (1u << 16)) return 0;
  std::istringstream in(std::string(reinterpret_cast<const char*>(bytes), size));
  recount::CaptureOptions options;
  options.max_page_bytes = 4096;
  recount::capture_json_lines(in, "-", options, [](recount::Captured captured) {
    if (const auto* page = std::get_if<recount::Page>(&captured)) {
      if (page->body.empty() || page->body.size() > 4096 || page->sha256.size() != 64) std::abort();
    } else if (std::get<recount::Skipped>(captured).reason.empty()) {
      std::abort();
    }
    return true;
  });
  return 0;
}
