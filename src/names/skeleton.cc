// The skeleton of a name: what is left when the habits of the languages that write it are taken
// away.
//
// Idea (after Soundex and its successors, but for transliteration instead of English): languages
// disagree on the letters for a few sounds, so every such group becomes one letter; they disagree
// on length and glides, so doubled letters are single and an i between vowels goes. Vowels stay:
// without them too many names fall together.
//   c  ch tch tsch sh sch shch sz č š щ     j  zh dj dzh j ж ž      s  s ts tz; c before e i y
//   h  kh h х      u  u ou oo               i  i y ï; j after a vowel
//   k  k q ck qu; c elsewhere               v  v w; -of at the end  e  e ie ye je
// Letters whose mark is their sound (š, ž, ç, …) are read before folding takes the mark.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "src/base/base.h"
#include "src/names/names.h"
#include "src/names/transliterate.h"

namespace recount {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}
bool is_soft(char c) { return c == 'e' || c == 'i' || c == 'y'; }

// Marked letters that mean another sound than their base; the rest is fold's.
std::string_view sound_of(char32_t c) {
  switch (c) {
    case U'š':
    case U'Š':
    case U'ş':
    case U'Ş':
    case U'ș':
    case U'Ș':
    case U'ś':
    case U'Ś': return "sh";
    case U'č':
    case U'Č':
    case U'ć':
    case U'Ć': return "ch";
    case U'ž':
    case U'Ž':
    case U'ż':
    case U'Ż': return "zh";
    case U'ț':
    case U'Ț':
    case U'ţ':
    case U'Ţ': return "ts";
    case U'đ':
    case U'Đ': return "dj";
    case U'ğ':
    case U'Ğ': return "g";
    default: return {};
  }
}

// ç is s in French and Portuguese, ch in Turkish and Albanian; at the beginning of a name it's the
// latter.
std::string read_marks(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t pos = 0; pos < text.size();) {
    const bool first = pos == 0 || text[pos - 1] == ' ' || text[pos - 1] == '-';
    const std::size_t begin = pos;
    const char32_t c = utf8_next(text, pos);
    if (c == U'ç' || c == U'Ç') {
      out += first ? "ch" : "s";
    } else if (const std::string_view sound = sound_of(c); !sound.empty()) {
      out += sound;
    } else {
      out += text.substr(begin, pos - begin);
    }
  }
  return out;
}

struct Sound {
  std::string_view from, to;
};

// Longest first. Letters that are in no row stay.
constexpr Sound kSounds[] = {
    {"schtsch", "c"}, {"chtch", "c"}, {"shtsh", "c"}, {"shch", "c"}, {"stch", "c"}, {"tsch", "c"},
    {"dsch", "j"},    {"tch", "c"},   {"dzh", "j"},   {"sch", "c"},  {"sh", "c"},   {"ch", "c"},
    {"sz", "c"},      {"cz", "c"},    {"ngh", "n"},   {"zh", "j"},   {"dj", "j"},   {"kh", "h"},
    {"gh", "g"},      {"ph", "f"},    {"th", "t"},    {"dh", "d"},   {"bh", "b"},   {"rh", "r"},
    {"ck", "k"},      {"cq", "k"},    {"qu", "k"},    {"ts", "s"},   {"tz", "s"},   {"ou", "u"},
    {"oo", "u"},      {"oe", "o"},    {"ng", "n"},    {"q", "k"},    {"w", "v"},    {"x", "ks"},
    {"y", "i"},
};

// The rows that begin with a letter of ASCII, as bits.
constexpr auto kRowsOf = [] {
  static_assert(std::size(kSounds) <= 64);
  std::array<std::uint64_t, 128> rows{};
  for (std::size_t i = 0; i < std::size(kSounds); ++i)
    rows[static_cast<unsigned char>(kSounds[i].from[0])] |= std::uint64_t{1} << i;
  return rows;
}();

const Sound* sound_at(std::string_view word, std::size_t at) {
  const auto letter = static_cast<unsigned char>(word[at]);
  if (letter >= kRowsOf.size()) return nullptr;
  for (std::uint64_t rows = kRowsOf[letter]; rows != 0; rows &= rows - 1) {
    const Sound& sound = kSounds[std::countr_zero(rows)];
    if (word.substr(at).starts_with(sound.from)) return &sound;
  }
  return nullptr;
}

std::string by_sound(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const char c = word[at];
    const char next = at + 1 < word.size() ? word[at + 1] : '\0';
    if (const Sound* sound = sound_at(word, at)) {
      out += sound->to;
      at += sound->from.size();
      continue;
    }
    if (c == 'c') {
      out += is_soft(next) ? 's' : 'k';
    } else if (c == 'j' && at > 0 && is_vowel(word[at - 1]) && !is_vowel(next)) {
      out += 'i';
    } else if (c == 'u' && at > 0 && word[at - 1] == 'g' && is_soft(next)) {
      // French gu before a soft vowel is g
    } else {
      out += c;
    }
    ++at;
  }
  return out;
}

// Doubled letters are single; i goes between vowels and before e.
std::string without_length(std::string_view sounds) {
  std::string out;
  for (std::size_t at = 0; at < sounds.size(); ++at) {
    const char c = sounds[at];
    const char next = at + 1 < sounds.size() ? sounds[at + 1] : '\0';
    if (!out.empty() && out.back() == c) continue;
    if (c == 'i') {
      const bool between = !out.empty() && is_vowel(out.back()) && is_vowel(next) && next != 'i';
      if (next == 'e' || between) continue;
    }
    out += c;
  }
  return out;
}

std::string skeleton_of_word(std::string_view key) {
  std::string out = without_length(by_sound(key));
  if (out.size() >= 4 && (out.ends_with("of") || out.ends_with("ef"))) out.back() = 'v';
  if (out.size() >= 5 && out.ends_with("ne")) out.pop_back();
  return out;
}

std::vector<std::string> skeleton_words(std::string_view text) {
  const std::string key = name_key(read_marks(text));
  std::vector<std::string> words;
  for (const std::string_view word : name_words(key)) words.push_back(skeleton_of_word(word));
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace

std::string skeleton(std::string_view text) { return joined(skeleton_words(text)); }

std::string person_key(std::string_view text) {
  std::vector<std::string> words = skeleton_words(text);
  std::sort(words.begin(), words.end());
  return joined(words);
}

}  // namespace recount
