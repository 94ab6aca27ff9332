// A pack's folder, file by file.
#include "src/language/pack.h"

#include <array>
#include <filesystem>
#include <map>

#include "src/language/engine.h"
#include "src/language/number_words.h"
#include "src/language/pack_reader.h"

namespace recount {
namespace {

Result<PackFile> needed_file(const std::string& folder, const char* name) {
  const std::string path = folder + "/" + name;
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored))
    return error_at(path, 1, 1,
                    "this file of the pack is missing; languages/README.md says what it holds, and "
                    "it may be empty");
  return PackFile::open(path);
}

template <class Read>
std::optional<Error> read_file_of(const std::string& folder, const char* name, Pack& pack,
                                  Read&& read) {
  const Result<PackFile> file = needed_file(folder, name);
  return file ? read(*file, pack) : file.error();
}

// The same, of a file that may lack.
template <class Read>
std::optional<Error> read_file_if_there(const std::string& folder, const char* name, Pack& pack,
                                        Read&& read) {
  std::error_code ignored;
  if (!std::filesystem::exists(folder + "/" + name, ignored)) return std::nullopt;
  return read_file_of(folder, name, pack, read);
}

std::optional<Error> read_all(const std::string& folder, const std::string& shared, Pack& pack) {
  if (auto error = read_settings(folder + "/pack.toml", pack)) return error;
  const Result<PackFile> paradigms = needed_file(folder, "paradigms.txt");
  if (!paradigms) return paradigms.error();
  const auto words = [&](const PackFile& file, Pack& to) {
    return read_words(*paradigms, file, to);
  };
  if (auto error = read_file_of(folder, "words.txt", pack, words)) return error;
  if (auto error = read_file_if_there(folder, "blocks.txt", pack, read_block_cues)) return error;
  if (auto error = read_file_if_there(shared, "actors.tsv", pack, read_actors)) return error;
  if (auto error = read_file_of(folder, "mentions.rules", pack, read_rules)) return error;
  return read_file_of(folder, "frames.rules", pack, read_rules);
}

}  // namespace

// KIND start|whole phrase
std::optional<Error> read_block_cues(const PackFile& file, Pack& pack) {
  std::vector<std::string_view> f;
  for (const PackLine& line : file.lines()) {
    split_fields(line.text, f);
    if (f.size() < 3 || (f[1] != "start" && f[1] != "whole"))
      return file.error(f.size() > 1 ? f[1] : line.text, "a block cue is: KIND start|whole words");
    const auto kind = named<BlockKind>(f[0]);
    if (!kind)
      return file.error(f[0], "no kind of block is called '" + std::string(f[0]) +
                                  "'; see languages/README.md, 'Block cues'");
    const auto from = static_cast<std::size_t>(f[2].data() - line.text.data());
    pack.block_cues.push_back({*kind, f[1] == "whole", std::string(line.text.substr(from))});
  }
  return std::nullopt;
}

Pack::Pack() : number(known("number")) { build_indices(); }
Pack::~Pack() = default;

void Pack::build_indices() {
  tests_ = std::make_unique<TestTable>(rules, lexicon);
  words_ = std::make_unique<WordTable>(lexicon, *tests_);
  number_words_ = std::make_unique<NumberWordTable>(symbols, *words_);
  none_ = std::make_unique<RuleIndex>(*this, std::span<const Symbol>{});
  by_kind_.clear();
  for (const Rule& rule : rules) {
    if (rule.kind >= by_kind_.size()) by_kind_.resize(rule.kind + 1);
    if (!by_kind_[rule.kind]) by_kind_[rule.kind] = std::make_unique<LazyIndex>();
  }
}

const RuleIndex& Pack::index(Symbol kind) const {
  LazyIndex* lazy = kind < by_kind_.size() ? by_kind_[kind].get() : nullptr;
  if (!lazy) return *none_;
  std::call_once(lazy->made,
                 [&] { lazy->index = std::make_unique<RuleIndex>(*this, std::array{kind}); });
  return *lazy->index;
}

std::vector<const Rule*> Pack::rules_of(Symbol kind) const {
  std::vector<const Rule*> out;
  for (const Rule& r : rules)
    if (r.kind == kind && kind != kNoSymbol) out.push_back(&r);
  return out;
}

Result<std::unique_ptr<Pack>> load_pack(const std::string& folder, const std::string& shared) {
  auto pack = std::make_unique<Pack>();
  pack->folder = folder;
  if (auto error = read_all(folder, shared, *pack)) return *error;
  pack->lexicon.finish(known("hides"), known("numeral"));
  pack->build_indices();
  return pack;
}

}  // namespace recount
