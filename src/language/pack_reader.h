// The parts of a pack's folder, each read into the pack. Every error names file, line and column
// and says what to do, since it speaks to a linguist.
#pragma once

#include <optional>
#include <string>

#include "src/language/pack.h"
#include "src/language/pack_file.h"

namespace recount {

// The form of packs that this program reads: `format` of pack.toml.
inline constexpr int kPackFormat = 1;

// pack.toml
std::optional<Error> read_settings(const std::string& path, Pack& pack);
// paradigms.txt and words.txt
std::optional<Error> read_words(const PackFile& paradigms, const PackFile& words, Pack& pack);
// _shared/actors.tsv: the names in the pack's language
std::optional<Error> read_actors(const PackFile& actors, Pack& pack);
// blocks.txt
std::optional<Error> read_block_cues(const PackFile& file, Pack& pack);
// mentions.rules, frames.rules
std::optional<Error> read_rules(const PackFile& file, Pack& pack);

}  // namespace recount
