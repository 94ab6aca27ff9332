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

}  // namespace

std::optional<std::string> credited_agency(std::string_view text, const std::vector<Draft>& drafts,
                                           const std::optional<std::string>& byline,
                                           const std::vector<std::string>& names) {
  const Agencies agencies(names);
  if (byline)
    if (const auto found = agencies.in_credit(*byline)) return found;
  std::size_t first = drafts.size(), last = drafts.size();
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!is_prose(drafts[i])) continue;
    if (first == drafts.size()) first = i;
    last = i;
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    const std::string_view words = text.substr(draft.span.begin, draft.span.size());
    std::optional<std::string> found;
    if (draft.kind == BlockKind::byline || draft.kind == BlockKind::dateline) found = agencies.in_credit(words);
    if (!found && (i == first || i == last)) found = of_paragraph(words, agencies);
    if (!found && i >= last && i <= last + 1 && is_source(draft.kind) && words.size() <= kLongestCredit)
      found = agencies.in_credit(words);
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace recount::text
