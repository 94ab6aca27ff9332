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
