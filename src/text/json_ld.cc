#include "src/text/json_ld.h"

#include <algorithm>
#include <array>
#include <utility>

#include "src/base/base.h"
#include "src/text/ascii.h"
#include "src/text/stamp.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestNames = 500;  // bytes
constexpr std::size_t kMostObjects = 500;
constexpr std::size_t kMostEntries = 2000;  // of live pages
constexpr std::array<std::string_view, 4> kArticleTypes{"BlogPosting", "LiveBlogPosting", "Report",
                                                        "SocialMediaPosting"};

void set_first(std::optional<std::string>& field, std::string value) {
  if (!field && !value.empty()) field = std::move(value);
}

class Reader {
 public:
  Reader(const DayWords& words, HtmlFacts& out, Facts& found)
      : words_(words), out_(out), found_(found) {}

  void run(std::string_view script) {
    const Result<Json> parsed = Json::parse(trimmed(script));
    if (!parsed) return loose_json(script);
    std::size_t objects = 0;
    walk(*parsed, 0, objects);
  }

 private:
  void set_day(std::optional<Stamp>& field, const Json* value) {
    if (!field) field = day_of(text_of(value), "json-ld", words_);
  }

  // JSON with a mistake in it: its one day of publication.
  void loose_json(std::string_view script) {
    std::optional<Stamp> found;
    constexpr std::string_view kKey = "\"datePublished\"";
    for (std::size_t at = script.find(kKey); at != std::string_view::npos;
         at = script.find(kKey, at)) {
      at = script.find_first_not_of(" \t\r\n:", at + kKey.size());
      if (at == std::string_view::npos || script[at] != '"') continue;
      const std::size_t end = script.find('"', at + 1);
      if (end == std::string_view::npos) break;
      const auto stamp = parse_stamp(script.substr(at + 1, end - at - 1), "json-ld");
      if (found && stamp && found->value != stamp->value) return;
      if (!found) found = stamp;
    }
    if (found && !out_.days.article) out_.days.article = found;
  }

  void walk(const Json& value, int depth, std::size_t& objects) {
    if (depth > 4 || ++objects > kMostObjects) return;
    if (value.is_array()) {
      for (const Json& item : value.items()) walk(item, depth + 1, objects);
      return;
    }
    if (!value.is_object()) return;
    if (is_article(value))
      article(value);
    else if (is_page(value))
      set_day(out_.days.page, value.get("datePublished"));
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"})
      if (const Json* inner = value.get(key)) walk(*inner, depth + 1, objects);
  }

  bool is_article(const Json& object) {
    const Json* type = object.get("@type");
    if (type == nullptr) return false;
    const auto known = [&](const Json& name) {
      if (!name.is_string()) return false;
      std::string_view said = name.as_string();  // also as an address
      said = said.substr(said.find_last_of('/') + 1);
      out_.live = out_.live || said == "LiveBlogPosting";
      return said.ends_with("Article") ||
             std::find(kArticleTypes.begin(), kArticleTypes.end(), said) != kArticleTypes.end();
    };
    if (type->is_array()) return std::any_of(type->items().begin(), type->items().end(), known);
    return known(*type);
  }

  static bool is_page(const Json& object) {
    const std::string type = text_of(object.get("@type"));
    return type.ends_with("WebPage") || type == "ItemPage" || type == "Recipe" ||
           type == "PodcastEpisode";
  }

  static std::string text_of(const Json* value) {
    return value != nullptr && value->is_string() ? clean(value->as_string()) : "";
  }

  void article(const Json& object) {
    set_first(found_.title, text_of(object.get("headline")));
    set_day(out_.days.article, object.get("datePublished"));
    set_day(found_.modified, object.get("dateModified"));
    if (const Json* publisher = object.get("publisher"))
      set_first(found_.outlet, text_of(publisher->get("name")));
    if (out_.facts.declared_language.empty())
      out_.facts.declared_language = text_of(object.get("inLanguage"));
    if (const Json* free = object.get("isAccessibleForFree"))
      out_.for_subscribers =
          (free->is_bool() && !free->as_bool()) || ascii_lower(text_of(free)) == "false";
    if (const Json* updates = object.get("liveBlogUpdate")) live_entries(*updates);
    if (const Json* author = object.get("author");
        author != nullptr && !found_.byline && !out_.organisation)
      authors(*author);
  }

  void live_entries(const Json& updates) {
    if (!updates.is_array()) return;
    for (const Json& one : updates.items()) {
      ListedEntry entry{text_of(one.get("headline")), text_of(one.get("datePublished"))};
      const auto stamp = parse_stamp(entry.time, "json-ld");
      if (entry.headline.empty() || !stamp || stamp->precision < Precision::minute) continue;
      if (out_.entries.size() < kMostEntries) out_.entries.push_back(std::move(entry));
    }
  }

  void authors(const Json& author) {
    std::string names;
    const auto add = [&](const Json& one) {
      const std::string name = one.is_string() ? clean(one.as_string()) : text_of(one.get("name"));
      if (name.empty() || name.find("://") != std::string::npos) return;
      if (text_of(one.get("@type")).find("Organization") != std::string::npos)
        return set_first(out_.organisation, name);
      if (names.size() < kLongestNames) names += (names.empty() ? "" : ", ") + name;
    };
    if (author.is_array())
      for (const Json& one : author.items()) add(one);
    else
      add(author);
    set_first(found_.byline, names);
  }

  const DayWords& words_;
  HtmlFacts& out_;
  Facts& found_;
};

}  // namespace

void read_json_ld(std::string_view script, const DayWords& words, HtmlFacts& out, Facts& found) {
  Reader(words, out, found).run(script);
}

}  // namespace recount::text
