// Packs as their authors see them: run all that a pack says of itself, show what a sentence
// becomes, what a pack lacks, what its rules do on real pages, and make a new one.
#pragma once

#include <string>
#include <vector>

#include "recount/capture.h"
#include "recount/language.h"
#include "recount/places.h"
#include "recount/result.h"

namespace recount {

struct LangReport {
  std::string text;  // for people, lines that end in \n
  bool ok = true;
};

// Examples of rules, sentences of meanings, and words with readings of two classes that no line
// declares: says which fail and how, and counts. REQUIRES: the pack exists.
LangReport lang_check(const Languages& languages, const Places& places, const std::string& code);

// What the pack covers and lacks: meanings, classes, measures and how each is told, claimants,
// rules without example, words that nothing asks for. REQUIRES: the pack exists.
LangReport lang_coverage(const Languages& languages, const Places& places, const std::string& code);

// What the packs make of the pages of `paths`, and which words beside their numbers have no
// reading. Only the pack `code` unless it is empty.
LangReport lang_coverage_of(const Languages& languages, const Places& places,
                            const std::string& code, const std::vector<std::string>& paths);

// How often each rule of each pack takes part in reading the pages of `paths`: rules of fewer than
// three documents or two outlets; all rules where `all`. Only the pack `code` unless it is empty.
LangReport lang_use(const Languages& languages, const Places& places, const std::string& code,
                    const std::vector<std::string>& paths, bool all);

struct Trial {
  std::string text;
  std::string published;  // ISO day, or empty
  std::string rule;       // show this one in full: "fr/noun" or "noun"; empty: the nearest few
};
// Tokens with their readings, mentions, rules that fired, claims, and rules whose anchor stood
// there but didn't match, with the element that failed and where. REQUIRES: the pack exists.
LangReport lang_try(const Languages& languages, const Places& places, const std::string& code,
                    const Trial& trial);

// Makes the folder `to`/`code`: a pack that loads and passes lang_check, with comments that say
// what to write. Gives the text for its author. Errors: the folder is there, or can't be written.
Result<std::string> lang_new(const std::string& code, const std::string& name,
                             const std::string& to);

}  // namespace recount
