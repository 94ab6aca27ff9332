// Any bytes as a rule's pattern: compiled or refused with a message; what compiles ends on a fixed
// text.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "src/language/language.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > 512) return 0;
  static recount::Symbols symbols;
  const std::string source(reinterpret_cast<const char*>(bytes), size);
  const auto pattern = recount::compile_pattern(source, symbols, "fuzz");
  if (!pattern.ok()) {
    if (pattern.error().message.empty()) std::abort();
    return 0;
  }
  static const recount::Pack pack(symbols);
  static const std::string text = "the 12 people of 3 towns, who said \"no\" and 4 left";
  static const std::vector<recount::Block> blocks = [] {
    recount::Block b;
    b.span = {0, static_cast<std::uint32_t>(text.size())};
    return std::vector<recount::Block>{b};
  }();
  static const recount::Words words(text, blocks, pack);
  for (const recount::Sentence& s : words.sentences())
    recount::match_all(words, *pattern, s.first, s.last, [](const recount::Match& m) {
      if (m.first >= m.last) std::abort();
    });
  return 0;
}
