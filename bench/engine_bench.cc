// How fast a document's words, mentions and claims are found, in MB of text a second on one core:
// the French news where they are there, generated text elsewhere. `cut_documents` is cutting,
// folding and looking up alone, `words_of_documents` all of the level of words, `claims` all levels
// from a document on; `claims_mentions_twice`, `claims_frames_twice` the same with every rule of a
// level loaded twice, so that all that matches does so twice, `claims_rules_twice` with both;
// `claims_other_rules` with the English rules beside the French ones: rules that don't stand in a
// sentence must cost next to nothing.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "recount/capture.h"
#include "recount/text.h"
#include "src/claims/claims.h"
#include "src/language/language.h"
#include "src/mentions/mentions.h"

namespace recount {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostDocuments = 700;

const Languages& languages() {
  static const Languages loaded = std::move(*Languages::load({Languages::default_directory()}));
  return loaded;
}

const Places& places() {
  static const Places loaded = std::move(*Places::load(Places::default_file()));
  return loaded;
}

std::string generated_text(std::size_t n) {
  static constexpr std::string_view kSentences[] = {
      "Au moins 12 personnes sont mortes et 40 ont été blessées lundi, selon la préfecture. ",
      "« Nous étions 3 000 », a déclaré le syndicat, qui appelait à une grève depuis deux "
      "semaines. ",
      "Le maire de la commune n'a pas voulu répondre aux questions de notre rédaction ce matin. ",
      "Les manifestants ont défilé dans le calme vers 14 heures, puis des heurts ont éclaté. "};
  std::string text;
  for (std::size_t i = 0; i < 40; ++i) text += kSentences[(i * (n % 7 + 1) + n) % 4];
  return text;
}

std::vector<Document> documents() {
  std::vector<Document> all;
  const char* folder = std::getenv("RECOUNT_NEWS");
  const fs::path news = folder ? fs::path(folder) : fs::path("../shared/data/news");
  const fs::path file = news / "gilets-jaunes" / "fr.jsonl.gz";
  const auto add = [&](const Page& page) {
    if (auto document = to_document(page, languages(), {})) all.push_back(std::move(*document));
  };
  if (fs::exists(file)) {
    capture({file.string()}, {}, [&](Captured captured) {
      if (const Page* page = std::get_if<Page>(&captured)) add(*page);
      return all.size() < kMostDocuments;
    });
    return all;
  }
  for (std::size_t i = 0; i < 100; ++i) {
    Page page;
    page.source = std::to_string(i) + ".txt";
    page.media_type = "text/plain";
    page.body = generated_text(i);
    page.given.language = "fr";
    add(page);
  }
  return all;
}

const std::vector<Document>& corpus() {
  static const std::vector<Document> all = documents();
  return all;
}

template <class Work>
void over_corpus(benchmark::State& state, const Work& work) {
  std::size_t bytes = 0;
  for (auto _ : state)
    for (const Document& document : corpus()) {
      bytes += document.text.size();
      work(document);
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void cut_documents(benchmark::State& state) {
  const Pack& pack = *languages().pack("fr");
  over_corpus(state, [&](const Document& document) {
    Arena<char> letters;
    std::vector<Token> tokens;
    tokens.reserve(document.text.size() / 4);
    for (const Block& block : document.blocks)
      tokenize(document.text, block.span, 0, pack, letters, tokens);
    benchmark::DoNotOptimize(tokens.data());
  });
}
BENCHMARK(cut_documents)->Unit(benchmark::kMillisecond);

void words_of_documents(benchmark::State& state) {
  const Pack& pack = *languages().pack("fr");
  over_corpus(state, [&](const Document& document) {
    const Words words(document.text, document.blocks, pack);
    benchmark::DoNotOptimize(words.sentences().size());
  });
}
BENCHMARK(words_of_documents)->Unit(benchmark::kMillisecond);

void mentions(benchmark::State& state) {
  const Pack& pack = *languages().pack("fr");
  over_corpus(state, [&](const Document& document) {
    Words words(document.text, document.blocks, pack);
    auto published = document.published;
    benchmark::DoNotOptimize(find_mentions(words, document, places(), published).times.size());
  });
}
BENCHMARK(mentions)->Unit(benchmark::kMillisecond);

// What is read of a document is added to its record; the documents themselves are lent, not copied.
void claims_of(benchmark::State& state, const Languages& packs) {
  std::vector<Document> all = corpus();
  std::size_t bytes = 0;
  for (auto _ : state)
    for (Document& document : all) {
      DocumentRecord record;
      record.document = std::move(document);
      find_claims(packs, places(), record);
      benchmark::DoNotOptimize(record.claims.size());
      document = std::move(record.document);
      bytes += document.text.size();
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
void claims(benchmark::State& state) { claims_of(state, languages()); }
BENCHMARK(claims)->Unit(benchmark::kMillisecond);

using Levels = std::initializer_list<const char*>;  // by their files
constexpr const char *kMentions = "mentions.rules", *kFrames = "frames.rules";

// The French pack with the rules of a pack beside its own, under other names.
Languages with_rules_of(const std::string& code, Levels levels) {
  const fs::path from = Languages::default_directory();
  const fs::path to = fs::temp_directory_path() / ("recount-bench-" + std::to_string(::getpid()));
  fs::create_directories(to);
  fs::copy(from / "fr", to / "fr", fs::copy_options::recursive);
  fs::copy(from / "_shared", to / "_shared", fs::copy_options::recursive);
  for (const char* name : levels) {
    std::ifstream in(from / code / name);
    std::ofstream out(to / "fr" / name, std::ios::app);
    out << '\n';
    for (std::string line; std::getline(in, line);) {
      const bool head = !line.empty() && line[0] != ' ' && line[0] != '#';
      const std::size_t at = head ? line.find(' ', line.find_first_not_of(' ', line.find(' '))) : 0;
      if (head) line.insert(std::min(at, line.size()), "-again");
      out << line << '\n';
    }
  }
  Languages packs = std::move(*Languages::load({to.string()}));
  fs::remove_all(to);
  return packs;
}

void claims_with(benchmark::State& state, const std::string& code, Levels levels) {
  const Languages packs = with_rules_of(code, levels);
  claims_of(state, packs);
}
void claims_mentions_twice(benchmark::State& state) { claims_with(state, "fr", {kMentions}); }
BENCHMARK(claims_mentions_twice)->Unit(benchmark::kMillisecond);
void claims_frames_twice(benchmark::State& state) { claims_with(state, "fr", {kFrames}); }
BENCHMARK(claims_frames_twice)->Unit(benchmark::kMillisecond);
void claims_rules_twice(benchmark::State& state) { claims_with(state, "fr", {kMentions, kFrames}); }
BENCHMARK(claims_rules_twice)->Unit(benchmark::kMillisecond);
void claims_other_rules(benchmark::State& state) { claims_with(state, "en", {kMentions, kFrames}); }
BENCHMARK(claims_other_rules)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace recount
