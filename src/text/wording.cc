#include "src/text/wording.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <vector>

#include "src/base/base.h"
#include "src/language/language.h"
#include "src/text/ascii.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestHeading = 110;  // code points
constexpr std::size_t kShortestProse = 60;

bool white(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D);
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF;
}
bool closing(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return c == '"' || c == '\'' || type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION;
}
bool final_mark(char32_t c) {
  constexpr std::array<char32_t, 12> kMarks{'.',    '!',    '?',    0x2026, ':',    ';',
                                            0x3002, 0xFF01, 0xFF1F, 0x061F, 0x06D4, 0x0964};
  return std::find(kMarks.begin(), kMarks.end(), c) != kMarks.end();
}

// The last code points, newest first, white space left out.
std::vector<char32_t> last_marks(std::string_view words, std::size_t count) {
  std::vector<char32_t> out;
  std::size_t at = words.size();
  while (at > 0 && out.size() < count) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(words[at]) & 0xC0) == 0x80);
    std::size_t next = at;
    const char32_t c = utf8_next(words, next);
    if (!white(c)) out.push_back(c);
  }
  return out;
}

std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t here = at;
    if (!white(utf8_next(words, at))) continue;
    if (here > begin) out.push_back(words.substr(begin, here - begin));
    begin = at;
  }
  if (begin < words.size()) out.push_back(words.substr(begin));
  return out;
}

bool is_email(std::string_view word) {
  const std::size_t at = word.find('@');
  return at != std::string_view::npos && at > 0 && word.find('.', at) != std::string_view::npos &&
         word.find('@', at + 1) == std::string_view::npos;
}

// "12.30.2020", "2020-12-30", "3.000.000": digits with marks that are no telephone number.
bool is_date_or_number(std::string_view word) {
  std::vector<std::size_t> groups{0};
  for (const char c : word) {
    if (is_digit(c))
      ++groups.back();
    else
      groups.push_back(0);
  }
  const bool date = groups.size() == 3 && (groups.front() == 4 || groups.back() == 4);
  const bool thousands =
      groups.size() > 1 && groups.front() <= 3 &&
      std::all_of(groups.begin() + 1, groups.end(), [](std::size_t size) { return size == 3; });
  return date || thousands;
}

// Seven or more digits with nothing but the marks of a telephone number between them, a 0 or +
// first or marks between.
bool is_telephone(std::string_view word) {
  const auto count = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_digit));
  if (count < 7 || count > 16 ||
      word.find_first_not_of("0123456789+/.-()") != std::string_view::npos)
    return false;
  if (word[0] == '+' || word[0] == '0') return !is_date_or_number(word);
  return count < word.size() && !is_date_or_number(word);
}

std::string_view without_marks(std::string_view word) {
  while (!word.empty() && !is_digit(word.back()) && !is_letter(word.back()) &&
         static_cast<unsigned char>(word.back()) < 0x80)
    word.remove_suffix(1);
  while (!word.empty() && !is_digit(word.front()) && word.front() != '+' &&
         !is_letter(word.front()) && static_cast<unsigned char>(word.front()) < 0x80)
    word.remove_prefix(1);
  return word;
}

bool is_year(std::string_view word) {
  const int value = word.size() == 4 ? digits(word) : -1;
  return value >= 1900 && value < 2100;
}

// "14-03-2023", "2023-03-14"
bool is_whole_date(std::string_view word) {
  const bool marked = std::count(word.begin(), word.end(), '-') == 2 ||
                      std::count(word.begin(), word.end(), '.') == 2 ||
                      std::count(word.begin(), word.end(), '/') == 2;
  return marked && word.size() >= 8 && word.size() <= 10 &&
         word.find_first_not_of("0123456789-./") == std::string_view::npos &&
         is_date_or_number(word);
}

bool brackets_closed(std::string_view words) {
  int open = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto c = static_cast<UChar32>(utf8_next(words, at));
    if (c == 0x2019 || c == ' ' || (c < 0x80 && is_letter(static_cast<char>(c))))
      continue;  // U+2019 is mostly an apostrophe
    const auto type = u_charType(c);
    if (type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION) ++open;
    if (type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION) open = std::max(0, open - 1);
  }
  return open == 0;
}

}  // namespace

std::string plain_form(std::string_view words, bool keep_marks) {
  std::string out;
  const bool ascii = std::all_of(words.begin(), words.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const std::string folded = ascii ? ascii_lower(words) : fold_word(words);
  out.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t from = at;
    const char32_t c = utf8_next(folded, at);
    if (c == ':' && !out.empty() && out.back() == ' ') out.pop_back();
    if (!white(c))
      out.append(folded, from, at - from);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  if (keep_marks) return std::string(trimmed(out));
  while (!out.empty() && std::string_view(" .:!?;,>-|").find(out.back()) != std::string_view::npos)
    out.pop_back();
  return out;
}

std::size_t length(std::string_view words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool ends_as_sentence(std::string_view words) {
  for (const char32_t c : last_marks(words, 4)) {
    if (final_mark(c)) return true;
    if (!closing(c)) return false;
  }
  return false;
}

bool has_inner_sentence_end(std::string_view words) {
  for (std::size_t at = 0; at + 2 < words.size(); ++at) {
    const char c = words[at];
    if ((c == '.' || c == '!' || c == '?') && is_space(words[at + 1]) && at >= 3 &&
        is_letter(words[at - 1]) && is_letter(words[at - 2]) && is_letter(words[at - 3]))
      return true;
  }
  return false;
}

bool has_year(std::string_view words) {
  const std::vector<std::string_view> parts = split(words);
  return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
    const std::string_view word = without_marks(part);
    return is_year(word) || is_whole_date(word);
  });
}

int open_quotations(std::string_view words, int open) {
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = utf8_next(words, at);
    if (c == 0xAB || c == 0x201C) ++open;
    if (c == 0xBB || c == 0x201D) open = std::max(0, open - 1);
  }
  return open;
}

bool begins_quotation(std::string_view words) {
  return words.starts_with("\xC2\xAB") || words.starts_with("\xE2\x80\x9C");
}

bool all_capitals(std::string_view words) {
  int letters = 0, blanks = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto c = static_cast<UChar32>(utf8_next(words, at));
    if (u_islower(c)) return false;
    letters += u_isupper(c) ? 1 : 0;
    blanks += u_isUWhiteSpace(c) ? 1 : 0;
  }
  return letters >= 6 && blanks >= 1;
}

bool looks_like_heading(std::string_view words) {
  if (length(words) > kLongestHeading || words.find('\n') != std::string_view::npos) return false;
  if (all_capitals(words)) return true;
  const bool has_letter = std::any_of(words.begin(), words.end(), [](char c) {
    return is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
  });
  return has_letter && !ends_as_sentence(words) && brackets_closed(words) &&
         !words.ends_with(',') && !has_bullet(words);
}

bool looks_like_prose(std::string_view words) {
  const std::size_t size = length(words);
  return size >= 200 || (size >= kShortestProse && ends_as_sentence(words));
}

bool has_bullet(std::string_view words) {
  for (const std::string_view bullet :
       {"- ", "* ", "– ", "— ", "• ", "· ", "▪ ", "● ", "‣ ", "■ ", "►", "→ "})
    if (words.starts_with(bullet)) return true;
  std::size_t at = 0;
  while (at < words.size() && at < 2 && is_digit(words[at])) ++at;
  return at > 0 && at + 1 < words.size() && (words[at] == ')' || words[at] == '.') &&
         words[at + 1] == ' ';
}

bool looks_like_contact(std::string_view words) {
  if (words.size() > 1200) return false;
  std::size_t emails = 0, phones = 0, others = 0;
  const std::vector<std::string_view> parts = split(words);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string_view word = without_marks(parts[i]);
    if (is_email(word)) {
      ++emails;
    } else if (is_telephone(word)) {
      ++phones;
    } else if (!word.empty() && (is_digit(word[0]) || word[0] == '+')) {
      std::string joined(word);  // "020 7946 0000"
      std::size_t last = i;
      while (last + 1 < parts.size() && joined.size() < 24 &&
             digits(without_marks(parts[last + 1])) >= 0)
        joined += without_marks(parts[++last]);
      if (last > i && is_telephone(joined)) {
        ++phones;
        i = last;
      } else {
        ++others;
      }
    } else if (!word.empty()) {
      ++others;
    }
  }
  if (emails + phones == 0) return false;
  return others <= 2 * (emails + phones) + 2;
}

bool looks_like_dateline(std::string_view words) {
  const std::vector<std::string_view> parts = split(words);
  if (parts.size() == 1) return is_whole_date(parts[0]);
  if (parts.size() < 2 || parts.size() > 10 || length(words) > 80 || ends_as_sentence(words))
    return false;
  std::size_t year = parts.size();
  bool day = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string_view word = without_marks(parts[i]);
    if (is_year(word)) year = i;
    if (is_whole_date(word)) {
      year = i;
      day = true;
    }
    std::size_t count = 0;
    while (count < word.size() && is_digit(word[count])) ++count;
    const int value = digits(word.substr(0, count));
    day = day || (count <= 2 && value >= 1 && value <= 31 && word.size() <= count + 2);
  }
  if (year == parts.size() || !day) return false;
  return std::all_of(parts.begin() + static_cast<std::ptrdiff_t>(year) + 1, parts.end(),
                     [](std::string_view word) {
                       return word.size() <= 6;  // a clock time, "GMT", a dash
                     });
}

}  // namespace recount::text
