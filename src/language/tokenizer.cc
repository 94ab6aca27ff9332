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
#include "src/language/sixteen.h"

namespace recount {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_terminator(std::string_view mark) {
  if (mark.size() == 1) return mark[0] == '.' || mark[0] == '!' || mark[0] == '?';
  return mark == "\xE2\x80\xA6";  // …
}

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
        vocabulary_(pack.lexicon.vocabulary()),
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
        if (!plain_word()) word(c);
      } else if ((c.bits & kDigit) || text_[at_] == '+') {
        if (!telephone()) digits_or_sign();
      } else {
        mark(c);
      }
    }
    look_up();
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
    Token& t = add(begin, end, kind);
    t.capital = capital;
    t.upper = upper;
    keep(fold(t, bits));
  }

  Token& add(std::size_t begin, std::size_t end, TokenKind kind) {
    Token& t = out_.emplace_back();
    t.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    t.kind = kind;
    t.space_before = space_;
    t.hyphen_before = hyphen_;
    t.block = block_;
    space_ = hyphen_ = false;
    return t;
  }

  // Words are looked up some at once, so that their memory comes meanwhile.
  void keep(const Vocabulary::Key& key) {
    vocabulary_.prepare(key);
    keys_[waiting_++] = key;
    if (waiting_ == kMostWaiting) look_up();
  }

  // The last tokens get their words.
  void look_up() {
    Token* t = out_.data() + (out_.size() - waiting_);
    for (std::size_t i = 0; i < waiting_; ++i, ++t) {
      const Vocabulary::Known known = vocabulary_.find(t->folded, keys_[i]);
      t->word = known.id;
      t->traits = static_cast<std::uint8_t>(known.traits);
      pack_.words().prepare(known.id);
    }
    waiting_ = 0;
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

  // What most words are: small letters of Latin-1, the first one perhaps an ASCII capital, that end
  // within sixteen bytes where no word goes on. False where it's none of these. REQUIRES: a letter
  // at at_.
  bool plain_word() {
    if (!characters_.has_plain_letters() || at_ + kPadding > whole_size_) return false;
    const char* const begin = text_.data() + at_;
    const bool capital = *begin >= 'A' && *begin <= 'Z';
    Sixteen bytes(begin);
    if (capital) bytes.make_first_small();
    std::size_t size = bytes.small_letters();
    if (size < kPadding && begin[size] == '\xC3') size = bytes.small_latin_letters();
    if (size == 0 || size == kPadding) return false;
    bytes.cut(size);
    std::size_t end = at_ + size;
    bool changes = capital;
    if (!ends_word(end)) {
      const std::size_t apostrophe = apostrophe_of_clitic(bytes, size);
      if (apostrophe == 0) return false;
      bytes.put(size++, '\'');
      end += apostrophe;
      changes = true;
    }
    Token& t = add(at_, end, TokenKind::word);
    t.capital = capital;
    t.folded = {changes ? keep_letters(bytes, size) : begin, size};
    keep(Vocabulary::key_of(bytes.low(), bytes.high(), size));
    at_ = end;
    take_blank();
    return true;
  }
  // The bytes of the apostrophe with which the letters are a clitic of the pack; 0 where they
  // aren't one, or it begins a word that stays whole.
  std::size_t apostrophe_of_clitic(Sixteen letters, std::size_t size) const {
    if (size >= sizeof Clitic::bytes || at_ + size >= text_.size()) return 0;
    const Character apostrophe = look(at_ + size);
    if ((apostrophe.bits & (kApostrophe | kLetter)) != kApostrophe) return 0;  // U+02BC is both
    letters.put(size, '\'');
    const auto clitic = std::ranges::find(pack_.clitics_before, letters.low(), &Clitic::bytes);
    if (clitic == pack_.clitics_before.end() || clitic->begins_whole_word) return 0;
    return apostrophe.size;
  }
  // Does a word of letters only surely end before the byte?
  bool ends_word(std::size_t at) const {
    if (at >= text_.size()) return false;
    const auto c = static_cast<unsigned char>(text_[at]);
    if (c >= 0x80) return false;
    const std::uint32_t bits = characters_.ascii(c);
    return !(bits & (kLetter | kApostrophe)) && (!(bits & kAddress) || !is_at(at + 1, kAddress));
  }
  const char* keep_letters(const Sixteen& bytes, std::size_t size) {
    char* const out = letters_.take(kPadding);
    bytes.write(out);
    letters_.give_back(kPadding - size);
    return out;
  }
  void take_blank() {
    if (at_ == text_.size() || text_[at_] != ' ') return;
    ++at_;
    space_ = true;
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
        ++letters;
        if (p > begin) inner |= c.bits;
        bits |= c.bits;
        shared &= c.bits;
        p += c.size;
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

  // text[begin, end) folded; `bits`: what any of its characters has.
  std::string fold_mended(std::size_t begin, std::size_t end, std::uint32_t bits) const {
    const std::string_view run = text_.substr(begin, end - begin);
    return bits & kGarbled ? fold_word(mended(run)) : fold_word(run);
  }

  // text[begin, end) is a clitic of the pack, and the whole word isn't one that stays whole.
  bool clitic_ends_here(std::size_t begin, std::size_t end, std::uint32_t bits) const {
    constexpr std::size_t kLongestClitic = 16;  // bytes
    if (end - begin > kLongestClitic || pack_.clitics_before.empty()) return false;
    char room[kLongestClitic];
    std::string slow;
    std::string_view run;
    if (bits & (kComplex | kGarbled)) {
      run = slow = fold_mended(begin, end, bits);
    } else {
      const char* const last = plain_.fold_simple(text_.substr(begin, end - begin), room);
      run = {room, static_cast<std::size_t>(last - room)};
    }
    const auto is_run = [&](const Clitic& c) { return c.form[0] == run[0] && c.form == run; };
    const auto clitic = std::ranges::find_if(pack_.clitics_before, is_run);
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
    if (c.size > 1 || (c.bits & (kChanges | kComplex))) {
      push(begin, at_, TokenKind::punctuation, c.bits);
      out_.back().terminator = is_terminator(out_.back().folded);
      return;
    }
    Token& t = add(begin, at_, TokenKind::punctuation);
    t.folded = text_.substr(begin, 1);
    t.terminator = is_terminator(t.folded);
    keep(Vocabulary::key_of(static_cast<unsigned char>(text_[begin]), 0, 1));
    take_blank();
  }

  static constexpr std::size_t kPadding = Vocabulary::kPadding;
  static constexpr std::size_t kMostWaiting = 32;  // tokens

  std::string_view text_;
  std::size_t whole_size_;  // of the text behind text_ too
  std::size_t at_;
  std::uint32_t block_;
  const Pack& pack_;
  const CharTable& characters_;
  const CharTable& plain_ = CharTable::plain();
  const Vocabulary& vocabulary_;
  Addresses addresses_;
  Arena<char>& letters_;
  std::vector<Token>& out_;
  std::size_t first_;
  std::array<Vocabulary::Key, kMostWaiting> keys_;  // of the last tokens, which have no word yet
  std::size_t waiting_ = 0;
  bool space_ = true, hyphen_ = false;
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
