// The text files of a pack: lines, and errors that say where they stand.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "recount/result.h"

namespace recount {

std::string_view trimmed_blanks(std::string_view s);
// Parts between blanks and tabs; `out` is emptied first.
void split_fields(std::string_view s, std::vector<std::string_view>& out);

struct PackLine {
  int number = 0;  // 1 is the first
  bool indented = false;
  std::string_view text;  // without outer blanks
};

// A file's lines that hold something; a line that begins with '#' is a comment. Views stay valid
// while the file lives, also when it is moved.
class PackFile {
 public:
  // Fails where it can't be read or isn't UTF-8.
  static Result<PackFile> open(const std::string& path);

  const std::vector<PackLine>& lines() const { return lines_; }
  // "fr/words.txt"
  const std::string& name() const { return name_; }
  // "languages/fr/words.txt:12:5: what": line and column, in characters, of a part of the file.
  // REQUIRES: `part` is a view of this file.
  Error error(std::string_view part, const std::string& what) const;

 private:
  std::string path_, name_;
  std::unique_ptr<const std::string> content_;
  std::vector<PackLine> lines_;
};

// "path:line:column: what"
Error error_at(const std::string& path, std::size_t line, std::size_t column,
               const std::string& what);

}  // namespace recount
