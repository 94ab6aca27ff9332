// Stands in until src/ledger is built: an empty ledger.
#include "recount/ledger.h"

namespace recount {

Ledger build_ledger(std::span<const DocumentRecord* const>) { return {}; }

}  // namespace recount
