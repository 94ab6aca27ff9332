// Words: one pass over the text of a document into tokens, sentences and arcs.
//
// An arc is a reading of a run of tokens: a word of the pack with its class and features ("tuées":
// verb cue=deaths part pl), a term of several words ("au moins"), a number in digits or words,
// later a mention. A token has all its arcs, those of its word where the pack keeps them; rules
// look at arcs only.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "recount/record.h"
#include "src/language/lexicon.h"
#include "src/language/symbols.h"
#include "src/language/token_tests.h"

namespace recount {

class Pack;

enum class TokenKind : std::uint8_t { word, digits, punctuation, url, email, telephone };

struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  bool space_before = false;   // white space or the text's start before it
  bool hyphen_before = false;  // joined to the word before by a hyphen
  bool capital = false;        // begins with an upper-case letter
  bool upper = false;          // two or more letters, all upper-case
  bool hidden = false;         // part of a term that hides the readings of its words
  std::uint8_t traits = 0;     // of the word: WordTrait
  bool terminator = false;     // a mark that may end a sentence: . ! ? …
  std::uint32_t block = 0;     // index of its block
  WordId word = kNoWord;       // of the pack's words; kNoWord for one that it doesn't know
  std::string_view folded;     // lower case, typographic apostrophe as ', composed

  bool operator==(const Token&) const = default;
};

struct Sentence {
  std::uint32_t first = 0, last = 0;  // tokens, half-open
  std::uint32_t block = 0;            // index into Document::blocks
};

inline TokenMake make_of(const Token& t) {
  using enum TokenMake;
  static constexpr TokenMake kMakes[] = {small, digits, punctuation,
                                         other, other,  other};  // by kind
  const auto made = static_cast<std::uint8_t>(kMakes[static_cast<std::uint8_t>(t.kind)]);
  return static_cast<TokenMake>(made + t.capital + t.upper);  // only words have capitals
}

// Arcs by number: the pack's, then a document's own.
class Arcs {
 public:
  explicit Arcs(const std::vector<Arc>& shared) : shared_(shared) {}
  const Arc& operator[](std::uint32_t arc) const {
    return arc < shared_.size() ? shared_[arc] : own_[arc - shared_.size()];
  }
  std::uint32_t add(const Arc& arc) {
    own_.push_back(arc);
    return static_cast<std::uint32_t>(shared_.size() + own_.size() - 1);
  }

 private:
  const std::vector<Arc>& shared_;
  std::vector<Arc> own_;
};

// The words of one document. Token::folded points into the text or into `letters_`; features into
// the pack or into `own_features_`.
class Words {
 public:
  // REQUIRES: blocks tile the text. The views stay valid while document, pack and this live.
  Words(std::string_view text, const std::vector<Block>& blocks, const Pack& pack);
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  std::string_view text() const { return text_; }
  const Pack& pack() const { return pack_; }
  const std::vector<Token>& tokens() const { return tokens_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  const Arcs& arcs() const { return arcs_; }
  std::uint32_t first_arc(std::uint32_t token) const { return heads_[token]; }
  std::uint32_t sentence_of(std::uint32_t token) const {
    return token < sentence_of_.size() ? sentence_of_[token]
                                       : static_cast<std::uint32_t>(sentences_.size()) - 1;
  }
  // Tokens of a block, half-open: binary search.
  std::pair<std::uint32_t, std::uint32_t> tokens_of(std::uint32_t block) const;
  // First token that ends after `byte`.
  std::uint32_t token_at(std::uint32_t byte) const;
  // Bytes of a non-empty token run.
  Span span(std::uint32_t first, std::uint32_t last) const {
    return {tokens_[first].span.begin, tokens_[last - 1].span.end};
  }
  std::string_view words(Span s) const { return text_.substr(s.begin, s.size()); }

  // Is the text written without capitals, so that they tell nothing of names and sentences?
  bool lacks_capitals() const { return lacks_capitals_; }

  std::uint32_t add_arc(std::uint32_t token, Arc arc);
  std::span<const Feature> keep(std::span<const Feature> features) {
    return own_features_.keep(features);
  }
  // Hides number arcs of a token run from later rules: they belong to a mention that was settled.
  void cover(std::uint32_t first, std::uint32_t last);
  bool covered(std::uint32_t token) const { return covered_[token]; }
  bool is_covered(std::uint32_t token, const Arc& arc) const {
    return covered_[token] && arc.cls == number_;
  }
  const TokenTests& tests() const { return tests_; }
  // Starts from which a rule ran out of steps: what it might have read there is missing.
  void give_up() const { ++given_up_; }
  std::uint32_t given_up() const { return given_up_; }
  // Numbers behind the first kMostNumbers of a document aren't read.
  static constexpr std::size_t kMostNumbers = 50'000;
  bool has_too_many_numbers() const { return has_too_many_numbers_; }

 private:
  void split_sentences(const std::vector<std::uint32_t>& ends);
  void number_sentences();
  void split_block(std::uint32_t block, std::uint32_t first, std::uint32_t last);
  struct Term {
    std::uint32_t first, last;  // tokens
    std::uint32_t reading;
    bool hides;
  };
  void look_up(const std::vector<std::uint32_t>& ends);
  void look_up(std::uint32_t first, std::uint32_t last);
  void find_terms(std::uint32_t token, std::uint32_t block_end);
  void hide();
  void add_terms(std::size_t hidden);
  bool is_hidden(std::size_t from, std::uint32_t first, std::uint32_t last) const;
  std::uint32_t push_arc(std::uint32_t token, Arc arc);
  void find_numbers();

  std::string_view text_;
  const Pack& pack_;
  Symbol number_;  // the class of numbers
  std::vector<Token> tokens_;
  std::vector<Sentence> sentences_;
  std::vector<std::uint32_t> sentence_of_;  // by token
  Arcs arcs_;
  std::vector<std::uint32_t> heads_;  // by token: its first arc
  std::vector<char> covered_;
  TokenTests tests_;
  mutable std::uint32_t given_up_ = 0;
  bool has_too_many_numbers_ = false;
  bool lacks_capitals_ = false;
  std::vector<Term> terms_;  // of the block that is looked up, by position
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      hidden_;           // runs of terms that hide, by position
  Arena<char> letters_;  // of folded forms that differ from the text
  Arena<Feature> own_features_;
};

}  // namespace recount
