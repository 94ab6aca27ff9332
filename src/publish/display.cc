#include "src/publish/display.h"

#include <algorithm>
#include <array>

#include "src/base/base.h"

namespace recount::publish {
namespace {

struct Range {
  char32_t first, last;
};

// Combining marks and other characters without a column of their own (Unicode 15, the scripts of
// news).
constexpr std::array kZeroWidth{
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x05BF, 0x05C7},
    Range{0x0610, 0x061A}, Range{0x064B, 0x065F}, Range{0x0670, 0x0670}, Range{0x06D6, 0x06DC},
    Range{0x06DF, 0x06E4}, Range{0x06E7, 0x06E8}, Range{0x06EA, 0x06ED}, Range{0x0900, 0x0902},
    Range{0x093C, 0x093C}, Range{0x0941, 0x0948}, Range{0x094D, 0x094D}, Range{0x0981, 0x0981},
    Range{0x09BC, 0x09BC}, Range{0x09C1, 0x09C4}, Range{0x09CD, 0x09CD}, Range{0x0E31, 0x0E31},
    Range{0x0E34, 0x0E3A}, Range{0x0E47, 0x0E4E}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},
    Range{0x200B, 0x200F}, Range{0x202A, 0x202E}, Range{0x2060, 0x2069}, Range{0x20D0, 0x20FF},
    Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF}, Range{0xE0100, 0xE01EF}};

constexpr std::array kWide{
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},
    Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
    Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};

// Marks that reorder or hide text: bidirectional controls, zero-width and interlinear characters,
// tags.
constexpr std::array kHidden{Range{0x00AD, 0x00AD}, Range{0x061C, 0x061C}, Range{0x200B, 0x200B},
                             Range{0x200E, 0x200F}, Range{0x202A, 0x202E}, Range{0x2060, 0x206F},
                             Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE007F}};

constexpr std::array kRightToLeft{Range{0x0590, 0x08FF}, Range{0xFB1D, 0xFDFF},
                                  Range{0xFE70, 0xFEFE}, Range{0x10800, 0x10FFF},
                                  Range{0x1E800, 0x1EFFF}};

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, char32_t c) {
  auto it = std::ranges::upper_bound(ranges, c, {}, &Range::first);
  return it != ranges.begin() && c <= std::prev(it)->last;
}

bool is_blank(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

std::size_t columns_of(char32_t c) {
  if (c < 0x300) return is_control(c) ? 0 : 1;
  if (in(kZeroWidth, c)) return 0;
  return in(kWide, c) ? 2 : 1;
}

// The longest prefix of `text` within `width` columns, in bytes; at least one code point.
std::size_t prefix_within(std::string_view text, std::size_t width) {
  std::size_t at = 0, used = 0;
  while (at < text.size()) {
    std::size_t next = at;
    used += columns_of(utf8_next(text, next));
    if (used > width && at > 0) return at;
    at = next;
  }
  return at;
}

// The same for a word that must be broken: behind a hyphen or the like where there is one.
std::size_t broken_within(std::string_view word, std::size_t width) {
  const std::size_t most = prefix_within(word, width);
  const std::size_t mark = word.substr(0, most).find_last_of("-_/.");
  return mark == std::string_view::npos || mark < 2 ? most : mark + 1;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false, right_to_left = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8_next(text, at);
    if (in(kHidden, c)) continue;
    if (is_blank(c)) {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    right_to_left = right_to_left || in(kRightToLeft, c);
    utf8_append(out, is_control(c) ? U'\uFFFD' : c);
  }
  return right_to_left ? "\u2068" + out + "\u2069" : out;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += columns_of(utf8_next(text, at));
  return columns;
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string clipped(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::string_view kept = text.substr(0, width < 2 ? 0 : prefix_within(text, width - 1));
  while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
  const bool isolated = text.starts_with("\u2068");
  return std::string(kept) + "…" + (isolated ? "\u2069" : "");
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  if (width == 0) width = 1;
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    std::string_view word = text.substr(0, blank);
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
    while (!word.empty()) {
      const std::size_t columns = display_width(word);
      if (used > 0 && used + 1 + columns > width) {
        lines.emplace_back();
        used = 0;
      }
      const std::size_t taken = columns <= width ? word.size() : broken_within(word, width);
      if (used > 0) lines.back() += ' ', ++used;
      lines.back() += word.substr(0, taken);
      used += display_width(word.substr(0, taken));
      word.remove_prefix(taken);
    }
  }
  return lines;
}

void Sheet::blank() {
  if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
}

void Sheet::rule(std::string_view mark) {
  for (std::size_t i = 0; i < width_; ++i) out_ += mark;
  out_ += '\n';
}

void Sheet::put(std::string_view lead, std::string_view text) {
  const std::size_t indent = std::min(display_width(lead), width_ - 20);
  std::string before(lead);
  for (const std::string& line : wrapped(text, width_ - indent)) {
    std::string whole = before + line;
    while (!whole.empty() && whole.back() == ' ') whole.pop_back();
    out_ += whole + '\n';
    before.assign(indent, ' ');
  }
}

void Sheet::put_ends(std::string_view left, std::string_view right) {
  const std::size_t columns = display_width(right);
  if (display_width(left) + 2 + columns > width_) {
    put("", left);
    put("   ", right);
    return;
  }
  out_ += padded(left, width_ - columns) + std::string(right) + '\n';
}

}  // namespace recount::publish
