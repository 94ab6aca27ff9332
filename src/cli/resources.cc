#include "src/cli/resources.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "src/base/base.h"

namespace recount::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxResourceBytes = 256u << 20;

// A hash over names and bytes of the files below `path`, sorted.
std::string hash_of(const std::string& path) {
  std::vector<std::string> files;
  std::error_code error;
  if (fs::is_regular_file(path, error)) files.push_back(path);
  for (fs::recursive_directory_iterator at(path, error), end; !error && at != end;
       at.increment(error))
    if (at->is_regular_file(error)) files.push_back(at->path().native());
  std::ranges::sort(files);
  std::uint64_t hash = 0;
  for (const std::string& file : files) {
    const Result<std::string> bytes = read_file(file, kMaxResourceBytes);
    hash = hash64(file.substr(path.size()), hash);
    if (bytes) hash = hash64(*bytes, hash);
  }
  return std::to_string(hash);
}

}  // namespace

std::vector<std::string> language_directories(const Resources& resources) {
  std::vector<std::string> directories{Languages::default_directory()};
  directories.insert(directories.end(), resources.languages.begin(), resources.languages.end());
  return directories;
}

Result<Languages> load_languages(const Resources& resources) {
  return Languages::load(language_directories(resources));
}

Result<LoadedResources> load_resources(const Resources& resources) {
  Result<Languages> languages = load_languages(resources);
  if (!languages) return languages.error();
  LoadedResources loaded{std::move(*languages), Places(), "", ""};
  const std::string file = resources.places.empty() ? Places::default_file() : resources.places;
  Result<Places> places = Places::load(file);
  if (!places && !resources.places.empty()) return places.error();
  if (!places) loaded.warning = places.error().message + "; places aren't looked up";
  if (places) loaded.places = std::move(*places);
  for (const std::string& directory : language_directories(resources))
    loaded.fingerprint += hash_of(directory) + " ";
  loaded.fingerprint += hash_of(file);
  return loaded;
}

std::string wrong_dossier(const std::string& dossier, bool needed) {
  constexpr std::string_view kOrder = "the dossier comes first: `recount add NAME.dossier PATH…`";
  constexpr std::array<std::string_view, 5> kPages{".html", ".htm", ".txt", ".jsonl", ".gz"};
  std::error_code ignored;
  if (dossier.empty()) return "the dossier's name is empty; " + std::string(kOrder);
  if (std::filesystem::is_directory(dossier, ignored))
    return dossier + ": is a folder, not a dossier; " + std::string(kOrder);
  if (std::ranges::any_of(kPages, [&](std::string_view end) { return dossier.ends_with(end); }))
    return dossier + ": is named as pages are; " + std::string(kOrder);
  if (needed && !std::filesystem::exists(dossier, ignored))
    return dossier + ": doesn't exist; make it with `recount add " + dossier + " PATH…`";
  return "";
}

}  // namespace recount::cli
