// Throughput of the ground that every document passes over.
#include <benchmark/benchmark.h>

#include <string>

#include "recount/record_json.h"
#include "src/base/base.h"

namespace recount {
namespace {

std::string long_text() {
  std::string text;
  while (text.size() < 100000) text += "Le bilan s’élève à 12 морт и раненых, said one. ";
  return text;
}

DocumentRecord some_record() {
  DocumentRecord record;
  while (record.document.text.size() < 4800)
    record.document.text += "The toll rose to 12 dead, one said. ";
  for (std::uint32_t at = 0; at + 55 < 4800; at += 55) {
    QuantityMention& quantity = record.mentions.quantities.emplace_back();
    quantity.span = {at, at + 8};
    quantity.low = quantity.high = 12;
    quantity.unit = "person";
    Claim claim;
    claim.id = "c-0000000000000000";
    claim.span = claim.figure.span = claim.wording = {at, at + 8};
    record.claims.push_back(claim);
  }
  return record;
}

void code_points(benchmark::State& state) {
  const std::string text = long_text();
  for (auto _ : state) benchmark::DoNotOptimize(CodePoints(text).size());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(code_points);

void write_record(benchmark::State& state) {
  const DocumentRecord record = some_record();
  for (auto _ : state) benchmark::DoNotOptimize(to_json(record, {}));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(write_record);

void read_record(benchmark::State& state) {
  const std::string line = to_json(some_record(), {});
  for (auto _ : state) benchmark::DoNotOptimize(record_from_json(line));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * line.size()));
}
BENCHMARK(read_record);

}  // namespace
}  // namespace recount
