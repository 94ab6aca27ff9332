// What reports leave out unless a person lets it in: names of private people (in doubt private) and
// contacts.
#pragma once

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

// Withholds mail addresses, and the private names of a set of records wherever their words occur,
// also inside quoted words of other pages: names of people who speak or act for themselves alone
// (individual, witness, anonymous) and of people whom a person claim is about. A name's single
// words are withheld too, with up to three letters of inflection, unless the word also belongs to a
// place or a body that the pages name.
class Privacy {
 public:
  explicit Privacy(std::span<const DocumentRecord* const> records);
  // REQUIRES: valid UTF-8.
  std::string masked(std::string_view text) const;
  bool is_private(std::string_view word) const;
  // Does a private name's word stand in `text`, in any case ("/news/alda-verrick")?
  bool has_private_word(std::string_view text) const;
  // The part of `window` around `number` in which no name of a person can stand: cut at every word
  // with a capital (or of a script without case), at private words however written, at addresses.
  // REQUIRES: window.contains(number), both on boundaries of valid UTF-8.
  Span nameless(std::string_view text, Span number, Span window) const;

 private:
  void collect(const DocumentRecord& record);
  void add_name(std::string_view name);
  void add_claimant(std::string_view words);
  void add_names_inside(std::string_view text, Span span);

  std::map<std::string, std::vector<std::string>>
      words_;  // first four letters, lower case → words, lower case
  std::set<std::string, std::less<>> open_words_;  // of places and bodies, lower case
};

}  // namespace recount::publish
