#include "src/publish/privacy.h"

#include <algorithm>

#include "src/base/base.h"
#include "src/publish/name_words.h"

namespace recount::publish {
namespace {

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

std::string_view gap(std::string_view text, const Word& a, const Word& b) {
  return text.substr(a.span.end, b.span.begin - a.span.end);
}

bool is_link(std::string_view text) {
  return text.find_first_not_of(" .-'") == std::string_view::npos;
}

}  // namespace

bool Privacy::is_private(const Word& word) const {
  const Secrecy found = names_.of(word);
  return found == Secrecy::withheld || found == Secrecy::of_official;
}

// Which words of a text are withheld.
std::vector<bool> Privacy::withheld(std::string_view text, const std::vector<Word>& words) const {
  std::vector<Secrecy> secrecy;
  for (const Word& word : words)
    secrecy.push_back(word.capital && word.letters > 1 ? names_.of(word) : Secrecy::open);
  const auto linked = [&](std::size_t a, std::size_t b) {
    return is_link(gap(text, words[a], words[b]));
  };
  const auto office = [&](std::size_t a, std::size_t b) {
    return words[a].capital && words[b].capital && linked(a, b) &&
           names_.hold_office(words[a].folded, words[b].folded);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (secrecy[i] != Secrecy::of_official) continue;
    const bool in_full = (i > 0 && office(i - 1, i)) || (i + 1 < words.size() && office(i, i + 1));
    secrecy[i] = in_full ? Secrecy::beside_names : Secrecy::withheld;
  }
  const auto names = [&](std::size_t a, std::size_t b) {  // neighbours
    return (secrecy[a] == Secrecy::withheld || secrecy[b] == Secrecy::withheld) && linked(a, b);
  };
  std::vector<bool> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool beside = secrecy[i] == Secrecy::beside_names &&
                        ((i > 0 && names(i - 1, i)) || (i + 1 < words.size() && names(i, i + 1)));
    out.push_back(beside || secrecy[i] == Secrecy::withheld);
  }
  return out;
}

std::vector<std::string> Privacy::collected() const {
  std::vector<std::string> out;
  for (std::string& name : names_.collected()) {
    Word word;
    word.folded = name;
    if (is_private(word)) out.push_back(std::move(name));
  }
  return out;
}

bool Privacy::has_private_word(std::string_view text) const {
  return std::ranges::any_of(
      words_of(text), [&](const Word& word) { return word.letters > 2 && is_private(word); });
}

bool Privacy::has_private_part(std::string_view text) const {
  constexpr std::size_t kFewestBytes = 5;  // shorter names stand in words of all kinds
  std::string joined;
  for (const char c : text)
    if (c != '-' && c != '.' && c != '_')
      joined += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const std::string& name : names_.collected())
    if (name.size() >= kFewestBytes && !names_.is_open(name) &&
        joined.find(name) != std::string::npos)
      return true;
  return has_private_word(text);
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
    if (!word.capital && !is_private(word)) continue;
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
  const std::vector<Word> words = words_of(source);
  const std::vector<bool> names = withheld(source, words);
  std::string out;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    const bool joined =
        names[i] && i > 0 && names[i - 1] && is_link(gap(source, words[i - 1], word));
    if (!joined) {
      out += std::string_view(source).substr(copied, word.span.begin - copied);
      out += names[i] ? kNameWithheld
                      : std::string_view(source).substr(word.span.begin, word.span.size());
    }
    copied = word.span.end;
  }
  return out + source.substr(copied);
}

}  // namespace recount::publish
