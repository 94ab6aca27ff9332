#include "src/text/cues.h"

#include <algorithm>

#include "src/language/language.h"
#include "src/text/ascii.h"
#include "src/text/wording.h"

namespace recount::text {
namespace {

bool begins_with_words(std::string_view plain, std::string_view phrase) {
  if (!plain.starts_with(phrase)) return false;
  if (plain.size() == phrase.size()) return true;
  if (phrase.ends_with(':')) return true;
  const char next = plain[phrase.size()];
  return !is_letter(next) && !is_digit(next) && static_cast<unsigned char>(next) < 0x80;
}

}  // namespace

Cues::Cues(const Languages& languages) {
  for (const Pack* pack : all_packs(languages))
    for (const BlockCue& cue : block_cues(*pack))
      cues_.push_back({plain_form(cue.phrase, !cue.whole), cue.kind, cue.whole});
  for (const std::string& line : shared_list(languages, "blocks.txt")) add_line(line);
  for (const std::string& line : shared_list(languages, "captures.txt")) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    const auto quality = named<Quality>(std::string_view(line).substr(0, blank));
    if (quality) captures_.emplace_back(plain_form(std::string_view(line).substr(blank)), *quality);
  }
  std::sort(cues_.begin(), cues_.end(),
            [](const Cue& a, const Cue& b) { return a.phrase < b.phrase; });
  clock_words_ = text::clock_words(shared_list(languages, "clock.txt"));
  day_words_ = DayWords(shared_list(languages, "days.txt"), clock_words_);
}

// "KIND start|whole WORDS", as in a pack's blocks.txt; lines of another make say nothing.
void Cues::add_line(std::string_view line) {
  const std::size_t kind_end = line.find(' '), how_end = line.find(' ', kind_end + 1);
  if (kind_end == std::string_view::npos || how_end == std::string_view::npos) return;
  const auto kind = named<BlockKind>(line.substr(0, kind_end));
  const bool whole = line.substr(kind_end + 1, how_end - kind_end - 1) == "whole";
  const std::string phrase = plain_form(trimmed(line.substr(how_end + 1)), !whole);
  if (kind && !phrase.empty()) cues_.push_back({phrase, *kind, whole});
}

std::optional<CueHit> Cues::match(std::string_view plain) const {
  if (plain.empty()) return std::nullopt;
  std::optional<CueHit> best;
  // Phrases that `plain` may begin with share its first byte.
  const auto first = [](const Cue& cue, char c) {  // as strings are sorted: by unsigned bytes
    return cue.phrase.empty() ||
           static_cast<unsigned char>(cue.phrase[0]) < static_cast<unsigned char>(c);
  };
  for (auto cue = std::lower_bound(cues_.begin(), cues_.end(), plain[0], first);
       cue != cues_.end() && cue->phrase[0] == plain[0]; ++cue) {
    if (cue->kind == BlockKind::update) continue;
    const bool alone = plain == cue->phrase;
    if (!alone && (cue->whole || !begins_with_words(plain, cue->phrase))) continue;
    if (best && best->length > cue->phrase.size()) continue;
    const auto blanks =
        static_cast<std::size_t>(std::count(cue->phrase.begin(), cue->phrase.end(), ' '));
    best = CueHit{cue->kind, alone, cue->whole, cue->phrase.size(), blanks + 1};
  }
  return best;
}

std::optional<Quality> Cues::capture(std::string_view plain) const {
  for (const auto& [phrase, quality] : captures_)
    if (!phrase.empty() && begins_with_words(plain, phrase)) return quality;
  return std::nullopt;
}

std::size_t Cues::update_prefix(std::string_view plain) const {
  std::size_t longest = 0;
  for (const Cue& cue : cues_)
    if (cue.kind == BlockKind::update && begins_with_words(plain, cue.phrase))
      longest = std::max(longest, cue.phrase.size());
  return longest;
}

}  // namespace recount::text
