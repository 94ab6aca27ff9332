// Files: a whole one with a cap, or line by line, gzip or not.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "recount/result.h"

namespace recount {

// The bytes of `path`. Errors: it can't be opened or read, is a folder, or is larger than
// max_bytes.
Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes);

// The same after gunzip where the file is gzip (told by its first bytes); max_bytes is of what it
// expands to, and no more than that is expanded.
Result<std::string> read_unpacked(const std::string& path, std::uint64_t max_bytes);

// `message` without the "SOURCE: " that errors about one file begin with, for who names the source
// himself.
std::string without_source(const std::string& message, std::string_view source);

// Lines of a file, plain or gzip (told by its first bytes; several gzip members in a row are one
// file). Memory: one line and a fixed buffer, whatever the file expands to.
//
//   auto reader = LineReader::open(path, 16u << 20);
//   if (!reader) …
//   while (auto line = reader->next()) …
//   if (reader->error()) …
class LineReader {
 public:
  struct Line {
    std::string_view
        text;              // without "\n" or "\r\n"; empty where too long; good until the next call
    std::uint64_t number;  // from 1
    bool too_long;         // longer than the cap: skipped
  };

  // Errors: it can't be opened, is a folder.
  static Result<LineReader> open(const std::string& path, std::size_t max_line_bytes);
  ~LineReader();
  LineReader(LineReader&&) noexcept;
  LineReader& operator=(LineReader&&) noexcept;

  // nullopt at the end, and where the rest can't be read: then error() says why. A last line needs
  // no line end.
  std::optional<Line> next();
  const std::optional<Error>& error() const;

 private:
  class Impl;
  explicit LineReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace recount
