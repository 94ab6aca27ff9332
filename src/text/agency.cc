#include "src/text/agency.h"

#include <algorithm>
#include <map>

#include "src/text/ascii.h"
#include "src/text/wording.h"

namespace recount::text {
namespace {

constexpr std::size_t kHead = 120;        // bytes of a paragraph in which "(AFP)" stands behind the place
constexpr std::size_t kLongestCredit = 80;  // bytes inside brackets or of a line

class Agencies {
 public:
  explicit Agencies(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      const std::string first = line.substr(0, line.find('|'));
      for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find('|', begin), line.size());
        names_.emplace(line.substr(begin, end - begin), first);
        begin = end + 1;
      }
    }
  }

  // A credit is nothing but names and what stands between them: "AFP", "AFP/Reuters", "avec AFP", "Source: AFP".
  // Short names must stand as printed: "PA" isn't "pa".
  std::optional<std::string> in_credit(std::string_view credit) const {
    if (credit.size() > kLongestCredit) return std::nullopt;
    std::string_view rest = trimmed(credit);
    for (int word = 0; word < 5 && !rest.empty(); ++word) {
      if (const auto found = at_start(rest)) return found;
      const std::size_t next = rest.find_first_of(" /,:;-");
      if (next == std::string_view::npos) break;
      rest = trimmed(rest.substr(next + 1));
    }
    return std::nullopt;
  }

 private:
  // The longest name that `s` begins with, as words; what follows must be an end or a separator.
  std::optional<std::string> at_start(std::string_view s) const {
    for (std::size_t size = std::min<std::size_t>(s.size(), 48); size >= 2; --size) {
      if (size < s.size() && std::string_view(" /,.:;-)|").find(s[size]) == std::string_view::npos) continue;
      const auto found = names_.find(s.substr(0, size));
      if (found != names_.end() && (size == s.size() || is_end(s.substr(size)))) return found->second;
    }
    return std::nullopt;
  }

  // After a name: punctuation, or one to three short words ("AFP, Lomé", "Reuters staff").
  static bool is_end(std::string_view rest) {
    if (rest.empty() || rest[0] != ' ') return true;
    return rest.size() <= 16;
  }

  std::map<std::string, std::string, std::less<>> names_;
};

std::optional<std::string> in_brackets(std::string_view part, const Agencies& agencies) {
  for (std::size_t open = part.find('('); open != std::string_view::npos; open = part.find('(', open + 1)) {
    const std::size_t close = part.find(')', open);
    if (close == std::string_view::npos) return std::nullopt;
    if (const auto found = agencies.in_credit(part.substr(open + 1, close - open - 1))) return found;
  }
  return std::nullopt;
}

// A bracket that opens the paragraph's report or ends the paragraph.
std::optional<std::string> of_paragraph(std::string_view words, const Agencies& agencies) {
  if (const auto found = in_brackets(words.substr(0, kHead), agencies)) return found;
  const std::string_view tail = trimmed(words);
  const std::size_t open = tail.rfind('(');
  if (open == std::string_view::npos || tail.size() - open > kLongestCredit) return std::nullopt;
  const std::size_t close = tail.find(')', open);
  if (close == std::string_view::npos || close + 2 < tail.size()) return std::nullopt;
  return agencies.in_credit(tail.substr(open + 1, close - open - 1));
}

bool is_prose(const Draft& draft) {
  return draft.kind == BlockKind::body || draft.kind == BlockKind::update || draft.kind == BlockKind::list;
}

// A proper name: one to four words, the first with a capital or no case at all.
std::optional<std::string> as_name(std::string_view words) {
  words = trimmed(words.substr(0, std::min(words.find_first_of(",.;(|"), words.size())));
  const bool small = !words.empty() && words[0] >= 'a' && words[0] <= 'z';
  if (words.empty() || small || words.size() > 48 || std::count(words.begin(), words.end(), ' ') > 3) return std::nullopt;
  return std::string(words);
}

// The words of the list with their role, "with" or "source".
std::vector<std::string> credit_words(const std::vector<std::string>& lines, std::string_view role) {
  std::vector<std::string> words;
  for (const std::string& line : lines) {
    const std::size_t blank = line.find_last_of(" \t");
    if (blank != std::string::npos && std::string_view(line).substr(blank + 1) == role)
      words.push_back(plain_form(std::string_view(line).substr(0, blank), true));
  }
  return words;
}

// Is `words`, up to a comma, the outlet's name or words of it?
bool is_outlet(std::string_view words, std::string_view outlet) {
  const std::string first = plain_form(words.substr(0, std::min(words.find(','), words.size())));
  const std::string whole = plain_form(outlet);
  if (first.size() < 3 || whole.empty()) return false;
  return (" " + whole + " ").find(" " + first + " ") != std::string::npos || (first + " ").starts_with(whole + " ");
}

// "Outlet with X": X.
std::optional<std::string> with_outlet(std::string_view byline, std::string_view outlet, const std::vector<std::string>& words) {
  if (byline.size() > kLongestCredit || outlet.empty()) return std::nullopt;
  for (const std::string& word : words) {
    const std::size_t at = byline.find(" " + word + " ");
    if (at == std::string_view::npos || !is_outlet(byline.substr(0, at), outlet)) continue;
    return as_name(byline.substr(at + word.size() + 2));
  }
  return std::nullopt;
}

// "Source: X": X.
std::optional<std::string> of_source(std::string_view words, const std::vector<std::string>& cues) {
  const std::size_t colon = words.find(':');
  if (colon == std::string_view::npos || colon > 24) return std::nullopt;
  const std::string start = plain_form(words.substr(0, colon + 1), true);
  if (std::find(cues.begin(), cues.end(), start) == cues.end()) return std::nullopt;
  return as_name(words.substr(colon + 1));
}

}  // namespace

bool names_outlet(std::string_view byline, std::string_view outlet, const std::vector<std::string>& credits) {
  if (is_outlet(byline, outlet)) return true;
  const std::vector<std::string> words = credit_words(credits, "with");
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    const std::size_t at = byline.find(" " + word + " ");
    return at != std::string_view::npos && is_outlet(byline.substr(0, at), outlet);
  });
}

std::optional<std::string> credited_agency(std::string_view text, const std::vector<Draft>& drafts,
                                           const std::optional<std::string>& byline,
                                           const std::optional<std::string>& outlet, const CreditLists& lists) {
  const Agencies agencies(lists.names);
  const std::vector<std::string> with = credit_words(lists.credits, "with"), source = credit_words(lists.credits, "source");
  if (byline) {
    if (const auto found = agencies.in_credit(*byline)) return found;
    if (const auto found = with_outlet(*byline, outlet.value_or(""), with)) return found;
  }
  std::size_t first = drafts.size(), last = drafts.size();
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!is_prose(drafts[i])) continue;
    if (first == drafts.size()) first = i;
    last = i;
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    const std::string_view words = text.substr(draft.span.begin, draft.span.size());
    const bool line = draft.kind == BlockKind::byline || draft.kind == BlockKind::dateline;
    std::optional<std::string> found;
    if (line) found = agencies.in_credit(words);
    if (!found && line) found = with_outlet(words, outlet.value_or(""), with);
    if (!found && (draft.kind == BlockKind::byline || i == last || i == last + 1)) found = of_source(words, source);
    if (!found && (i == first || i == last)) found = of_paragraph(words, agencies);
    if (!found && i == last && words.starts_with('(') && words.ends_with(')')) found = as_name(words.substr(1, words.size() - 2));
    if (!found && i >= last && i <= last + 1 && is_source(draft.kind) && words.size() <= kLongestCredit)
      found = agencies.in_credit(words);
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace recount::text
