// One pass, character by character. The rule of thumb: a letter run is a word, a digit run is
// digits ("17h20" is 18 | h | 54), anything else but space and inner hyphens is one punctuation
// token. Addresses and telephone numbers are taken whole before, since their digits and points mean
// nothing in themselves.
#include "src/language/tokenizer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "src/language/address.h"
#include "src/language/characters.h"
#include "src/language/garbled.h"
#include "src/language/pack.h"

namespace recount {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Scanner {
 public:
  Scanner(std::string_view text, Span range, std::uint32_t block, const Pack& pack,
          Arena<char>& letters, std::vector<Token>& out)
      : text_(text.substr(0, range.end)),
        whole_size_(text.size()),
        at_(range.begin),
        block_(block),
        pack_(pack),
        characters_(pack.characters),
        addresses_(text_),
        letters_(letters),
        out_(out),
        first_(out.size()) {}

  void run() {
    while (at_ < text_.size()) {
      const Character c = look_mended(at_);
      if (c.bits & kSpace) {
        at_ += c.size;
        space_ = true;
      } else if (c.bits & kLetter) {
        word(c);
      } else if ((c.bits & kDigit) || text_[at_] == '+') {
        if (!telephone()) digits_or_sign();
      } else {
        mark(c);
      }
    }
    const std::size_t all = out_.size() - first_;
    for (std::size_t n = all - std::min(all, kAhead); n < all; ++n) look_up(n);
  }

 private:
  Character look(std::size_t at) const { return characters_.look(text_, at); }
  // A garbled mark is one character.
  Character look_mended(std::size_t at) const {
    const Character c = look(at);
    if (!(c.bits & kGarbled)) return c;
    const GarbledMark found = garbled_mark(text_, at);
    if (found.size == 0) return c;
    return {characters_.bits_of(found.mark) | kComplex | kGarbled, found.size};
  }
  bool is_at(std::size_t at, std::uint32_t bits) const {
    return at < text_.size() && (look(at).bits & bits);
  }
  bool first_of_block() const { return out_.size() == first_; }

  // `bits`: all that its characters have.
  void push(std::size_t begin, std::size_t end, TokenKind kind, std::uint32_t bits,
            bool capital = false, bool upper = false) {
    const std::size_t n = out_.size() - first_;
    Token& t = out_.emplace_back();
    t.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    t.kind = kind;
    t.space_before = space_ || n == 0;
    t.hyphen_before = hyphen_;
    t.capital = capital;
    t.upper = upper;
    t.block = block_;
    const Vocabulary::Key key = fold(t, bits);
    pack_.lexicon.vocabulary().prepare(key);
    if (n >= kAhead) look_up(n - kAhead);
    keys_[n % kAhead] = key;
    space_ = hyphen_ = false;
  }

  // The n-th token of the block gets its word.
  void look_up(std::size_t n) {
    Token& t = out_[first_ + n];
    const Vocabulary::Known known = pack_.lexicon.vocabulary().find(t.folded, keys_[n % kAhead]);
    t.word = known.id;
    t.traits = static_cast<std::uint8_t>(known.traits);
    pack_.words().prepare(known.id);
  }

  // Gives the token its folded form, a part of the text where that stands there.
  Vocabulary::Key fold(Token& t, std::uint32_t bits) {
    const std::string_view word = text_.substr(t.span.begin, t.span.size());
    if (!(bits & (kChanges | kComplex))) {
      t.folded = word;
      const bool padded = t.span.end + kPadding <= whole_size_;
      return padded ? Vocabulary::key_of_padded(word) : Vocabulary::key_of(word);
    }
    if (bits & kComplex) {
      const std::string slow = characters_.fold(bits & kGarbled ? mended(word) : std::string(word));
      const std::span<const char> kept = letters_.keep(slow);
      t.folded = {kept.data(), kept.size()};
      return Vocabulary::key_of(t.folded);
    }
    const std::size_t room = word.size() + kPadding;
    char* const out = letters_.take(room);
    const auto size = static_cast<std::size_t>(characters_.fold_simple(word, out) - out);
    t.folded = {out, size};
    letters_.give_back(room - size);
    return Vocabulary::key_of_padded(t.folded);
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
    if (!space_ && !first_of_block() && text_[at_ - 1] == '/') return false;  // inside of a date
    const bool plus = text_[at_] == '+';
    const bool goes_on = at_ > 1 && is_digit(text_[at_ - 2]) &&
                         std::string_view(" .-").find(text_[at_ - 1]) != std::string_view::npos;
    if (!plus && goes_on) return false;  // "10 000 5 000": no group in the middle begins one
    const std::size_t first = at_ + (plus ? 1 : 0);
    const DigitGroups run = digit_groups(first);
    if (run.too_many || run.digits < 8 || (!plus && run.is_date())) return false;
    const bool zero = first < text_.size() && text_[first] == '0';
    const bool mixed = run.groups <= 5 && run.is_area_and_pairs();
    if (!plus && !(zero && run.groups >= 3) && !mixed) return false;
    push(at_, run.end, TokenKind::telephone, characters_.bits_of(text_.substr(at_, run.end - at_)));
    at_ = run.end;
    return true;
  }

  void digits_or_sign() {
    const std::size_t begin = at_;
    std::uint32_t bits = 0;
    if (text_[at_] == '+') return mark(look(at_));
    while (at_ < text_.size() && is_digit(text_[at_])) bits |= look(at_++).bits;
    push(begin, at_, TokenKind::digits, bits);
  }

  // A URL or an e-mail address, behind whose first letters (up to `letters_end`) stands one of its
  // characters.
  bool address(std::size_t letters_end) {
    if (!is_at(letters_end + 1, kAddress)) return false;
    const std::optional<Addresses::Found> found = addresses_.at(at_);
    if (!found) return false;
    push(at_, found->end, found->kind, characters_.bits_of(text_.substr(at_, found->end - at_)));
    at_ = found->end;
    return true;
  }

  // Begins with the letter `c`.
  void word(Character c) {
    const std::size_t begin = at_;
    std::size_t p = at_, letters = 0;
    std::size_t apostrophe = std::string_view::npos;  // last one inside the run
    std::uint32_t bits = 0, shared = kUpper;          // what any, what each of the letters has
    std::uint32_t inner = 0;                          // what any behind the first has
    const bool capital = c.bits & kUpper;
    while (true) {
      if (c.bits & kLetter) {
        const std::size_t small = c.size == 1 ? small_letters(p + 1) : 0;
        letters += 1 + small;
        if (p > begin) inner |= c.bits;
        bits |= c.bits;
        shared &= c.bits * (small == 0);
        p += c.size + small;
      } else {
        const bool ascii_letters = letters == p - begin;
        if ((c.bits & kAddress) && ascii_letters && address(p)) return;
        if (!(c.bits & kApostrophe)) break;
        const bool clitic = clitic_ends_here(begin, p + c.size, bits | c.bits);
        if (!clitic && !is_at(p + c.size, kLetter)) break;
        if (!clitic) apostrophe = p;
        bits |= c.bits;
        p += c.size;
        if (clitic) break;
      }
      if (p >= text_.size()) break;
      c = look_mended(p);
    }
    at_ = p;
    if (apostrophe != std::string_view::npos && split_after(begin, apostrophe, bits, capital))
      return;
    if ((inner & kUpper) && !shared && split_at_capital(begin, bits)) return;
    push(begin, at_, TokenKind::word, bits, capital, letters >= 2 && shared);
  }

  // How many of the next characters are small ASCII letters; it may count fewer.
  std::size_t small_letters(std::size_t at) const {
    if (at + kPadding > whole_size_) return 0;
    return std::min(characters_.small_letters(text_.data() + at), text_.size() - at);
  }

  // text[begin, end) folded; `bits`: what any of its characters has.
  std::string fold_mended(std::size_t begin, std::size_t end, std::uint32_t bits) const {
    const std::string_view run = text_.substr(begin, end - begin);
    return bits & kGarbled ? fold_word(mended(run)) : fold_word(run);
  }

  // text[begin, end) is a clitic of the pack, and the whole word isn't one that stays whole.
  bool clitic_ends_here(std::size_t begin, std::size_t end, std::uint32_t bits) const {
    constexpr std::size_t kLongestClitic = 16;  // bytes
    if (end - begin > kLongestClitic || pack_.clitics_before.empty()) return false;
    const std::string run = fold_mended(begin, end, bits);
    const auto clitic = std::ranges::find(pack_.clitics_before, run, &Clitic::form);
    if (clitic == pack_.clitics_before.end()) return false;
    if (!clitic->begins_whole_word) return true;
    std::size_t p = end;
    while (is_at(p, kLetter)) p += look(p).size;
    return !pack_.whole_words.contains(fold_word(text_.substr(begin, p - begin)));
  }

  // "ministry's": word and clitic as two tokens.
  bool split_after(std::size_t begin, std::size_t apostrophe, std::uint32_t any, bool capital) {
    if (apostrophe == begin || pack_.clitics_after.empty()) return false;
    const std::string tail = fold_mended(apostrophe, at_, any);
    if (std::ranges::find(pack_.clitics_after, tail) == pack_.clitics_after.end()) return false;
    const std::size_t end = at_;
    const auto bits = [&](std::size_t from, std::size_t to) {
      return characters_.bits_of(text_.substr(from, to - from));
    };
    push(begin, apostrophe, TokenKind::word, bits(begin, apostrophe), capital, false);
    push(apostrophe, end, TokenKind::word, bits(apostrophe, end));
    return true;
  }

  // "ImagesThousands": a caption ran into a paragraph that begins with a number.
  bool split_at_capital(std::size_t begin, std::uint32_t bits) {
    constexpr std::size_t kShortest = 3;  // bytes of each
    std::size_t capital = begin;
    for (std::size_t p = begin; p < at_; p += look(p).size)
      if (look(p).bits & kUpper) capital = p;
    if (capital < begin + kShortest || at_ < capital + kShortest) return false;
    const std::string tail = fold_word(text_.substr(capital, at_ - capital), pack_);
    const auto known = pack_.lexicon.vocabulary().find(tail, Vocabulary::key_of(tail));
    if (!(known.traits & kNumeral)) return false;
    const std::size_t end = at_;
    push(begin, capital, TokenKind::word, bits, look(begin).bits & kUpper);
    push(capital, end, TokenKind::word, bits, true);
    return true;
  }

  void mark(Character c) {
    const std::size_t begin = at_;
    at_ += c.size;
    if ((c.bits & kHyphen) && !space_ && begin > 0 && !first_of_block() &&
        out_.back().span.end == begin && is_at(at_, kLetter | kDigit)) {
      hyphen_ = true;
      return;
    }
    push(begin, at_, TokenKind::punctuation, c.bits);
  }

  static constexpr std::size_t kPadding = 8;  // bytes, as Vocabulary::key_of_padded wants
  static constexpr std::size_t kAhead = 8;    // tokens between a key and its look-up

  std::string_view text_;
  std::size_t whole_size_;  // of the text behind text_ too
  std::size_t at_;
  std::uint32_t block_;
  const Pack& pack_;
  const CharTable& characters_;
  Addresses addresses_;
  Arena<char>& letters_;
  std::vector<Token>& out_;
  std::size_t first_;
  std::array<Vocabulary::Key, kAhead> keys_;
  bool space_ = false, hyphen_ = false;
};

}  // namespace

std::string fold_word(std::string_view word) { return CharTable::plain().fold(word); }

std::string fold_word(std::string_view word, const Pack& pack) {
  return pack.characters.fold(word);
}

void tokenize(std::string_view text, Span range, std::uint32_t block, const Pack& pack,
              Arena<char>& letters, std::vector<Token>& out) {
  Scanner(text, range, block, pack, letters, out).run();
}

std::vector<std::string> split_words(std::string_view text, const Pack& pack) {
  Arena<char> letters;
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, 0, pack, letters, tokens);
  std::vector<std::string> out;
  for (const Token& t : tokens) out.emplace_back(t.folded);
  return out;
}

}  // namespace recount
