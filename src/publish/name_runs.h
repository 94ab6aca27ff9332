// Where a text may name people, and where its names are certainly others.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recount/record.h"
#include "src/publish/name_words.h"

namespace recount::publish {

std::string_view words_at(const DocumentRecord& record, Span span);

bool speaks_for_oneself(ActorKind kind);
// A proper name of a body or office; organisers and participants may be single people.
bool is_known_body(const ActorMention& actor);
// Capitals that are more likely a body's initials than a name ("NRC").
bool is_acronym(const Word& word);
bool opens_sentence(std::string_view text, std::size_t at);

// The parts of a record that are a place of the gazetteer or a known body.
class OpenSpans {
 public:
  explicit OpenSpans(const DocumentRecord& record);
  bool cover(std::uint32_t at) const;

 private:
  std::vector<Span> spans_;  // apart from each other, sorted
};

// Runs of words with a capital in titles, leads and the roles of what happened: names, perhaps of
// people.
class NameRuns {
 public:
  using Run = std::vector<std::string>;  // folded

  void add(const DocumentRecord& record);
  // Is a word of a run no private person's name there?
  using IsOpen = std::function<bool(const Run&, std::size_t)>;
  // The runs without what is written small somewhere in the set, is open, or is a place as a whole.
  // One pass over the texts.
  std::vector<Run> unusual(std::span<const DocumentRecord* const> records,
                           const IsOpen& is_open) const;

 private:
  void add_title(std::string_view title);
  void add_role(const DocumentRecord& record, Span span);

  struct Candidate {
    Run run;
    std::size_t least = 2;  // words that make a name
  };
  std::vector<Candidate> candidates_;
  std::set<std::string> places_;  // of two and more words
};

}  // namespace recount::publish
