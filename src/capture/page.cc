#include "src/capture/page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "src/base/base.h"

namespace recount {
namespace {

constexpr std::string_view kHowToGiveText = "save it as text or HTML";

struct Ending {
  std::string_view text;
  FileType type;
};
constexpr std::array<Ending, 4> kEndings{{{".txt", FileType::plain},
                                          {".html", FileType::html},
                                          {".htm", FileType::html},
                                          {".jsonl", FileType::json_lines}}};

struct Magic {
  std::string_view bytes, name;
};
constexpr std::array<Magic, 8> kMagics{{{"%PDF-", "a PDF"},
                                        {"\x89PNG", "a picture"},
                                        {"\xFF\xD8\xFF", "a picture"},
                                        {"GIF8", "a picture"},
                                        {"PK\x03\x04", "a ZIP or office file"},
                                        {"\xD0\xCF\x11\xE0", "an old office file"},
                                        {"\x1F\x8B", "gzip, whose name must end in .gz"},
                                        {"\x28\xB5\x2F\xFD", "zstd; unpack it first"}}};

std::string lower_case(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

bool has_wide_mark(std::string_view body) {
  return body.starts_with("\xFF\xFE") || body.starts_with("\xFE\xFF") ||
         body.starts_with(std::string_view("\0\0\xFE\xFF", 4));
}

bool is_control(char c) {
  const unsigned char u = static_cast<unsigned char>(c);
  return u < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != '\x1B';
}

bool is_blank(std::string_view body) {
  if (body.starts_with("\xEF\xBB\xBF")) body.remove_prefix(3);
  return body.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

std::string too_large(std::uint64_t max_bytes) {
  return "is larger than " + std::to_string(max_bytes) + " bytes; split it, or allow larger ones";
}

// Reads the string member `key` into `field`; false where it's there and no string. A whole number
// is taken for an id.
bool take(const Json& record, std::string_view key, std::optional<std::string>& field) {
  const Json* value = record.get(key);
  if (value == nullptr || value->is_null()) return true;
  if (value->is_int() && key == "id") {
    field = std::to_string(value->as_int());
    return true;
  }
  if (!value->is_string()) return false;
  if (!value->as_string().empty()) field = value->as_string();
  return true;
}

void tell_unknown(const Json& record, const CaptureOptions& options) {
  if (!options.unknown_member) return;
  for (const auto& [key, value] : record.members())
    if (std::find(kRecordMembers.begin(), kRecordMembers.end(), key) == kRecordMembers.end())
      options.unknown_member(key);
}

}  // namespace

FileType file_type(std::string_view path) {
  std::string name = lower_case(path.substr(path.find_last_of('/') + 1));
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  for (const Ending& ending : kEndings)
    if (name.ends_with(ending.text)) return ending.type;
  return FileType::unknown;
}

std::optional<std::string> not_text(std::string_view body, bool html) {
  for (const Magic& magic : kMagics)
    if (body.starts_with(magic.bytes))
      return "is " + std::string(magic.name) + ", not text; " + std::string(kHowToGiveText);
  if (has_wide_mark(body)) return std::nullopt;
  const auto nuls = static_cast<std::size_t>(std::count(body.begin(), body.end(), '\0'));
  if (nuls > (html ? body.size() / 256 : 0))
    return "holds NUL bytes, so it isn't text; " + std::string(kHowToGiveText) + " in UTF-8";
  const std::string_view start = body.substr(0, 64u << 10);
  const auto controls =
      static_cast<std::size_t>(std::count_if(start.begin(), start.end(), is_control));
  if (controls > start.size() / 20)
    return "is full of control characters, so it isn't text; " + std::string(kHowToGiveText);
  return std::nullopt;
}

Captured page_of_file(const std::string& path, const CaptureOptions& options) {
  Result<std::string> body = lower_case(path).ends_with(".gz")
                                 ? read_unpacked(path, options.max_page_bytes)
                                 : read_file(path, options.max_page_bytes);
  if (!body) return Skipped{path, without_source(body.error().message, path)};
  if (is_blank(*body)) return Skipped{path, "is empty; capture the page again"};
  const bool html = file_type(path) == FileType::html;
  if (const auto reason = not_text(*body, html)) return Skipped{path, *reason};
  Page page;
  page.source = path;
  page.media_type = html ? "text/html" : "text/plain";
  page.body = std::move(*body);
  page.sha256 = sha256_hex(page.body);
  return page;
}

Captured page_of_record(std::string_view line, const std::string& source,
                        const CaptureOptions& options) {
  const Result<Json> parsed = Json::parse(line);
  if (!parsed)
    return Skipped{source,
                   "isn't a JSON record (" + parsed.error().message + "); write one object a line"};
  if (!parsed->is_object()) return Skipped{source, "isn't a JSON object; write one {…} a line"};
  tell_unknown(*parsed, options);
  Page page;
  page.source = source;
  std::optional<std::string> html;
  const std::array<std::pair<std::string_view, std::optional<std::string>*>, kRecordMembers.size()>
      fields{{{"id", &page.given.id},
              {"url", &page.given.url},
              {"outlet", &page.given.outlet},
              {"published", &page.given.published},
              {"language", &page.given.language},
              {"title", &page.given.title},
              {"text", &page.given.text},
              {"html", &html},
              {"retrieved_at", &page.retrieved_at}}};
  for (const auto& [key, field] : fields)
    if (!take(*parsed, key, *field))
      return Skipped{source, "its field \"" + std::string(key) +
                                 "\" isn't a string; write it in quotes or leave it out"};
  if (!page.given.text && !html)
    return Skipped{source,
                   "has neither \"text\" nor \"html\" with something in it; give one of them"};
  page.media_type = page.given.text ? "text/plain" : "text/html";
  // What came as JSON is UTF-8, whatever a <meta> says.
  page.headers["content-type"] = page.media_type + "; charset=utf-8";
  page.body = page.given.text ? *page.given.text : std::move(*html);
  if (page.body.size() > options.max_page_bytes)
    return Skipped{source, too_large(options.max_page_bytes)};
  if (is_blank(page.body)) return Skipped{source, "its text is empty; capture the page again"};
  page.url = page.given.url;
  page.sha256 = sha256_hex(page.body);
  return page;
}

}  // namespace recount
