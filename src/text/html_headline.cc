#include "src/text/html_headline.h"

#include <algorithm>

#include "src/text/ascii.h"
#include "src/text/wording.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestHeadline = 750;  // bytes
constexpr std::size_t kSpare = 8;              // bytes by which folding may shorten
constexpr std::size_t kShortest = 12;          // bytes; less may stand in <title> by chance
constexpr std::size_t kLongestOutlet = 60;     // bytes
constexpr int kSure = 30;

struct Titles {
  std::string title, page_title;  // plain forms
};

// How well the words say the title, before the element counts.
int agreement(const HtmlBlock& block, const std::string& plain, const Titles& titles) {
  if (!titles.title.empty() && plain == titles.title) return 60;
  if (plain.size() >= kShortest && titles.page_title.starts_with(plain)) return 50;
  if (plain.size() >= kShortest && titles.page_title.find(plain) != std::string::npos) return 45;
  if (block.tag == Tag::h1) return kSure;
  return block.tag == Tag::h2 && block.in_content ? 10 : 0;
}

int score(const HtmlBlock& block, std::string_view words, const Titles& titles) {
  if (words.size() > kLongestHeadline || block.role == Role::comment || block.role == Role::related)
    return 0;
  const bool heading = is_heading(block.tag);
  const std::size_t longest = std::max(titles.title.size(), titles.page_title.size()) + kSpare;
  if (!heading && words.size() > longest) return 0;
  const std::string plain = plain_form(words);
  if (plain.size() < 4) return 0;
  int value = agreement(block, plain, titles);
  if (value == 0) return 0;
  if (block.tag == Tag::h1)
    value += 12;
  else if (heading)
    value += 8;
  if (block.role == Role::navigation || block.role == Role::notice) value -= 9;
  if (block.link_bytes * 2 > block.span.size()) value -= 7;  // it leads elsewhere
  return std::max(value, 0);
}

std::optional<std::string> one_name(std::string_view name) {
  name = trimmed(name);
  if (name.empty() || name.size() > kLongestOutlet) return std::nullopt;
  if (name.find(" | ") != std::string_view::npos || name.find(" - ") != std::string_view::npos)
    return std::nullopt;
  return std::string(name);
}

}  // namespace

HtmlHeadline find_headline(const HtmlText& text, const std::string& title,
                           const std::string& page_title) {
  const Titles titles{plain_form(title), plain_form(page_title)};
  HtmlHeadline found;
  int best = 0;
  for (std::size_t i = 0; i < text.blocks.size(); ++i) {
    const HtmlBlock& block = text.blocks[i];
    const int value = score(
        block, std::string_view(text.text).substr(block.span.begin, block.span.size()), titles);
    if (value <= best) continue;
    best = value;
    found.block = i;
  }
  found.sure = best >= kSure;
  return found;
}

std::optional<std::string> outlet_of_title(std::string_view page_title, std::string_view headline) {
  const std::size_t at = page_title.find(headline);
  if (at == std::string_view::npos || headline.empty()) return std::nullopt;
  const std::string_view rest =
      at == 0 ? page_title.substr(headline.size()) : page_title.substr(0, at);
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " · ", " » ", " :: "}) {
    if (at == 0 && rest.starts_with(mark)) return one_name(rest.substr(mark.size()));
    if (at > 0 && rest.ends_with(mark)) return one_name(rest.substr(0, rest.size() - mark.size()));
  }
  return std::nullopt;
}

std::optional<std::string> last_part(std::string_view page_title) {
  std::size_t begin = 0;
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " · ", " :: "})
    if (const std::size_t at = page_title.rfind(mark); at != std::string_view::npos)
      begin = std::max(begin, at + mark.size());
  return begin == 0 ? std::nullopt : one_name(page_title.substr(begin));
}

}  // namespace recount::text
