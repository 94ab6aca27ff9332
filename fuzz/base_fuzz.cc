// Any bytes as JSON and as UTF-8: what is read must be written the same when read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "src/base/base.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace recount;
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const std::string repaired = utf8_repaired(input);
  if (!utf8_valid(repaired)) std::abort();
  const CodePoints points(repaired);
  if (points.to_byte(points.size()) != repaired.size()) std::abort();
  if (const auto json = Json::parse(input)) {
    const std::string once = json->dump();
    const auto again = Json::parse(once);
    if (!again || again->dump() != once) std::abort();
  }
  return 0;
}
