// The gazetteer: one compact file built from data/places.
#pragma once

#include <memory>
#include <string>

#include "recount/result.h"

namespace recount {

class Gazetteer;  // internal: src/mentions/place

// Shared, immutable, thread-safe.
class Places {
 public:
  static Result<Places> load(const std::string& file);
  static std::string default_file();  // RECOUNT_PLACES overrides

  Places();  // empty: finds nothing
  ~Places();
  Places(Places&&) noexcept;
  Places& operator=(Places&&) noexcept;
  const Gazetteer& gazetteer() const { return *gazetteer_; }

 private:
  std::unique_ptr<Gazetteer> gazetteer_;
};

}  // namespace recount
