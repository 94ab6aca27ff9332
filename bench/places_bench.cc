// Looking up names: what a capitalised word costs, and loading the gazetteer.
#include <benchmark/benchmark.h>

#include "src/mentions/place/place.h"
#include "src/names/names.h"

namespace recount {
namespace {

constexpr std::string_view kWords[] = {"Paris",      "Angela",    "Merkel",  "Buenos", "Aires",
                                       "Parliament", "Saint",     "Étienne", "The",    "Киев",
                                       "Shops",      "Wednesday", "New",     "York"};

void longest(benchmark::State& state) {
  const auto places = Places::load(Places::default_file());
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(places->gazetteer().longest(kWords, at));
    at = (at + 1) % std::size(kWords);
  }
}
BENCHMARK(longest);

void load_places(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Places::load(Places::default_file()).ok());
}
BENCHMARK(load_places)->Unit(benchmark::kMillisecond);

void skeleton_of_a_word(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(skeleton("Tchaïkovski"));
}
BENCHMARK(skeleton_of_a_word);

void similarity_of_two_names(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(name_similarity("Wladimir Tschaikowski", "Владимир Чайковский"));
}
BENCHMARK(similarity_of_two_names);

}  // namespace
}  // namespace recount
