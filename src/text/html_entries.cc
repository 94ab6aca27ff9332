#include "src/text/html_entries.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "src/text/ascii.h"
#include "src/text/html_facts.h"
#include "src/text/stamp.h"

namespace recount::text {
namespace {

constexpr std::uint32_t kFewestWords = 15;   // bytes outside links and the time, for an entry
constexpr std::uint32_t kSentence = 25;      // bytes of prose that make an entry sure
constexpr std::uint32_t kMostTimes = 2;      // <time>s of an entry: its own, and of a change
constexpr std::uint32_t kLongestClock = 40;  // bytes of the words of a time

constexpr std::uint32_t kLongestTitle = 400;  // bytes
constexpr std::ptrdiff_t kFewestShown = 3;    // clocks in the words that make such a page

struct Clock {
  std::string time;    // empty: none
  bool shown = false;  // in the words, not in an attribute alone
};

struct Candidate {
  std::uint32_t element;
  Clock clock;
};

class Finder {
 public:
  Finder(const HtmlTree& tree, const HtmlRoles& roles, const std::vector<ClockWord>& words,
         const HtmlFacts& facts)
      : tree_(tree), roles_(roles), words_(words), facts_(facts), live_(facts.live) {}

  HtmlEntries run() {
    find_candidates();
    drop_linked();
    if (candidates_.empty()) find_listed();
    // Entries stand beside one another: count them by parent.
    std::map<std::uint32_t, std::size_t> beside;
    for (const Candidate& candidate : candidates_)
      if (roles_.weights[candidate.element].prose >= kSentence)
        ++beside[tree_.nodes[candidate.element].parent];
    HtmlEntries out;
    out.entry_of.assign(tree_.nodes.size(), kNoNode);
    for (const Candidate& candidate : candidates_) {
      if (beside[tree_.nodes[candidate.element].parent] < (live_ ? 1u : 2u)) continue;
      out.entry_of[candidate.element] = static_cast<std::uint32_t>(out.times.size());
      out.times.push_back(candidate.clock.time);
    }
    if (out.times.empty()) return out;
    for (std::size_t i = 1; i < tree_.nodes.size(); ++i)
      if (out.entry_of[i] == kNoNode) out.entry_of[i] = out.entry_of[tree_.nodes[i].parent];
    return out;
  }

 private:
  void find_candidates() {
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.is_text || roles_.weights[i].dropped || !is_time(i)) continue;
      const Clock clock = clock_of(i);
      if (clock.time.empty()) continue;
      const std::uint32_t element = entry_around(i);
      if (element == kNoNode) continue;
      // The first time of an element is its own; a second one in it says when it was changed.
      if (!candidates_.empty() && candidates_.back().element == element) continue;
      candidates_.push_back({element, clock});
    }
  }

  // On a page whose entries show their clock, a time that shows none is that of something linked.
  void drop_linked() {
    const auto shown = [](const Candidate& candidate) { return candidate.clock.shown; };
    if (std::count_if(candidates_.begin(), candidates_.end(), shown) >= kFewestShown)
      std::erase_if(candidates_, [&](const Candidate& candidate) { return !shown(candidate); });
  }

  // Headings that the page's own list gives a time.
  void find_listed() {
    std::unordered_map<std::string_view, std::string_view> times;
    for (const ListedEntry& entry : facts_.entries) {
      const auto [known, added] = times.try_emplace(entry.headline, entry.time);
      if (!added) known->second = "";  // "Update" of many entries tells none of them
    }
    if (times.empty()) return;
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.is_text || roles_.weights[i].dropped || !can_be_title(node.tag)) continue;
      const auto listed = times.find(text_below(tree_, i, kLongestTitle));
      if (listed == times.end() || listed->second.empty()) continue;
      const std::uint32_t element = entry_around(i);
      if (element == kNoNode) continue;
      if (!candidates_.empty() && candidates_.back().element == element) continue;
      candidates_.push_back({element, {std::string(listed->second), false}});
    }
  }

  static bool can_be_title(Tag tag) {
    return tag == Tag::h2 || tag == Tag::h3 || tag == Tag::h4 || tag == Tag::h5 || tag == Tag::h6 ||
           tag == Tag::p || tag == Tag::strong || tag == Tag::b;
  }

  bool is_time(std::uint32_t index) const {
    const HtmlNode& node = tree_.nodes[index];
    if (node.tag == Tag::time) return !is_aside(roles_.inherited[node.parent]);
    if (node.attributes == 0 || roles_.weights[index].text == 0 || roles_.weights[index].text > 12)
      return false;
    if (is_aside(roles_.inherited[index])) return false;
    const std::string_view names = tree_.attribute(node, "class");
    if (names.find_first_of("tThHuUcC") == std::string_view::npos)
      return false;  // no word of below
    for (const std::string& word : class_words(tree_, node))
      if (word == "time" || word == "timestamp" || word == "clock" || word == "hour" ||
          word == "uhrzeit" || word == "heure")
        return true;
    return false;
  }

  Clock clock_of(std::uint32_t index) const {
    const std::string words = text_below(tree_, index, kLongestClock);
    if (const auto clock = leading_clock(words, words_)) return {clock->time, true};
    if (!live_) return {};  // a date before the clock: comments and lists of articles have that too
    for (std::size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 1))
      if (const auto clock = leading_clock(std::string_view(words).substr(at + 1), words_))
        return {clock->time, true};
    if (const std::string behind = words_behind(index); !behind.empty())
      if (const auto clock = leading_clock(behind, words_)) return {clock->time, true};
    const std::string_view value = tree_.attribute(tree_.nodes[index], "datetime");
    const auto stamp = parse_stamp(value, "time");
    return stamp && stamp->precision >= Precision::minute
               ? Clock{std::string(trimmed(value)), false}
               : Clock{};
  }

  // The next words beside a time that holds only the day, in the same line.
  std::string words_behind(std::uint32_t index) const {
    const std::uint32_t next = tree_.nodes[index].next;
    if (next == kNoNode || roles_.weights[tree_.nodes[index].parent].text > kLongestClock)
      return "";
    const HtmlNode& node = tree_.nodes[next];
    if (!node.is_text) return text_below(tree_, next, kLongestClock);
    return std::string(trimmed(tree_.page.substr(node.begin, node.end - node.begin)));
  }

  // The smallest block around a time that says something beside it.
  std::uint32_t entry_around(std::uint32_t time) const {
    const std::uint32_t own = roles_.weights[time].text;
    for (std::uint32_t at = tree_.nodes[time].parent; at != 0 && at != kNoNode;
         at = tree_.nodes[at].parent) {
      const HtmlWeight& weight = roles_.weights[at];
      if (weight.titles > 0 || weight.times > kMostTimes || at == roles_.content) return kNoNode;
      if (!is_block(tree_.nodes[at].tag) && tree_.nodes[at].tag != Tag::unknown) continue;
      const std::uint32_t links = std::min(weight.link, weight.text);
      if (weight.text - links >= own + kFewestWords) return grown(at);
    }
    return kNoNode;
  }

  // Up to the element beside other entries: as long as the parent has only this one time.
  std::uint32_t grown(std::uint32_t element) const {
    while (true) {
      const std::uint32_t parent = tree_.nodes[element].parent;
      const HtmlWeight& weight = roles_.weights[parent];
      if (parent == 0 || parent == kNoNode || parent == roles_.content || weight.titles > 0)
        return element;
      if (weight.times != roles_.weights[element].times || weight.times == 0) return element;
      const Tag tag = tree_.nodes[parent].tag;
      if (tag == Tag::main || tag == Tag::body || tag == Tag::ul || tag == Tag::ol) return element;
      element = parent;
    }
  }

  const HtmlTree& tree_;
  const HtmlRoles& roles_;
  const std::vector<ClockWord>& words_;
  const HtmlFacts& facts_;
  bool live_;
  std::vector<Candidate> candidates_;
};

}  // namespace

HtmlEntries entries_of(const HtmlTree& tree, const HtmlRoles& roles,
                       const std::vector<ClockWord>& clock_words, const HtmlFacts& facts) {
  return Finder(tree, roles, clock_words, facts).run();
}

}  // namespace recount::text
