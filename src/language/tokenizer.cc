// One pass, character by character. The rule of thumb: a letter run is a word, a digit run is
// digits ("17h20" is 18 | h | 54), anything else but space and inner hyphens is one punctuation
// token. Addresses and telephone numbers are taken whole before, since their digits and points mean
// nothing in themselves.
#include "src/language/tokenizer.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "src/base/base.h"
#include "src/language/pack.h"

namespace recount {
namespace {

// Marks that choose how a sign before them is drawn: a letter after "⚡️" begins a word.
bool is_selector(char32_t c) { return c >= 0xFE00 && c <= 0xFE0F; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const auto type = u_charType(static_cast<UChar32>(c));
  if (is_selector(c)) return false;
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
         (u_isalpha(static_cast<UChar32>(c)) && c != 0xAA && c != 0xBA);
}
bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13);
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF || c == 0xAD ||
         is_selector(c);
}
bool is_upper(char32_t c) {
  return c < 0x80 ? (c >= 'A' && c <= 'Z') : u_isUUppercase(static_cast<UChar32>(c));
}
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

class Scanner {
 public:
  Scanner(std::string_view text, Span range, const Pack& pack)
      : text_(text.substr(0, range.end)), at_(range.begin), pack_(pack) {}

  std::vector<RawToken> run() {
    out_.reserve((text_.size() - at_) / 5);
    while (at_ < text_.size()) {
      const char32_t c = peek();
      if (is_space(c)) {
        skip();
        space_ = true;
      } else if (is_digit(c) || c == '+') {
        if (!telephone()) digits_or_sign(c);
      } else if (is_letter(c)) {
        if (!address()) word();
      } else {
        mark(c);
      }
    }
    return std::move(out_);
  }

 private:
  char32_t peek() const {
    std::size_t p = at_;
    return utf8_next(text_, p);
  }
  void skip() { utf8_next(text_, at_); }

  void push(std::size_t begin, std::size_t end, TokenKind kind, bool capital = false,
            bool upper = false) {
    out_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                    kind,
                    space_ || out_.empty(),
                    hyphen_,
                    capital,
                    upper});
    space_ = hyphen_ = false;
  }

  // Groups of digits joined by . / - ( ) or blanks, as far as they are looked at.
  struct DigitGroups {
    static constexpr int kMost = 6, kMostDigits = 15;
    int sizes[kMost] = {};
    int groups = 0, digits = 0;
    std::size_t end = 0;
    bool too_many = false;

    // "701 555 44 33", with or without a digit before: no number, date or list of numbers is
    // grouped so.
    bool is_area_and_pairs() const {
      const int* last = sizes + groups;
      return groups >= 4 && last[-1] == 2 && last[-2] == 2 && last[-3] == 3 && last[-4] == 3;
    }
    bool is_date() const { return sizes[0] == 2 && sizes[1] == 2 && sizes[2] == 4; }  // 04/05/2015
  };

  DigitGroups digit_groups(std::size_t p) const {
    DigitGroups out;
    out.end = p;
    bool group = false;
    for (; p < text_.size() && !out.too_many; ++p) {
      const char c = text_[p];
      if (c >= '0' && c <= '9') {
        out.groups += !group;
        out.too_many = out.groups > DigitGroups::kMost || ++out.digits > DigitGroups::kMostDigits;
        if (!out.too_many) ++out.sizes[out.groups - 1];
        group = true;
        out.end = p + 1;
        continue;
      }
      const bool joins = (c == '.' || c == '/' || c == '-' || c == ' ' || c == '(' || c == ')');
      if (!joins || (!group && c != '(' && c != ' ')) break;
      group = false;
    }
    return out;
  }

  // Eight digits or more: after a '+'; in three groups after a 0; or in an area code and pairs
  // ("8 701 555 44 33").
  bool telephone() {
    if (!space_ && !out_.empty() && text_[at_ - 1] == '/') return false;  // inside of a date
    const bool plus = text_[at_] == '+';
    const bool goes_on = at_ > 1 && is_digit(static_cast<unsigned char>(text_[at_ - 2])) &&
                         std::string_view(" .-").find(text_[at_ - 1]) != std::string_view::npos;
    if (!plus && goes_on) return false;  // "10 000 5 000": no group in the middle begins one
    const std::size_t first = at_ + (plus ? 1 : 0);
    const DigitGroups run = digit_groups(first);
    if (run.too_many || run.digits < 8 || (!plus && run.is_date())) return false;
    const bool zero = first < text_.size() && text_[first] == '0';
    const bool mixed = run.groups <= 5 && run.is_area_and_pairs();
    if (!plus && !(zero && run.groups >= 3) && !mixed) return false;
    push(at_, run.end, TokenKind::telephone);
    at_ = run.end;
    return true;
  }

  void digits_or_sign(char32_t c) {
    const std::size_t begin = at_;
    if (c == '+') {
      skip();
      return push(begin, at_, TokenKind::punctuation);
    }
    while (at_ < text_.size() && is_digit(static_cast<unsigned char>(text_[at_]))) ++at_;
    push(begin, at_, TokenKind::digits);
  }

  // URL or e-mail address that begins here; ASCII only. A run without a point and a scheme holds
  // none, wherever in it one begins.
  bool address() {
    constexpr std::size_t kLongestAddress = 2048;  // bytes
    if (at_ < pointless_until_) return false;
    std::size_t end = at_;
    bool at_sign = false, point = false, scheme = false;
    const std::size_t stop = std::min(text_.size(), at_ + kLongestAddress);
    while (end < stop) {
      const char c = text_[end];
      const bool ok = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      std::string_view("@._-+:/?=&%#~").find(c) != std::string_view::npos;
      if (!ok) break;
      at_sign |= c == '@';
      point |= c == '.' && end > at_;
      scheme |= c == '/' && text_.substr(at_, end - at_).ends_with(":/");
      ++end;
    }
    if (!point && !scheme) {
      pointless_until_ = end;
      return false;
    }
    while (end > at_ && std::string_view(".:?-").find(text_[end - 1]) != std::string_view::npos)
      --end;
    const std::string_view run = text_.substr(at_, end - at_);
    const bool url = run.starts_with("www.") || scheme || has_host(run);
    const bool email = at_sign && point && run.find('@') > 0 &&
                       run.find('.', run.find('@')) != std::string_view::npos;
    if (!url && !email) return false;
    push(at_, end, url ? TokenKind::url : TokenKind::email);
    at_ = end;
    return true;
  }

  // "pic.example.com/9DYF": a host of two or more parts, the last of letters only, before a slash.
  static bool has_host(std::string_view run) {
    const std::string_view host = run.substr(0, run.find('/'));
    const std::size_t point = host.rfind('.');
    if (host.size() == run.size() || point == std::string_view::npos || point == 0 ||
        host.size() - point < 3)
      return false;
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    return std::all_of(host.begin() + static_cast<std::ptrdiff_t>(point) + 1, host.end(), small) &&
           host.find("..") == std::string_view::npos;
  }

  void word() {
    const std::size_t begin = at_;
    int letters = 0, uppers = 0;
    bool capital = false;
    std::size_t apostrophe = std::string_view::npos;  // last one inside the run
    while (at_ < text_.size()) {
      const std::size_t before = at_;
      const char32_t c = utf8_next(text_, at_);
      if (is_letter(c)) {
        if (letters == 0) capital = is_upper(c);
        ++letters;
        uppers += is_upper(c);
        continue;
      }
      if (is_apostrophe(c) && clitic_ends_here(begin, at_)) break;
      if (is_apostrophe(c) && at_ < text_.size() && is_letter(peek())) {
        apostrophe = before;
        continue;
      }
      at_ = before;
      break;
    }
    if (apostrophe != std::string_view::npos && split_after(begin, apostrophe, capital)) return;
    push(begin, at_, TokenKind::word, capital, letters >= 2 && uppers == letters);
  }

  // text[begin, end) is a clitic of the pack, and the whole word isn't one that stays whole.
  bool clitic_ends_here(std::size_t begin, std::size_t end) {
    constexpr std::size_t kLongestClitic = 16;  // bytes
    if (end - begin > kLongestClitic) return false;
    const std::string run = fold_word(text_.substr(begin, end - begin));
    const auto& all = pack_.clitics_before;
    if (std::find(all.begin(), all.end(), run) == all.end()) return false;
    if (pack_.whole_words.empty()) return true;
    std::size_t p = end;
    while (p < text_.size()) {
      std::size_t q = p;
      if (!is_letter(utf8_next(text_, q))) break;
      p = q;
    }
    return !pack_.whole_words.contains(fold_word(text_.substr(begin, p - begin)));
  }

  // "ministry's": word and clitic as two tokens.
  bool split_after(std::size_t begin, std::size_t apostrophe, bool capital) {
    const std::string tail = fold_word(text_.substr(apostrophe, at_ - apostrophe));
    const auto& all = pack_.clitics_after;
    if (apostrophe == begin || std::find(all.begin(), all.end(), tail) == all.end()) return false;
    const std::size_t end = at_;
    push(begin, apostrophe, TokenKind::word, capital, false);
    push(apostrophe, end, TokenKind::word);
    return true;
  }

  void mark(char32_t c) {
    const std::size_t begin = at_;
    skip();
    if (is_hyphen(c) && !space_ && begin > 0 && !out_.empty() && out_.back().span.end == begin &&
        at_ < text_.size() && (is_letter(peek()) || is_digit(peek()))) {
      hyphen_ = true;
      return;
    }
    push(begin, at_, TokenKind::punctuation);
  }

  std::string_view text_;
  std::size_t at_;
  const Pack& pack_;
  std::vector<RawToken> out_;
  bool space_ = false, hyphen_ = false;
  std::size_t pointless_until_ = 0;
};

// The part of fold_word() for words that aren't plain ASCII.
std::string fold_unicode(std::string_view word) {
  icu::UnicodeString u = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  u.toLower(icu::Locale::getRoot());
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status) && !nfc->isNormalized(u, status)) u = nfc->normalize(u, status);
  u.findAndReplace(icu::UnicodeString(UChar(0x2019)), icu::UnicodeString(UChar('\'')));
  u.findAndReplace(icu::UnicodeString(UChar(0x02BC)), icu::UnicodeString(UChar('\'')));
  std::string out;
  u.toUTF8String(out);
  return out;
}

// Two-byte letters of Latin-1 and Cyrillic, where lower case is arithmetic and no composition is
// needed.
bool fold_two_byte(unsigned char a, unsigned char b, std::string& out) {
  char32_t c = (static_cast<char32_t>(a & 0x1F) << 6) | (b & 0x3F);
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
    c += 0x20;
  else if (c >= 0x410 && c <= 0x42F)
    c += 0x20;
  else if (c >= 0x400 && c <= 0x40F)
    c += 0x50;
  else if (!((c >= 0xDF && c <= 0xFF) || (c >= 0x430 && c <= 0x45F)))
    return false;
  utf8_append(out, c);
  return true;
}

}  // namespace

std::string fold_word(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (c < 0x80) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    } else if (i + 1 < word.size() && (c & 0xE0) == 0xC0 &&
               fold_two_byte(c, static_cast<unsigned char>(word[i + 1]), out)) {
      ++i;
    } else if (c == 0xE2 && word.substr(i, 3) == "\xE2\x80\x99") {
      out += '\'';
      i += 2;
    } else {
      return fold_unicode(word);
    }
  }
  return out;
}

std::string fold_word(std::string_view word, const Pack& pack) {
  std::string out = fold_word(word);
  for (const auto& [letter, read_as] : pack.same_letters)
    for (std::size_t at = out.find(letter); at != std::string::npos; at = out.find(letter, at))
      out.replace(at, letter.size(), read_as), at += read_as.size();
  return out;
}

std::vector<RawToken> tokenize(std::string_view text, Span range, const Pack& pack) {
  return Scanner(text, range, pack).run();
}

std::vector<std::string> split_words(std::string_view text, const Pack& pack) {
  std::vector<std::string> out;
  for (const RawToken& t : tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, pack))
    out.push_back(fold_word(text.substr(t.span.begin, t.span.size()), pack));
  return out;
}

}  // namespace recount
