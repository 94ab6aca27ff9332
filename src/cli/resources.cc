#include "src/cli/resources.h"

#include <algorithm>
#include <filesystem>

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

}  // namespace recount::cli
