#include "src/text/headings.h"

#include <algorithm>

#include "src/text/wording.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestClock = 40;      // bytes of a line that is a time
constexpr std::size_t kLongestHeadline = 220;  // code points

// Up to the next time or heading of its element.
void open_entry(std::size_t first, std::vector<Draft>& drafts, const std::vector<SeenBlock>& seen,
                const std::vector<ClockWord>& clock_words) {
  const auto clock = leading_clock(seen[first].words, clock_words);
  for (std::size_t i = first; i < drafts.size() && drafts[i].parent == drafts[first].parent; ++i) {
    Draft& draft = drafts[i];
    const bool heading = draft.heading || (draft.section && i > first + 1);  // not its own title
    if (i > first && (heading || leading_clock(seen[i].words, clock_words))) return;
    if (!is_source(draft.kind)) continue;
    draft.kind = BlockKind::update;
    draft.time = clock->time;
    draft.section = false;
  }
}

bool is_clock_line(const Draft& draft, std::string_view words,
                   const std::vector<ClockWord>& clock_words, bool markup) {
  if (!is_source(draft.kind)) return false;
  const auto clock = leading_clock(words, clock_words);
  if (!clock) return false;
  if (!markup && clock->end < words.size()) return words[clock->end] == '\n';
  return clock->end >= words.size() && draft.kind != BlockKind::update &&
         words.size() <= kLongestClock;
}

bool can_be_headline(const Draft& draft, const SeenBlock& s) {
  if (draft.kind != BlockKind::body && draft.kind != BlockKind::headline) return false;
  if (length(s.words) > kLongestHeadline) return false;
  // One sentence with its point, or several sentences: text that has no headline.
  return !(s.prose && (has_inner_sentence_end(s.words) || s.words.ends_with('.')));
}

}  // namespace

void find_headline(std::vector<Draft>& drafts, const std::vector<SeenBlock>& seen,
                   const std::optional<std::string>& known_title) {
  const std::string title = known_title ? plain_form(*known_title) : "";
  std::size_t first = 0;
  while (first < drafts.size() && !is_source(drafts[first].kind)) ++first;
  while (first < drafts.size() && drafts[first].kind == BlockKind::dateline) ++first;
  if (first == drafts.size()) return;
  const bool says_title = !title.empty() && seen[first].plain == title;
  if (!says_title && !can_be_headline(drafts[first], seen[first])) return;
  if (!says_title && !title.empty() && ends_as_sentence(seen[first].words)) return;
  drafts[first].kind = BlockKind::headline;
  for (std::size_t i = first + 1; i < drafts.size(); ++i) {
    const bool same = !seen[i].plain.empty() && seen[i].plain == seen[first].plain;
    if (same && is_source(drafts[i].kind)) drafts[i].kind = BlockKind::headline;
  }
}

void find_sections(std::vector<Draft>& drafts, const std::vector<SeenBlock>& seen) {
  bool prose_follows = false;
  std::size_t distance = 0;
  for (std::size_t i = drafts.size(); i-- > 0;) {
    Draft& draft = drafts[i];
    const SeenBlock& s = seen[i];
    if (draft.kind == BlockKind::body && !draft.decided && !s.prose && prose_follows &&
        distance <= 2 && i > 0 && looks_like_heading(s.words)) {
      draft.kind = BlockKind::headline;
      draft.section = true;
    }
    if (s.prose && is_source(draft.kind)) {
      prose_follows = true;
      distance = 0;
    } else {
      ++distance;
    }
  }
}

void find_clock_headings(std::vector<Draft>& drafts, const std::vector<SeenBlock>& seen,
                         const std::vector<ClockWord>& clock_words, bool markup) {
  std::vector<std::size_t> lines;
  for (std::size_t i = 0; i < drafts.size(); ++i)
    if (is_clock_line(drafts[i], seen[i].words, clock_words, markup)) lines.push_back(i);
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const std::uint32_t parent = drafts[lines[k]].parent;
    const bool before = k > 0 && drafts[lines[k - 1]].parent == parent;
    const bool behind = k + 1 < lines.size() && drafts[lines[k + 1]].parent == parent;
    if (before || behind) open_entry(lines[k], drafts, seen, clock_words);
  }
}

void find_empty_headings(std::vector<Draft>& drafts, const std::vector<SeenBlock>& seen) {
  std::size_t first = 0;
  while (first < drafts.size() && !(seen[first].prose && is_source(drafts[first].kind) &&
                                    drafts[first].kind != BlockKind::headline))
    ++first;
  bool leads_away = false;  // what follows is the site's
  for (std::size_t i = drafts.size(); i-- > first + 1;) {
    Draft& draft = drafts[i];
    if (draft.kind == BlockKind::headline && draft.section && leads_away && !seen[i].prose) {
      draft.kind = BlockKind::related;
      draft.section = false;
    } else if (is_source(draft.kind) || draft.kind == BlockKind::caption) {
      leads_away = false;
    } else if (draft.kind == BlockKind::related || draft.kind == BlockKind::teaser ||
               draft.kind == BlockKind::navigation) {
      leads_away = true;
    }
  }
}

}  // namespace recount::text
