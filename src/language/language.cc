#include "src/language/language.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <thread>

#ifndef RECOUNT_LANGUAGES_DIR
#define RECOUNT_LANGUAGES_DIR "languages"
#endif

namespace recount {

namespace fs = std::filesystem;

struct Languages::Impl {
  std::map<std::string, std::unique_ptr<Pack>, std::less<>> packs;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::mutex compiling;
  std::map<std::string, std::shared_ptr<const void>, std::less<>> compiled;
};

namespace {

std::vector<std::string> list_lines(const fs::path& file) {
  std::vector<std::string> lines;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string::npos || line[begin] == '#') continue;
    lines.push_back(line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin));
  }
  return lines;
}

using LoadedPack = Result<std::unique_ptr<Pack>>;

// In the order of the folders, a few at a time.
std::vector<LoadedPack> load_side_by_side(const std::vector<fs::path>& folders,
                                          const std::string& shared) {
  constexpr std::size_t kAtOnce = 4;
  std::vector<LoadedPack> out;
  for (std::size_t i = 0; i < folders.size(); ++i) out.emplace_back(Error{""});
  for (std::size_t begin = 0; begin < folders.size(); begin += kAtOnce) {
    std::vector<std::jthread> threads;
    for (std::size_t i = begin; i < std::min(begin + kAtOnce, folders.size()); ++i)
      threads.emplace_back([&, i] { out[i] = load_pack(folders[i].string(), shared); });
  }
  return out;
}

}  // namespace

Languages::Languages() : impl_(std::make_unique<Impl>()) {}
Languages::~Languages() = default;
Languages::Languages(Languages&&) noexcept = default;
Languages& Languages::operator=(Languages&&) noexcept = default;

std::string Languages::default_directory() {
  if (const char* set = std::getenv("RECOUNT_LANGUAGES")) return set;
  std::error_code ignored;
  const fs::path self = fs::read_symlink("/proc/self/exe", ignored);
  const fs::path installed = self.parent_path().parent_path() / "share" / "recount" / "languages";
  if (!self.empty() && fs::is_directory(installed, ignored)) return installed.string();
  return RECOUNT_LANGUAGES_DIR;
}

Result<Languages> Languages::load(const std::vector<std::string>& directories) {
  Languages out;
  for (const std::string& directory : directories) {
    std::error_code error;
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(directory, error))
      if (fs::exists(entry.path() / "pack.toml")) folders.push_back(entry.path());
    if (error)
      return Error{directory + ": not a folder of language packs (" + error.message() + ")"};
    if (folders.empty())
      return Error{directory +
                   ": no language pack in it; a pack is a folder with pack.toml, and this option "
                   "names the folder around it"};
    std::sort(folders.begin(), folders.end());
    for (const auto& entry : fs::directory_iterator(fs::path(directory) / "_shared", error))
      if (entry.path().extension() == ".txt" || entry.path().extension() == ".tsv")
        out.impl_->lists[entry.path().filename().string()] = list_lines(entry.path());
    std::string shared = (fs::path(directory) / "_shared").string();
    if (!fs::exists(shared)) shared = directories.front() + "/_shared";
    for (auto& pack : load_side_by_side(folders, shared)) {
      if (!pack) return pack.error();
      const std::string code = (*pack)->summary.code;
      out.impl_->packs[code] = std::move(*pack);
    }
  }
  return out;
}

const Pack* Languages::pack(std::string_view code) const {
  const std::string_view main = code.substr(0, code.find_first_of("-_"));
  auto it = impl_->packs.find(main);
  return it == impl_->packs.end() ? nullptr : it->second.get();
}

std::vector<PackSummary> Languages::summaries() const {
  std::vector<PackSummary> out;
  for (const auto& [code, pack] : impl_->packs) out.push_back(pack->summary);
  return out;
}

const std::vector<std::string>& Languages::shared_list(std::string_view name) const {
  static const std::vector<std::string> kNone;
  const auto it = impl_->lists.find(name);
  return it == impl_->lists.end() ? kNone : it->second;
}

std::shared_ptr<const void> Languages::compiled(
    std::string_view name, const std::function<std::shared_ptr<const void>()>& make) const {
  const std::lock_guard lock(impl_->compiling);
  const auto it = impl_->compiled.find(name);
  if (it != impl_->compiled.end()) return it->second;
  return impl_->compiled.emplace(std::string(name), make()).first->second;
}

const std::vector<std::string>& shared_list(const Languages& languages, std::string_view name) {
  return languages.shared_list(name);
}
const PackSummary& summary(const Pack& pack) { return pack.summary; }
const std::vector<BlockCue>& block_cues(const Pack& pack) { return pack.block_cues; }

std::vector<const Pack*> all_packs(const Languages& languages) {
  std::vector<const Pack*> out;
  for (const PackSummary& s : languages.summaries()) out.push_back(languages.pack(s.code));
  return out;
}

}  // namespace recount
