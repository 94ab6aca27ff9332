#include "src/text/html_facts.h"

#include <algorithm>
#include <array>

#include "src/base/base.h"
#include "src/text/ascii.h"
#include "src/text/date_key.h"
#include "src/text/html_entities.h"
#include "src/text/json_ld.h"
#include "src/text/script_day.h"
#include "src/text/stamp.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestFact = 500;         // bytes
constexpr std::size_t kLongestDay = 80;           // bytes of a day in words
constexpr std::size_t kLongestScript = 1u << 20;  // of JSON-LD

// Facts by where they come from; the better source is asked first at the end.
struct Sources {
  Facts json, meta;
  std::optional<std::string> og_title, site_name, application, author;
};

class Collector {
 public:
  Collector(const HtmlTree& tree, const HtmlRoles& roles, const DayWords& day_words)
      : tree_(tree), roles_(roles), day_words_(day_words) {}

  HtmlFacts run() {
    out_.facts.declared_language = std::string(tree_.attribute(tree_.nodes[0], "lang"));
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i)
      if (!tree_.nodes[i].is_text) element(i);
    settle();
    return std::move(out_);
  }

 private:
  void element(std::uint32_t index) {
    const HtmlNode& node = tree_.nodes[index];
    switch (node.tag) {
      case Tag::title:
        if (out_.page_title.empty()) out_.page_title = text_below(tree_, index, kLongestFact);
        break;
      case Tag::meta: meta(node); break;
      case Tag::link:
        if (same_ignoring_case(tree_.attribute(node, "rel"), "canonical"))
          set_first(from_.meta.url, clean(tree_.attribute(node, "href")));
        break;
      case Tag::base:
        if (out_.base.empty()) out_.base = clean(tree_.attribute(node, "href"));
        break;
      case Tag::script: script(node); break;
      case Tag::time: time(index); break;
      default: look_at_class(node); break;
    }
  }

  void set_first(std::optional<std::string>& field, std::string value) {
    if (!field && !value.empty()) field = std::move(value);
  }
  void set_first(std::optional<Stamp>& field, std::string_view value, std::string_view evidence) {
    if (!field) field = day_of(value, evidence, day_words_);
  }

  void look_at_class(const HtmlNode& node) {
    if (node.attributes == 0) return;
    const std::string_view names = tree_.attribute(node, "class");
    if (names.find("recaptcha") != std::string_view::npos ||
        names.find("h-captcha") != std::string_view::npos)
      out_.captcha = true;
    for (const std::string_view word : {"liveblog", "live-blog", "liveticker", "live-ticker"})
      out_.live = out_.live || names.find(word) != std::string_view::npos;
    if (tree_.attribute(node, "itemtype").ends_with("/LiveBlogPosting")) out_.live = true;
    const std::string_view property = tree_.attribute(node, "itemprop");
    if (property == "datePublished")
      for (const char* value : {"content", "title"})
        mark(day_of(tree_.attribute(node, value), "meta", day_words_));
    else if (names == "published" && node.tag == Tag::abbr)  // hAtom
      mark(day_of(tree_.attribute(node, "title"), "meta", day_words_));
    if (property == "dateModified")
      set_first(from_.meta.modified, tree_.attribute(node, "content"), "meta");
  }

  void meta(const HtmlNode& node) {
    std::string_view said_name;
    for (const char* key : {"property", "name", "itemprop", "http-equiv"})
      if (said_name.empty()) said_name = trimmed(tree_.attribute(node, key));
    const std::string name = ascii_lower(said_name);
    const std::string value = clean(tree_.attribute(node, "content"));
    if (name.empty() || value.empty()) return;
    const auto is = [&](std::initializer_list<std::string_view> names) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (is({"og:title", "twitter:title"}))
      set_first(from_.og_title, value);
    else if (is({"og:site_name"}))
      set_first(from_.site_name, value);
    else if (is({"application-name"}))
      set_first(from_.application, value);
    else if (is({"author", "article:author", "dc.creator", "dcterms.creator", "sailthru.author",
                 "parsely-author", "byl"}))
      set_author(value);
    else if (is({"og:url"}))
      set_first(from_.json.url, value);
    else if (date_key(said_name) == DateKey::published ||
             is({"dc.date.created", "dcterms.available", "sailthru.date", "citation_date",
                 "article_date_original"}))
      set_first(out_.days.meta, value, "meta");
    else if (is({"date", "dc.date", "dc:date", "dcterms.date", "dcterms.created", "release_date"}))
      set_first(out_.days.loose, value, "meta");
    else if (date_key(said_name) == DateKey::modified)
      set_first(from_.meta.modified, value, "meta");
    else if (is({"content-language", "dc.language", "language"}) &&
             out_.facts.declared_language.empty())
      out_.facts.declared_language = value;
  }

  void mark(std::optional<Stamp> stamp) {
    if (!stamp) return;
    std::optional<Stamp>& marked = out_.days.marked;
    // Comments are later than their article.
    if (marked && marked->value.substr(0, 10) > stamp->value.substr(0, 10))
      out_.days.marked_differ = true;
    if (!marked) marked = std::move(stamp);
  }

  // No address of a profile.
  void set_author(const std::string& value) {
    if (value.find("://") == std::string::npos && value.find('@') == std::string::npos)
      set_first(from_.author, value);
  }

  void time(std::uint32_t index) {
    const HtmlNode& node = tree_.nodes[index];
    const Role role = roles_.inherited[node.parent];
    if (roles_.weights[index].dropped || role == Role::comment) return;
    const std::string_view value = tree_.attribute(node, "datetime");
    const std::string_view property = tree_.attribute(node, "itemprop");
    if (role == Role::related) return;
    if (property == "dateModified") return set_first(from_.meta.modified, value, "time");
    if (property == "datePublished" || tree_.has_attribute(node, "pubdate"))
      mark(day_of(value, "time", day_words_));
    else if (!is_aside(role))
      set_first(out_.days.first_time, value, "time");
  }

  void script(const HtmlNode& script) {
    if (script.first == kNoNode) return;
    const HtmlNode& content = tree_.nodes[script.first];
    if (!content.raw) return;
    const std::string_view words = tree_.page.substr(content.begin, content.end - content.begin);
    if (!ascii_lower(trimmed(tree_.attribute(script, "type"))).starts_with("application/ld+json"))
      scripts_.read(words);
    else if (words.size() <= kLongestScript)
      read_json_ld(words, day_words_, out_, from_.json);
  }

  void settle() {
    Facts& facts = out_.facts;
    out_.days.script = scripts_.day();
    const auto choose =
        [](auto& field,
           std::initializer_list<const std::remove_reference_t<decltype(field)>*> list) {
          for (const auto* source : list)
            if (!field && *source) field = *source;
        };
    choose(facts.title, {&from_.json.title, &from_.og_title});
    choose(facts.byline, {&from_.json.byline, &from_.author});
    choose(facts.outlet, {&from_.site_name, &from_.json.outlet, &from_.application});
    choose(facts.url, {&from_.meta.url, &from_.json.url});
    choose(facts.modified, {&from_.json.modified, &from_.meta.modified});
    if (facts.url && facts.url->find("://") == std::string::npos) facts.url.reset();
  }

  const HtmlTree& tree_;
  const HtmlRoles& roles_;
  const DayWords& day_words_;
  HtmlFacts out_;
  Sources from_;
  ScriptDays scripts_;
};

}  // namespace

std::string clean(std::string_view value) {
  std::string out;
  const std::string text = decoded(value.substr(0, kLongestFact * 2));
  if (!utf8_valid(text)) return "";  // cut inside a character
  for (const char c : text) {
    if (!is_space(c))
      out.push_back(c);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out.size() <= kLongestFact ? out : "";
}

std::optional<Stamp> day_of(std::string_view value, std::string_view evidence,
                            const DayWords& words) {
  if (auto stamp = parse_stamp(value, evidence)) return stamp;
  if (value.empty() || value.size() > kLongestDay) return std::nullopt;
  const std::vector<FoundDay> days = words.read(value, {});
  if (days.size() != 1) return std::nullopt;
  Stamp stamp = days[0].stamp;
  stamp.evidence = evidence;
  return stamp;
}

std::string text_below(const HtmlTree& tree, std::uint32_t node, std::size_t max_bytes) {
  std::string raw;
  // Nodes below stand behind it, before the next node that isn't below.
  for (std::uint32_t i = node + 1;
       i < tree.nodes.size() && tree.nodes[i].parent >= node && raw.size() < max_bytes * 2; ++i) {
    const HtmlNode& found = tree.nodes[i];
    if (!found.is_text) continue;
    std::uint32_t size = found.end - found.begin;
    size = static_cast<std::uint32_t>(std::min<std::size_t>(size, max_bytes * 2));
    while (size > 0 && found.begin + size < found.end &&
           (static_cast<unsigned char>(tree.page[found.begin + size]) & 0xC0) == 0x80)
      --size;
    raw += tree.page.substr(found.begin, size);
  }
  return clean(raw);
}

HtmlFacts facts_of(const HtmlTree& tree, const HtmlRoles& roles, const DayWords& day_words) {
  return Collector(tree, roles, day_words).run();
}

}  // namespace recount::text
