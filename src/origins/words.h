// Words as the comparison of texts needs them: runs of letters and digits in lower case, of any
// script, without a language's rules. Scripts without spaces (Han, Kana) give a word a character.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recount/record.h"

namespace recount::origins {

struct Word {
  Span span;
  std::uint64_t hash = 0;  // of the word in lower case
  bool capital = false;    // begins with a capital letter
  bool upper = false;      // two or more letters, all capital
  bool digits = false;     // decimal digits only
};

// The words of text[part). REQUIRES: valid UTF-8, part on character boundaries.
std::vector<Word> words_of(std::string_view text, Span part);

// The word in lower case.
std::string lower(std::string_view word);

}  // namespace recount::origins
