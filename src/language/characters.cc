#include "src/language/characters.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace recount {
namespace {

constexpr char32_t kTypographicApostrophe = 0x2019, kLetterApostrophe = 0x02BC;

// Marks that choose how a sign before them is drawn: a letter after "⚡️" begins a word.
bool is_selector(char32_t c) { return c >= 0xFE00 && c <= 0xFE0F; }
bool is_letter(char32_t c) {
  if (is_selector(c)) return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
         (u_isalpha(static_cast<UChar32>(c)) && c != 0xAA && c != 0xBA);
}
bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13);
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF || c == 0xAD ||
         is_selector(c);
}
bool is_apostrophe(char32_t c) {
  return c == '\'' || c == kTypographicApostrophe || c == kLetterApostrophe;
}
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_address(char32_t c) {
  return c < 0x80 &&
         (u_isalnum(static_cast<UChar32>(c)) ||
          std::string_view("@._-+:/?=&%#~").find(static_cast<char>(c)) != std::string_view::npos);
}

// All but what folding needs.
std::uint16_t class_bits(char32_t c) {
  std::uint16_t bits = 0;
  if (is_letter(c)) bits |= kLetter;
  if (u_isUUppercase(static_cast<UChar32>(c))) bits |= kUpper;
  if (c >= '0' && c <= '9') bits |= kDigit;
  if (is_space(c)) bits |= kSpace;
  if (is_apostrophe(c)) bits |= kApostrophe;
  if (is_hyphen(c)) bits |= kHyphen;
  if (is_address(c)) bits |= kAddress;
  if (c == 0xC2 || c == 0xE2) bits |= kGarbled;
  return bits;
}

// Lower case of one character is one character that no neighbour changes and that composes with
// nothing; but for a capital sigma, whose lower case depends on what follows.
bool folds_alone(char32_t c, const icu::Normalizer2& nfc) {
  constexpr char32_t kSigma = 0x03A3;
  if (c == kSigma) return false;
  icu::UnicodeString lower(static_cast<UChar32>(c));
  if (u_tolower(static_cast<UChar32>(c)) != static_cast<UChar32>(c) ||
      u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_CHANGES_WHEN_LOWERCASED))
    lower.toLower(icu::Locale::getRoot());
  if (lower.countChar32() != 1) return false;
  UErrorCode status = U_ZERO_ERROR;
  return nfc.quickCheck(lower, status) == UNORM_YES &&
         nfc.getCombiningClass(lower.char32At(0)) == 0;
}

std::string fold_by_icu(std::string_view word) {
  icu::UnicodeString u = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  u.toLower(icu::Locale::getRoot());
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status) && !nfc->isNormalized(u, status)) u = nfc->normalize(u, status);
  for (const char32_t apostrophe : {kTypographicApostrophe, kLetterApostrophe})
    u.findAndReplace(icu::UnicodeString(static_cast<UChar32>(apostrophe)),
                     icu::UnicodeString(UChar('\'')));
  std::string out;
  u.toUTF8String(out);
  return out;
}

}  // namespace

CharTable::CharTable() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  for (std::size_t i = 0; i < kRows; ++i) {
    const char32_t c = code_of(i);
    Row& row = rows_[i];
    row.bits = class_bits(c);
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    row.fold = is_apostrophe(c) ? u'\'' : static_cast<char16_t>(lower);
    if (U_FAILURE(status) || !folds_alone(c, *nfc) || row_of(lower) == kRows)
      row.bits |= kComplex;
    else if (row.fold != c)
      row.bits |= kChanges;
  }
}

const CharTable& CharTable::plain() {
  static const CharTable table;
  return table;
}

CharTable::CharTable(const Letters& same_letters) : CharTable(plain()) {
  same_letters_ = same_letters;
  for (const auto& [letter, as] : same_letters) read_as(letter, as);
}

void CharTable::read_as(const std::string& letter, const std::string& as) {
  const auto only = [](const std::string& s) {
    std::size_t at = 0;
    const std::size_t row = s.empty() ? kRows : row_of(utf8_next(s, at));
    return at == s.size() ? row : kRows;
  };
  const std::size_t from = only(letter), to = only(as);
  const bool simple = from != kRows && to != kRows && as.size() <= letter.size();
  std::size_t at = 0;
  const char32_t first = utf8_next(letter, at);
  for (std::size_t i = 0; i < kRows; ++i) {
    Row& row = rows_[i];
    if (row.fold != first) continue;
    if (simple)
      row.fold = static_cast<char16_t>(code_of(to));
    else
      row.bits |= kComplex;
    if (row.fold != code_of(i)) row.bits |= kChanges;
    plain_letters_ &= i > 0xFF;
  }
}

Character CharTable::look_far(std::string_view text, std::size_t at) const {
  std::size_t end = at;
  const char32_t c = utf8_next(text, end);
  const auto size = static_cast<std::uint32_t>(end - at);
  const std::size_t row = row_of(c);
  return {row < kRows ? rows_[row].bits : std::uint32_t{class_bits(c)} | kComplex, size};
}

char* CharTable::fold_simple(std::string_view word, char* out) const {
  for (std::size_t at = 0; at < word.size();) {
    const auto first = static_cast<unsigned char>(word[at]);
    std::size_t row = first;
    if (first < 0x80) {
      ++at;
    } else if (first < 0xE0 && at + 1 < word.size()) {
      row = two_bytes(first, word[at + 1]);
      at += 2;
    } else {
      row = row_of(utf8_next(word, at));
    }
    const char16_t folded = rows_[row].fold;
    if (folded < 0x80) {
      *out++ = static_cast<char>(folded);
    } else if (folded < 0x800) {
      *out++ = static_cast<char>(0xC0 | folded >> 6);
      *out++ = static_cast<char>(0x80 | (folded & 0x3F));
    } else {
      *out++ = static_cast<char>(0xE0 | folded >> 12);
      *out++ = static_cast<char>(0x80 | (folded >> 6 & 0x3F));
      *out++ = static_cast<char>(0x80 | (folded & 0x3F));
    }
  }
  return out;
}

std::string CharTable::fold(std::string_view word) const {
  const std::uint32_t bits = bits_of(word);
  if (!(bits & (kChanges | kComplex))) return std::string(word);
  if (!(bits & kComplex)) {
    std::string out(word.size(), '\0');
    out.resize(static_cast<std::size_t>(fold_simple(word, out.data()) - out.data()));
    return out;
  }
  std::string out = fold_by_icu(word);
  for (const auto& [letter, read_as] : same_letters_)
    for (std::size_t at = out.find(letter); at != std::string::npos; at = out.find(letter, at))
      out.replace(at, letter.size(), read_as), at += read_as.size();
  return out;
}

}  // namespace recount
