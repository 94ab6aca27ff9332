// The steps from an HTML page to its reading: tree, roles, facts, text, live entries, headline,
// kinds of blocks by markup and by words, then what the page says of itself and how whole it is.
#include "src/text/html.h"

#include <algorithm>
#include <utility>

#include "src/text/ascii.h"
#include "src/text/classify.h"
#include "src/text/html_blocks.h"
#include "src/text/html_day.h"
#include "src/text/html_entries.h"
#include "src/text/html_facts.h"
#include "src/text/html_headline.h"
#include "src/text/html_shown_day.h"
#include "src/text/html_text.h"
#include "src/text/url.h"
#include "src/text/wording.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestLine = 300;   // bytes of what says that it isn't the article
constexpr std::size_t kLittleProse = 1000;  // bytes; of which an article has more
constexpr std::size_t kLeastProse = 200;    // bytes of a page that isn't an empty shell

class Reader {
 public:
  Reader(std::string_view page, const std::optional<std::string>& title, const std::string& url,
         const Cues& cues, const HtmlLimits& limits)
      : tree_(parse_html(page, limits)),
        roles_(roles_of(tree_)),
        facts_(facts_of(tree_, roles_, cues.day_words())),
        cues_(cues) {
    if (title) facts_.facts.title = title;
    base_ = facts_.base.empty() ? url : resolved(facts_.base, url).value_or(url);
    if (base_.empty() && facts_.facts.url) base_ = *facts_.facts.url;
  }

  HtmlReading run() {
    text_ = text_of(tree_, roles_);
    entries_ = entries_of(tree_, roles_, cues_.clock_words(), facts_);
    said_ = {facts_.facts.title.value_or(""), facts_.page_title};
    const HtmlHeadline found = find_headline(tree_, text_, said_);
    headline_ = found.block;
    sure_ = found.sure;
    HtmlDrafts drafts = drafts_of({tree_, entries_, cues_, base_, headline_}, roles_, text_);
    out_.drafts = std::move(drafts.drafts);
    first_prose_ = drafts.first_prose;
    ClassifyOptions options;
    options.markup = true;
    options.title = facts_.facts.title;
    classify(text_.text, out_.drafts, cues_, options);
    settle();
    return std::move(out_);
  }

 private:
  std::string_view words(std::size_t i) const {
    const Span span = text_.blocks[i].span;
    return std::string_view(out_.text).substr(span.begin, span.size());
  }

  void settle() {
    const bool named = headline_ != kNone && sure_;
    const std::string title = named ? title_of_headline(tree_, text_, headline_, said_) : "";
    out_.text = std::move(text_.text);
    out_.runs = std::move(text_.runs);
    out_.facts = std::move(facts_.facts);
    if (named) {
      out_.facts.title = title;
    } else if (!out_.facts.title && !facts_.page_title.empty()) {
      out_.facts.title = facts_.page_title;
    }
    out_.credit = facts_.organisation;
    set_day();
    if (!out_.facts.outlet && headline_ != kNone) {
      const Span span = text_.blocks[headline_].span;
      out_.facts.outlet = outlet_of_title(
          facts_.page_title, std::string_view(out_.text).substr(span.begin, span.size()));
    }
    if (!out_.facts.outlet) out_.facts.outlet = outlet_of_head();
    if (!out_.facts.byline && !out_.credit) out_.facts.byline = byline();
    out_.quality = quality();
  }

  // A line before the headline that the <title> ends with.
  std::optional<std::string> outlet_of_head() const {
    const auto name = last_part(facts_.page_title);
    if (!name || headline_ == kNone) return std::nullopt;
    const std::string plain = plain_form(*name);
    for (std::size_t i = 0; i < headline_; ++i)
      if (words(i).size() <= 2 * name->size() && plain_form(words(i)) == plain) return name;
    return std::nullopt;
  }

  void set_day() {
    if (!entries_.times.empty()) {  // the time of an entry isn't the page's
      for (auto* stamp : {&facts_.days.marked, &facts_.days.first_time})
        if (*stamp && (*stamp)->evidence == "time") stamp->reset();
    }
    const bool has_prose = headline_ == kNone || first_prose_ > headline_;
    const PageLines lines{out_.text, out_.drafts, text_.blocks,
                          tree_,     headline_,   has_prose ? first_prose_ : text_.blocks.size()};
    const ShownDays shown = shown_days(lines, cues_.day_words(), out_.facts.declared_language);
    out_.facts.published = published_of(facts_.days, shown, out_.facts.url.value_or(base_));
    if (!out_.facts.modified) out_.facts.modified = shown.modified;
  }

  // The first short byline, as it stands.
  std::optional<std::string> byline() const {
    for (const Draft& draft : out_.drafts)
      if (draft.kind == BlockKind::byline && draft.span.size() <= 120)
        return out_.text.substr(draft.span.begin, draft.span.size());
    return std::nullopt;
  }

  // The title, or a short line, says that this isn't the article.
  std::optional<Quality> said_of_capture(std::size_t source) const {
    if (const auto said = cues_.capture(plain_form(facts_.page_title))) return said;
    for (const Draft& draft : out_.drafts) {
      if (draft.span.size() > kLongestLine || draft.kind == BlockKind::related ||
          draft.kind == BlockKind::teaser || draft.kind == BlockKind::comment)
        continue;
      const auto said = cues_.capture(
          plain_form(std::string_view(out_.text).substr(draft.span.begin, draft.span.size())));
      const bool counts =
          said == Quality::paywall || draft.kind == BlockKind::headline || source < kLeastProse;
      if (said && counts) return said;
    }
    return std::nullopt;
  }

  Quality quality() const {
    std::size_t source = 0, notice = 0, all = 0;
    for (const Draft& draft : out_.drafts) {
      all += draft.span.size();
      if (is_source(draft.kind)) source += draft.span.size();
      if (draft.kind == BlockKind::notice) notice += draft.span.size();
    }
    if (source < kLeastProse && facts_.captcha) return Quality::captcha;
    if (source < kLittleProse)
      if (const auto said = said_of_capture(source)) return *said;
    if (source < kLeastProse && notice * 2 > all) return Quality::cookie_wall;
    if (facts_.for_subscribers && source < kLittleProse) return Quality::paywall;
    return tree_.cut || source < kLeastProse / 4 ? Quality::partial : Quality::ok;
  }

  static constexpr std::size_t kNone = HtmlHeadline::kNone;

  HtmlTree tree_;
  HtmlRoles roles_;
  HtmlFacts facts_;
  const Cues& cues_;
  std::string base_;
  HtmlText text_;
  HtmlEntries entries_;
  HtmlReading out_;
  std::size_t headline_ = kNone, first_prose_ = 0;
  bool sure_ = false;  // of the headline
  SaidTitles said_;
};

}  // namespace

HtmlReading read_html(std::string_view page, const std::optional<std::string>& title,
                      const std::string& url, const Cues& cues, const HtmlLimits& limits) {
  return Reader(page, title, url, cues, limits).run();
}

}  // namespace recount::text
