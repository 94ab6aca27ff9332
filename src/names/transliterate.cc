// Cyrillic to Latin, letter by letter. One table for all languages that write Cyrillic: a letter
// that only one of them has says what it is there (Kazakh ң, Ukrainian ї, Serbian ђ). Two letters
// differ by language and are frequent, г and и: a name with a Ukrainian letter reads them h and y,
// any other g and i.
#include "src/names/transliterate.h"

#include <array>

#include "src/base/base.h"
#include "src/names/names.h"

namespace recount::names {
namespace {

struct Letter {
  char32_t from;
  std::string_view to;
};

// clang-format off
constexpr Letter kLetters[] = {
    {U'а', "a"}, {U'б', "b"}, {U'в', "v"}, {U'г', "g"}, {U'д', "d"}, {U'е', "e"}, {U'ж', "zh"}, {U'з', "z"},
    {U'и', "i"}, {U'й', "y"}, {U'к', "k"}, {U'л', "l"}, {U'м', "m"}, {U'н', "n"}, {U'о', "o"}, {U'п', "p"},
    {U'р', "r"}, {U'с', "s"}, {U'т', "t"}, {U'у', "u"}, {U'ф', "f"}, {U'х', "kh"}, {U'ц', "ts"}, {U'ч', "ch"},
    {U'ш', "sh"}, {U'щ', "shch"}, {U'ъ', ""}, {U'ы', "y"}, {U'ь', ""}, {U'э', "e"}, {U'ю', "yu"}, {U'я', "ya"},
    // Ukrainian, Belarusian
    {U'і', "i"}, {U'ї', "yi"}, {U'є', "ye"}, {U'ґ', "g"}, {U'ў', "w"},
    // Kazakh, Kyrgyz, Tatar, Bashkir, Tajik, Mongolian
    {U'ә', "a"}, {U'ғ', "gh"}, {U'қ', "q"}, {U'ң', "ng"}, {U'ө', "o"}, {U'ұ', "u"}, {U'ү', "u"}, {U'һ', "h"},
    {U'җ', "zh"}, {U'ӊ', "ng"}, {U'ӣ', "i"}, {U'ӯ', "u"}, {U'ҳ', "h"}, {U'ҷ', "j"}, {U'ҙ', "z"}, {U'ҫ', "s"},
    {U'ҡ', "q"}, {U'ӑ', "a"}, {U'ӗ', "e"}, {U'ӳ', "u"}, {U'ҥ', "ng"}, {U'ӏ', ""},
    // Serbian, Macedonian
    {U'ј', "j"}, {U'љ', "lj"}, {U'њ', "nj"}, {U'ћ', "ch"}, {U'ђ', "dj"}, {U'џ', "dzh"}, {U'ѓ', "gj"}, {U'ќ', "kj"},
    {U'ѕ', "dz"},
};
// clang-format on

constexpr char32_t kFirst = 0x400, kEnd = 0x530;

struct Table {
  std::array<std::string_view, kEnd - kFirst> to{};
  std::array<bool, kEnd - kFirst> known{};
  Table() {
    for (const Letter& letter : kLetters) {
      to[letter.from - kFirst] = letter.to;
      known[letter.from - kFirst] = true;
    }
  }
};

bool contains_one_of(std::string_view text, std::u32string_view letters) {
  for (std::size_t pos = 0; pos < text.size();)
    if (letters.find(utf8_next(text, pos)) != std::u32string_view::npos) return true;
  return false;
}

// і alone is no proof: Kazakh has it too, but a Kazakh name with it mostly has another of its own
// letters.
bool reads_as_ukrainian(std::string_view folded) {
  if (contains_one_of(folded, U"їєґў")) return true;
  return contains_one_of(folded, U"і") && !contains_one_of(folded, U"әғқңөұүһэ");
}

}  // namespace

std::string to_latin(std::string_view folded) {
  static const Table table;
  std::string out;
  out.reserve(folded.size());
  bool cyrillic = false;
  for (const char c : folded)
    cyrillic |= c == '\xD0' || c == '\xD1' || c == '\xD2' || c == '\xD3' || c == '\xD4';
  if (!cyrillic) return std::string(folded);
  const bool ukrainian = reads_as_ukrainian(folded);
  for (std::size_t pos = 0; pos < folded.size();) {
    const char32_t c = utf8_next(folded, pos);
    if (ukrainian && c == U'г') {
      out += 'h';
    } else if (ukrainian && c == U'и') {
      out += 'y';
    } else if (c >= kFirst && c < kEnd && table.known[c - kFirst]) {
      out += table.to[c - kFirst];
    } else {
      utf8_append(out, c);
    }
  }
  return out;
}

}  // namespace recount::names

namespace recount {

std::string name_key(std::string_view text) { return names::to_latin(fold_name(text)); }

}  // namespace recount
