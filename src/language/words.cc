#include "src/language/words.h"

#include <algorithm>

#include "src/language/numbers.h"
#include "src/language/pack.h"
#include "src/language/tokenizer.h"

namespace recount {
namespace {

bool is_terminator(std::string_view mark) {
  return mark == "." || mark == "!" || mark == "?" || mark == "\xE2\x80\xA6";  // …
}
bool is_closing(std::string_view mark) {
  return mark == "\"" || mark == ")" || mark == "]" || mark == "\xC2\xBB" ||
         mark == "\xE2\x80\x9D" || mark == "\xE2\x80\x99";
}
bool is_opening(std::string_view mark) {
  return mark == "\"" || mark == "(" || mark == "\xC2\xAB" || mark == "\xE2\x80\x9C" ||
         mark == "\xE2\x80\x98" || mark == "-" || mark == "\xE2\x80\x93" ||
         mark == "\xE2\x80\x94" || mark == "[";
}

bool ends_word(const Token& t) {
  return t.kind == TokenKind::word && !t.capital && t.span.size() > 2;
}

bool is_one_letter(std::string_view word) {
  return word.size() == 1 || (word.size() == 2 && static_cast<unsigned char>(word[0]) >= 0xC2);
}

constexpr std::uint32_t kLongestSentence = 400;  // tokens

// A text written without capitals, as some archives have it.
bool has_no_capitals(const std::vector<Token>& tokens) {
  constexpr std::size_t kEnough = 12, kWordsPerCapital = 25;
  std::size_t all = 0, capitals = 0;
  for (const Token& t : tokens) {
    if (t.kind != TokenKind::word) continue;
    ++all;
    capitals += t.capital;
  }
  return all >= kEnough && capitals * kWordsPerCapital <= all;
}

}  // namespace

Words::Words(std::string_view text, const std::vector<Block>& blocks, const Pack& pack)
    : text_(text), pack_(pack), number_(pack.number) {
  tokens_.reserve(text_.size() / 4 + 1);
  heads_.reserve(tokens_.capacity());
  arcs_.reserve(tokens_.capacity());
  std::vector<std::uint32_t> ends;  // tokens, by block
  ends.reserve(blocks.size());
  for (const Block& block : blocks) {
    const auto first = static_cast<std::uint32_t>(tokens_.size());
    tokenize(text_, block.span, static_cast<std::uint32_t>(ends.size()), pack_, letters_, tokens_);
    ends.push_back(static_cast<std::uint32_t>(tokens_.size()));
    look_up(first, ends.back());
  }
  covered_.assign(tokens_.size(), 0);
  split_sentences(ends);
  find_numbers();
  tests_.build(*this);
}

void Words::split_sentences(const std::vector<std::uint32_t>& ends) {
  lacks_capitals_ = has_no_capitals(tokens_);
  sentences_.reserve(tokens_.size() / 16 + ends.size());
  for (std::size_t b = 0; b < ends.size(); ++b)
    split_block(static_cast<std::uint32_t>(b), b > 0 ? ends[b - 1] : 0, ends[b]);
  number_sentences();
}

void Words::number_sentences() {
  sentence_of_.resize(tokens_.size());
  for (std::uint32_t s = 0; s < sentences_.size(); ++s)
    std::fill(sentence_of_.begin() + sentences_[s].first, sentence_of_.begin() + sentences_[s].last,
              s);
}

// A sentence ends after . ! ? … (and closing marks) before a capital, a digit or an opening mark;
// not after an abbreviation or a single capital letter. Without a blank only between a small word
// and a capital: paragraphs that a page's extraction ran together. In a text without capitals any
// word begins one. Nobody writes a sentence longer than kLongestSentence: it's cut, so that no work
// on sentences grows with the square of a page.
void Words::split_block(std::uint32_t block, std::uint32_t first, std::uint32_t last) {
  std::uint32_t begin = first;
  for (std::uint32_t i = first; i < last; ++i) {
    if (i - begin >= kLongestSentence) {
      sentences_.push_back({begin, i, block});
      begin = i;
    }
    if (tokens_[i].kind != TokenKind::punctuation || !is_terminator(tokens_[i].folded)) continue;
    std::uint32_t next = i + 1;
    while (next < last && tokens_[next].kind == TokenKind::punctuation &&
           !tokens_[next].space_before &&
           (is_terminator(tokens_[next].folded) || is_closing(tokens_[next].folded)))
      ++next;
    if (next < last) {
      const Token& n = tokens_[next];
      if (!n.space_before && !(n.capital && i > begin && ends_word(tokens_[i - 1]))) continue;
      const bool starts = n.capital || n.kind == TokenKind::digits || is_opening(n.folded) ||
                          (lacks_capitals_ && n.kind == TokenKind::word && i > begin &&
                           tokens_[i - 1].span.size() > 2);
      if (!starts) continue;
      if (tokens_[i].folded == "." && i > begin) {
        const Token& before = tokens_[i - 1];
        if (pack_.abbreviations.contains(before.folded)) continue;
        if ((before.capital || lacks_capitals_) && is_one_letter(words(before.span))) continue;
      }
    }
    sentences_.push_back({begin, next, block});
    begin = next;
    i = next - 1;
  }
  if (begin < last) sentences_.push_back({begin, last, block});
}

std::uint32_t Words::add_arc(Arc arc) {
  if (arc.row == kNoTest) arc.row = tests_.row_of(*this, arc);
  arc.next = heads_[arc.first];
  arcs_.push_back(arc);
  const auto id = static_cast<std::uint32_t>(arcs_.size() - 1);
  heads_[arc.first] = id;
  if (tests_.built()) tests_.add(*this, arc);
  return id;
}

std::span<const Feature> Words::keep(std::vector<Feature> features) {
  own_features_.push_back(std::move(features));
  return own_features_.back();
}

void Words::cover(std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    covered_[i] = 1;
    tests_.renew(*this, i);
  }
}

// f(last, reading, hides) of every term that begins at the token.
template <class F>
void Words::for_terms(std::uint32_t i, F&& f) const {
  const auto word_at = [&](std::uint32_t k) {
    return i + k < tokens_.size() ? tokens_[i + k].word : kNoWord;  // the block is the last yet
  };
  pack_.lexicon.for_terms(
      tokens_[i].word, word_at,
      [&](std::uint32_t words, std::uint32_t r, bool hides) { f(i + words, r, hides); });
}

// Terms that hide the readings of their words ("peine de mort" counts no dead): found first,
// leftmost, longest.
void Words::hide(std::uint32_t token, std::uint32_t token_end) {
  for (std::uint32_t i = token; i < token_end; ++i) {
    if (!(tokens_[i].traits & kBeginsHidingTerm)) continue;
    std::uint32_t end = i;
    for_terms(i, [&](std::uint32_t last, std::uint32_t, bool hides) {
      if (hides) end = std::max(end, last);
    });
    if (end == i) continue;
    hidden_.push_back({i, end});
    for (std::uint32_t t = i; t < end; ++t) tokens_[t].hidden = true;
    i = end - 1;
  }
}

// Does a run of hidden_[from, …) overlap the tokens that isn't all among them?
bool Words::is_hidden(std::size_t from, std::uint32_t first, std::uint32_t last) const {
  for (auto it = hidden_.begin() + static_cast<std::ptrdiff_t>(from);
       it != hidden_.end() && it->first < last; ++it)
    if (first > it->first || last < it->second) return true;
  return false;
}

// Readings of words and terms of a block.
void Words::look_up(std::uint32_t token, std::uint32_t token_end) {
  std::size_t hidden = hidden_.size();  // the first run that doesn't end before the token
  hide(token, token_end);
  heads_.resize(token_end, kNoArc);
  const auto add = [&](std::uint32_t first, std::uint32_t last, std::uint32_t reading) {
    if (is_hidden(hidden, first, last)) return;
    const WordReading& r = pack_.lexicon.readings()[reading];
    Arc& arc = arcs_.emplace_back();
    arc.first = first;
    arc.last = last;
    arc.cls = r.cls;
    arc.reading = reading;
    arc.features = r.features;
    arc.row = pack_.tests().row_of(reading);
    if (arc.row == kNoTest) arc.row = tests_.row_of(*this, arc);
    arc.next = heads_[first];
    heads_[first] = static_cast<std::uint32_t>(arcs_.size() - 1);
  };
  for (std::uint32_t i = token; i < token_end; ++i) {
    const Token& t = tokens_[i];
    if (!(t.traits & (kHasReadings | kBeginsTerm))) continue;
    while (hidden < hidden_.size() && hidden_[hidden].second <= i) ++hidden;
    pack_.lexicon.for_readings(t.word, [&](std::uint32_t r) { add(i, i + 1, r); });
    if (!(t.traits & kBeginsTerm)) continue;
    for_terms(i, [&](std::uint32_t last, std::uint32_t r, bool) { add(i, last, r); });
  }
}

void Words::find_numbers() {
  std::size_t left = kMostNumbers;
  for (const NumberRun& run : number_runs(*this)) {
    if (left-- == 0) {
      has_too_many_numbers_ = true;
      return;
    }
    Arc arc;
    arc.first = run.first;
    arc.last = run.last;
    arc.cls = pack_.number;
    arc.number = run.thousandths;
    if (!run.features.empty()) arc.features = keep(run.features);
    add_arc(arc);
  }
}

std::pair<std::uint32_t, std::uint32_t> Words::tokens_of(std::uint32_t block) const {
  const auto begin = std::ranges::lower_bound(tokens_, block, {}, &Token::block);
  const auto end = std::ranges::upper_bound(begin, tokens_.end(), block, {}, &Token::block);
  return {static_cast<std::uint32_t>(begin - tokens_.begin()),
          static_cast<std::uint32_t>(end - tokens_.begin())};
}

std::uint32_t Words::token_at(std::uint32_t byte) const {
  auto it = std::upper_bound(tokens_.begin(), tokens_.end(), byte,
                             [](std::uint32_t b, const Token& t) { return b < t.span.end; });
  return static_cast<std::uint32_t>(it - tokens_.begin());
}

}  // namespace recount
