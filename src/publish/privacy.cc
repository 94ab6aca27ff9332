#include "src/publish/privacy.h"

#include <algorithm>

#include "src/base/base.h"
#include "src/publish/name_runs.h"
#include "src/publish/name_words.h"

namespace recount::publish {
namespace {

constexpr std::size_t kShortWord = 3;  // letters of "The", "Le"

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

std::string_view gap(std::string_view text, const Word& a, const Word& b) {
  return text.substr(a.span.end, b.span.begin - a.span.end);
}

bool is_link(std::string_view text) {
  return text.find_first_not_of(" .-'") == std::string_view::npos;
}

Doubt doubt_of(ActorKind kind) { return kind == ActorKind::unknown ? Doubt::some : Doubt::none; }

}  // namespace

Privacy::Privacy(std::span<const DocumentRecord* const> records) {
  NameRuns runs;
  for (const DocumentRecord* record : records) {
    open_words(*record);
    collect(*record);
    runs.add(*record);
  }
  for (const std::vector<std::string>& run : runs.unusual(records, open_words_))
    for (const std::string& word : run) add_word(word, Doubt::some);
}

// What may open a doubtful name: words of places that the gazetteer has, of bodies and of outlets.
void Privacy::open_words(const DocumentRecord& record) {
  const auto open = [&](std::string_view words) {
    for (const Word& word : words_of(words)) open_words_.insert(word.folded);
  };
  for (const ActorMention& actor : record.mentions.actors) {
    if (!is_known_body(actor)) continue;
    open(words_at(record, actor.span));
    if (actor.kind == ActorKind::government) open_offices(words_at(record, actor.span));
  }
  for (const PlaceMention& place : record.mentions.places)
    if (!place.id.empty()) open(words_at(record, place.span));
  for (const PlaceMention& place : record.mentions.places)
    if (!place.id.empty() && place.precision == "country")
      for (const Word& word : words_of(words_at(record, place.span))) certain_.insert(word.folded);
  if (record.document.outlet) open(*record.document.outlet);
}

// Whoever governs is no private person.
void Privacy::open_offices(std::string_view words) {
  std::vector<std::string> named;
  for (const Word& word : words_of(words))
    if (word.capital && word.letters > kShortWord) named.push_back(word.folded);
  (named.size() == 1 ? certain_ : officials_).insert(named.begin(), named.end());
}

void Privacy::collect(const DocumentRecord& record) {
  const OpenSpans open(record);
  for (const ActorMention& actor : record.mentions.actors)
    if (actor.proper && speaks_for_oneself(actor.kind))
      add_name(words_at(record, actor.span), doubt_of(actor.kind));
  for (const Claim& claim : record.claims) {
    if (claim.claimant.span && speaks_for_oneself(claim.claimant.kind))
      add_claimant(record, open, claim.claimant);
    if (claim.kind != ClaimKind::person) continue;
    const std::string_view words = words_at(record, claim.person);
    if (looks_like_name(words)) add_name(words, Doubt::none);
    add_names_inside(record, open, claim.span);
  }
}

// The words of somebody who speaks and may be a person. Short ones, and short ones in capitals
// ("The", "Le", "NRC"), are articles and bodies.
void Privacy::add_claimant(const DocumentRecord& record, const OpenSpans& open,
                           const Claimant& claimant) {
  const Span span = *claimant.span;
  const std::string_view text = words_at(record, span);
  const Word* before = nullptr;
  const std::vector<Word> words = words_of(text);
  for (const Word& word : words) {
    const bool surname = before && before->capital && before->letters > 1 &&
                         gap(text, *before, word) == " " &&
                         !open.cover(span.begin + before->span.begin);
    before = &word;
    if (!word.capital || word.letters <= kShortWord || is_acronym(word)) continue;
    if (!surname && open.cover(span.begin + word.span.begin)) continue;
    add_word(word.folded, doubt_of(claimant.kind));
  }
}

// Words with a capital that don't open a sentence, in what is said of a person.
void Privacy::add_names_inside(const DocumentRecord& record, const OpenSpans& open, Span span) {
  for (const Word& word : words_of(words_at(record, span))) {
    const std::uint32_t at = span.begin + word.span.begin;
    if (word.capital && word.letters > 2 && !opens_sentence(record.document.text, at) &&
        !open.cover(at))
      add_word(word.folded, Doubt::some);
  }
}

void Privacy::add_name(std::string_view name, Doubt doubt) {
  for (const Word& word : words_of(name))
    if (word.capital && word.letters > 1)
      add_word(word.folded, word.letters > 2 ? doubt : Doubt::some);
}

void Privacy::add_word(const std::string& folded, Doubt doubt) {
  if (folded.empty()) return;
  auto& known = words_[std::string(first_letters(folded, 4))];
  const auto same = std::ranges::find(known, folded, &PrivateWord::folded);
  if (same == known.end())
    known.push_back({folded, doubt});
  else if (doubt == Doubt::none)
    same->doubt = doubt;
}

Privacy::Secrecy Privacy::secrecy_of(const Word& word) const {
  const auto it = words_.find(std::string(first_letters(word.folded, 4)));
  if (it == words_.end()) return Secrecy::open;
  const auto meets = [&](const PrivateWord& name) { return same_name(name.folded, word.folded); };
  if (std::ranges::none_of(it->second, meets)) return Secrecy::open;
  if (!open_words_.contains(word.folded)) return Secrecy::withheld;
  const bool certain = std::ranges::any_of(it->second, [&](const PrivateWord& name) {
    return name.folded == word.folded && name.doubt == Doubt::none;
  });
  if (!certain || certain_.contains(word.folded)) return Secrecy::beside_names;
  return officials_.contains(word.folded) ? Secrecy::of_official : Secrecy::withheld;
}

bool Privacy::is_private(const Word& word) const {
  const Secrecy found = secrecy_of(word);
  return found == Secrecy::withheld || found == Secrecy::of_official;
}

// Which words of a text are withheld.
std::vector<bool> Privacy::withheld(std::string_view text, const std::vector<Word>& words) const {
  std::vector<Secrecy> secrecy;
  for (const Word& word : words)
    secrecy.push_back(word.capital && word.letters > 1 ? secrecy_of(word) : Secrecy::open);
  const auto linked = [&](std::size_t a, std::size_t b) {
    return is_link(gap(text, words[a], words[b]));
  };
  const auto official = [&](std::size_t i) {
    return i < words.size() && words[i].capital && officials_.contains(words[i].folded);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (secrecy[i] != Secrecy::of_official) continue;
    const bool in_full =
        (i > 0 && official(i - 1) && linked(i - 1, i)) || (official(i + 1) && linked(i, i + 1));
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
  for (const auto& [stem, names] : words_)
    for (const PrivateWord& name : names) {
      Word word;
      word.folded = name.folded;
      if (is_private(word)) out.push_back(name.folded);
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
  for (const auto& [begin, words] : words_)
    for (const PrivateWord& word : words)
      if (word.folded.size() >= kFewestBytes && !open_words_.contains(word.folded) &&
          joined.find(word.folded) != std::string::npos)
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
