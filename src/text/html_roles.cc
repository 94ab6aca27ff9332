// A class word is a hint, not a fact: "comments-open" stands on <body>, "has-sidebar" around everything. A word that would
// take away most of the page's prose, or its only heading, is not believed.
#include "src/text/html_roles.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "src/text/ascii.h"

namespace recount::text {
namespace {

constexpr std::size_t kSentencePiece = 30;  // bytes of one text node
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
    {"paywall", Role::notice},
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
    "article-body", "article__body", "articlebody",   "article-content", "article__content", "article-text", "articletext",
    "entry-content", "post-content",  "post-body",    "story-body",      "storybody",        "story-content", "body-copy",
    "content-body", "td-post-content", "news-content", "article_body",   "field-name-body"};

bool drops(Tag tag) {
  constexpr std::array<Tag, 15> kDropped{Tag::head,   Tag::script,  Tag::style,    Tag::noscript, Tag::template_,
                                         Tag::iframe, Tag::noembed, Tag::noframes, Tag::svg,      Tag::canvas,
                                         Tag::title,  Tag::textarea, Tag::audio,   Tag::video,    Tag::object};
  return std::find(kDropped.begin(), kDropped.end(), tag) != kDropped.end();
}

Role role_of_tag(const HtmlTree& tree, const HtmlNode& node, bool in_article) {
  switch (node.tag) {
    case Tag::nav:
    case Tag::select:
    case Tag::button:
    case Tag::menu:
    case Tag::label:
    case Tag::legend:
      return Role::navigation;
    case Tag::header:
      return in_article ? Role::none : Role::navigation;
    case Tag::footer:
      return in_article ? Role::none : Role::notice;
    case Tag::aside:
      return Role::related;
    case Tag::dialog:
      return Role::notice;
    case Tag::main:
      return Role::main;
    case Tag::figcaption:
      return Role::caption;
    case Tag::blockquote:
      return Role::quote;
    case Tag::address:
      return Role::contact;
    case Tag::time:
      return Role::dateline;
    default:
      break;
  }
  const std::string_view role = tree.attribute(node, "role");
  if (role == "navigation" || role == "menu" || role == "search" || role == "banner") return Role::navigation;
  if (role == "complementary") return Role::related;
  if (role == "contentinfo" || role == "dialog" || role == "alertdialog") return Role::notice;
  if (role == "main") return Role::main;
  const std::string_view property = tree.attribute(node, "itemprop");
  if (property == "articleBody") return Role::main;
  if (property == "author") return Role::byline;
  if (property == "datePublished" || property == "dateModified") return Role::dateline;
  if (property == "comment") return Role::comment;
  return Role::none;
}

bool is_content_name(std::string_view name) {
  return std::any_of(kMainNames.begin(), kMainNames.end(), [&](std::string_view main) { return name == main; });
}

Role role_of_word(std::string_view word) {
  for (const RoleWord& row : kRoleWords)
    if (word[0] == row.word[0] && (word == row.word || (row.start && word.starts_with(row.word)))) return row.role;
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

// Calls `visit` with the parts of a name, in lower case: cut at marks and at humps ("relatedLinks").
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

// Categories of a post, states and layouts ("tag-comments", "has-sidebar", "no-nav") say nothing about the part.
bool is_state(std::string_view name) {
  for (const std::string_view start : {"tag-", "category-", "has-", "no-", "with-", "is-"})
    if (name.starts_with(start)) return true;
  return name == "hentry" || name.ends_with("-open");
}

// The role that a class or id attribute gives.
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

void weigh(const HtmlTree& tree, std::vector<HtmlWeight>& weights) {
  const std::vector<HtmlNode>& nodes = tree.nodes;
  std::vector<bool> in_link(nodes.size(), false);
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const HtmlNode& node = nodes[i];
    HtmlWeight& weight = weights[i];
    weight.dropped = weights[node.parent].dropped || (!node.is_text && drops(node.tag));
    in_link[i] = in_link[node.parent] || (node.tag == Tag::a && !node.is_text);
    if (!node.is_text || weight.dropped) {
      if (node.tag == Tag::time) weight.times = 1;
      if (node.tag == Tag::h1) weight.titles = 1;
      continue;
    }
    const std::string_view words = tree.page.substr(node.begin, node.end - node.begin);
    const auto size = static_cast<std::uint32_t>(
        std::count_if(words.begin(), words.end(), [](char c) { return !is_space(c); }));
    weight.text = size;
    if (in_link[i]) weight.link = size;
    else if (size >= kSentencePiece) weight.prose = size;
    if (size > 2) weights[node.parent].own_text = true;
  }
  for (std::size_t i = nodes.size(); i-- > 1;) {
    HtmlWeight& parent = weights[nodes[i].parent];
    if (weights[i].dropped) continue;
    parent.text += weights[i].text;
    parent.link += weights[i].link;
    parent.prose += weights[i].prose;
    parent.times = static_cast<std::uint16_t>(std::min(1000, parent.times + weights[i].times));
    parent.titles = static_cast<std::uint16_t>(std::min(1000, parent.titles + weights[i].titles));
  }
}

// Small roles hold a line; what holds paragraphs has another one.
bool too_heavy(Role role, const HtmlWeight& weight, const HtmlWeight& all) {
  if (role == Role::main || role == Role::none || role == Role::quote) return false;
  if (!is_aside(role)) return weight.text > 400 && role != Role::caption;
  return weight.prose * 2 > all.prose && all.prose > 200;
}

class Finder {
 public:
  explicit Finder(const HtmlTree& tree) : tree_(tree) {
    roles_.own.resize(tree.nodes.size(), Role::none);
    roles_.inherited.resize(tree.nodes.size(), Role::none);
    roles_.weights.resize(tree.nodes.size());
    weigh(tree, roles_.weights);
  }

  HtmlRoles run() {
    name_all();
    find_content();
    return std::move(roles_);
  }

 private:
  void name_all() {
    const std::vector<HtmlNode>& nodes = tree_.nodes;
    std::vector<bool> in_article(nodes.size(), false);
    for (std::size_t i = 1; i < nodes.size(); ++i) {
      const HtmlNode& node = nodes[i];
      const Role above = roles_.inherited[node.parent];
      in_article[i] = in_article[node.parent] || (!node.is_text && (node.tag == Tag::article || node.tag == Tag::main));
      if (node.is_text || roles_.weights[i].dropped) {
        roles_.inherited[i] = above;
        continue;
      }
      Role own = role_of_tag(tree_, node, in_article[i]);
      const Role named = role_of_names(node);
      if (own == Role::none || (named == Role::comment) || (is_aside(own) && is_aside(named))) own = named == Role::none ? own : named;
      const HtmlWeight& weight = roles_.weights[i];
      if (too_heavy(own, weight, roles_.weights[0])) own = Role::none;
      if (own == Role::navigation && weight.titles > 0 && roles_.weights[0].titles == weight.titles && node.tag != Tag::nav &&
          weight.text - weight.link > weight.link)
        own = Role::none;  // the page's only title stands in it: its head, not its menu
      roles_.own[i] = own;
      const bool stays = is_aside(above) || own == Role::none;
      roles_.inherited[i] = stays ? above : own;
    }
  }

  // From the top down as long as one child has most of the prose that is nobody's aside.
  void find_content() {
    const std::vector<HtmlNode>& nodes = tree_.nodes;
    std::vector<std::uint32_t> prose(nodes.size(), 0);
    for (std::size_t i = nodes.size(); i-- > 1;) {
      if (nodes[i].is_text && !is_aside(roles_.inherited[i]) && !roles_.weights[i].dropped) prose[i] = roles_.weights[i].prose;
      prose[nodes[i].parent] += prose[i];
    }
    std::uint32_t at = 0;
    while (true) {
      std::uint32_t heaviest = kNoNode;
      for (std::uint32_t child = nodes[at].first; child != kNoNode; child = nodes[child].next)
        if (!nodes[child].is_text && (heaviest == kNoNode || prose[child] > prose[heaviest])) heaviest = child;
      if (heaviest == kNoNode || prose[heaviest] == 0 || prose[heaviest] * 10ULL < prose[at] * 7ULL) break;
      const Tag tag = nodes[heaviest].tag;
      if (tag == Tag::p || tag == Tag::li || tag == Tag::tr || tag == Tag::blockquote || !is_container(tag)) break;
      at = heaviest;
      if (tag == Tag::article || roles_.own[at] == Role::main) {
        if (tag != Tag::main) break;
      }
    }
    roles_.content = at;
  }

  // A page repeats its classes: each is read once.
  Role cached(std::string_view value) {
    if (value.empty()) return Role::none;
    const auto found = known_.find(value);
    return found != known_.end() ? found->second : known_.emplace(value, role_of_value(value)).first->second;
  }

  Role role_of_names(const HtmlNode& node) {
    if (node.tag == Tag::body || node.tag == Tag::html || node.attributes == 0) return Role::none;
    const Role by_class = cached(tree_.attribute(node, "class")), by_id = cached(tree_.attribute(node, "id"));
    if (by_class == Role::main || by_id == Role::main) return Role::main;
    const Role found = by_class == Role::none || (!is_aside(by_class) && is_aside(by_id)) ? by_id : by_class;
    const bool whole = node.tag == Tag::article || node.tag == Tag::main;
    return whole && found != Role::comment && found != Role::related ? Role::none : found;
  }

  static bool is_container(Tag tag) { return is_block(tag) || tag == Tag::unknown || tag == Tag::span || tag == Tag::font; }

  const HtmlTree& tree_;
  HtmlRoles roles_;
  std::unordered_map<std::string_view, Role> known_;
};

}  // namespace

HtmlRoles roles_of(const HtmlTree& tree) { return Finder(tree).run(); }

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
