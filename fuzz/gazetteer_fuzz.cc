// The gazetteer's file from any bytes: an error, or something that can be asked. The checksum is
// put right, so that the fuzzer gets behind it.
#include <cstdint>
#include <cstring>
#include <string>

#include "src/base/base.h"
#include "src/mentions/place/place.h"

namespace {

constexpr std::size_t kMostBytes = 1u << 16, kChecksumAt = 12, kCheckedFrom = 20;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > kMostBytes) return 0;
  std::string file(reinterpret_cast<const char*>(bytes), size);
  if (file.size() > kCheckedFrom) {
    const std::uint64_t checksum = recount::hash64(std::string_view(file).substr(kCheckedFrom));
    std::memcpy(file.data() + kChecksumAt, &checksum, sizeof checksum);
  }
  const auto gazetteer = recount::Gazetteer::parse(std::move(file));
  if (!gazetteer.ok()) return 0;
  for (std::uint32_t i = 0; i < gazetteer->place_count(); ++i)
    static_cast<void>(gazetteer->place(i));
  for (std::uint32_t i = 0; i < gazetteer->name_count(); ++i)
    static_cast<void>(gazetteer->candidates(i));
  const std::string_view words[] = {"Saint", "-", "Étienne", "New", "York", "a"};
  for (std::size_t at = 0; at < std::size(words); ++at)
    static_cast<void>(gazetteer->longest(words, at));
  static_cast<void>(gazetteer->by_skeleton("paris"));
  static_cast<void>(gazetteer->country("FR"));
  return 0;
}
