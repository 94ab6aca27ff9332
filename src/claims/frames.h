// Kinds of rules of frames.rules, their captures and features. One reading of a document:
//
// clang-format off
//   saying      who says what. Captures `claimant` (an actor; a `pronoun`: the last one named; `same`: the
//               last source), `via` (a step on the way). modality= where the verb decides it (denied).
//               extent= complement: what follows, to the next <break> or the sentence's end, and on to
//               the end of a quotation that begins there · before: what precedes, back to the begin of
//               its quotation · clause: the whole clause around it · rest: the rest of the block (a
//               headline's "Name: …") · next: the quotation that is the next block · above: what the
//               block says before the sentence, or the block before it · list: what follows and the
//               items of the list below · said: what `said` captures
//               ("2 000 selon A, 5 000 selon B"). `weak`: only where the claimant is the letters of a
//               body that the document names in full. `also`: beside what another rule gives the same claimant.
//   figure      `figure` (a quantity), `wording` (the words that give the measure), `group`, `detail`,
//               `actor`. measure= where the wording's cue doesn't give it; modality= ; series= ; `also`:
//               stands beside another reading of the same quantity ("12 dead and wounded"), both
//               uncertain in the split; `also=both`: both hold of all ("3 were arrested, then released").
//   near        `figure`, `wording`: pairs any number with any cue near it. No claim comes of it; it shows
//               developers which numbers lack a rule (figure_candidates).
//   part        `figure`, `group`: part of the figure before it in the sentence ("dont 4 enfants"). `back`:
//               where the sentence has none, of the last figure of the block before it. `across`: also
//               where the part has a measure of its own ("of whom 20 were released").
//               `subset`: what another rule reads is some of those whom `wording` names ("two of the
//               dead"), wherever these are counted.
//   previous    `figure`: the former value of the figure before it ("contre 66.000 une semaine avant").
//   former      `figure`: the former value of the figure after it ("from 10 to 12").
//   share       `figure`: shares the measure of the figure before it ("10 morts à A, 5 à B").
//   as-of       `time`: the moment for which the figures after it in the sentence count ("vers 11 heures").
//   scope       how surely a stretch of text is told, in whatever way its figures are: modality=
//               (`asserted` keeps others off, a denial too; of a count of nobody only a denial with
//               `of_nobody` holds: a language may negate twice), or reason= why its numbers are no figures.
//               Captures `over` (the stretch: a figure stands in it if the last word of its measure does)
//               or `figure` (this one only); without them extent= complement (what follows, to the next
//               <break>) · before · clause · sentence (up to where the rule ends, from the mark before).
//               list (what follows, and the items of the list below: "We demand: …"). measure=: of figures
//               of this measure only.
//   occurrence  `cue` (a word of class event, else event= on the head line), `actor`, `target`. modality=.
//   person      `person`, `value` (a quantity); field= of the person (age died injured …).
//   call        `request`: asks the reader to write; the addresses that follow in the block are its `to`,
//               those after a word of class `copy` its `copies`.
// clang-format on
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "recount/record.h"
#include "src/mentions/mentions.h"

namespace recount::claims {

// A page may be one sentence of a million words or a million sentences: what is looked for around a
// claim is looked for among runs near it, found by binary search, and never farther than so many
// steps. No text that somebody wrote for readers comes near these.
inline constexpr std::uint32_t kLongestName = 64;         // tokens of a name, a time
inline constexpr std::uint32_t kLongestQuotation = 4096;  // tokens
inline constexpr std::size_t kMostSteps = 1024;           // runs looked at for one claim
inline constexpr std::size_t kMostCarried = 64;           // paragraphs over which a day is carried

// The runs (times, places, actors) that begin at a token of [first, last), in the order of the
// text.
template <class Run>
std::span<const Run> beginning_in(const std::vector<Run>& runs, std::uint32_t first,
                                  std::uint32_t last) {
  const auto begins = [](const Run& run, std::uint32_t token) { return run.first < token; };
  const auto from = std::lower_bound(runs.begin(), runs.end(), first, begins);
  return {from, std::lower_bound(from, runs.end(), std::max(first, last), begins)};
}

// Those that may hold the token: they begin at it or shortly before.
template <class Run>
std::span<const Run> around(const std::vector<Run>& runs, std::uint32_t token) {
  return beginning_in(runs, token - std::min(token, kLongestName), token + 1);
}

// Kinds of rules that claims are made of.
enum class Frame : std::uint8_t {
  saying,
  figure,
  part,
  previous,
  former,
  share,
  as_of,
  occurrence,
  person,
  call
};
inline constexpr std::array<Symbol, 10> kFrameKinds{
    known("saying"), known("figure"), known("part"),       known("previous"), known("former"),
    known("share"),  known("as-of"),  known("occurrence"), known("person"),   known("call")};

class Ranker;
class Scopes;
struct Candidate;

// A document while its claims are found.
struct Passage {
  const Document& document;
  const Words& words;
  const Found& found;
  const std::optional<Stamp>& published;
  RuleHits& frames;  // of kFrameKinds
  const Ranker& ranker;
  std::vector<Candidate>* seen = nullptr;  // takes all readings of quantities, chosen or not
  const Scopes* scopes = nullptr;
  std::vector<std::uint32_t> former_times{};  // first tokens of times of former figures, ascending

  const Symbols& symbols() const { return words.pack().symbols; }
  std::string_view value(const Arc& arc, KnownName key) const {
    return symbols().name(arc.get(key));
  }
  bool flag(const Arc& arc, KnownName key) const { return arc.has(key); }
  std::string_view feature(const Rule& rule, KnownName key) const {
    return symbols().name(rule.get(key));
  }
  bool rule_flag(const Rule& rule, KnownName key) const { return rule.has(key); }
  // Does any reading of class `cls` begin at the token?
  bool is(std::uint32_t token, KnownName cls) const {
    if (token >= words.tokens().size()) return false;
    for (std::uint32_t a = words.first_arc(token); a != kNoArc; a = words.arcs()[a].next)
      if (words.arcs()[a].cls == cls) return true;
    return false;
  }
  // Do the words lie inside a proper name of several words or a time, where they mean nothing of
  // their own?
  bool in_name(std::uint32_t first, std::uint32_t last) const;
  const Block& block_of(std::uint32_t token) const {
    return document.blocks[words.tokens()[token].block];
  }
  // The matches of a kind's rules in a sentence, as RuleIndex::for_each.
  template <class F>
  void for_each(Frame kind, std::uint32_t sentence, F&& sink) const {
    frames.for_each(static_cast<std::size_t>(kind), sentence, sink);
  }
  Span span(const CaptureRun& run) const { return words.span(run.first, run.last); }
};

// A claim in the making: where its key words stand.
struct Draft {
  Claim claim;
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, last = 0;  // tokens of figure, cue or person
  std::int32_t quantity = -1;         // index into Found::quantities
  int part_of = -1, previous = -1;    // indices of drafts
  bool spread = false;                // one of several places that share the cue
  bool weak = false;                  // its noun says of whom, not what happened to them
  bool former = false;                // the former value of another figure
  // First token of the part or former value that hangs on it: times and places from there on are
  // that one's.
  std::uint32_t reach = UINT32_MAX;
  // First token of its former value: times and places from there on are never its own.
  std::uint32_t former_from = UINT32_MAX;
};

// Stretches of text and whose word they are. Smallest extent first decides.
struct Saying {
  Claimant claimant;
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, last = 0;              // tokens of the extent
  std::uint32_t by_first = 0, by_last = 0;        // tokens of the claimant
  std::uint32_t frame_first = 0, frame_last = 0;  // tokens of the words that say who says it
  std::optional<Modality> modality;
  std::string rule;
  bool weak = false;  // counts only if its claimant turns out to be a body of the document
};

// Does the sentence go on with the list in which the one before it stands? That one ends in a
// colon or a semicolon, or without a mark where the site marks the block as one of a list; a full
// stop ends the list. REQUIRES: index > 0.
bool is_item(const Passage& p, std::uint32_t index);

std::vector<Saying> find_sayings(const Passage& p);

// Gives claimants of short words ("the ministry", "the HDM") the name and key of the one claimant
// or body of the document for which they stand.
void name_claimants(const Passage& p, std::vector<Saying>& all);

// All sayings of a document, to ask whose word a token is.
class Sayings {
 public:
  // `all` in the order of their sentences, as find_sayings gives them.
  Sayings(const Passage& p, std::vector<Saying> all);
  // Whose word a token is, or nullptr: the outlet's own.
  const Saying* of(std::uint32_t token) const;
  // The saying before the token that ended last in its block, or nullptr: whose word a conditional
  // goes on with.
  const Saying* last_before(std::uint32_t token) const;
  // The saying to whose words a time that begins at the token belongs ("police said on Friday"): it
  // tells when something was said. Or nullptr.
  const Saying* said_at(std::uint32_t first) const;

 private:
  const Passage& p_;
  std::vector<Saying> all_;
  std::vector<std::uint32_t> by_first_;  // indices, by the first token of the extent
};

// A stretch of a sentence, or one quantity, and how surely it's told.
struct Scope {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, last = 0;  // tokens
  std::int32_t quantity = -1;         // index into Found::quantities: holds of this one only
  std::optional<Modality> modality;
  std::optional<LeftOutReason> reason;
  std::optional<Measure> measure;  // holds of figures of this one only
  int rank = 0;
  bool of_nobody = false;  // a denial that holds of a count of nobody, too
  bool wide = false;  // the whole sentence: holds of figures only, a happening is taken for granted
};

// All scopes of a document.
class Scopes {
 public:
  explicit Scopes(const Passage& p);
  // How surely a draft is told by the scope that decides, if it stands in one.
  std::optional<Modality> of(const Draft& draft) const;
  // Why a quantity is no figure of an event, if a scope says so.
  std::optional<LeftOutReason> left_out(std::int32_t quantity) const;

 private:
  const Passage& p_;
  std::vector<Scope> all_;  // by sentence; of a sentence the one that decides first
};

std::vector<Draft> find_figures(const Passage& p);
std::vector<Draft> find_occurrences(const Passage& p);
std::vector<Draft> find_persons(const Passage& p);
std::vector<Call> find_calls(const Passage& p);

// When, where, how surely: fills the envelope from what stands around the key words. `whole`: the
// draft of which it is a part or former value, its circumstances set, or nullptr.
void set_circumstances(const Passage& p, const Sayings& sayings, const Draft* whole, Draft& draft);

// "A year before – 12": does nothing but a dash stand between a time and the figure behind it?
bool leads_to(const Passage& p, const FoundTime& time, const Draft& figure);

// "Rallies in A, B and C": an occurrence whose place is one of a list becomes one for each.
// REQUIRES: circumstances set.
std::vector<Draft> spread_over_places(const Passage& p, std::vector<Draft> drafts);

}  // namespace recount::claims
