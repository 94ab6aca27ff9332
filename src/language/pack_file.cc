#include "src/language/pack_file.h"

#include <algorithm>
#include <filesystem>

#include "src/base/base.h"

namespace recount {
namespace {

constexpr std::uint64_t kLargestFile = 64u << 20;  // bytes

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::vector<PackLine> lines_of(std::string_view content) {
  std::vector<PackLine> lines;
  lines.reserve(content.size() / 32);
  for (int number = 1; !content.empty(); ++number) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    const std::string_view raw = content.substr(0, end), text = trimmed_blanks(raw);
    content.remove_prefix(std::min(end + 1, content.size()));
    if (text.empty() || text.front() == '#') continue;
    lines.push_back({number, raw.front() == ' ' || raw.front() == '\t', text});
  }
  return lines;
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

std::string_view trimmed_blanks(std::string_view s) {
  while (!s.empty() && is_blank(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_blank(s.back())) s.remove_suffix(1);
  return s;
}

void split_fields(std::string_view s, std::vector<std::string_view>& out) {
  out.clear();
  for (std::size_t at = 0; at < s.size();) {
    const std::size_t from = at;
    while (at < s.size() && s[at] != ' ' && s[at] != '\t') ++at;
    if (at > from) out.push_back(s.substr(from, at - from));
    while (at < s.size() && (s[at] == ' ' || s[at] == '\t')) ++at;
  }
}

Result<PackFile> PackFile::open(const std::string& path) {
  Result<std::string> content = read_file(path, kLargestFile);
  if (!content) return content.error();
  PackFile file;
  file.path_ = path;
  const std::filesystem::path p(path);
  file.name_ = p.parent_path().filename().string() + "/" + p.filename().string();
  file.content_ = std::make_unique<const std::string>(std::move(*content));
  file.lines_ = lines_of(*file.content_);
  if (utf8_valid(*file.content_)) return file;
  for (const PackLine& line : file.lines_)
    if (!utf8_valid(line.text)) return file.error(line.text, "this isn't UTF-8; save it as UTF-8");
  return file.error(*file.content_, "this isn't UTF-8; save it as UTF-8");
}

Error PackFile::error(std::string_view part, const std::string& what) const {
  const std::string_view before(content_->data(),
                                static_cast<std::size_t>(part.data() - content_->data()));
  const std::size_t line_end = before.rfind('\n');
  const std::string_view left = before.substr(line_end + 1);  // npos + 1 is 0
  const auto line = static_cast<std::size_t>(std::ranges::count(before, '\n'));
  return error_at(path_, line + 1, characters_in(left) + 1, what);
}

Error error_at(const std::string& path, std::size_t line, std::size_t column,
               const std::string& what) {
  return Error{path + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + what};
}

}  // namespace recount
