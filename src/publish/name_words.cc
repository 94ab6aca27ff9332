#include "src/publish/name_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "src/base/base.h"
#include "src/names/names.h"

namespace recount::publish {
namespace {

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c));
}

// Marks on letters and characters that no report prints: they end no word.
bool continues_word(char32_t c) {
  if (c < 0x80 || c == 0x200B) return false;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

bool is_small(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  const auto letter = static_cast<UChar32>(c);
  return u_charType(letter) == U_LOWERCASE_LETTER && u_totitle(letter) != letter;
}

bool is_capital(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
}

// A letter with which a name can begin: a capital, or one of a script that has none.
bool may_open_name(char32_t c) {
  return !is_small(c) &&
         (c < 0x80 || !u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_LOWERCASE) ||
          u_charType(static_cast<UChar32>(c)) == U_LOWERCASE_LETTER);
}

std::size_t letters_of(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size(); ++count) utf8_next(word, at);
  return count;
}

// A word under construction.
class WordInText {
 public:
  void begin(std::uint32_t at, char32_t c) {
    word_ = Word{.span = {at, at},
                 .folded = "",
                 .capital = may_open_name(c),
                 .has_case = is_capital(c) || is_small(c),
                 .all_capital = true};
  }
  bool is_open() const { return word_.has_value(); }
  void put(char32_t c, std::uint32_t end) {
    utf8_append(word_->folded, c < 0x80 ? c
                                        : static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c),
                                                                           U_FOLD_CASE_DEFAULT)));
    word_->all_capital = word_->all_capital && is_capital(c);
    word_->span.end = end;
    ++word_->letters;
  }
  // A mark or hidden character behind the letters so far.
  void put_mark(char32_t c, std::uint32_t end) {
    utf8_append(word_->folded, c);
    word_->span.end = end;
  }
  Word take() {
    Word word = *std::exchange(word_, std::nullopt);
    word.folded = fold_name(word.folded);
    return word;
  }

 private:
  std::optional<Word> word_;
};

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  WordInText word;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = utf8_next(text, at);
    const auto end = static_cast<std::uint32_t>(at);
    if (is_letter(c)) {
      if (!word.is_open()) word.begin(begin, c);
      word.put(c, end);
    } else if (word.is_open() && continues_word(c)) {
      word.put_mark(c, end);
    } else if (word.is_open()) {
      words.push_back(word.take());
    }
  }
  if (word.is_open()) words.push_back(word.take());
  return words;
}

std::string_view first_letters(std::string_view word, std::size_t count) {
  std::size_t at = 0;
  while (at < word.size() && count-- > 0) utf8_next(word, at);
  return word.substr(0, at);
}

bool same_name(std::string_view name, std::string_view word) {
  if (name == word) return true;
  const std::size_t letters = letters_of(name);
  if (letters < 4) return false;
  const std::size_t stem = std::max<std::size_t>(4, letters - 2);
  return letters_of(word) <= letters + 3 && word.starts_with(first_letters(name, stem));
}

}  // namespace recount::publish
