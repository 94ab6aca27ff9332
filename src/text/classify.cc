// The order in which a block is decided: a clock time makes a live entry; a cue of a pack makes
// navigation, notice, related …; a heading "Related" or "Comments" opens a region, in which short
// lines are related and sentences teasers; the first block that is left is the headline; then
// bylines, datelines, contacts, lists by their make; a short line between paragraphs is a heading
// inside the text; the rest is body.
//
// A region of plain text lasts until the page's end, for nothing marks where it stops; one of HTML
// ends at the next paragraph of prose that isn't a link.
#include "src/text/classify.h"

#include <algorithm>

#include "src/text/headings.h"
#include "src/text/quotations.h"
#include "src/text/wording.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestCueBlock =
    400;  // bytes: a paragraph that begins with "share" is a paragraph
constexpr std::size_t kLongestCounted = 40;  // bytes
constexpr std::size_t kSureAfter =
    3;  // paragraphs before a heading that the markup doesn't mark as one
constexpr std::size_t kLongestByline = 90;       // code points
constexpr std::size_t kLongestWordNotice = 120;  // code points: "Copyright law is …" is a paragraph
constexpr std::size_t kSurePhrase = 3;  // words of a cue: "comments are closed for …" is one too
constexpr std::size_t kFewestClockLines = 2;  // lines that are nothing but a time
constexpr std::size_t kFewestBareClocks =
    3;  // times without a separator make a live page from here on

class Classifier {
 public:
  Classifier(std::string_view text, std::vector<Draft>& drafts, const Cues& cues,
             const ClassifyOptions& options)
      : text_(text), drafts_(drafts), cues_(cues), options_(options) {}

  void run() {
    look();
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      decide(i);
      if (i > 0 && seen_[i].prose && is_source(drafts_[i].kind)) ++prose_seen_;
    }
    if (!options_.markup) find_headline(drafts_, seen_, options_.title);
    find_quotations(text_, drafts_);
    if (options_.markup) {
      find_clock_headings(drafts_, seen_, cues_.clock_words(), true);
      find_empty_headings(drafts_, seen_);
    } else {
      find_sections(drafts_, seen_);
      if (live_) find_clock_headings(drafts_, seen_, cues_.clock_words(), false);
    }
  }

 private:
  enum class Region { none, related, comment, navigation };

  void look() {
    seen_.resize(drafts_.size());
    std::size_t bare_clocks = 0, clock_lines = 0;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      SeenBlock& s = seen_[i];
      s.words = text_.substr(drafts_[i].span.begin, drafts_[i].span.size());
      s.prose = looks_like_prose(s.words);
      if (s.words.size() <= kLongestCueBlock) {
        s.plain = plain_form(s.words);
        s.cue = cues_.match(s.plain);
        if (!s.cue && s.plain.size() <= kLongestCounted) s.cue = counted(s.plain);
      }
      if (const auto clock = leading_clock(s.words, cues_.clock_words())) {
        ++bare_clocks;
        clock_lines += clock->end >= s.words.size() || s.words[clock->end] == '\n';
      }
      if (s.prose && !s.cue) last_prose_ = i;
    }
    live_ =
        bare_clocks >= kFewestBareClocks || (!options_.markup && clock_lines >= kFewestClockLines);
  }

  // "89 comments", "Comments (89)", "| 12 Comment(s)": a cue with a number.
  std::optional<CueHit> counted(const std::string& plain) const {
    std::string words = plain;
    std::erase_if(words, [](char c) {
      return (c >= '0' && c <= '9') || c == '(' || c == ')' || c == '[' || c == ']' || c == '|';
    });
    if (words.size() == plain.size()) return std::nullopt;
    auto hit =
        cues_.match(plain_form(words.substr(std::min(words.find_first_not_of(' '), words.size()))));
    return hit && hit->alone && hit->kind == BlockKind::comment ? hit : std::nullopt;
  }

  void decide(std::size_t i) {
    Draft& draft = drafts_[i];
    const SeenBlock& s = seen_[i];
    if (draft.decided && !is_source(draft.kind)) return;
    if (draft.decided && draft.kind == BlockKind::update) return in_entry(i);
    if (options_.markup && region_ == Region::related && !draft.heading && s.prose && !s.cue &&
        !draft.href)
      region_ = Region::none;
    if (region_ == Region::none && is_update(i)) return;
    if (s.cue && apply_cue(i)) return;
    if (region_ != Region::none) {
      draft.kind = in_region(s);
      return;
    }
    if (draft.decided || draft.heading) return;
    by_make(i);
  }

  // An entry has its own links to share it.
  void in_entry(std::size_t i) {
    const auto& cue = seen_[i].cue;
    if (!cue || !cue->alone || cue->kind != BlockKind::navigation) return;
    drafts_[i].kind = BlockKind::navigation;
    drafts_[i].time.reset();
  }

  bool is_update(std::size_t i) {
    const SeenBlock& s = seen_[i];
    auto clock = leading_clock(s.words, cues_.clock_words());
    bool entry = clock && (clock->separated || live_);
    if (!clock) {
      // "Update 17h20 …": the cue's words, then a clock time.
      const std::string start = plain_form(
          s.words.substr(0, std::min<std::size_t>(s.words.size(), utf8_cut(s.words, 60))));
      const std::size_t prefix = cues_.update_prefix(start);
      if (prefix == 0) return false;
      const std::size_t digit = start.find_first_of("0123456789", prefix);
      if (digit == std::string::npos || digit > prefix + 3) return false;
      const std::size_t in_words = s.words.find(start[digit]);
      clock = leading_clock(s.words.substr(in_words), cues_.clock_words());
      entry = clock.has_value();
    }
    // A line that is nothing but a time, or a time with a date, says when the page was made.
    if (!entry || clock->end >= s.words.size()) return false;
    if (!s.prose && has_year(s.words) && length(s.words) <= kLongestByline) {
      drafts_[i].kind = BlockKind::dateline;
      return true;
    }
    drafts_[i].kind = BlockKind::update;
    drafts_[i].time = clock->time;
    drafts_[i].section = false;
    return true;
  }

  static std::size_t utf8_cut(std::string_view s, std::size_t at) {
    at = std::min(at, s.size());
    while (at > 0 && at < s.size() && (static_cast<unsigned char>(s[at]) & 0xC0) == 0x80) --at;
    return at;
  }

  // Does the cue decide the block?
  bool apply_cue(std::size_t i) {
    Draft& draft = drafts_[i];
    const SeenBlock& s = seen_[i];
    const CueHit& cue = *s.cue;
    const bool small = length(s.words) <= kLongestByline;
    switch (cue.kind) {
      case BlockKind::byline:
        if (cue.alone || !small || ends_as_sentence(s.words) || prose_seen_ > 0 ||
            !capital_after(s))
          return false;
        break;
      case BlockKind::dateline:
        if (length(s.words) > 140 || s.words.find_first_of("0123456789") == std::string_view::npos)
          return false;
        break;
      case BlockKind::navigation:
        if (!cue.alone && (s.prose || cue.whole)) return false;
        break;
      case BlockKind::related:
      case BlockKind::teaser:
      case BlockKind::comment:
        if (!cue.alone && s.words.size() > 300) return false;
        break;
      case BlockKind::notice:
        if (cue.words == 1 && !cue.alone && length(s.words) > kLongestWordNotice) return false;
        break;
      default: break;
    }
    draft.kind = cue.kind;
    draft.section = false;
    const bool says_closed = cue.kind == BlockKind::comment && cue.words >= kSurePhrase && small;
    if (cue.alone || says_closed) open_region(cue.kind, i);
    return true;
  }

  // Does a name follow the cue's words?
  static bool capital_after(const SeenBlock& s) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < s.cue->words && at != std::string_view::npos; ++i) {
      at = s.words.find_first_of(" \t\n", at);
      if (at != std::string_view::npos) at = s.words.find_first_not_of(" \t\n", at);
    }
    const unsigned char c =
        at == std::string_view::npos ? 0 : static_cast<unsigned char>(s.words[at]);
    return (c >= 'A' && c <= 'Z') || c >= 0x80;
  }

  // Before any paragraph such a heading only leads to a place further down.
  void open_region(BlockKind kind, std::size_t i) {
    const bool sure = drafts_[i].heading || !options_.markup || prose_seen_ >= kSureAfter;
    if ((kind == BlockKind::related || kind == BlockKind::teaser) && prose_seen_ > 0)
      region_ = Region::related;
    if (kind == BlockKind::comment && prose_seen_ > 0 && sure) region_ = Region::comment;
    const bool tail = region_ != Region::none || i > last_prose_;
    if ((kind == BlockKind::navigation || kind == BlockKind::notice) && tail && i > 0)
      region_ = Region::navigation;
  }

  BlockKind in_region(const SeenBlock& s) const {
    if (region_ == Region::comment) return BlockKind::comment;
    if (looks_like_contact(s.words)) return BlockKind::contact;
    if (region_ == Region::navigation) return s.prose ? BlockKind::notice : BlockKind::navigation;
    return s.prose ? BlockKind::teaser : BlockKind::related;
  }

  void by_make(std::size_t i) {
    Draft& draft = drafts_[i];
    const SeenBlock& s = seen_[i];
    if (looks_like_contact(s.words)) {
      draft.kind = BlockKind::contact;
    } else if (looks_like_dateline(s.words) && !draft.heading) {
      draft.kind = BlockKind::dateline;
    } else if (has_bullet(s.words)) {
      draft.kind = BlockKind::list;
    }
  }

  std::string_view text_;
  std::vector<Draft>& drafts_;
  const Cues& cues_;
  const ClassifyOptions& options_;
  std::vector<SeenBlock> seen_;
  std::size_t last_prose_ = 0;
  bool live_ = false;
  std::size_t prose_seen_ = 0;  // paragraphs behind the first block
  Region region_ = Region::none;
};

}  // namespace

void classify(std::string_view text, std::vector<Draft>& drafts, const Cues& cues,
              const ClassifyOptions& options) {
  Classifier(text, drafts, cues, options).run();
}

}  // namespace recount::text
