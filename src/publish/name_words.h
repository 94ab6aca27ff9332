// Words of any script as names are compared by: case, marks of letters and hidden characters don't
// tell two apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "recount/record.h"

namespace recount::publish {

struct Word {
  Span span;
  std::string folded;        // lower case, without Latin and Greek marks
  std::size_t letters = 0;   // code points
  bool capital = false;      // begins with a capital, or is of a script that doesn't tell
  bool has_case = false;     // begins with a letter of a script that tells capitals
  bool all_capital = false;  // no small letter, and letters of a script that has them
};

// REQUIRES: valid UTF-8.
std::vector<Word> words_of(std::string_view text);

// The first `count` code points.
std::string_view first_letters(std::string_view word, std::size_t count);

// Is `word` the name, or a form of it that an ending made? Both folded.
bool same_name(std::string_view name, std::string_view word);

}  // namespace recount::publish
