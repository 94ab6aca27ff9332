// What reports leave out unless a person lets it in: names of private people (in doubt private) and
// contacts.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recount/record.h"

namespace recount::publish {

inline constexpr std::string_view kNameWithheld = "[name withheld]";
inline constexpr std::string_view kContactWithheld = "[address withheld]";

class OpenSpans;
struct Word;

// May a word be something else than a person's name? Then a place or body of that word opens it.
enum class Doubt : std::uint8_t { none, some };

// Withholds mail addresses, and the private names of a set of records wherever their words occur,
// also inside quoted words of other pages: names of people who speak or act for themselves alone
// (individual, witness, anonymous, in doubt unknown), of people whom a person claim is about, and
// runs of unusual words with a capital in titles, leads and the roles of what happened. A name's
// single words are withheld too, with up to three letters of inflection. A word that is doubtful as
// a name is shown where it belongs to a place of the gazetteer, to a known body or to an outlet; of
// certain names only countries and holders of a public office are shown, these where an office is
// named by one word with a capital or the name stands in full; none beside another word that is
// withheld.
class Privacy {
 public:
  explicit Privacy(std::span<const DocumentRecord* const> records);
  // REQUIRES: valid UTF-8.
  std::string masked(std::string_view text) const;
  // Does a private name's word stand in `text`, in any case ("/news/alda-verrick")?
  bool has_private_word(std::string_view text) const;
  // The same inside of longer words, as addresses join them ("aldaverrick.example").
  bool has_private_part(std::string_view text) const;
  // The part of `window` around `number` in which no name of a person can stand: cut at every word
  // with a capital (or of a script without case), at private words however written, at addresses.
  // REQUIRES: window.contains(number), both on boundaries of valid UTF-8.
  Span nameless(std::string_view text, Span number, Span window) const;
  // The words that are withheld, folded.
  std::vector<std::string> collected() const;

 private:
  struct PrivateWord {
    std::string folded;
    Doubt doubt = Doubt::some;
  };

  void open_words(const DocumentRecord& record);
  void collect(const DocumentRecord& record);
  void add_name(std::string_view name, Doubt doubt);
  void add_claimant(const DocumentRecord& record, const OpenSpans& open, const Claimant& claimant);
  void add_names_inside(const DocumentRecord& record, const OpenSpans& open, Span span);
  void add_word(const std::string& folded, Doubt doubt);
  void open_offices(std::string_view words);
  enum class Secrecy : std::uint8_t { open, withheld, beside_names, of_official };
  Secrecy secrecy_of(const Word& word) const;
  bool is_private(const Word& word) const;
  std::vector<bool> withheld(std::string_view text, const std::vector<Word>& words) const;

  std::map<std::string, std::vector<PrivateWord>> words_;  // by their first four letters
  std::set<std::string, std::less<>> open_words_;          // folded
  // Of open_words_, what no person's name closes: countries, offices named by one word ("the
  // Chancery", "Minister Weld").
  std::set<std::string, std::less<>> certain_;
  // The same beside each other only: the name in full of who holds an office.
  std::set<std::string, std::less<>> officials_;
};

}  // namespace recount::publish
