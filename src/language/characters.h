// What each character is to the tokenizer, and what it folds to: one table for the code points of
// nearly all text, ICU for the rest.
//
// Folding is lower case, typographic apostrophes as ', combining marks composed (NFC), and letters
// that a pack writes for each other made one. A character is in the table as simple if it folds to
// one character on its own, whatever stands around it; a word of simple characters is folded by the
// table, any other by ICU.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/base/base.h"

namespace recount {

// Bits of a character.
enum CharBits : std::uint16_t {
  kLetter = 1,
  kUpper = 2,
  kDigit = 4,  // 0-9
  kSpace = 8,
  kApostrophe = 16,
  kHyphen = 32,
  kAddress = 64,   // may stand in a URL or an e-mail address
  kChanges = 128,  // folds to another character
  kComplex = 256,  // folds by ICU only
  kGarbled = 512,  // may begin a garbled mark (src/language/garbled.h)
};

struct Character {
  std::uint32_t bits = 0;
  std::uint32_t size = 0;  // bytes
};

class CharTable {
 public:
  using Letters = std::vector<std::pair<std::string, std::string>>;  // letter, read as

  // Without letters that are read as others. Made once, for all threads.
  static const CharTable& plain();
  // With them: in a row, each on what the ones before it gave.
  explicit CharTable(const Letters& same_letters);

  // The character at a byte. REQUIRES: valid UTF-8, at < text.size(), on a boundary.
  Character look(std::string_view text, std::size_t at) const {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {rows_[first].bits, 1};
    if (first >= 0xE0 || at + 1 >= text.size()) return look_far(text, at);
    return {rows_[two_bytes(first, text[at + 1])].bits, 2};
  }
  // Does the pack read no letter up to U+00FF as another: small ones fold to themselves, ASCII's
  // large ones to its small ones?
  bool has_plain_letters() const { return plain_letters_; }
  // The bits of an ASCII character.
  std::uint32_t ascii(unsigned char c) const { return rows_[c].bits; }
  // Appends the folded form of a word of simple characters, at most as long as the word, and gives
  // the end.
  char* fold_simple(std::string_view word, char* out) const;
  // The folded form of any word.
  std::string fold(std::string_view word) const;
  // All bits that its characters have.
  std::uint32_t bits_of(std::string_view word) const {
    std::uint32_t bits = 0;
    for (std::size_t at = 0; at < word.size();) {
      const Character c = look(word, at);
      bits |= c.bits;
      at += c.size;
    }
    return bits;
  }

 private:
  // Two-byte code points, then U+2000 … U+207F (dashes, quotation marks, blanks).
  static constexpr std::size_t kTwoBytes = 0x800, kMarks = 0x2000, kRows = kTwoBytes + 0x80;
  struct Row {
    std::uint16_t bits = 0;
    char16_t fold = 0;
  };

  CharTable();
  static std::size_t two_bytes(unsigned char first, char second) {
    return static_cast<std::size_t>((first & 0x1F) << 6 | (second & 0x3F));
  }
  Character look_far(std::string_view text, std::size_t at) const;
  void read_as(const std::string& letter, const std::string& as);
  static char32_t code_of(std::size_t row) {
    return static_cast<char32_t>(row < kTwoBytes ? row : row - kTwoBytes + kMarks);
  }
  // kRows where it has none.
  static std::size_t row_of(char32_t code) {
    if (code < kTwoBytes) return code;
    return code >= kMarks && code < kMarks + 0x80 ? code - kMarks + kTwoBytes : kRows;
  }

  std::array<Row, kRows> rows_{};
  Letters same_letters_;
  bool plain_letters_ = true;
};

}  // namespace recount
