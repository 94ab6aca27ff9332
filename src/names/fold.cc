// Folding. One lookup a code point in a table that is built once from fold_table.h; ASCII and
// Cyrillic are arithmetic.
//
// Trap: stripping marks by canonical decomposition turns й into и, ї into і and breaks Kazakh
// letters. So Latin and Greek letters come from a table, Cyrillic letters only change case, and a
// combining mark that follows a Cyrillic letter is composed by hand where the pair is a letter of
// its own (и + breve = й).
#include <array>
#include <cstdint>

#include "src/base/base.h"
#include "src/names/fold_table.h"
#include "src/names/names.h"

namespace recount {
namespace {

constexpr char32_t kTableEnd = 0x1F00;

struct FoldTable {
  std::array<std::uint8_t, kTableEnd> row{};  // 1 + index into kFoldRows, 0: unchanged

  FoldTable() {
    std::uint8_t number = 0;
    for (const names::FoldRow& fold_row : names::kFoldRows) {
      ++number;
      for (std::size_t pos = 0; pos < fold_row.from.size();) {
        const char32_t c = utf8_next(fold_row.from, pos);
        if (c < kTableEnd) row[c] = number;
      }
    }
  }
};

bool is_apostrophe(char32_t c) {
  switch (c) {
    case '\'':
    case '`':
    case U'´':
    case U'’':
    case U'‘':
    case U'′':
    case U'‵':
    case U'ʹ':
    case U'ʻ':
    case U'ʼ':
    case U'ʽ':
    case U'ʾ':
    case U'ʿ':
    case U'ˈ':
    case U'＇': return true;
    default: return false;
  }
}

// Signs that belong to no word and separate none.
bool vanishes(char32_t c) {
  return c == '.' || c == '"' || c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»' ||
         c == U'ʺ' || c == U'\u00AD' || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool separates(char32_t c) {
  if (c < 0x80) return !is_plain(static_cast<char>(c));
  return c == 0xA0 || c == U'·' || (c >= 0x2000 && c <= 0x206F) || c == U'־' || c == U'−' ||
         c == 0x3000 || c == U'、';
}

bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

// Lower case of a Cyrillic letter (U+0400–U+052F).
char32_t lower_cyrillic(char32_t c) {
  if (c < 0x410) return c + 0x50;
  if (c < 0x430) return c + 0x20;
  if (c < 0x460) return c;
  if (c == 0x4C0) return 0x4CF;
  if (c > 0x4C0 && c < 0x4CF) return (c & 1) ? c + 1 : c;  // in this run the capitals are odd
  if (c >= 0x482 && c < 0x48A) return c;
  return (c & 1) ? c : c + 1;
}

// A mark after the letter that `out` ends with. Latin marks vanish; three pairs of Cyrillic are
// letters.
void fold_mark(char32_t mark, std::string& out) {
  const auto replace = [&](std::string_view base, std::string_view with) {
    if (!out.ends_with(base)) return;
    out.resize(out.size() - base.size());
    out += with;
  };
  if (mark == 0x306) {  // breve
    replace("и", "й");
    replace("у", "ў");
  } else if (mark == 0x308) {  // diaeresis
    replace("і", "ї");
  }
}

class Folder {
 public:
  Folder(Apostrophe apostrophe, std::string& out)
      : apostrophe_(apostrophe), out_(out), gap_(!out.empty()) {}

  // Letters and digits of ASCII.
  void put_plain(std::string_view letters) {
    close_gap();
    const std::size_t at = out_.size();
    out_ += letters;
    for (std::size_t i = at; i < out_.size(); ++i)
      out_[i] = static_cast<char>(out_[i] | (out_[i] >= 'A' && out_[i] <= 'Z' ? 0x20 : 0));
  }

  void put(char32_t c) {
    static const FoldTable table;
    if (is_apostrophe(c)) {
      if (apostrophe_ == Apostrophe::splits) gap_ = true;
    } else if (separates(c)) {
      if (!vanishes(c)) gap_ = true;
    } else if (vanishes(c)) {
      return;
    } else if (is_combining(c)) {
      if (!gap_) fold_mark(c, out_);
    } else {
      close_gap();
      if (c < 0x80) {
        out_ += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      } else if (c < kTableEnd && table.row[c] != 0) {
        out_ += names::kFoldRows[table.row[c] - 1].to;
      } else {
        utf8_append(out_, c >= 0x400 && c < 0x530 ? lower_cyrillic(c) : c);
      }
    }
  }

 private:
  void close_gap() {
    if (gap_ && !out_.empty()) out_ += ' ';
    gap_ = false;
  }

  Apostrophe apostrophe_;
  std::string& out_;
  bool gap_;
};

}  // namespace

void fold_name_append(std::string_view text, Apostrophe apostrophe, std::string& out) {
  Folder folder(apostrophe, out);
  for (std::size_t pos = 0; pos < text.size();) {
    std::size_t end = pos;
    while (end < text.size() && is_plain(text[end])) ++end;
    if (end > pos) folder.put_plain(text.substr(pos, end - pos));
    pos = end;
    if (pos < text.size()) folder.put(utf8_next(text, pos));
  }
}

std::string fold_name(std::string_view text, Apostrophe apostrophe) {
  std::string out;
  out.reserve(text.size());
  fold_name_append(text, apostrophe, out);
  return out;
}

std::vector<std::string_view> name_words(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t pos = 0; pos < folded.size();) {
    std::size_t end = folded.find(' ', pos);
    if (end == std::string_view::npos) end = folded.size();
    if (end > pos) words.push_back(folded.substr(pos, end - pos));
    pos = end + 1;
  }
  return words;
}

}  // namespace recount
