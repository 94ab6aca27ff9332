#include "src/text/clock.h"

#include <array>
#include <cstdio>

#include "src/language/language.h"
#include "src/text/ascii.h"

namespace recount::text {
namespace {

constexpr std::array<std::string_view, 4> kBlanks{" ", "\xC2\xA0", "\xE2\x80\xAF", "\t"};
constexpr std::array<std::string_view, 8> kSeparators{"–", "—", "-", ":", "|", "•", "·", ")"};

// Blanks at `at`, none, one or more.
std::size_t after_blanks(std::string_view s, std::size_t at) {
  bool moved = true;
  while (moved) {
    moved = false;
    for (const std::string_view blank : kBlanks)
      if (s.substr(at).starts_with(blank)) {
        at += blank.size();
        moved = true;
      }
  }
  return at;
}

// One or two digits at `at`; -1 where there are none or more.
int two_digits(std::string_view s, std::size_t& at) {
  std::size_t end = at;
  while (end < s.size() && is_digit(s[end]) && end - at < 3) ++end;
  if (end == at || end - at > 2) return -1;
  const int value = digits(s.substr(at, end - at));
  at = end;
  return value;
}

bool ends_line(std::string_view s, std::size_t at) {
  at = after_blanks(s, at);
  return at >= s.size() || s[at] == '\n' || s[at] == '\r';
}

struct Parsed {
  int hour = 0, minute = 0;
  bool point = false, whole = false;  // a point between them; an hour without minutes
  std::size_t end = 0;
};

std::optional<Parsed> parse(std::string_view s, std::size_t at) {
  Parsed out;
  out.hour = two_digits(s, at);
  if (out.hour < 0 || out.hour > 23) return std::nullopt;
  std::size_t next = after_blanks(s, at);
  if (next < s.size() && lower(s[next]) == 'h') {
    if (ends_line(s, next + 1)) {
      out.whole = true;
      out.end = next + 1;
      return out;
    }
    next = after_blanks(s, next + 1);
  } else if (at < s.size() && (s[at] == ':' || s[at] == '.')) {
    out.point = s[at] == '.';
    next = at + 1;
  } else {
    out.whole = true;  // if a word says so
    out.end = at;
    return out;
  }
  const std::size_t digits_begin = next;
  out.minute = two_digits(s, next);
  if (out.minute < 0 || out.minute > 59 || next - digits_begin != 2) return std::nullopt;
  if (next + 2 < s.size() && s[next] == ':' && is_digit(s[next + 1])) {  // seconds
    ++next;
    if (two_digits(s, next) < 0) return std::nullopt;
  }
  if (next < s.size() && s[next] == '.' && next + 1 < s.size() && is_digit(s[next + 1]))
    return std::nullopt;  // 12.30.20
  out.end = next;
  return out;
}

const ClockWord* word_at(std::string_view s, std::size_t at, const std::vector<ClockWord>& words,
                         std::size_t& end) {
  std::size_t stop = at;
  while (stop < s.size() && !is_space(s[stop]) && stop - at < 12) ++stop;
  for (std::string_view word = s.substr(at, stop - at); !word.empty(); word.remove_suffix(1)) {
    const std::string folded = fold_word(word);
    for (const ClockWord& candidate : words) {
      if (candidate.word != folded) continue;
      const std::size_t behind = at + word.size();
      if (behind < s.size() && (is_letter(s[behind]) || is_digit(s[behind]))) continue;
      end = behind;
      return &candidate;
    }
    if (static_cast<unsigned char>(word.back()) >= 0x80) break;  // the words are ASCII
  }
  return nullptr;
}

}  // namespace

std::vector<ClockWord> clock_words(const std::vector<std::string>& lines) {
  std::vector<ClockWord> out;
  for (const std::string& line : lines) {
    const std::size_t blank = line.find_last_of(" \t");
    if (blank == std::string::npos) continue;
    const std::string_view kind = std::string_view(line).substr(blank + 1);
    out.push_back({fold_word(trimmed(std::string_view(line).substr(0, blank))),
                   kind == "am"   ? ClockWord::Kind::am
                   : kind == "pm" ? ClockWord::Kind::pm
                                  : ClockWord::Kind::mark});
  }
  return out;
}

std::optional<LeadingClock> leading_clock(std::string_view words,
                                          const std::vector<ClockWord>& clock_words) {
  std::size_t at = after_blanks(words, 0);
  const bool bracket = at < words.size() && (words[at] == '[' || words[at] == '(');
  if (bracket) ++at;
  auto parsed = parse(words, at);
  if (!parsed) return std::nullopt;
  LeadingClock out;
  std::size_t end = parsed->end;
  for (int i = 0; i < 2; ++i) {  // "5.20 pm GMT"
    std::size_t behind = 0;
    const ClockWord* word = word_at(words, after_blanks(words, end), clock_words, behind);
    if (word == nullptr) break;
    if (word->kind == ClockWord::Kind::pm && parsed->hour < 12) parsed->hour += 12;
    if (word->kind == ClockWord::Kind::am && parsed->hour == 12) parsed->hour = 0;
    out.separated = true;
    end = behind;
  }
  if (parsed->whole) {
    const bool said = out.separated || lower(words[end - 1]) == 'h';
    if (!said || bracket || !ends_line(words, end)) return std::nullopt;
    out.separated = false;
  }
  if (end < words.size() && (is_letter(words[end]) || is_digit(words[end]))) return std::nullopt;
  const std::size_t next = after_blanks(words, end);
  if (bracket && next < words.size() && (words[next] == ']' || words[next] == ')')) {
    out.separated = true;
    end = next + 1;
  }
  for (const std::string_view separator : kSeparators)
    if (!parsed->whole && words.substr(after_blanks(words, end)).starts_with(separator)) {
      // "18-20 people": a dash right before a digit is a range, no separator.
      const std::size_t behind = after_blanks(words, end) + separator.size();
      if (behind < words.size() && is_digit(words[behind])) break;
      out.separated = true;
      end = behind;
      break;
    }
  if (parsed->point && !out.separated) return std::nullopt;
  char time[8];
  std::snprintf(time, sizeof time, "T%02d:%02d", parsed->hour % 24, parsed->minute % 60);
  out.time = time;
  out.end = after_blanks(words, end);
  return out;
}

}  // namespace recount::text
