#include "src/run/furniture.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "recount/origins.h"
#include "src/base/base.h"

namespace recount::run {
namespace {

constexpr std::size_t kLongestLine = 1u << 20;  // bytes

std::optional<std::uint64_t> key_of(std::string_view line) {
  const Result<Json> parsed = Json::parse(line);
  const Json* key = parsed && parsed->is_object() ? parsed->get("key") : nullptr;
  if (!key || !key->is_string()) return std::nullopt;
  const std::string_view hex = key->as_string();
  std::uint64_t value = 0;
  const auto read = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  if (hex.size() != 16 || read.ptr != hex.data() + hex.size()) return std::nullopt;
  return value;
}

}  // namespace

Result<std::vector<std::uint64_t>> load_furniture(const std::string& path) {
  Result<LineReader> lines = LineReader::open(path, kLongestLine);
  if (!lines) return lines.error();
  std::vector<std::uint64_t> keys;
  while (const auto line = lines->next()) {
    if (!line->too_long && line->text.empty()) continue;
    if (!line->too_long && line->text.find("\"key\":null") != std::string_view::npos) continue;
    const auto key = line->too_long ? std::nullopt : key_of(line->text);
    if (!key)
      return Error{path + ":" + std::to_string(line->number) +
                   ": holds no \"key\" of 16 hexadecimal digits; make the file with `recount "
                   "furniture DOSSIER --format jsonl`"};
    keys.push_back(*key);
  }
  if (lines->error()) return *lines->error();
  std::ranges::sort(keys);
  return keys;
}

void mark_furniture(const std::vector<std::uint64_t>& keys, Document& document) {
  if (keys.empty()) return;
  const std::size_t known = document.leads.size();  // in the order of the text
  std::size_t lead = 0;
  for (Block& block : document.blocks) {
    while (lead < known && document.leads[lead].span.end <= block.span.begin) ++lead;
    // A teaser elsewhere may be the headline of this very article.
    if (!is_source(block.kind) || block.kind == BlockKind::headline) continue;
    const auto key = recurring_key(document.text, block.span);
    if (!key || !std::ranges::binary_search(keys, *key)) continue;
    block.kind = BlockKind::teaser;
    block.time.reset();
    const bool has_lead = lead < known && document.leads[lead].span.begin < block.span.end;
    if (!has_lead) document.leads.push_back({block.span, std::nullopt});
  }
}

}  // namespace recount::run
