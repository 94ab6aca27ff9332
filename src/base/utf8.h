// UTF-8: check, walk, build, and the way between byte offsets and code point offsets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recount {

// Is all of `text` well-formed UTF-8 (no surrogates, nothing above U+10FFFF, no overlong forms)?
bool utf8_valid(std::string_view text);

// The code point at byte `pos`; moves `pos` behind it. REQUIRES: valid UTF-8, pos < text.size(),
// pos on a boundary.
char32_t utf8_next(std::string_view text, std::size_t& pos);

// Appends the UTF-8 form of `code_point`; U+FFFD for a surrogate or a value above U+10FFFF.
void utf8_append(std::string& out, char32_t code_point);

// `text` with U+FFFD for every maximal ill-formed part (Unicode 15, 3.9, "U+FFFD substitution");
// valid text unchanged.
std::string utf8_repaired(std::string_view text);

// Offsets of one text in both units. Building is linear; a look-up counts within one stride of
// bytes. REQUIRES: the text is valid UTF-8, shorter than 4 GB and outlives this.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  // Code points before `byte`. REQUIRES: byte <= size of the text in bytes, on a boundary.
  std::uint32_t at_byte(std::uint32_t byte) const;
  // The byte at which code point `cp` begins; the size of the text in bytes for cp >= size().
  std::uint32_t to_byte(std::uint32_t cp) const;
  // Code points of the whole text.
  std::uint32_t size() const { return size_; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;  // code points before byte i * kStride
  std::uint32_t size_ = 0;
};

}  // namespace recount
