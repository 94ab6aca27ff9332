// Stands in until src/mentions/place is built: an empty gazetteer.
#include "recount/places.h"

namespace recount {

class Gazetteer {};

Places::Places() = default;
Places::~Places() = default;
Places::Places(Places&&) noexcept = default;
Places& Places::operator=(Places&&) noexcept = default;
Result<Places> Places::load(const std::string&) { return Error{"the gazetteer isn't built yet"}; }
std::string Places::default_file() { return ""; }

}  // namespace recount
