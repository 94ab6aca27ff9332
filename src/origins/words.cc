#include "src/origins/words.h"

#include "src/base/base.h"
#include "src/origins/origins.h"

namespace recount::origins {
namespace {

bool is_han_or_kana(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF);
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// Letters by exclusion: outside ASCII everything but the blocks of punctuation and symbols.
bool is_word(char32_t c) {
  if (c < 0x80) return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c == 0x060C || c == 0x061B || c == 0x061F || c == 0x066A || c == 0x06D4 || c == 0x0964)
    return false;
  if (c >= 0x2000 && c <= 0x2BFF) return false;
  if (c >= 0x2E00 && c <= 0x2E7F) return false;
  if (c >= 0x3000 && c <= 0x303F) return false;
  return !(c >= 0xFE10 && c <= 0xFE6F) && !(c >= 0xFF00 && c <= 0xFF0F) && c != 0xFEFF &&
         c < 0x1F000;
}

char32_t lower_latin_extended(char32_t c) {
  const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (c == 0x130) return 'i';
  if (c == 0x178) return 0xFF;
  return (c % 2 == 1) == odd_is_upper ? c + 1 : c;
}

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE) return c + 32;
  if (c >= 0x100 && c <= 0x17E) return lower_latin_extended(c);
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  const bool pairs = (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) ||
                     (c >= 0x4D0 && c <= 0x52F) || (c >= 0x1E00 && c <= 0x1EFF);
  return pairs && c % 2 == 0 ? c + 1 : c;
}

// One word while it is read.
struct Reader {
  std::string folded;
  std::uint32_t letters = 0, capitals = 0;
  bool capital = false, digits = true;

  void add(char32_t c) {
    const char32_t low = lower(c);
    if (folded.empty()) capital = low != c;
    capitals += low != c;
    ++letters;
    digits = digits && is_digit(c);
    utf8_append(folded, low);
  }
  Word word(Span span) const {
    return {span, hash64(folded), capital, letters >= 2 && capitals == letters, digits};
  }
};

}  // namespace

std::vector<Word> words_of(std::string_view text, Span part) {
  std::vector<Word> out;
  Reader reader;
  std::size_t begin = part.begin;
  auto close = [&](std::size_t end) {
    if (!reader.folded.empty())
      out.push_back(
          reader.word({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}));
    reader = {};
  };
  for (std::size_t pos = part.begin; pos < part.end;) {
    const std::size_t at = pos;
    const char32_t c = utf8_next(text, pos);
    if (!is_word(c) || is_han_or_kana(c)) close(at);
    if (!is_word(c)) continue;
    if (reader.folded.empty()) begin = at;
    reader.add(c);
    if (is_han_or_kana(c)) close(pos);
  }
  close(part.end);
  return out;
}

std::string lower(std::string_view word) {
  std::string out;
  for (std::size_t pos = 0; pos < word.size();) utf8_append(out, lower(utf8_next(word, pos)));
  return out;
}

}  // namespace recount::origins

namespace recount {

std::string folded_name(std::string_view name) {
  std::string out;
  for (const auto& word : origins::words_of(name, {0, static_cast<std::uint32_t>(name.size())})) {
    if (!out.empty()) out += ' ';
    out += origins::lower(name.substr(word.span.begin, word.span.size()));
  }
  return out;
}

std::string lower_case(std::string_view text) { return origins::lower(text); }

std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const auto at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  host = host.substr(0, host.find(':'));
  std::string low;
  for (char c : host) low += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return low.starts_with("www.") ? low.substr(4) : low;
}

}  // namespace recount
