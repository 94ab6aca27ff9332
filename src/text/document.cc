// A page to its document: bytes → UTF-8 → drafts of blocks (plain text or HTML) → what they are →
// the document. What was given with the page outranks what it says of itself.
#include <limits>
#include <memory>
#include <set>
#include <utility>

#include "src/base/base.h"
#include "src/language/language.h"
#include "src/text/agency.h"
#include "src/text/ascii.h"
#include "src/text/charset.h"
#include "src/text/classify.h"
#include "src/text/cues.h"
#include "src/text/draft.h"
#include "src/text/facts.h"
#include "src/text/html.h"
#include "src/text/plain.h"
#include "src/text/stamp.h"
#include "src/text/text.h"
#include "src/text/tongue.h"

namespace recount {
namespace text {
namespace {

constexpr std::uint32_t kShortestTitle = 16;  // bytes of a link's words

// A page on its way: text with its runs, drafts of blocks, facts.
struct Reading {
  std::string text;
  Runs runs;
  std::vector<Draft> drafts;
  Facts facts;
  std::optional<std::string> credit;
  Quality quality = Quality::ok;
};

std::string_view words_of(const Reading& reading, const Draft& draft) {
  return std::string_view(reading.text).substr(draft.span.begin, draft.span.size());
}

std::string declared_charset(const Page& page) {
  for (const auto& [name, value] : page.headers)
    if (same_ignoring_case(name, "content-type")) return charset_of_content_type(value);
  return "";
}

Reading read_plain(const Page& page, const Cues& cues) {
  Reading reading;
  if (page.given.text) {
    reading.text = *page.given.text;
    reading.runs = shifted(static_cast<std::uint32_t>(reading.text.size()), 0);
    if (!utf8_valid(reading.text)) {
      Utf8Page utf8 = to_utf8(reading.text, "utf-8", false);
      reading.runs = std::move(utf8.runs);
      reading.text = std::move(utf8.text);
    }
  } else {
    Utf8Page utf8 = to_utf8(page.body, declared_charset(page), false);
    reading.text = std::move(utf8.text);
    reading.runs = std::move(utf8.runs);
  }
  reading.drafts = plain_drafts(reading.text, cues);
  ClassifyOptions options;
  options.title = page.given.title;
  classify(reading.text, reading.drafts, cues, options);
  return reading;
}

Reading read_markup(const Page& page, const Cues& cues, const TextOptions& options) {
  Utf8Page utf8 = to_utf8(page.body, declared_charset(page), true);
  HtmlLimits limits;
  limits.max_depth = options.max_depth;
  limits.max_attributes = options.max_attributes;
  const std::string url =
      page.given.url ? *page.given.url : page.final_url.value_or(page.url.value_or(""));
  HtmlReading html = read_html(utf8.text, page.given.title, url, cues, limits);
  Reading reading;
  reading.text = std::move(html.text);
  reading.runs = compose(html.runs, utf8.runs);
  reading.drafts = std::move(html.drafts);
  reading.facts = std::move(html.facts);
  reading.credit = std::move(html.credit);
  reading.quality = html.quality;
  return reading;
}

std::optional<std::string> headline(const Reading& reading) {
  for (const Draft& draft : reading.drafts)
    if (draft.kind == BlockKind::headline && !draft.section)
      return std::string(words_of(reading, draft));
  return std::nullopt;
}

// The words that the document speaks in; all of them where these are few.
std::string own_words(const Reading& reading) {
  std::string words;
  for (const Draft& draft : reading.drafts) {
    if (!is_source(draft.kind)) continue;
    words += words_of(reading, draft);
    words += '\n';
  }
  return words.size() >= 200 ? words : reading.text;
}

// Teasers, and links that say enough to be a title; a page that is linked twice is one lead.
std::vector<Lead> leads_of(const Reading& reading) {
  std::vector<Lead> leads;
  std::set<std::string> seen;
  for (const Draft& draft : reading.drafts) {
    const bool says_title = draft.href && draft.link.size() >= kShortestTitle;
    const bool related = draft.kind == BlockKind::related && says_title;
    if (draft.kind != BlockKind::teaser && !related && !(draft.alternate && draft.href)) continue;
    if (draft.href && !seen.insert(*draft.href).second) continue;
    Lead lead;
    lead.span = says_title || draft.alternate ? draft.link : draft.span;
    lead.url = draft.href;
    leads.push_back(std::move(lead));
  }
  return leads;
}

std::optional<std::string> first_of(const std::optional<std::string>& given,
                                    const std::optional<std::string>& found) {
  return given ? given : found;
}

// An id of recount's own: of all that the reading depends on, so that no other page, and nothing
// else that is said of this one, gives it too.
std::string own_id(const Page& page, const std::optional<std::string>& url) {
  std::string parts = url.value_or("") + "\n" + page.sha256;
  const auto add = [&](std::string_view name, const std::optional<std::string>& value) {
    if (value) parts += "\n" + std::string(name) + " " + Json(*value).dump();
  };
  add("type", page.media_type == "text/plain" ? std::nullopt : std::optional(page.media_type));
  if (page.given.text) parts += "\ntext";
  if (const std::string charset = declared_charset(page); !charset.empty()) add("charset", charset);
  add("url", page.given.url);
  add("outlet", page.given.outlet);
  add("published", page.given.published);
  add("language", page.given.language);
  add("title", page.given.title);
  return short_id('d', parts);
}

Document assemble(const Page& page, const Languages& languages, const Credits& credits,
                  const TextOptions& options, Reading reading) {
  Document document;
  const std::optional<std::string> page_url =
      first_of(page.given.url, first_of(page.final_url, page.url));
  document.url = first_of(page_url, reading.facts.url);
  document.id = page.given.id ? *page.given.id : own_id(page, document.url);
  document.page = page.sha256;
  document.outlet = first_of(page.given.outlet, reading.facts.outlet);
  document.agency =
      reading.credit && reading.credit != document.outlet ? reading.credit : std::nullopt;
  if (!document.agency)
    document.agency =
        credits.agency(reading.text, reading.drafts, reading.facts.byline, document.outlet);
  if (reading.facts.byline &&
      !credits.names_outlet(*reading.facts.byline, document.outlet.value_or("")) &&
      !credits.names_outlet(*reading.facts.byline, document.agency.value_or("")))
    document.byline = reading.facts.byline;
  document.title = first_of(page.given.title, first_of(reading.facts.title, headline(reading)));
  document.language =
      page.given.language && !primary_tag(*page.given.language).empty()
          ? page.given.language
          : language_of(own_words(reading), reading.facts.declared_language, languages);
  if (!document.language && !options.language.empty()) document.language = options.language;
  // A given date that can't be read is told (by read_page); none is taken in its place.
  document.published =
      page.given.published ? parse_stamp(*page.given.published, "given") : reading.facts.published;
  if (!page.given.published && !document.published && document.url)
    document.published = stamp_of_url(*document.url);
  document.modified = reading.facts.modified;
  document.blocks = tiled(reading.drafts, static_cast<std::uint32_t>(reading.text.size()));
  document.leads = leads_of(reading);
  document.quality = page.quality == Quality::ok ? reading.quality : page.quality;
  document.source_map = std::move(reading.runs);
  document.text = std::move(reading.text);
  return document;
}

// What this stage makes of the packs, once.
struct PageWords {
  explicit PageWords(const Languages& languages) : cues(languages), credits(languages) {}
  Cues cues;
  Credits credits;
};
std::shared_ptr<const PageWords> page_words(const Languages& languages) {
  return std::static_pointer_cast<const PageWords>(
      languages.compiled("text", [&] { return std::make_shared<const PageWords>(languages); }));
}

Error failed(const Page& page, const std::string& what) { return Error{page.source + ": " + what}; }

}  // namespace
}  // namespace text

Result<Document> to_document(const Page& page, const Languages& languages,
                             const TextOptions& options) {
  if (page.body.size() >= std::numeric_limits<std::uint32_t>::max() / 4)
    return text::failed(page, "is too large to be one page; split it");
  const std::shared_ptr<const text::PageWords> words = text::page_words(languages);
  const bool plain = page.given.text || page.media_type == "text/plain";
  text::Reading reading =
      plain ? text::read_plain(page, words->cues) : text::read_markup(page, words->cues, options);
  if (reading.text.size() > options.max_text_bytes)
    return text::failed(page, "has more than " + std::to_string(options.max_text_bytes) +
                                  " bytes of text; split it");
  if (reading.drafts.empty()) return text::failed(page, "holds no words; capture the page again");
  return text::assemble(page, languages, words->credits, options, std::move(reading));
}

}  // namespace recount
