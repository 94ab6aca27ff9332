// Names in the words of a document. A capital makes a word a name only where small letters would
// have been possible: not at the beginning of a sentence and not in a heading that capitalises
// every word. There a hit is "open".
#include "src/mentions/place/found_names.h"

#include <algorithm>

#include "src/base/base.h"
#include "src/mentions/place/word_print.h"
#include "src/names/names.h"

namespace recount::place {
namespace {

bool is_word(const PlaceWord& word) {
  const auto c = static_cast<unsigned char>(word.text.empty() ? ' ' : word.text.front());
  return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Has the text so many letters at least?
bool has_letters(std::string_view text, std::size_t n) {
  constexpr std::size_t kMostBytes = 4;  // of a letter
  if (text.size() < n) return false;
  if (text.size() >= n * kMostBytes) return true;
  for (const char c : text)
    if ((c & 0xC0) != 0x80 && --n == 0) return true;
  return false;
}

bool is_hyphen(std::string_view text) {
  return text == "-" || text == "\u2010" || text == "\u2011";
}

bool joins_names(std::string_view gap) {
  return gap.empty() || gap == " " || gap == "\u00A0" || gap == "\u202F" || is_hyphen(gap) ||
         gap == "'" || gap == "’" || gap == ". ";
}

// Have nearly all words a capital? The capitals are counted first: most sentences have few.
bool is_heading(std::span<const PlaceWord> words) {
  const auto count = [&](bool capital) {
    return static_cast<std::size_t>(std::ranges::count_if(words, [&](const PlaceWord& word) {
      return word.capital == capital && is_word(word) && !word.stop && has_letters(word.text, 4);
    }));
  };
  const std::size_t capitals = count(true);
  return capitals >= 3 && capitals > 3 * count(false);
}

// How far the words from `first` belong to one run of text: to the next sentence or punctuation.
std::size_t run_end(std::span<const PlaceWord> words, std::size_t first) {
  constexpr std::size_t kMostTokens = 12;
  std::size_t end = first + 1;
  while (end < words.size() && end < first + kMostTokens && !words[end].sentence_start &&
         joins_names(between(words[end - 1], words[end])))
    ++end;
  return end;
}

class Finder {
 public:
  Finder(const WordsRead& words, const PlaceContext& context, const std::vector<char>& open)
      : words_(words.words), context_(context), open_(open), texts_(words.texts) {}

  std::vector<NameHit> find() {
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t taken = words_[at].capital ? take(at) : 0;
      at += std::max<std::size_t>(taken, 1);
    }
    return std::move(hits_);
  }

 private:
  std::size_t take(std::size_t at) {
    const std::size_t end = run_end(words_, at);
    auto found = context_.gazetteer.longest({texts_.data(), end}, at);
    if (!found && context_.lexicon != nullptr && context_.lexicon->inflects_names())
      found = inflected({texts_.data() + at, end - at});
    if (!found) return 0;
    NameHit hit;
    hit.first = at;
    hit.words = found->tokens;
    hit.name = found->index;
    hit.open = open_[at];
    hit.candidates = context_.gazetteer.candidates(found->index);
    if (!may_be_place(hit)) return 0;
    const std::size_t taken = hit.words;
    hits_.push_back(std::move(hit));
    return taken;
  }

  // A name whose first and last words may have the endings of a case: longest first, then the most
  // prominent.
  std::optional<PlaceHit> inflected(std::span<const std::string_view> run) const {
    constexpr std::size_t kMostInflectedWords = 3;
    const std::vector<std::string> firsts = with_itself(run[0]);
    if (firsts.size() < 2 && run.size() < 2) return std::nullopt;
    for (std::size_t size = std::min(run.size(), kMostInflectedWords); size > 0; --size) {
      const std::vector<std::string> lasts =
          size > 1 ? with_itself(run[size - 1]) : std::vector<std::string>{""};
      std::optional<PlaceHit> best;
      for (const std::string& first : firsts) {
        if (context_.gazetteer.most_words(first) < size) continue;
        for (const std::string& last : lasts) consider(run.first(size), first, last, best);
      }
      if (best) return best;
    }
    return std::nullopt;
  }

  std::vector<std::string> with_itself(std::string_view word) const {
    const std::string folded = fold_name(word, Apostrophe::splits);
    std::vector<std::string> forms = context_.lexicon->base_forms(folded);
    forms.insert(forms.begin(), folded);
    return forms;
  }

  void consider(std::span<const std::string_view> run, std::string_view first,
                std::string_view last, std::optional<PlaceHit>& best) const {
    std::vector<std::string_view> tried(run.begin(), run.end());
    tried.front() = first;
    if (run.size() > 1) tried.back() = last;
    const auto found = context_.gazetteer.longest(tried, 0);
    if (!found || found->tokens != run.size()) return;
    if (!best || prominence(*found) > prominence(*best)) best = found;
  }

  std::uint32_t prominence(const PlaceHit& hit) const {
    return context_.gazetteer.place(context_.gazetteer.candidates(hit.index).front()).prominence;
  }

  // Refuses what is no place in any context and notes what the lists say.
  bool may_be_place(NameHit& hit) const {
    const PlaceWord& first = words_[hit.first];
    const PlaceWord& last = words_[hit.first + hit.words - 1];
    const Place best = context_.gazetteer.place(hit.candidates.front());
    if (hit.words > 1 && !last.capital && (first.stop || best.kind == PlaceKind::city))
      return false;
    if (is_part_of_compound(hit)) return false;
    if (context_.gazetteer.is_abbreviation(hit.name)) return may_be_abbreviation(hit);
    if (hit.words == 1 && (first.stop || !has_letters(first.text, 3))) return false;
    if (hit.words == 1 && !has_letters(first.text, 5) && is_upper(first.text) &&
        best.prominence < kLarge)
      return false;
    hit.person = context_.gazetteer.is_person_name(hit.name);
    return context_.lexicon == nullptr || language_allows(hit, best);
  }

  bool language_allows(NameHit& hit, const Place& best) const {
    std::string folded;
    for (std::size_t i = 0; i < hit.words; ++i)
      fold_name_append(texts_[hit.first + i], Apostrophe::splits, folded);
    const auto why = context_.lexicon->not_place(folded);
    hit.common = why == PlaceLexicon::NotPlace::word;
    hit.person |= why == PlaceLexicon::NotPlace::name;
    if (why == PlaceLexicon::NotPlace::never) return false;
    const std::string_view people = context_.lexicon->demonym_country(folded);
    return people.empty() ||
           (best.kind == PlaceKind::country && context_.lexicon->is_also_country(folded));
  }

  // "Champs-Élysées" is no town of the name Champs. A small letter on the other side is fine:
  // "Paris-based".
  bool is_part_of_compound(const NameHit& hit) const {
    const std::size_t end = hit.first + hit.words;
    const auto joined = [&](std::size_t left, std::size_t other) {
      return is_hyphen(between(words_[left], words_[left + 1])) && words_[other].capital &&
             !context_.gazetteer.longest(std::span(texts_).subspan(0, other + 1), other);
    };
    return (hit.first > 0 && joined(hit.first - 1, hit.first - 1)) ||
           (end < words_.size() && joined(end - 1, end));
  }

  // In capitals, and not just because everything around it is ("GIVE US WATER").
  bool may_be_abbreviation(const NameHit& hit) const {
    for (std::size_t i = 0; i < hit.words; ++i)
      if (!is_upper(texts_[hit.first + i]) && has_letters(texts_[hit.first + i], 2)) return false;
    const auto shouts = [&](std::size_t at) {
      return is_upper(texts_[at]) && has_letters(texts_[at], 3);
    };
    if (!words_[hit.first].stop) return true;
    const std::size_t end = hit.first + hit.words;
    return !(hit.first > 0 && shouts(hit.first - 1)) && !(end < words_.size() && shouts(end));
  }

  std::span<const PlaceWord> words_;
  const PlaceContext& context_;
  const std::vector<char>& open_;
  const std::vector<std::string_view>& texts_;
  std::vector<NameHit> hits_;
};

}  // namespace

WordsRead::WordsRead(std::span<const PlaceWord> words)
    : words(words), texts(words.size()), prints(words.size()) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    texts[i] = words[i].text;
    if (is_word(words[i])) prints[i] = word_print(texts[i]);
  }
}

std::string_view between(const PlaceWord& left, const PlaceWord& right) {
  if (right.span.begin <= left.span.end) return {};
  return {left.text.data() + left.text.size(), right.span.begin - left.span.end};
}

bool are_neighbours(const PlaceWord& left, const PlaceWord& right) {
  const std::string_view gap = between(left, right);
  return gap == " " || gap == "\u00A0" || gap == "\u202F" || is_hyphen(gap);
}

bool is_upper(std::string_view text) {
  std::size_t capitals = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = utf8_next(text, pos);
    if ((c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF) || (c >= 0x430 && c < 0x460))
      return false;
    capitals += (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0xDF) || (c >= 0x400 && c < 0x430);
  }
  return capitals >= 2;
}

std::vector<char> open_positions(std::span<const PlaceWord> words) {
  std::vector<char> open(words.size(), 0);
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end].sentence_start) ++end;
    if (is_heading(words.subspan(begin, end - begin)))
      std::fill(open.begin() + static_cast<std::ptrdiff_t>(begin),
                open.begin() + static_cast<std::ptrdiff_t>(end), 1);
    std::size_t first = begin;  // quotation marks and the like before the first word
    while (first < end && !is_word(words[first])) open[first++] = 1;
    if (first < end) open[first] = 1;
    begin = end;
  }
  return open;
}

std::vector<NameHit> names_in(const WordsRead& words, const PlaceContext& context,
                              const std::vector<char>& open) {
  return Finder(words, context, open).find();
}

}  // namespace recount::place
