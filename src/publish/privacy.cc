#include "src/publish/privacy.h"

#include <algorithm>
#include <optional>

#include "src/base/base.h"

namespace recount::publish {
namespace {

// Simple lower case of Latin, Greek and Cyrillic letters; other scripts of news have no case.
char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c == 0x178) return 0xFF;
  const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (odd_is_upper) return c % 2 == 1 ? c + 1 : c;
  if (c >= 0x100 && c <= 0x177) return c % 2 == 0 ? c + 1 : c;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x460 && c <= 0x4FF && !(c >= 0x482 && c <= 0x489) && !(c >= 0x4C0 && c <= 0x4CF))
    return c % 2 == 0 ? c + 1 : c;
  return c;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return c == 0xAA || c == 0xB5 || c == 0xBA;
  return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) &&
         !(c >= 0xFF00 && c <= 0xFF20);
}

bool has_case(char32_t c) { return c < 0x600 && is_letter(c); }

struct Word {
  Span span;
  std::string lowered;
  std::size_t letters = 0;
  bool capital = false;  // or of a script without case
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  std::optional<Word> word;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = utf8_next(text, at);
    if (is_letter(c)) {
      if (!word)
        word =
            Word{.span = {begin, begin}, .lowered = "", .capital = lower(c) != c || !has_case(c)};
      utf8_append(word->lowered, lower(c));
      word->span.end = static_cast<std::uint32_t>(at);
      ++word->letters;
    } else if (word) {
      words.push_back(*std::exchange(word, std::nullopt));
    }
  }
  if (word) words.push_back(*word);
  return words;
}

// The first `count` code points.
std::string_view first_letters(std::string_view word, std::size_t count) {
  std::size_t at = 0;
  while (at < word.size() && count-- > 0) utf8_next(word, at);
  return word.substr(0, at);
}

std::size_t letters_of(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size(); ++count) utf8_next(word, at);
  return count;
}

// Is `word` the name, or a form of it that an ending made?
bool same_name(std::string_view name, std::string_view word) {
  if (name == word) return true;
  const std::size_t letters = letters_of(name);
  if (letters < 4) return false;
  const std::size_t stem = std::max<std::size_t>(4, letters - 2);
  return letters_of(word) <= letters + 3 && word.starts_with(first_letters(name, stem));
}

bool speaks_for_oneself(ActorKind kind) {
  return kind == ActorKind::individual || kind == ActorKind::witness ||
         kind == ActorKind::anonymous || kind == ActorKind::unknown;
}

bool in_address(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) ||
         std::string_view("._%+-").find(c) != std::string_view::npos;
}

// The mail address around the "@" at `at`: [begin, end).
Span address_around(std::string_view text, std::size_t at) {
  std::size_t begin = at, end = at + 1;
  while (begin > 0 && in_address(text[begin - 1])) --begin;
  while (end < text.size() && in_address(text[end])) ++end;
  while (end > at + 1 && text[end - 1] == '.') --end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string_view words_at(const DocumentRecord& record, Span span) {
  return std::string_view(record.document.text).substr(span.begin, span.size());
}

// Do the words of a person claim give a name (not "a young girl")? Two words with a capital, or one
// that doesn't open.
bool looks_like_name(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  return std::ranges::count_if(words, &Word::capital) >= 2 ||
         (words.size() == 1 && words[0].capital && words[0].letters > 2);
}

// `kept`, cut out of `window`, without the rest of a word that was cut through and without marks at
// its edges; never less than `number`.
Span trimmed(std::string_view text, Span number, Span window, Span kept) {
  const auto at_begin = [&](std::string_view marks, bool until) {
    while (kept.begin < number.begin &&
           (marks.find(text[kept.begin]) == std::string_view::npos) == until)
      ++kept.begin;
  };
  const auto at_end = [&](std::string_view marks, bool until) {
    while (kept.end > number.end &&
           (marks.find(text[kept.end - 1]) == std::string_view::npos) == until)
      --kept.end;
  };
  constexpr std::string_view kMarks = " \n,;:.!?()[]-/\"'";
  if (kept.begin > window.begin) at_begin(" \n", true);
  if (kept.end < window.end) at_end(" \n", true);
  if (kept.begin > window.begin) at_begin(kMarks, false);
  if (kept.end < window.end) at_end(" \n,;:([-/\"'", false);
  return kept;
}

// Mail addresses, wherever they stand.
std::string without_addresses(std::string_view text) {
  std::string out(text);
  for (std::size_t at = out.find('@'); at != std::string::npos; at = out.find('@', at)) {
    const Span address = address_around(out, at);
    if (address.size() < 4) {
      ++at;
      continue;
    }
    out.replace(address.begin, address.size(), kContactWithheld);
    at = address.begin + kContactWithheld.size();
  }
  return out;
}

}  // namespace

Privacy::Privacy(std::span<const DocumentRecord* const> records) {
  for (const DocumentRecord* record : records) collect(*record);
}

void Privacy::collect(const DocumentRecord& record) {
  for (const ActorMention& actor : record.mentions.actors) {
    if (!actor.proper) continue;
    if (speaks_for_oneself(actor.kind)) {
      add_name(words_at(record, actor.span));
    } else {
      for (const Word& word : words_of(words_at(record, actor.span)))
        open_words_.insert(word.lowered);
    }
  }
  for (const PlaceMention& place : record.mentions.places)
    for (const Word& word : words_of(words_at(record, place.span)))
      open_words_.insert(word.lowered);
  for (const Claim& claim : record.claims) {
    if (claim.claimant.span && speaks_for_oneself(claim.claimant.kind)) {
      add_claimant(words_at(record, *claim.claimant.span));
    }
    if (claim.kind != ClaimKind::person) continue;
    const std::string_view words = words_at(record, claim.person);
    if (looks_like_name(words)) add_name(words);
    add_names_inside(record.document.text, claim.span);
  }
}

// The words of somebody who speaks and may be a person. Short ones and those all in capitals
// ("The", "Le", "NRC") are articles and bodies.
void Privacy::add_claimant(std::string_view words) {
  for (const Word& word : words_of(words)) {
    const std::string_view as_is = words.substr(word.span.begin, word.span.size());
    const bool capitals =
        std::none_of(as_is.begin(), as_is.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (word.letters > 3 && !capitals) add_name(as_is);
  }
}

// Words with a capital that don't open a sentence, in what is said of a person.
void Privacy::add_names_inside(std::string_view text, Span span) {
  for (const Word& word : words_of(text.substr(span.begin, span.size()))) {
    const std::size_t at = span.begin + word.span.begin;
    const std::string_view before = text.substr(0, at).substr(at < 3 ? 0 : at - 3);
    const bool opens = at == 0 || before.find_first_of(".!?:\n\"") != std::string_view::npos;
    if (word.capital && word.letters > 2 && !opens) add_name(text.substr(at, word.span.size()));
  }
}

void Privacy::add_name(std::string_view name) {
  for (const Word& word : words_of(name)) {
    if (!word.capital || word.letters < 2) continue;
    std::vector<std::string>& known = words_[std::string(first_letters(word.lowered, 4))];
    if (std::ranges::find(known, word.lowered) == known.end()) known.push_back(word.lowered);
  }
}

bool Privacy::is_private(std::string_view word) const {
  if (open_words_.contains(word)) return false;
  auto it = words_.find(std::string(first_letters(word, 4)));
  return it != words_.end() && std::ranges::any_of(it->second, [&](const std::string& name) {
           return same_name(name, word);
         });
}

bool Privacy::has_private_word(std::string_view text) const {
  return std::ranges::any_of(words_of(text), [&](const Word& word) {
    return word.letters > 2 && is_private(word.lowered);
  });
}

Span Privacy::nameless(std::string_view text, Span number, Span window) const {
  Span kept = window;
  const auto cut_at = [&](Span span) {
    if (span.begin < number.begin)
      kept.begin = std::max(kept.begin, std::min(span.end, number.begin));
    if (span.end > number.end) kept.end = std::min(kept.end, std::max(span.begin, number.end));
  };
  const std::string_view words = text.substr(window.begin, window.size());
  for (const Word& word : words_of(words)) {
    if (!word.capital && !is_private(word.lowered)) continue;
    cut_at({window.begin + word.span.begin, window.begin + word.span.end});
  }
  constexpr std::string_view kMarks = "@/\\";  // of mail addresses, handles and links
  for (std::size_t at = words.find_first_of(kMarks); at != std::string_view::npos;
       at = words.find_first_of(kMarks, at + 1)) {
    const std::size_t before = words.find_last_of(" \n", at),
                      after = words.find_first_of(" \n", at);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(after, words.size());
    cut_at({window.begin + static_cast<std::uint32_t>(begin),
            window.begin + static_cast<std::uint32_t>(end)});
  }
  return trimmed(text, number, window, kept);
}

std::string Privacy::masked(std::string_view text) const {
  const std::string source = without_addresses(text);
  std::string out;
  std::size_t copied = 0;
  bool after_name = false;
  for (const Word& word : words_of(source)) {
    const std::string_view between =
        std::string_view(source).substr(copied, word.span.begin - copied);
    const bool withheld = word.capital && word.letters > 1 && is_private(word.lowered);
    const bool joined =
        withheld && after_name && between.find_first_not_of(" .-'") == std::string_view::npos;
    if (!joined) {
      out += between;
      out += withheld ? kNameWithheld
                      : std::string_view(source).substr(word.span.begin, word.span.size());
    }
    after_name = withheld;
    copied = word.span.end;
  }
  return out + source.substr(copied);
}

}  // namespace recount::publish
