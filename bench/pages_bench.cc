// What a page costs, part by part: real pages of ../shared/data where they are there, else those of
// the stories. `items_per_second` is pages. From `document` on a step holds all before it.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "recount/read.h"
#include "recount/record_json.h"
#include "src/base/base.h"
#include "src/capture/capture.h"
#include "src/language/language.h"
#include "src/text/charset.h"
#include "src/text/cues.h"
#include "src/text/html_facts.h"
#include "src/text/html_roles.h"
#include "src/text/html_text.h"
#include "src/text/html_tree.h"
#include "src/text/text.h"

namespace recount {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPages = 200;

struct Sample {
  Languages languages;
  Places places;
  std::vector<Page> pages;
  std::vector<std::string> utf8;
};

std::vector<Page> pages_of(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored))
    if (entry.path().string().find(".html") != std::string::npos) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  files.resize(std::min(files.size(), kPages));
  std::vector<Page> pages;
  for (const fs::path& file : files) {
    auto body = read_unpacked(file.string(), 16u << 20);
    if (!body) continue;
    Page page;
    page.source = file.filename().string();
    page.media_type = "text/html";
    page.body = std::move(*body);
    page.sha256 = sha256_hex(page.body);
    pages.push_back(std::move(page));
  }
  return pages;
}

const Sample& sample() {
  static const Sample made = [] {
    const fs::path root = fs::path(Languages::default_directory()).parent_path();
    Sample out{std::move(*Languages::load({Languages::default_directory()})),
               std::move(*Places::load(Places::default_file())),
               pages_of(root / "../shared/data/extraction/trafilatura/pages"),
               {}};
    if (out.pages.empty()) out.pages = pages_of(root / "stories/tessavik-quay/pages");
    for (const Page& page : out.pages) out.utf8.push_back(text::to_utf8(page.body, "", true).text);
    return out;
  }();
  return made;
}

// `part` of each page in turn: its page, and its bytes as UTF-8.
template <class Part>
void over_pages(benchmark::State& state, Part&& part) {
  const Sample& all = sample();
  std::size_t at = 0;
  std::int64_t bytes = 0;
  for (auto _ : state) {
    part(all, at);
    bytes += static_cast<std::int64_t>(all.pages[at].body.size());
    at = (at + 1) % all.pages.size();
  }
  state.SetBytesProcessed(bytes);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

void charset(benchmark::State& state) {
  over_pages(state, [](const Sample& all, std::size_t i) {
    benchmark::DoNotOptimize(text::to_utf8(all.pages[i].body, "", true));
  });
}
void tree(benchmark::State& state) {
  over_pages(state, [](const Sample& all, std::size_t i) {
    benchmark::DoNotOptimize(text::parse_html(all.utf8[i], {}));
  });
}
void roles(benchmark::State& state) {
  over_pages(state, [&](const Sample& all, std::size_t i) {
    state.PauseTiming();
    const text::HtmlTree tree = text::parse_html(all.utf8[i], {});
    state.ResumeTiming();
    benchmark::DoNotOptimize(text::roles_of(tree));
  });
}
void facts(benchmark::State& state) {
  const text::Cues cues(sample().languages);
  over_pages(state, [&](const Sample& all, std::size_t i) {
    state.PauseTiming();
    const text::HtmlTree tree = text::parse_html(all.utf8[i], {});
    const text::HtmlRoles roles = text::roles_of(tree);
    state.ResumeTiming();
    benchmark::DoNotOptimize(text::facts_of(tree, roles, cues.day_words()));
  });
}
void document(benchmark::State& state) {
  over_pages(state, [](const Sample& all, std::size_t i) {
    benchmark::DoNotOptimize(to_document(all.pages[i], all.languages));
  });
}
void record(benchmark::State& state) {
  over_pages(state, [](const Sample& all, std::size_t i) {
    benchmark::DoNotOptimize(read_page(all.pages[i], all.languages, all.places));
  });
}
void json(benchmark::State& state) {
  const std::vector<PackSummary> packs = sample().languages.summaries();
  over_pages(state, [&](const Sample& all, std::size_t i) {
    const auto record = read_page(all.pages[i], all.languages, all.places);
    if (record) benchmark::DoNotOptimize(to_json(*record, packs));
  });
}

BENCHMARK(charset)->Unit(benchmark::kMicrosecond);
BENCHMARK(tree)->Unit(benchmark::kMicrosecond);
BENCHMARK(roles)->Unit(benchmark::kMicrosecond);
BENCHMARK(facts)->Unit(benchmark::kMicrosecond);
BENCHMARK(document)->Unit(benchmark::kMicrosecond);
BENCHMARK(record)->Unit(benchmark::kMicrosecond);
BENCHMARK(json)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace recount
