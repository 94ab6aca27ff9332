// Cue words of blocks, from languages/<code>/blocks.txt of every pack: the language of a page isn't
// known yet when its blocks are told apart, and menus are often in another one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "recount/language.h"
#include "recount/record.h"
#include "src/text/clock.h"
#include "src/text/day_words.h"

namespace recount::text {

struct CueHit {
  BlockKind kind = BlockKind::body;
  bool alone = false;      // the block is the phrase and nothing else
  bool whole = false;      // the cue wants the whole block
  std::size_t length = 0;  // bytes of the phrase
  std::size_t words = 0;   // of the phrase
};

class Cues {
 public:
  explicit Cues(const Languages& languages);
  // The longest cue that fits a block; `plain` is plain_form() of its words.
  std::optional<CueHit> match(std::string_view plain) const;
  // What a line says that stands in the article's stead ("page not found"), by captures.txt.
  std::optional<Quality> capture(std::string_view plain) const;
  // An update cue at the beginning ("update 17:20"): bytes of it in `plain`, 0 for none.
  std::size_t update_prefix(std::string_view plain) const;
  const std::vector<ClockWord>& clock_words() const { return clock_words_; }
  const DayWords& day_words() const { return day_words_; }

 private:
  void add_line(std::string_view line);
  struct Cue {
    std::string phrase;  // plain form
    BlockKind kind = BlockKind::body;
    bool whole = false;
  };
  std::vector<Cue> cues_;                                  // sorted by phrase
  std::vector<std::pair<std::string, Quality>> captures_;  // plain forms
  std::vector<ClockWord> clock_words_;
  DayWords day_words_;
};

}  // namespace recount::text
