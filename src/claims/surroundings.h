// What stands around a claim's key words: its sentence, its clause, and the runs (times, places)
// near them. What looks for a day or a place looks here, from the inside out.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "src/claims/frames.h"

namespace recount::claims {

struct Surroundings {
  // `whole`: the draft of which it is a part or former value, or nullptr.
  Surroundings(const Passage& p, const Sayings& sayings, const Draft* whole, Draft& draft);

  bool is_figure() const { return draft.claim.kind == ClaimKind::figure; }
  std::uint32_t block() const { return p.words.tokens()[draft.first].block; }
  // Does its whole, if it has one, stand in its sentence?
  bool is_beside_whole() const { return whole && whole->sentence == draft.sentence; }
  bool in_clause(std::uint32_t first, std::uint32_t last) const {
    return first >= clause_first && last <= clause_last;
  }
  // Does a reading of class `cls` begin at a token of [first, last)? Its first such token, or last.
  std::uint32_t find_word(std::uint32_t first, std::uint32_t last, KnownName cls) const {
    while (first < last && !p.is(first, cls)) ++first;
    return first;
  }

  // Up to where a part's own time and place stand: near it, and within its parentheses; of any
  // other figure the sentence's end.
  std::uint32_t reach_of_part() const;
  // How far a run stands from the key words; one outside the clause farther than any inside.
  std::uint32_t distance(std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t apart = last <= draft.first   ? draft.first - last
                                : first >= draft.last ? first - draft.last
                                                      : 0;
    return apart + (in_clause(first, last) ? 0 : 1000);
  }

  // Runs of a stretch of the claim's sentence, of a block, and of the claim's block before its
  // sentence.
  template <class Run>
  std::span<const Run> near_key(const std::vector<Run>& runs, std::uint32_t first,
                                std::uint32_t last) const {
    constexpr std::uint32_t kFar = 4096;  // tokens
    return beginning_in(runs, std::max(first, draft.first - std::min(draft.first, kFar)),
                        std::min(last, draft.last + kFar));
  }
  template <class Run>
  std::span<const Run> of_block(const std::vector<Run>& runs, std::uint32_t block) const {
    const auto [first, last] = p.words.tokens_of(block);
    return beginning_in(runs, first, last);
  }
  template <class Run>
  std::span<const Run> before_sentence(const std::vector<Run>& runs) const {
    return beginning_in(runs, p.words.tokens_of(block()).first, sentence.first);
  }
  // The last run of which `holds`, or nullptr.
  template <class Run, class Holds>
  static const Run* last_of(std::span<const Run> runs, Holds holds) {
    runs = runs.last(std::min(runs.size(), kMostSteps));
    for (std::size_t i = runs.size(); i-- > 0;)
      if (holds(runs[i])) return &runs[i];
    return nullptr;
  }

  const Passage& p;
  const Sayings& sayings;
  const Draft* whole;
  Draft& draft;
  const Sentence sentence;
  // The stretch between the <break> words around the key words.
  std::uint32_t clause_first = 0, clause_last = 0;
  // "So far 40 have been arrested": a word of class `running` makes it a count up to the moment, of
  // no single day; one with the feature `perfect` before the figure's wording only keeps days from
  // being carried to it.
  bool running = false, perfect = false;

 private:
  void find_clause();
  void find_running();
};

// "in Gunmaker Quay in the port of X": joined by a preposition; by a comma or parenthesis where the
// outer one is wider, or the inner one isn't in the gazetteer and a preposition follows.
bool lies_in(const Passage& p, const PlaceRun& inner, const PlaceRun& outer);

void set_when(const Surroundings& around);
void set_as_of(const Surroundings& around);  // REQUIRES: set_when
void set_place(const Surroundings& around);

}  // namespace recount::claims
