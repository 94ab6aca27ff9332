// Rows of cells as text and as CSV.
#include <algorithm>

#include "src/publish/display.h"

namespace recount::publish {
namespace {

std::vector<std::size_t> column_widths(const Grid& grid, std::size_t width) {
  std::vector<std::size_t> widths;
  std::size_t fixed = 2 * (grid.columns.size() - 1), open = 0;
  for (const Grid::Column& column : grid.columns) {
    fixed += column.width;
    open += column.width == 0;
  }
  const std::size_t rest = width > fixed + 12 ? width - fixed : 12;
  for (const Grid::Column& column : grid.columns)
    widths.push_back(column.width > 0 ? column.width : std::max<std::size_t>(rest / open, 8));
  return widths;
}

void add_row(std::string& out, const Grid& grid, const std::vector<std::size_t>& widths,
             const std::vector<std::string>& cells, std::size_t indent) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    lines.push_back(wrapped(cells[i], widths[i]));
    height = std::max(height, lines.back().size());
  }
  for (std::size_t row = 0; row < height; ++row) {
    std::string line(indent, ' ');
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string cell = row < lines[i].size() ? lines[i][row] : "";
      if (grid.columns[i].right)
        line.append(widths[i] - std::min(widths[i], display_width(cell)), ' ');
      line += grid.columns[i].right ? cell : padded(cell, widths[i]);
      if (i + 1 < cells.size()) line += "  ";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
}

std::string csv_cell(std::string_view cell) {
  std::string out(cell);
  if (!out.empty() && std::string_view("=+-@").find(out[0]) != std::string_view::npos)
    out.insert(0, "'");
  if (out.find_first_of(",\"\n\r") == std::string::npos) return out;
  std::string quoted = "\"";
  for (char c : out) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

void add_csv_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? "," : "") + csv_cell(cells[i]);
  out += '\n';
}

std::vector<std::string> names_of(const Grid& grid) {
  std::vector<std::string> names;
  for (const Grid::Column& column : grid.columns) names.push_back(column.name);
  return names;
}

}  // namespace

std::string grid_text(const Grid& grid, std::size_t width, std::size_t indent) {
  const std::vector<std::size_t> widths = column_widths(grid, width - indent);
  std::string out;
  add_row(out, grid, widths, names_of(grid), indent);
  for (const auto& row : grid.rows) add_row(out, grid, widths, row, indent);
  return out;
}

std::string grid_csv(const Grid& grid) {
  std::string out;
  add_csv_row(out, names_of(grid));
  for (const auto& row : grid.rows) add_csv_row(out, row);
  return out;
}

}  // namespace recount::publish
