// Slips of the pen that load and do nothing: a class that nobody asks for, a measure or a kind that
// the program doesn't know, a pattern that asks for a class that no word has.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "src/language/language.h"
#include "src/run/lang_check.h"

namespace recount::run {

// A class of languages/_shared/classes.tsv with the features that its words may have.
struct CommonClass {
  std::string name;
  std::set<std::string> features;
};
// In the order of the file beside the pack's folder, or of the built-in one.
std::vector<CommonClass> common_classes(const std::string& pack_folder);

// Fails with file, line and column for what can't be meant; warns of what is perhaps superfluous.
LangReport check_slips(const Pack& pack);

}  // namespace recount::run
