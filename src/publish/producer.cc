#include "src/publish/producer.h"

#include "recount/build_config.h"
#include "recount/record.h"

namespace recount::publish {

Json producer_json(const std::vector<PackSummary>& packs) {
  Json out = Json::object();
  out["recount"] = kVersion;
  out["format"] = kRecordFormat;
  out["packs"] = Json::object();
  for (const PackSummary& pack : packs) out["packs"][pack.code] = pack.version + " " + pack.state;
  return out;
}

}  // namespace recount::publish
