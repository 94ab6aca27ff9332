#include "src/text/html_headline.h"

#include <algorithm>
#include <array>

#include "src/text/ascii.h"
#include "src/text/html_facts.h"
#include "src/text/wording.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestHeadline = 750;  // bytes
constexpr std::size_t kSpare = 8;              // bytes by which folding may shorten
constexpr std::size_t kShortest = 12;          // bytes; less may stand in <title> by chance
constexpr std::size_t kLongestOutlet = 60;     // bytes
constexpr int kSure = 30;

constexpr std::size_t kLongestKicker = 80;  // bytes of a line above the headline
constexpr std::size_t kLongestLabel = 20;   // bytes of a word behind it
// Class words of such a line inside a heading.
constexpr std::array<std::string_view, 17> kKickers{
    "kicker",     "overline", "topline",     "toptitle",   "roofline", "dachzeile",
    "spitzmarke", "eyebrow",  "surtitle",    "surtitre",   "pretitle", "supertitle",
    "antetitulo", "volanta",  "subheadline", "subheading", "label"};

bool is_mark(char c) { return std::string_view("|-:/>~(").find(c) != std::string_view::npos; }

// Is [begin, end) of a <title> a part of its own: at its ends or beside a mark with a blank?
bool stands_apart(std::string_view whole, std::size_t begin, std::size_t end) {
  const auto mark = [](std::string_view around) {
    const std::string_view rest = trimmed(around);
    return rest.empty() || is_mark(rest.front()) || is_mark(rest.back()) ||
           static_cast<unsigned char>(rest.front()) >= 0x80 ||
           static_cast<unsigned char>(rest.back()) >= 0x80;
  };
  const std::string_view before = whole.substr(0, begin), behind = whole.substr(end);
  return (before.empty() ||
          mark(before.substr(before.size() - std::min<std::size_t>(4, before.size())))) &&
         (behind.empty() || mark(behind.substr(0, std::min<std::size_t>(4, behind.size()))));
}

// The whole of `inner` as the first or last words of `plain`, with little beside them.
bool holds(std::string_view plain, std::string_view inner) {
  if (inner.size() < kShortest || plain.size() <= inner.size() + 1 ||
      plain.size() > inner.size() + kLongestKicker)
    return false;
  return (plain.ends_with(inner) && plain[plain.size() - inner.size() - 1] == ' ') ||
         (plain.starts_with(inner) && plain[inner.size()] == ' ');
}

// How well the words say the title, before the element counts.
int agreement(const HtmlBlock& block, const std::string& plain, const SaidTitles& said) {
  if (!said.title.empty() && plain == said.title) return 60;
  if (is_heading(block.tag) && holds(plain, said.title)) return 55;
  const std::size_t at =
      plain.size() >= kShortest ? said.page_title.find(plain) : std::string::npos;
  if (at != std::string::npos) {
    const bool apart = stands_apart(said.page_title, at, at + plain.size());
    if (apart || is_heading(block.tag)) return (at == 0 ? 50 : 45) - (apart ? 0 : 12);
  }
  if (block.tag == Tag::h1) return kSure;
  return block.tag == Tag::h2 && block.in_content ? 10 : 0;
}

// A link to the site's first page: its name stands there.
bool leads_home(const HtmlTree& tree, const HtmlBlock& block) {
  if (block.link == kNoNode || block.link_bytes * 2 < block.span.size()) return false;
  std::string_view href = trimmed(tree.attribute(tree.nodes[block.link], "href"));
  if (href == "/") return true;
  const std::size_t host = href.rfind("://");  // the last one: copies of archives hold two
  if (host == std::string_view::npos) return false;
  const std::size_t path = href.find('/', host + 3);
  return path == std::string_view::npos || path + 1 == href.size();
}

int score(const HtmlTree& tree, const HtmlBlock& block, std::string_view words,
          const SaidTitles& said) {
  if (words.size() > kLongestHeadline || block.role == Role::comment) return 0;
  const bool heading = is_heading(block.tag);
  const std::size_t longest = std::max(said.title.size(), said.page_title.size()) + kSpare;
  if (!heading && words.size() > longest) return 0;
  const std::string plain = plain_form(words);
  if (plain.size() < 4) return 0;
  if (block.role == Role::related && (block.tag != Tag::h1 || plain != said.title)) return 0;
  int value = agreement(block, plain, said);
  if (value == 0) return 0;
  if (block.tag == Tag::h1)
    value += 12;
  else if (heading)
    value += 8;
  if (is_aside(block.role)) value -= 9;
  if (block.link_bytes * 2 > block.span.size()) value -= 7;  // it leads elsewhere
  if (plain != said.title && leads_home(tree, block)) value -= kSure;
  return std::max(value, 0);
}

// The first element inside a heading, if its class says that it's a line above the headline.
std::string kicker_of(const HtmlTree& tree, std::uint32_t heading) {
  for (std::uint32_t i = tree.nodes[heading].first; i != kNoNode;) {
    const HtmlNode& node = tree.nodes[i];
    if (node.is_text) {
      if (!trimmed(tree.page.substr(node.begin, node.end - node.begin)).empty()) return "";
      i = node.next;
      continue;
    }
    for (const std::string& word : class_words(tree, node))
      if (std::find(kKickers.begin(), kKickers.end(), word) != kKickers.end())
        return text_below(tree, i, kLongestKicker);
    i = node.tag == Tag::a ? node.first : kNoNode;
  }
  return "";
}

// As many last words as `plain` has.
std::string_view last_words(std::string_view words, std::string_view plain) {
  auto count = static_cast<std::size_t>(std::count(plain.begin(), plain.end(), ' ')) + 1;
  std::size_t at = words.size();
  while (count > 0 && at != 0 && at != std::string_view::npos) {
    at = words.rfind(' ', at - 1);
    --count;
  }
  return at == std::string_view::npos || at == 0 ? words : words.substr(at + 1);
}

std::optional<std::string> one_name(std::string_view name) {
  name = trimmed(name);
  if (name.empty() || name.size() > kLongestOutlet) return std::nullopt;
  if (name.find(" | ") != std::string_view::npos || name.find(" - ") != std::string_view::npos)
    return std::nullopt;
  return std::string(name);
}

}  // namespace

HtmlHeadline find_headline(const HtmlTree& tree, const HtmlText& text, const SaidTitles& said) {
  const SaidTitles plain{plain_form(said.title), plain_form(said.page_title)};
  HtmlHeadline found;
  int best = 0;
  for (std::size_t i = 0; i < text.blocks.size(); ++i) {
    const HtmlBlock& block = text.blocks[i];
    const int value =
        score(tree, block, std::string_view(text.text).substr(block.span.begin, block.span.size()),
              plain);
    if (value <= best) continue;
    best = value;
    found.block = i;
  }
  found.sure = best >= kSure;
  return found;
}

std::string title_of_headline(const HtmlTree& tree, const HtmlText& text, std::size_t block,
                              const SaidTitles& said) {
  const HtmlBlock& found = text.blocks[block];
  const std::string_view words =
      std::string_view(text.text).substr(found.span.begin, found.span.size());
  if (!is_heading(found.tag)) return std::string(words);
  const std::string kicker = kicker_of(tree, found.element);
  if (!kicker.empty() && kicker.size() <= kLongestKicker && words.starts_with(kicker)) {
    std::string_view rest = trimmed(words.substr(kicker.size()));
    while (!rest.empty() && is_mark(rest.front())) rest = trimmed(rest.substr(1));
    if (!rest.empty()) return std::string(rest);
  }
  const std::string plain = plain_form(words), title = plain_form(said.title);
  if (!holds(plain, title)) return std::string(words);
  if (plain.ends_with(title)) return std::string(last_words(words, title));
  const std::uint32_t last = tree.nodes[found.element].last;  // a label: "For subscribers"
  if (last != kNoNode && !tree.nodes[last].is_text &&
      plain == title + " " + plain_form(text_below(tree, last, kLongestLabel)))
    return said.title;
  return std::string(words);
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
