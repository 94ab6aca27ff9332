// Readings of quantities before one is chosen, and what each is judged by.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "src/claims/frames.h"

namespace recount::claims {

// What is looked at: no word and no language is in it, so that what is learned of one language
// holds in another. Each has a value from 0, below kValues. The names stand in
// languages/_shared/ranker.tsv.
enum class Evidence : std::uint8_t {
  rank,              // of the rule; 9 and above as 9
  shape,             // kind of the cue (noun part verb take toll weak other) and where it stands
  mood,              // of the cue: plain, infinitive, conditional or future, past participle
  agreement,         // of the cue's number with the figure's: unknown, same, other
  measure,           // as Names<Measure> counts
  distance,          // tokens between figure and wording
  gap,               // tokens in gaps of the rule
  commas,            // between figure and wording: none, one, more
  marks,             // brackets, dashes, quotation marks there
  breaks,            // words that end what somebody says there
  clause,            // words of saying there
  verbs,             // auxiliaries there
  numbers,           // other counts there
  cues,              // other cues there
  prepositions,      // there
  persons,           // nouns for people there, beyond the one that is counted
  noun,              // what follows the figure
  unit,              // of the figure: unsettled, people, things
  amount,            // one, none, vague, by size
  qualified,         // at least, about …
  counts,            // counts in the sentence
  cues_of_number,    // measures that are read of the number
  numbers_of_cue,    // numbers that are read of the cue
  nearest_cue,       // none of the number's cues is nearer
  nearest_number,    // none of the cue's numbers is nearer
  cue_has_other,     // the cue has a number by a rule of its own
  number_has_other,  // the number has a cue by a rule of its own: none, another measure, this one
  block,             // headline, body, update, quote, other
  denied,            // a word of denial between or beside
  hedged,            // a word of doubt in the sentence
  before,            // what stands before the figure: nothing, word, comma, and, bracket …
  after,             // what stands after its noun
  part,              // words of a part shortly before
  length,            // of the sentence
  tie,               // part, share, previous, former: read from another figure
  whole,             // confidence of the figure on which it hangs, in tenths
};

struct EvidenceName {
  Evidence evidence;
  std::string_view name;
};
inline constexpr std::size_t kEvidences = 36;
inline constexpr std::size_t kValues = 32;
extern const std::array<EvidenceName, kEvidences> kEvidenceNames;

using EvidenceValues = std::array<std::uint8_t, kEvidences>;

struct Candidate {
  Draft draft;
  const Rule* rule = nullptr;
  const Arc* cue = nullptr;
  std::uint32_t wording_first = 0, wording_last = 0;  // tokens
  std::uint32_t gap = 0;
  bool weak = false, also = false, split = false;
  bool chosen = false;
  std::optional<EvidenceValues> evidence;  // once it is weighed
  int score = 0;

  Measure measure() const { return draft.claim.measure; }
};

// Every way in which a rule reads a quantity of the sentence.
std::vector<Candidate> read_candidates(const Passage& p, std::uint32_t sentence);
// Every number of the sentence with every cue near it (rules of kind `near`).
std::vector<Candidate> near_candidates(const Passage& p, std::uint32_t sentence);

// Fills the evidence of the chosen ones of a sentence's candidates, which compete with each other;
// of all where the passage shows what it has seen. Steps: their number times kMostSteps at most.
void weigh(const Passage& p, const Sentence& s, std::vector<Candidate>& candidates);

// Of a figure that is read from another one: `kind` is part, share, previous or former.
EvidenceValues evidence_of_tie(const Passage& p, Frame kind, const Draft& head,
                               const Draft& figure);

// One man is no rally, no deployment and no damage, nor is nobody.
bool of_crowds(Measure m);
bool is_nobody_or_one(const FoundQuantity& q);  // by an article, or none

Figure figure_of(const FoundQuantity& q);

// The noun inside of one person's words ("a young man"), without the article; none where the words
// hold no noun ("one of them").
std::optional<Span> noun_inside(const Passage& p, const FoundQuantity& q);

}  // namespace recount::claims
