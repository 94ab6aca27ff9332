// Typographic marks whose UTF-8 bytes were once read as Windows-1252 and written as UTF-8 again, as
// pages do whose encoding was mistaken: three characters or two stand for one, and begin with a
// letter ("â€œ" for “, "Â" before a no-break blank). Read as letters they'd make one word with what
// they touch; a blank that touches nothing is left as it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace recount {

struct GarbledMark {
  std::uint32_t size = 0;  // bytes of the garbled form, 0 where there is none
  std::string_view mark;   // what it was: one mark, or a blank
};

// The mark at a byte of which its first character, "â" or "Â", begins. REQUIRES: valid UTF-8.
GarbledMark garbled_mark(std::string_view text, std::size_t at);

// The text with all of them mended.
std::string mended(std::string_view text);

}  // namespace recount
