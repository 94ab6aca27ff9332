// Any bytes as a rule's pattern: compiled or refused with a message; what compiles ends on a fixed
// text, and the engine finds what its slow twin finds.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "src/language/language.h"
#include "src/language/plain_matcher.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > 512) return 0;
  recount::Pack pack;
  const std::string source(reinterpret_cast<const char*>(bytes), size);
  auto pattern = recount::compile_pattern(source, pack.symbols, "fuzz");
  if (!pattern.ok()) {
    if (pattern.error().message.empty()) std::abort();
    return 0;
  }
  for (const std::string& word : pattern->words) pack.lexicon.intern(word);
  pack.lexicon.finish(recount::kNoSymbol, recount::kNoSymbol);
  recount::Rule rule;
  rule.kind = pack.symbols.intern("fuzz");
  rule.patterns.push_back(std::move(*pattern));
  pack.rules.push_back(std::move(rule));
  pack.build_indices();
  static const std::string text = "the 12 people of 3 towns, who said \"no\" and 4 left";
  static const std::vector<recount::Block> blocks = [] {
    recount::Block b;
    b.span = {0, static_cast<std::uint32_t>(text.size())};
    return std::vector<recount::Block>{b};
  }();
  const recount::Words words(text, blocks, pack);
  const recount::Pattern& compiled = pack.rules.front().patterns.front();
  for (const recount::Sentence& s : words.sentences()) {
    std::vector<recount::Match> slow, fast;
    const std::uint32_t given_up = words.given_up();
    const bool complete = recount::plain::match_all(
        words, compiled, s.first, s.last, [&](const recount::Match& m) { slow.push_back(m); });
    pack.index(pack.symbols.find("fuzz"))
        .for_each(words, s.first, s.last, [&](const recount::RuleMatch& m) {
          if (m.match.first >= m.match.last) std::abort();
          fast.push_back(m.match);
        });
    // Each counts its own steps: one may give up where the other just comes to its end.
    const bool both_complete = complete && words.given_up() == given_up;
    if (both_complete && slow != fast) std::abort();
  }
  return 0;
}
