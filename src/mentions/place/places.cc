// The public face of the gazetteer: where its file is, and loading it.
#include "recount/places.h"

#include <cstdlib>
#include <filesystem>

#include "recount/build_config.h"
#include "src/mentions/place/place.h"

namespace recount {
namespace {

bool is_file(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

}  // namespace

Result<Places> Places::load(const std::string& file) {
  Result<Gazetteer> gazetteer = Gazetteer::open(file);
  if (!gazetteer) return gazetteer.error();
  Places places;
  *places.gazetteer_ = std::move(*gazetteer);
  return places;
}

std::string Places::default_file() {
  if (const char* given = std::getenv("RECOUNT_PLACES"); given != nullptr && *given != '\0')
    return given;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  for (const char* beside : {"share/recount/places.bin", "../share/recount/places.bin"}) {
    const auto path = (program.parent_path() / beside).lexically_normal();
    if (!error && is_file(path)) return path.string();
  }
  const std::string built = std::string(kBuildDirectory) + "/share/recount/places.bin";
  return is_file(built) ? built : std::string(kInstalledDirectory) + "/places.bin";
}

Places::Places() : gazetteer_(std::make_unique<Gazetteer>()) {}
Places::~Places() = default;
Places::Places(Places&&) noexcept = default;
Places& Places::operator=(Places&&) noexcept = default;

}  // namespace recount
