// Any line as a record: it is refused, or it reads back the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "recount/record_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace recount;
  const auto record = record_from_json({reinterpret_cast<const char*>(bytes), size});
  if (!record) return 0;
  const std::string line = to_json(*record, {});
  const auto again = record_from_json(line);
  if (!again || to_json(*again, {}) != line) std::abort();
  return 0;
}
