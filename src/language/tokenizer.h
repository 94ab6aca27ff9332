// From characters to tokens: words, digits, punctuation, URLs, e-mail addresses, telephone numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "src/language/arena.h"
#include "src/language/words.h"

namespace recount {

class Pack;

// Lower case, typographic apostrophes as ', combining marks composed (NFC). REQUIRES: valid UTF-8.
std::string fold_word(std::string_view word);

// The same, and letters that the pack's language writes one for the other made one.
std::string fold_word(std::string_view word, const Pack& pack);

// Appends the tokens of text[range), exact to the byte; hyphens between words and white space make
// no token. Clitics of the pack are split off ("l'" + "ordre", "ministry" + "'s"). The folded forms
// are views of the text where nothing changes, else of `letters`. REQUIRES: valid UTF-8.
void tokenize(std::string_view text, Span range, std::uint32_t block, const Pack& pack,
              Arena<char>& letters, std::vector<Token>& out);

// The folded words of a short string: how a lexicon entry is cut as running text is.
std::vector<std::string> split_words(std::string_view text, const Pack& pack);

}  // namespace recount
