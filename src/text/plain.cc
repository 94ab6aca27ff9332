#include "src/text/plain.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "src/base/base.h"
#include "src/text/wording.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestWrap = 140;  // code points; mail and books wrap at 60 to 100

using Lines = std::vector<Span>;  // trimmed; an empty one is a blank line

Span trimmed_span(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t first = end, last = begin;
  for (std::size_t at = begin; at < end;) {
    const std::size_t here = at;
    const char32_t c = utf8_next(text, at);
    if (c <= ' ') continue;
    if (c >= 0x80 && (u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0xFEFF || c == 0x200B))
      continue;
    first = std::min(first, here);
    last = at;
  }
  if (first >= last) return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin)};
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

Lines lines_of(std::string_view text) {
  Lines lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\r", begin), text.size());
    lines.push_back(trimmed_span(text, begin, end));
    begin = end + 1;
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++begin;
  }
  return lines;
}

// Does a group of lines stand for as many blocks?
bool lines_are_blocks(std::string_view text, const Lines& group) {
  return std::any_of(group.begin(), group.end(), [&](Span line) {
    return line.size() > kLongestWrap &&
           length(text.substr(line.begin, line.size())) > kLongestWrap;
  });
}

bool stands_alone(std::string_view words, const Cues& cues) {
  if (words.size() > 200) return false;
  const auto hit = cues.match(plain_form(words));
  if (hit && hit->alone) return true;
  const auto clock = leading_clock(words, cues.clock_words());
  return clock && clock->separated;
}

void add(std::vector<Draft>& drafts, Span span) {
  Draft draft;
  draft.span = span;
  drafts.push_back(std::move(draft));
}

void add_group(std::string_view text, const Lines& group, bool every_line, const Cues& cues,
               std::vector<Draft>& drafts) {
  every_line = every_line || lines_are_blocks(text, group);
  bool joined = false;  // may the next line go on in the last block?
  for (const Span line : group) {
    const bool alone = every_line || stands_alone(text.substr(line.begin, line.size()), cues);
    const bool clock =
        alone &&
        leading_clock(text.substr(line.begin, line.size()), cues.clock_words()).has_value();
    if (joined && !alone)
      drafts.back().span.end = line.end;
    else
      add(drafts, line);
    joined = !every_line && (!alone || clock);
  }
}

}  // namespace

std::vector<Draft> plain_drafts(std::string_view text, const Cues& cues) {
  const Lines lines = lines_of(text);
  const auto blank = [](Span line) { return line.empty(); };
  const auto first = std::find_if_not(lines.begin(), lines.end(), blank);
  const auto last = std::find_if_not(lines.rbegin(), lines.rend(), blank).base();
  std::vector<Draft> drafts;
  if (first == lines.end()) return drafts;
  const bool no_blank_lines = std::none_of(first, last, blank);
  Lines group;
  for (auto line = first; line <= last; ++line) {
    if (line != last && !line->empty()) {
      group.push_back(*line);
      continue;
    }
    if (!group.empty()) add_group(text, group, no_blank_lines, cues, drafts);
    group.clear();
    if (line == last) break;
  }
  return drafts;
}

}  // namespace recount::text
