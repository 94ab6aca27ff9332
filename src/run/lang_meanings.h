// Meanings: what any language can say (languages/_shared/meanings.tsv), with the reading expected,
// and each pack's sentences for them (languages/<code>/meanings.txt).
#pragma once

#include <string>
#include <vector>

#include "src/language/language.h"
#include "src/run/lang_check.h"
#include "src/run/lang_example.h"

namespace recount::run {

// One thing that the reading must hold: `what` is figure, occurrence, person, time, quantity,
// actor, number (left out) or call.
struct Expectation {
  std::string what;
  Expected fields;
};

struct Meaning {
  std::string id, group, gloss;
  std::vector<Expectation> expected;
};

struct Meanings {
  std::string published;  // the day on which all sentences are said
  std::vector<Meaning> all;
};

// Of the folder that holds the pack's; the built-in ones where it has none. Errors name file, line
// and what to do.
Result<Meanings> load_meanings(const std::string& pack_folder);

enum class MeaningState : std::uint8_t { lacking, read, wrong, known, now_read };
struct MeaningResult {
  MeaningState state = MeaningState::lacking;
  std::string where;  // fr/meanings.txt:12
  std::string text;
  std::string why;   // what isn't as expected
  std::string read;  // what was read, a line each
};

// The pack's sentences against the meanings, in the order of `meanings.all`. Errors: a line of the
// pack's file that is no sentence of a meaning.
Result<std::vector<MeaningResult>> read_meanings(const Languages& languages, const Places& places,
                                                 const std::string& code, const Meanings& meanings);

// Fails where a sentence isn't read as its meaning says, or is read though it bears the mark `?`.
LangReport check_meanings(const Languages& languages, const Places& places,
                          const std::string& code);

}  // namespace recount::run
