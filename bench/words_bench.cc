// The level of words on texts of some 4 kB, each one block: cutting, folding and looking up alone
// (cut_texts), then all of it (words_of_texts); and loading packs. In MB of text a second, of
// generated sentences; RECOUNT_BENCH_TEXT names a file of French text to take instead. The same on
// news is in engine_bench.cc.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "src/base/base.h"
#include "src/language/language.h"

namespace recount {
namespace {

const Languages& languages() {
  static const Languages loaded =
      std::move(Languages::load({Languages::default_directory()}).value());
  return loaded;
}

// Texts of some 4 kB.
std::vector<std::string> texts() {
  constexpr std::uint64_t kMost = 64u << 20;
  constexpr std::size_t kText = 4096, kTexts = 256;
  std::string all;
  if (const char* file = std::getenv("RECOUNT_BENCH_TEXT")) all = read_file(file, kMost).value();
  for (std::size_t i = 0; all.size() < kTexts * kText; ++i)
    all += "Selon la préfecture, au moins " + std::to_string(i % 97) +
           " personnes ont été blessées ce vendredi à l’aube, dont deux grièvement. Le maire de "
           "Valdonne-sur-Ille évoque « une tragédie » et promet une enquête.\n";
  std::vector<std::string> out;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', std::min(at + kText, all.size())), all.size());
    out.push_back(all.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

template <class F>
void over_texts(benchmark::State& state, F&& f) {
  const std::vector<std::string> all = texts();
  const Pack* pack = languages().pack("fr");
  std::size_t bytes = 0;
  for (auto _ : state)
    for (const std::string& text : all) {
      f(text, *pack);
      bytes += text.size();
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void cut_texts(benchmark::State& state) {
  over_texts(state, [](const std::string& text, const Pack& pack) {
    Arena<char> letters;
    std::vector<Token> tokens;
    tokens.reserve(text.size() / 4);
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, 0, pack, letters, tokens);
    benchmark::DoNotOptimize(tokens.data());
  });
}
BENCHMARK(cut_texts)->Unit(benchmark::kMillisecond);

void words_of_texts(benchmark::State& state) {
  over_texts(state, [](const std::string& text, const Pack& pack) {
    Block block;
    block.span = {0, static_cast<std::uint32_t>(text.size())};
    benchmark::DoNotOptimize(Words(text, {block}, pack).sentences().size());
  });
}
BENCHMARK(words_of_texts)->Unit(benchmark::kMillisecond);

void load_packs(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(Languages::load({Languages::default_directory()}).ok());
}
BENCHMARK(load_packs)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace recount
