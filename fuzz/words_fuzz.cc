// Any text through words, numbers and the rules of the real packs: nothing crashes, tokens stay
// exact.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "src/base/base.h"
#include "src/claims/claims.h"
#include "src/language/language.h"

namespace {

const recount::Languages& languages() {
  static const recount::Languages loaded = [] {
    auto result = recount::Languages::load({recount::Languages::default_directory()});
    if (!result.ok()) std::abort();
    return std::move(*result);
  }();
  return loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size < 2 || size > 4096) return 0;
  const std::string text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  if (!recount::utf8_valid(text)) return 0;
  static const recount::Places places;
  const auto packs = recount::all_packs(languages());
  if (packs.empty()) return 0;
  recount::DocumentRecord record;
  record.document.id = "fuzz";
  record.document.text = text;
  record.document.language = recount::summary(*packs[bytes[0] % packs.size()]).code;
  recount::Block block;
  block.span = {0, static_cast<std::uint32_t>(text.size())};
  record.document.blocks.push_back(block);
  recount::find_claims(languages(), places, record);
  for (const recount::Claim& c : record.claims)
    if (c.span.end > text.size() || c.span.empty()) std::abort();
  return 0;
}
