// Walks paths in order and hands over one page at a time, so that memory stays at one page however
// much there is.
#include "src/capture/capture.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <utility>

#include "src/base/base.h"
#include "src/capture/page.h"

namespace recount {
namespace {

namespace fs = std::filesystem;

constexpr char kTypes[] = ".html, .htm, .txt or .jsonl, each also with .gz";

// JSON writes a character in up to six bytes; twice the page is room for what real writers escape.
std::size_t max_line_bytes(const CaptureOptions& options) {
  return static_cast<std::size_t>(options.max_page_bytes) * 2 + (64u << 10);
}

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// One line of JSON Lines to the sink; false to stop.
bool hand_over(std::string_view line, bool too_long, const std::string& source,
               const CaptureOptions& options, const CaptureSink& sink) {
  if (too_long)
    return sink(Skipped{source, "is a line too long for a page; split it, or allow larger ones"});
  if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  if (is_blank_line(line)) return true;
  return sink(page_of_record(line, source, options));
}

bool capture_json_lines_file(const std::string& path, const CaptureOptions& options,
                             const CaptureSink& sink) {
  Result<LineReader> reader = LineReader::open(path, max_line_bytes(options));
  const auto reason = [&](const Error& error) {
    return error.message.starts_with(path + ": ") ? error.message.substr(path.size() + 2)
                                                  : error.message;
  };
  if (!reader) return sink(Skipped{path, reason(reader.error())});
  bool any = false;
  while (const auto line = reader->next()) {
    any = any || line->too_long || !is_blank_line(line->text);
    if (!hand_over(line->text, line->too_long, path + ":" + std::to_string(line->number), options,
                   sink))
      return false;
  }
  if (reader->error()) return sink(Skipped{path, reason(*reader->error())});
  return any || sink(Skipped{path, "is empty; write one JSON record a line"});
}

bool capture_file(const std::string& path, const CaptureOptions& options, const CaptureSink& sink) {
  const FileType type = file_type(path);
  if (type == FileType::unknown)
    return sink(Skipped{
        path, "is of a type that isn't read; give it a name that ends in " + std::string(kTypes)});
  if (type == FileType::json_lines) return capture_json_lines_file(path, options, sink);
  return sink(page_of_file(path, options));
}

// The files below `folder`, bytewise sorted; hidden ones and links to folders are left out.
// `problem` is set where the walk broke off.
std::vector<std::string> files_below(const std::string& folder, std::string& problem) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    const bool hidden = at->path().filename().native().starts_with(".");
    std::error_code ignored;
    const fs::file_status status = at->status(ignored);
    if (hidden && fs::is_directory(status)) at.disable_recursion_pending();
    if (!hidden && !fs::is_directory(status)) files.push_back(at->path().native());
  }
  if (error) problem = "can't be listed to its end: " + error.message() + "; check its permissions";
  std::sort(files.begin(), files.end());
  return files;
}

bool capture_path(const std::string& path, const CaptureOptions& options, const CaptureSink& sink);

bool capture_folder(const std::string& folder, const CaptureOptions& options,
                    const CaptureSink& sink) {
  std::string problem;
  const std::vector<std::string> files = files_below(folder, problem);
  for (const std::string& file : files)
    if (!capture_path(file, options, sink)) return false;
  if (!problem.empty()) return sink(Skipped{folder, problem});
  return !files.empty() ||
         sink(Skipped{folder, "holds no files; put pages into it (" + std::string(kTypes) + ")",
                      SkippedKind::path});
}

bool capture_path(const std::string& path, const CaptureOptions& options, const CaptureSink& sink) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found)
    return sink(Skipped{path, "doesn't exist; check the path", SkippedKind::path});
  if (error)
    return sink(Skipped{path, "can't be reached: " + error.message() + "; check its permissions"});
  if (fs::is_directory(status)) return capture_folder(path, options, sink);
  if (!fs::is_regular_file(status))
    return sink(Skipped{path,
                        "is neither a file nor a folder; for a stream of JSON Lines give \"-\"",
                        SkippedKind::path});
  return capture_file(path, options, sink);
}

// The next line of `in` into `line`, never more than `cap` bytes of it; false at the end.
bool read_line(std::istream& in, std::size_t cap, std::string& line, bool& too_long) {
  line.clear();
  too_long = false;
  char part[16384];
  while (true) {
    in.getline(part, sizeof part);
    const auto got = static_cast<std::size_t>(in.gcount());
    const bool cut =
        in.fail() && !in.eof() && got + 1 == sizeof part;  // the part is full, the line goes on
    if (got == 0 && !cut) return false;
    const std::size_t length =
        cut || in.eof() ? got : got - 1;  // without the "\n" that getline counted
    too_long = too_long || line.size() + length > cap;
    if (!too_long) line.append(part, length);
    if (!cut) return true;
    in.clear(in.rdstate() & ~std::ios::failbit);
  }
}

}  // namespace

void capture(const std::vector<std::string>& paths, const CaptureOptions& options,
             const CaptureSink& sink) {
  bool stopped = false;
  const CaptureSink watched = [&](Captured captured) {
    stopped = stopped || !sink(std::move(captured));
    return !stopped;
  };
  for (const std::string& path : paths) {
    if (path == "-") {
      capture_json_lines(std::cin, path, options, watched);
    } else {
      capture_path(path, options, watched);
    }
    if (stopped) return;
  }
}

void capture_json_lines(std::istream& in, const std::string& name, const CaptureOptions& options,
                        const CaptureSink& sink) {
  if (in.peek() == 0x1F) {
    sink(Skipped{name, "is packed; unpack it on the way (gunzip -c FILE | recount …)"});
    return;
  }
  std::string line;
  bool too_long = false;
  for (std::uint64_t number = 1; read_line(in, max_line_bytes(options), line, too_long); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!hand_over(line, too_long, name + ":" + std::to_string(number), options, sink)) return;
  }
}

}  // namespace recount
