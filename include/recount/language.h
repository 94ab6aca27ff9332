// Language packs: folders of data under languages/. The library has no language in it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "recount/result.h"

namespace recount {

class Pack;  // one compiled language; internal

// What a report says of a pack that read its pages.
struct PackSummary {
  std::string code;     // BCP 47: "fr"
  std::string name;     // "français"
  std::string version;  // of the pack
  std::string state;    // draft, reviewed, measured
};

// All packs, compiled and immutable: share one between threads.
class Languages {
 public:
  // Loads every folder of each directory that holds a pack.toml, and <directory>/_shared; a later
  // directory's pack replaces an earlier one of its code. Errors name file, line, column and what
  // to do.
  static Result<Languages> load(const std::vector<std::string>& directories);
  // The directory that the build installed or, in a build tree, the source's languages/;
  // RECOUNT_LANGUAGES overrides.
  static std::string default_directory();

  Languages();
  ~Languages();
  Languages(Languages&&) noexcept;
  Languages& operator=(Languages&&) noexcept;

  const Pack* pack(std::string_view code) const;  // nullptr where there is none; "fr-BE" finds "fr"
  std::vector<PackSummary> summaries() const;     // sorted by code
  // Internal: lines of <directory>/_shared/<name>; see src/language/language.h.
  const std::vector<std::string>& shared_list(std::string_view name) const;
  // Internal: what a stage makes of these packs once (an index of cue words), kept under `name` as
  // long as they live. `make` runs at most once a name; thread-safe.
  std::shared_ptr<const void> compiled(
      std::string_view name, const std::function<std::shared_ptr<const void>()>& make) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace recount
