// Facade of the language module: packs, words, rules. Nothing here knows a language; the packs do.
#pragma once

#include "recount/language.h"
#include "src/language/engine.h"
#include "src/language/pack.h"
#include "src/language/plain_matcher.h"
#include "src/language/tokenizer.h"
#include "src/language/words.h"

namespace recount {

const PackSummary& summary(const Pack& pack);
const std::vector<BlockCue>& block_cues(const Pack& pack);
// All packs, by code.
std::vector<const Pack*> all_packs(const Languages& languages);
// The lines of languages/_shared/<name> (a list for all languages, "clock.txt"), trimmed, without
// blank ones and those that begin with '#'; empty where there is no such file.
const std::vector<std::string>& shared_list(const Languages& languages, std::string_view name);

}  // namespace recount
