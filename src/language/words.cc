#include "src/language/words.h"

#include <algorithm>

#include "src/language/numbers.h"
#include "src/language/pack.h"
#include "src/language/tokenizer.h"

namespace recount {
namespace {

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
    all += t.kind == TokenKind::word;
    capitals += t.capital;  // only words have them
  }
  return all >= kEnough && capitals * kWordsPerCapital <= all;
}

}  // namespace

Words::Words(std::string_view text, const std::vector<Block>& blocks, const Pack& pack)
    : text_(text), pack_(pack), number_(pack.number), arcs_(pack.words().arcs()), tests_(pack) {
  tokens_.reserve(text_.size() / 4 + 1);
  std::vector<std::uint32_t> ends;  // tokens, by block
  ends.reserve(blocks.size());
  for (const Block& block : blocks) {
    tokenize(text_, block.span, static_cast<std::uint32_t>(ends.size()), pack_, letters_, tokens_);
    ends.push_back(static_cast<std::uint32_t>(tokens_.size()));
  }
  look_up(ends);
  split_sentences(ends);
  find_numbers();
  tests_.gather_sentences(*this);
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
    if (!tokens_[i].terminator) continue;
    std::uint32_t next = i + 1;
    while (next < last && tokens_[next].kind == TokenKind::punctuation &&
           !tokens_[next].space_before &&
           (tokens_[next].terminator || is_closing(tokens_[next].folded)))
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

std::uint32_t Words::add_arc(std::uint32_t token, Arc arc) {
  const Token& t = tokens_[token];
  const bool digits = arc.size == 1 && t.kind == TokenKind::digits;
  arc.row = tests_.row_of(arc, digits ? t.span.size() : 0);
  return push_arc(token, arc);
}

std::uint32_t Words::push_arc(std::uint32_t token, Arc arc) {
  arc.next = heads_[token];
  heads_[token] = arcs_.add(arc);
  tests_.add(*this, token, arc);
  return heads_[token];
}

void Words::cover(std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    covered_[i] = 1;
    tests_.renew(*this, i);
  }
}

// Readings of words and terms. `ends`: tokens, by block.
void Words::look_up(const std::vector<std::uint32_t>& ends) {
  heads_.resize(tokens_.size());
  covered_.resize(tokens_.size());
  tests_.resize(tokens_.size());
  std::uint32_t first = 0;
  for (const std::uint32_t last : ends) {
    look_up(first, last);
    const std::size_t hidden = hidden_.size();
    hide();
    add_terms(hidden);
    first = last;
  }
}

void Words::look_up(std::uint32_t first, std::uint32_t last) {
  terms_.clear();
  const WordTable& words = pack_.words();
  const Token* const tokens = tokens_.data();
  std::uint32_t* const heads = heads_.data();
  for (std::uint32_t i = first; i < last; ++i) {
    const WordTable::Word& word = words.word(tokens[i].word);
    heads[i] = word.first_arc;
    tests_.set(i, word, make_of(tokens[i]));
    const WordId next = i + 1 < last ? tokens[i + 1].word : kNoWord;
    const bool begins_term = tokens[i].traits & kBeginsTerm;
    // one branch: whether a word begins some term can't be foreseen, that none does here can
    if (begins_term & pack_.lexicon.may_begin_term(tokens[i].word, next)) find_terms(i, last);
  }
}

// Terms that begin at the token and end with its block at the latest.
void Words::find_terms(std::uint32_t token, std::uint32_t block_end) {
  const auto word_at = [&](std::uint32_t k) {
    return token + k < block_end ? tokens_[token + k].word : kNoWord;
  };
  pack_.lexicon.for_terms(tokens_[token].word, word_at,
                          [&](std::uint32_t words, std::uint32_t reading, bool hides) {
                            terms_.push_back({token, token + words, reading, hides});
                          });
}

// Terms that hide the readings of their words ("peine de mort" counts no dead): leftmost, longest.
void Words::hide() {
  const std::size_t from = hidden_.size();
  for (const Term& term : terms_) {
    if (!term.hides) continue;
    if (hidden_.size() > from && hidden_.back().first == term.first)
      hidden_.back().second = std::max(hidden_.back().second, term.last);
    else if (hidden_.size() == from || hidden_.back().second <= term.first)
      hidden_.push_back({term.first, term.last});
  }
  for (std::size_t i = from; i < hidden_.size(); ++i)
    for (std::uint32_t t = hidden_[i].first; t < hidden_[i].second; ++t) {
      WordTable::Word word = pack_.words().word(tokens_[t].word);
      word.rows = WordTable::kUnread;
      heads_[t] = kNoArc;
      tests_.set(t, word, make_of(tokens_[t]));
    }
}

// Does a run of hidden_[from, …) overlap the tokens that isn't all among them?
bool Words::is_hidden(std::size_t from, std::uint32_t first, std::uint32_t last) const {
  for (auto it = hidden_.begin() + static_cast<std::ptrdiff_t>(from);
       it != hidden_.end() && it->first < last; ++it)
    if (first > it->first || last < it->second) return true;
  return false;
}

// `hidden`: the first of hidden_ of the block.
void Words::add_terms(std::size_t hidden) {
  for (const Term& term : terms_) {
    while (hidden < hidden_.size() && hidden_[hidden].second <= term.first) ++hidden;
    if (is_hidden(hidden, term.first, term.last)) continue;
    Arc arc = pack_.words().reading(term.reading);
    arc.size = term.last - term.first;
    push_arc(term.first, arc);
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
    arc.size = run.last - run.first;
    arc.cls = number_;
    arc.number = run.thousandths;
    arc.features = own_features_.keep(run.features());
    add_arc(run.first, arc);
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
