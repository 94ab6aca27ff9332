#include "src/publish/labels.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <vector>

#include "src/publish/display.h"

namespace recount::publish {
namespace {

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

struct FileName {
  std::string folder, stem;  // "monday/", "herald:12"
};

FileName file_name(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  std::string_view name = path.substr(slash + 1);
  const std::size_t colon = name.find(':');
  const std::string_view line = colon == std::string_view::npos ? "" : name.substr(colon);
  name = name.substr(0, colon);
  std::string_view folder = slash == std::string_view::npos ? "" : path.substr(0, slash);
  folder = folder.substr(folder.find_last_of('/') + 1);
  return {folder.empty() ? "" : std::string(folder) + "/",
          std::string(name.substr(0, name.find('.', 1))) + std::string(line)};
}

// "page_0123456789abcdef" without the hash that a crawler put behind the name.
std::string_view without_hash(std::string_view stem) {
  const std::size_t mark = stem.find_last_of("_-");
  if (mark == std::string_view::npos || mark == 0) return stem;
  const std::string_view rest = stem.substr(mark + 1);
  return rest.size() >= 8 && is_hex(rest) ? stem.substr(0, mark) : stem;
}

struct Captured {
  std::string page;  // what captures of one page share
  std::string when, source, id;
  std::array<std::string, 4> names;  // shortest first
};

Captured captured(const Document& document, const std::map<std::string, std::string>& sources) {
  auto it = sources.find(document.id);
  const bool given = it == sources.end() || !is_own_id(document.id);
  const std::string source = it == sources.end() ? "" : it->second;
  const auto& stamp = document.modified ? document.modified : document.published;
  Captured out{given ? document.id : document.url.value_or(source),
               stamp ? stamp->value : "",
               source,
               document.id,
               {}};
  if (given) {
    out.names.fill(document.id);
    return out;
  }
  const FileName file = file_name(source);
  out.names = {std::string(without_hash(file.stem)), file.stem, file.folder + file.stem, source};
  return out;
}

std::string ordinal(std::size_t n) {
  constexpr std::array<std::string_view, 4> kEndings{"th", "st", "nd", "rd"};
  const bool plain = n % 10 > 3 || (n % 100 > 10 && n % 100 < 14);
  return std::to_string(n) + std::string(kEndings[plain ? 0 : n % 10]);
}

// `captures`: those of one page that share `name`.
void name_captures(std::vector<const Captured*> captures, const std::string& name,
                   std::unordered_map<std::string, std::string>& labels) {
  std::ranges::sort(captures, {},
                    [](const Captured* one) { return std::tie(one->when, one->source, one->id); });
  bool dated = !captures.front()->when.empty();
  for (std::size_t i = 1; i < captures.size(); ++i)
    dated = dated && captures[i]->when != captures[i - 1]->when &&
            captures[i]->when.find('X') == std::string::npos;
  for (std::size_t i = 0; i < captures.size(); ++i) {
    const std::string place = std::to_string(i + 1);
    std::string label = name;
    if (captures.size() > 1 && !dated) label += " (capture " + place + ")";
    if (i > 0 && dated) label += " (" + ordinal(i + 1) + " capture)";
    labels[captures[i]->id] = printable(label);
  }
}

}  // namespace

bool is_own_id(std::string_view id) {
  return id.size() == kOwnIdSize && id.starts_with("d-") && is_hex(id.substr(2));
}

std::unordered_map<std::string, std::string> document_labels(
    std::span<const DocumentRecord* const> records,
    const std::map<std::string, std::string>& sources) {
  std::vector<Captured> left;
  for (const DocumentRecord* record : records) left.push_back(captured(record->document, sources));
  std::unordered_map<std::string, std::string> labels;
  std::set<std::string> given;  // names: one of a level may be that of a page of the next
  for (std::size_t level = 0; level < 4; ++level) {
    std::map<std::string, std::vector<const Captured*>> by_name;
    for (const Captured& one : left) by_name[one.names[level]].push_back(&one);
    for (const auto& [name, captures] : by_name) {
      const auto of_one_page = [&](const Captured* one) {
        return one->page == captures.front()->page;
      };
      if (!given.contains(name) && std::ranges::all_of(captures, of_one_page)) {
        name_captures(captures, name, labels);
        given.insert(name);
      }
    }
    std::erase_if(left, [&](const Captured& one) { return labels.contains(one.id); });
  }
  for (const Captured& one : left) labels[one.id] = printable(one.id);
  return labels;
}

}  // namespace recount::publish
