// A class word is a hint, not a fact: "comments-open" stands on <body>, "has-sidebar" around
// everything. A word that would take away most of the page's prose, or its only heading, is not
// believed.
#include "src/text/html_roles.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "src/text/ascii.h"
#include "src/text/class_roles.h"

namespace recount::text {
namespace {

constexpr std::size_t kSentencePiece = 30;  // bytes of one text node

bool drops(Tag tag) {
  constexpr std::array<Tag, 15> kDropped{Tag::head,      Tag::script, Tag::style,   Tag::noscript,
                                         Tag::template_, Tag::iframe, Tag::noembed, Tag::noframes,
                                         Tag::svg,       Tag::canvas, Tag::title,   Tag::textarea,
                                         Tag::audio,     Tag::video,  Tag::object};
  return std::find(kDropped.begin(), kDropped.end(), tag) != kDropped.end();
}

Role role_of_tag(const HtmlTree& tree, const HtmlNode& node, bool in_article) {
  switch (node.tag) {
    case Tag::nav:
    case Tag::select:
    case Tag::button:
    case Tag::menu:
    case Tag::label:
    case Tag::legend: return Role::navigation;
    case Tag::header: return in_article ? Role::none : Role::navigation;
    case Tag::footer: return in_article ? Role::none : Role::notice;
    case Tag::aside: return Role::related;
    case Tag::dialog: return Role::notice;
    case Tag::main: return Role::main;
    case Tag::figcaption: return Role::caption;
    case Tag::blockquote: return Role::quote;
    case Tag::address: return Role::contact;
    case Tag::time: return Role::dateline;
    default: break;
  }
  const std::string_view role = tree.attribute(node, "role");
  if (role == "navigation" || role == "menu" || role == "search" || role == "banner")
    return Role::navigation;
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
    if (in_link[i])
      weight.link = size;
    else if (size >= kSentencePiece)
      weight.prose = size;
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
      in_article[i] = in_article[node.parent] ||
                      (!node.is_text && (node.tag == Tag::article || node.tag == Tag::main));
      if (node.is_text || roles_.weights[i].dropped) {
        roles_.inherited[i] = above;
        continue;
      }
      Role own = role_of_tag(tree_, node, in_article[i]);
      const Role named = role_of_names(node);
      if (own == Role::none || (named == Role::comment) || (is_aside(own) && is_aside(named)))
        own = named == Role::none ? own : named;
      const HtmlWeight& weight = roles_.weights[i];
      if (too_heavy(own, weight, roles_.weights[0])) own = Role::none;
      if ((own == Role::navigation || own == Role::related) && weight.titles > 0 &&
          roles_.weights[0].titles == weight.titles && node.tag != Tag::nav &&
          weight.text - weight.link > weight.link)
        own = Role::none;  // the page's only title stands in it: its head, neither menu nor teaser
      if (is_aside(own) && node.tag == Tag::h1 && roles_.weights[0].titles == 1) own = Role::none;
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
      if (nodes[i].is_text && !is_aside(roles_.inherited[i]) && !roles_.weights[i].dropped)
        prose[i] = roles_.weights[i].prose;
      prose[nodes[i].parent] += prose[i];
    }
    std::uint32_t at = 0;
    while (true) {
      std::uint32_t heaviest = kNoNode;
      for (std::uint32_t child = nodes[at].first; child != kNoNode; child = nodes[child].next)
        if (!nodes[child].is_text && (heaviest == kNoNode || prose[child] > prose[heaviest]))
          heaviest = child;
      if (heaviest == kNoNode || prose[heaviest] == 0 || prose[heaviest] * 10ULL < prose[at] * 7ULL)
        break;
      const Tag tag = nodes[heaviest].tag;
      if (tag == Tag::p || tag == Tag::li || tag == Tag::tr || tag == Tag::blockquote ||
          !is_container(tag))
        break;
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
    return found != known_.end() ? found->second
                                 : known_.emplace(value, role_of_value(value)).first->second;
  }

  Role role_of_names(const HtmlNode& node) {
    if (node.tag == Tag::body || node.tag == Tag::html || node.attributes == 0) return Role::none;
    const Role by_class = cached(tree_.attribute(node, "class")),
               by_id = cached(tree_.attribute(node, "id"));
    if (by_class == Role::main || by_id == Role::main) return Role::main;
    const Role found =
        by_class == Role::none || (!is_aside(by_class) && is_aside(by_id)) ? by_id : by_class;
    const bool whole = node.tag == Tag::article || node.tag == Tag::main;
    return whole && found != Role::comment && found != Role::related ? Role::none : found;
  }

  static bool is_container(Tag tag) {
    return is_block(tag) || tag == Tag::unknown || tag == Tag::span || tag == Tag::font;
  }

  const HtmlTree& tree_;
  HtmlRoles roles_;
  std::unordered_map<std::string_view, Role> known_;
};

}  // namespace

HtmlRoles roles_of(const HtmlTree& tree) { return Finder(tree).run(); }

}  // namespace recount::text
