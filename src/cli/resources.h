// Packs and places, loaded as the options say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "recount/language.h"
#include "recount/places.h"
#include "recount/result.h"
#include "src/cli/commands.h"

namespace recount::cli {

// Of the lists that packs share: words that no report withholds.
inline constexpr std::string_view kArticles = "articles.txt";

struct LoadedResources {
  Languages languages;
  Places places;
  std::string fingerprint;  // of the files of packs and places
  std::string warning;      // where it works, but not as well as it could; empty: none
};

std::vector<std::string> language_directories(const Resources& resources);
Result<Languages> load_languages(const Resources& resources);
Result<LoadedResources> load_resources(const Resources& resources);

// Why that can't be a dossier's name, and what to do; empty where it can. `needed`: it must exist.
std::string wrong_dossier(const std::string& dossier, bool needed);

}  // namespace recount::cli
