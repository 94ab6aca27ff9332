#include "src/text/class_roles.h"

#include <algorithm>
#include <array>

#include "src/text/ascii.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestClass = 400;  // bytes looked at

struct RoleWord {
  std::string_view word;
  Role role;
  bool start = false;  // also longer words that begin so
};
constexpr RoleWord kRoleWords[] = {
    {"nav", Role::navigation},
    {"navi", Role::navigation},
    {"navbar", Role::navigation},
    {"navigation", Role::navigation, true},
    {"subnav", Role::navigation},
    {"topnav", Role::navigation},
    {"menu", Role::navigation, true},
    {"submenu", Role::navigation},
    {"mainmenu", Role::navigation},
    {"breadcrumb", Role::navigation, true},
    {"crumbs", Role::navigation},
    {"pagination", Role::navigation},
    {"pager", Role::navigation},
    {"paging", Role::navigation},
    {"toolbar", Role::navigation},
    {"topbar", Role::navigation},
    {"share", Role::navigation, true},
    {"sharing", Role::navigation},
    {"social", Role::navigation, true},
    {"addthis", Role::navigation, true},
    {"addtoany", Role::navigation, true},
    {"masthead", Role::navigation},
    {"tags", Role::navigation},
    {"taglist", Role::navigation},
    {"tagcloud", Role::navigation},
    {"skip", Role::navigation},
    {"login", Role::navigation},
    {"search", Role::navigation, true},
    {"sitemap", Role::navigation},
    {"partage", Role::navigation, true},
    {"related", Role::related, true},
    {"teaser", Role::related, true},
    {"recommend", Role::related, true},
    {"recirc", Role::related, true},
    {"outbrain", Role::related, true},
    {"taboola", Role::related, true},
    {"mostread", Role::related},
    {"popular", Role::related},
    {"trending", Role::related},
    {"sidebar", Role::related, true},
    {"readmore", Role::related},
    {"morenews", Role::related},
    {"latestnews", Role::related},
    {"similar", Role::related},
    {"promo", Role::related},
    {"yarpp", Role::related},
    {"jp-relatedposts", Role::related},
    {"comment", Role::comment},
    {"comments", Role::comment},
    {"commentlist", Role::comment},
    {"commentform", Role::comment},
    {"kommentare", Role::comment},
    {"commentaires", Role::comment},
    {"disqus", Role::comment},
    {"respond", Role::comment},
    {"cookie", Role::notice, true},
    {"consent", Role::notice, true},
    {"gdpr", Role::notice, true},
    {"newsletter", Role::notice, true},
    {"subscribe", Role::notice},
    {"copyright", Role::notice},
    {"disclaimer", Role::notice},
    {"imprint", Role::notice},
    {"ad", Role::notice},
    {"ads", Role::notice},
    {"advert", Role::notice, true},
    {"adsense", Role::notice},
    {"sponsor", Role::notice, true},
    {"correction", Role::notice},
    {"footer", Role::notice},
    {"guidelines", Role::notice},
    {"modal", Role::notice},
    {"popup", Role::notice},
    {"bio", Role::notice},
    {"biography", Role::notice},
    {"byline", Role::byline, true},
    {"author", Role::byline},
    {"authors", Role::byline},
    {"autor", Role::byline},
    {"auteur", Role::byline},
    {"signature", Role::byline},
    {"credit", Role::byline},
    {"dateline", Role::dateline},
    {"timestamp", Role::dateline},
    {"pubdate", Role::dateline},
    {"published", Role::dateline},
    {"publication", Role::dateline},
    {"date", Role::dateline},
    {"datum", Role::dateline},
    {"datetime", Role::dateline},
    {"caption", Role::caption, true},
    {"legende", Role::caption},
    {"bildunterschrift", Role::caption},
    {"vcard", Role::contact},
    {"contact", Role::contact},
};
// Whole class names that say that this is the text.
constexpr std::array<std::string_view, 19> kMainNames{
    "article-body",    "article__body", "articlebody",   "article-content", "article__content",
    "article-text",    "articletext",   "entry-content", "post-content",    "post-body",
    "story-body",      "storybody",     "story-content", "body-copy",       "content-body",
    "td-post-content", "news-content",  "article_body",  "field-name-body"};

bool is_content_name(std::string_view name) {
  return std::any_of(kMainNames.begin(), kMainNames.end(),
                     [&](std::string_view main) { return name == main; });
}

Role role_of_word(std::string_view word) {
  for (const RoleWord& row : kRoleWords)
    if (word[0] == row.word[0] && (word == row.word || (row.start && word.starts_with(row.word))))
      return row.role;
  return Role::none;
}

// Calls `visit` with each name of a class or id attribute, in lower case, until it returns true.
template <class Visit>
bool any_name(std::string_view value, Visit&& visit) {
  value = value.substr(0, kLongestClass);
  for (std::size_t at = 0; at < value.size();) {
    while (at < value.size() && is_space(value[at])) ++at;
    const std::size_t begin = at;
    while (at < value.size() && !is_space(value[at])) ++at;
    if (at > begin && visit(value.substr(begin, at - begin))) return true;
  }
  return false;
}

// Calls `visit` with the parts of a name, in lower case: cut at marks and at humps
// ("relatedLinks").
template <class Visit>
void each_word(std::string_view name, Visit&& visit) {
  std::string word;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const char c = i < name.size() ? name[i] : ' ';
    const bool mark = !is_letter(c) && !is_digit(c) && static_cast<unsigned char>(c) < 0x80;
    const bool hump = i > 0 && c >= 'A' && c <= 'Z' && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if ((mark || hump) && !word.empty()) {
      visit(std::string_view(word));
      word.clear();
    }
    if (!mark) word.push_back(lower(c));
  }
}

// Categories of a post, states and layouts ("tag-comments", "has-sidebar", "no-nav") say nothing
// about the part.
bool is_state(std::string_view name) {
  for (const std::string_view start : {"tag-", "category-", "has-", "no-", "with-", "is-"})
    if (name.starts_with(start)) return true;
  for (const std::string_view inner : {"-has-", "-with-", "--ads"})
    if (name.find(inner) != std::string_view::npos) return true;
  return name == "hentry" || name.ends_with("-open");
}

}  // namespace

Role role_of_value(std::string_view value) {
  Role found = Role::none;
  const auto look = [&](std::string_view written) {
    const std::string name = ascii_lower(written);
    if (is_content_name(name)) {
      found = Role::main;
      return true;
    }
    if (is_state(name)) return false;
    each_word(written, [&](std::string_view word) {
      const Role role = role_of_word(word);
      if (role != Role::none && (found == Role::none || is_aside(role))) found = role;
    });
    return false;
  };
  any_name(value, look);
  return found;
}

std::vector<std::string> class_words(const HtmlTree& tree, const HtmlNode& node) {
  std::vector<std::string> words;
  const auto add = [&](std::string_view name) {
    each_word(name, [&](std::string_view word) { words.emplace_back(word); });
    return false;
  };
  any_name(tree.attribute(node, "class"), add);
  any_name(tree.attribute(node, "id"), add);
  return words;
}

}  // namespace recount::text
