#include "src/text/agency.h"

#include <algorithm>

#include "src/language/language.h"
#include "src/text/ascii.h"
#include "src/text/wording.h"

namespace recount::text {
namespace {

constexpr std::size_t kHead = 120;  // bytes of a paragraph in which "(AFP)" stands behind the place
constexpr std::size_t kLongestCredit = 80;  // bytes inside brackets or of a line
constexpr std::size_t kLongestName = 48;    // bytes

// After a name: punctuation, or a few more letters ("AFP Lomé", "Reuters staff").
bool is_end(std::string_view rest) { return rest.empty() || rest[0] != ' ' || rest.size() <= 16; }

bool is_prose(const Draft& draft) {
  return draft.kind == BlockKind::body || draft.kind == BlockKind::update ||
         draft.kind == BlockKind::list;
}

// A proper name: one to four words, the first one not in lower case.
std::optional<std::string> as_name(std::string_view words) {
  words = trimmed(words.substr(0, std::min(words.find_first_of(",.;(|"), words.size())));
  const bool small = !words.empty() && words[0] >= 'a' && words[0] <= 'z';
  if (words.empty() || small || words.size() > kLongestName ||
      std::count(words.begin(), words.end(), ' ') > 3)
    return std::nullopt;
  return std::string(words);
}

// Is `words`, up to a comma, the outlet's name or words of it?
bool is_outlet(std::string_view words, std::string_view outlet) {
  const std::string first = plain_form(words.substr(0, std::min(words.find(','), words.size())));
  const std::string whole = plain_form(outlet);
  if (first.size() < 3 || whole.empty()) return false;
  return (" " + whole + " ").find(" " + first + " ") != std::string::npos ||
         (first + " ").starts_with(whole + " ");
}

}  // namespace

Credits::Credits(const Languages& languages) {
  for (const std::string& line : shared_list(languages, "agencies.txt")) {
    const std::string first = line.substr(0, line.find('|'));
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t end = std::min(line.find('|', begin), line.size());
      names_.emplace(line.substr(begin, end - begin), first);
      begin = end + 1;
    }
  }
  for (const std::string& line : shared_list(languages, "credits.txt")) {
    const std::size_t blank = line.find_last_of(" \t");
    if (blank == std::string::npos) continue;
    std::vector<std::string>& words =
        std::string_view(line).substr(blank + 1) == "source" ? source_ : with_;
    words.push_back(plain_form(std::string_view(line).substr(0, blank), true));
  }
}

// A credit is nothing but names and what stands between them: "AFP", "AFP/Reuters", "avec AFP".
// Names must stand as printed: "PA" isn't "pa".
std::optional<std::string> Credits::in_credit(std::string_view credit) const {
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

// The longest name that `words` begins with; what follows must be an end or a separator.
std::optional<std::string> Credits::at_start(std::string_view words) const {
  for (std::size_t size = std::min(words.size(), kLongestName); size >= 2; --size) {
    if (size < words.size() &&
        std::string_view(" /,.:;-)|").find(words[size]) == std::string_view::npos)
      continue;
    const auto found = names_.find(words.substr(0, size));
    if (found != names_.end() && is_end(words.substr(size))) return found->second;
  }
  return std::nullopt;
}

std::optional<std::string> Credits::in_brackets(std::string_view part) const {
  for (std::size_t open = part.find('('); open != std::string_view::npos;
       open = part.find('(', open + 1)) {
    const std::size_t close = part.find(')', open);
    if (close == std::string_view::npos) return std::nullopt;
    if (const auto found = in_credit(part.substr(open + 1, close - open - 1))) return found;
  }
  return std::nullopt;
}

// A bracket that opens the paragraph's report or ends the paragraph.
std::optional<std::string> Credits::of_paragraph(std::string_view words) const {
  if (words.starts_with('(') && words.ends_with(')'))
    return as_name(words.substr(1, words.size() - 2));
  if (const auto found = in_brackets(words.substr(0, kHead))) return found;
  const std::string_view tail = trimmed(words);
  const std::size_t open = tail.rfind('(');
  if (open == std::string_view::npos || tail.size() - open > kLongestCredit) return std::nullopt;
  const std::size_t close = tail.find(')', open);
  if (close == std::string_view::npos || close + 2 < tail.size()) return std::nullopt;
  return in_credit(tail.substr(open + 1, close - open - 1));
}

// "Outlet with X": X.
std::optional<std::string> Credits::with_outlet(std::string_view byline,
                                                std::string_view outlet) const {
  if (byline.size() > kLongestCredit || outlet.empty()) return std::nullopt;
  for (const std::string& word : with_) {
    const std::size_t at = byline.find(" " + word + " ");
    if (at == std::string_view::npos || !is_outlet(byline.substr(0, at), outlet)) continue;
    return as_name(byline.substr(at + word.size() + 2));
  }
  return std::nullopt;
}

// "Source: X": X.
std::optional<std::string> Credits::of_source(std::string_view words) const {
  const std::size_t colon = words.find(':');
  if (colon == std::string_view::npos || colon > 24) return std::nullopt;
  const std::string start = plain_form(words.substr(0, colon + 1), true);
  if (std::find(source_.begin(), source_.end(), start) == source_.end()) return std::nullopt;
  return as_name(words.substr(colon + 1));
}

bool Credits::names_outlet(std::string_view byline, std::string_view outlet) const {
  if (is_outlet(byline, outlet)) return true;
  return std::any_of(with_.begin(), with_.end(), [&](const std::string& word) {
    const std::size_t at = byline.find(" " + word + " ");
    return at != std::string_view::npos && is_outlet(byline.substr(0, at), outlet);
  });
}

// A byline or dateline.
std::optional<std::string> Credits::of_block(const Draft& draft, std::string_view words,
                                             std::string_view outlet) const {
  if (draft.kind != BlockKind::byline && draft.kind != BlockKind::dateline) return std::nullopt;
  if (const auto found = in_credit(words)) return found;
  if (const auto found = with_outlet(words, outlet)) return found;
  return draft.kind == BlockKind::byline ? of_source(words) : std::nullopt;
}

std::optional<std::string> Credits::agency(std::string_view text, const std::vector<Draft>& drafts,
                                           const std::optional<std::string>& byline,
                                           const std::optional<std::string>& outlet) const {
  if (byline) {
    if (const auto found = in_credit(*byline)) return found;
    if (const auto found = with_outlet(*byline, outlet.value_or(""))) return found;
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
    std::optional<std::string> found = of_block(draft, words, outlet.value_or(""));
    if (!found && (i == last || i == last + 1)) found = of_source(words);
    if (!found && (i == first || i == last)) found = of_paragraph(words);
    if (!found && i >= last && i <= last + 1 && is_source(draft.kind)) found = in_credit(words);
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace recount::text
