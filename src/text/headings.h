// Headings and headed entries among blocks whose kinds are known otherwise.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/text/clock.h"
#include "src/text/cues.h"
#include "src/text/draft.h"

namespace recount::text {

// A block as the classifier has looked at it.
struct SeenBlock {
  std::string_view words;
  std::string plain;  // empty where too long for cues
  std::optional<CueHit> cue;
  bool prose = false;
};

// `seen`: one a draft. Plain text: the first block that is left and can be one, and its
// repetitions.
void find_headline(std::vector<Draft>& drafts, const std::vector<SeenBlock>& seen,
                   const std::optional<std::string>& known_title);
// Plain text: a short line with a paragraph after it, other short lines between.
void find_sections(std::vector<Draft>& drafts, const std::vector<SeenBlock>& seen);

// Two lines or more (of one element in HTML) that are nothing but a time; each opens an entry,
// which goes on up to the next one or to a heading. In plain text the entry may follow on the next
// line of the same block.
void find_clock_headings(std::vector<Draft>& drafts, const std::vector<SeenBlock>& seen,
                         const std::vector<ClockWord>& clock_words, bool markup);
// HTML: a heading behind the first paragraph with nothing of the text after it, but links or
// teasers, is theirs.
void find_empty_headings(std::vector<Draft>& drafts, const std::vector<SeenBlock>& seen);

}  // namespace recount::text
