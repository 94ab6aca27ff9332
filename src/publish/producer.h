// What made a report: the "producer" of every JSON line.
#pragma once

#include <vector>

#include "recount/language.h"
#include "src/base/base.h"

namespace recount::publish {

Json producer_json(const std::vector<PackSummary>& packs);

}  // namespace recount::publish
