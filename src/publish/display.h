// How text of pages and our own words are laid out for a terminal: escaped, measured and wrapped by
// display width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recount::publish {

// `text` as it may be shown to a person: white space (line ends too) as single blanks, control
// characters as U+FFFD, marks that reorder or hide text (bidirectional controls, zero-width format
// characters) left out. Text with right-to-left letters is put between U+2068 and U+2069, so that
// it can't reorder what surrounds it. REQUIRES: valid UTF-8.
std::string printable(std::string_view text);

// Columns that a terminal takes for `text`: 0 for combining marks, 2 for wide characters.
std::size_t display_width(std::string_view text);

// `text` padded with blanks to `width` columns; longer text stays as it is.
std::string padded(std::string_view text, std::size_t width);
// At most `width` columns, with "…" at the end where something was cut.
std::string clipped(std::string_view text, std::size_t width);
// Lines of at most `width` columns, broken at blanks; a longer word is broken behind a hyphen or
// the like, else where it must be.
// Never empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

// A sheet of lines, at most `width` columns each.
class Sheet {
 public:
  explicit Sheet(std::size_t width) : width_(width < 40 ? 40 : width) {}
  std::size_t width() const { return width_; }
  void blank();                      // an empty line, never two
  void rule(std::string_view mark);  // a line of `mark` over the whole width
  // `lead` (its columns are the indentation of the lines that follow), then `text`, wrapped.
  void put(std::string_view lead, std::string_view text);
  // `left` at the left edge and `right` at the right one; on two lines where both don't fit.
  void put_ends(std::string_view left, std::string_view right);
  // Lines that are laid out already.
  void put_lines(std::string_view lines) { out_ += lines; }
  std::string take() { return std::move(out_); }

 private:
  std::size_t width_;
  std::string out_;
};

// Rows of cells under a head, for a terminal or as CSV.
struct Grid {
  struct Column {
    std::string name;
    std::size_t width = 0;  // 0: takes what the others leave
    bool right = false;     // numbers
  };
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  // as many cells as columns, printable
};
// Cells are wrapped inside their columns, rows indented by `indent` blanks.
std::string grid_text(const Grid& grid, std::size_t width, std::size_t indent = 0);
// RFC 4180 with "\n"; a cell that a spreadsheet would take for a formula gets an apostrophe in
// front.
std::string grid_csv(const Grid& grid);

}  // namespace recount::publish
