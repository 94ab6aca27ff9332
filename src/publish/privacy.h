// What reports leave out unless a person lets it in: names of private people (in doubt private) and
// contacts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recount/record.h"
#include "src/publish/name_secrecy.h"

namespace recount::publish {

inline constexpr std::string_view kNameWithheld = "[name withheld]";
inline constexpr std::string_view kContactWithheld = "[address withheld]";

// Withholds mail addresses, and the private names of a set of records wherever their words occur,
// also inside quoted words of other pages: names of people who speak or act for themselves alone
// (individual, witness, anonymous, in doubt unknown), of people whom a person claim is about, and
// runs of unusual words with a capital in titles, leads and the roles of what happened. A name's
// single words are withheld too, with up to three letters of inflection; articles never. A word
// that is doubtful as a name is shown where it belongs to a place of the gazetteer, to a known body
// or to an outlet. Of certain names only countries and holders of a public office are shown: who
// governs, and others whose words alone are reported, where the name stands in full (or an office
// is named by one word with a capital). None is shown beside another word that is withheld.
class Privacy {
 public:
  // `articles`: lines of languages/_shared/articles.txt.
  explicit Privacy(std::span<const DocumentRecord* const> records,
                   std::span<const std::string> articles = {})
      : names_(records, articles) {}
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
  bool is_private(const Word& word) const;
  std::vector<bool> withheld(std::string_view text, const std::vector<Word>& words) const;

  NameSecrecy names_;
};

}  // namespace recount::publish
