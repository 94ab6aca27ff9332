// Which words of a set of records are names of private people, and which are of offices, bodies,
// outlets and places.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recount/record.h"
#include "src/publish/name_words.h"

namespace recount::publish {

class OpenSpans;

// How certainly a word is a private person's name.
enum class Doubt : std::uint8_t {
  some,     // may be a body or a place: one of that word opens it
  speaker,  // speaks for oneself: opened where the records give an office to the name in full
  none,     // the one to whom something happened, or a witness: opened by nobody but who governs
};

enum class Secrecy : std::uint8_t {
  open,
  withheld,
  beside_names,  // withheld beside another word that is
  of_official,   // open where the name of an office's holder stands in full
};

// `articles`: lines of languages/_shared/articles.txt, ARTICLE or "ARTICLE LANGUAGE"; they are no
// part of a name.
class NameSecrecy {
 public:
  NameSecrecy(std::span<const DocumentRecord* const> records,
              std::span<const std::string> articles);

  Secrecy of(const Word& word) const;
  // Do the two words stand beside each other in the name of somebody who holds an office? Folded.
  bool hold_office(const std::string& first, const std::string& second) const;
  // The words collected, folded, also those that something opens.
  std::vector<std::string> collected() const;
  // Does a place, body or outlet open the word?
  bool is_open(const std::string& folded) const { return open_words_.contains(folded); }

 private:
  using Words = std::set<std::string, std::less<>>;  // folded
  struct PrivateWord {
    std::string folded;
    Doubt doubt = Doubt::some;
  };

  void open_words(const DocumentRecord& record);
  void open_office(ActorKind kind, std::string_view words);
  void open_outlet(const std::string& outlet);
  void open(std::string_view words, Words* also = nullptr);

  void collect(const DocumentRecord& record);
  void add_actor(const DocumentRecord& record, const ActorMention& actor);
  void add_claimant(const DocumentRecord& record, const OpenSpans& open, const Claimant& claimant);
  void add_names_inside(const DocumentRecord& record, const OpenSpans& open, Span span);
  void add_name(std::string_view name, Doubt doubt);
  void add_word(const std::string& folded, Doubt doubt);
  bool is_no_person(const DocumentRecord& record, std::string_view name) const;
  std::string without_articles(std::string_view name) const;

  Words articles_;
  std::map<std::string, std::string> languages_;  // of articles that open no person's name abroad
  std::map<std::string, std::vector<PrivateWord>> words_;  // by their first four letters
  Words open_words_;
  Words things_;  // of open_words_, those of places and outlets, which name no person
  // Of open_words_, what no person's name closes: countries, offices named by one word ("the
  // Chancery", "Minister Weld").
  Words certain_;
  Words surnames_;      // of those who govern, told by the surname alone
  Words officials_;     // of open_words_, names of those who hold an office
  Words governing_;     // of officials_, those who govern
  Words office_pairs_;  // their neighbours: "orvin zeltak"
  Words outlets_;       // whole names
};

}  // namespace recount::publish
