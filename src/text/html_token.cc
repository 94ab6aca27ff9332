#include "src/text/html_token.h"

#include <algorithm>

#include "src/text/ascii.h"

namespace recount::text {
namespace {

// First "</name" followed by white space, "/" or ">", from `from` on; npos where there is none.
std::size_t find_end_tag(std::string_view page, std::string_view name, std::size_t from) {
  for (std::size_t at = page.find("</", from); at != std::string_view::npos;
       at = page.find("</", at + 2)) {
    const std::size_t behind = at + 2 + name.size();
    if (behind >= page.size()) return std::string_view::npos;
    const char c = page[behind];
    if ((is_space(c) || c == '/' || c == '>') &&
        same_ignoring_case(page.substr(at + 2, name.size()), name))
      return at;
  }
  return std::string_view::npos;
}

// Does `page` hold, at `at`, "<name" or "</name" (as `start` says) as a tag?
bool tag_at(std::string_view page, std::size_t at, std::string_view start) {
  const std::size_t behind = at + start.size();
  if (behind >= page.size() || !same_ignoring_case(page.substr(at, start.size()), start))
    return false;
  return is_space(page[behind]) || page[behind] == '/' || page[behind] == '>';
}

// Where a script ends. Inside "<!--" a script may write another one: "<!-- … <script> … </script> …
// -->" (13.2.5.17 to 31).
std::size_t find_script_end(std::string_view page, std::size_t from) {
  enum class In { script, comment, script_in_comment } in = In::script;
  for (std::size_t at = page.find_first_of("<-", from); at != std::string_view::npos;
       at = page.find_first_of("<-", at + 1)) {
    if (in == In::script && page.substr(at).starts_with("<!--")) {
      in = In::comment;
      at += 1;  // "<!-->" is a whole comment
    } else if (in != In::script && page.substr(at).starts_with("-->")) {
      in = In::script;
    } else if (tag_at(page, at, "</script")) {
      if (in != In::script_in_comment) return at;
      in = In::comment;
    } else if (in == In::comment && tag_at(page, at, "<script")) {
      in = In::script_in_comment;
    }
  }
  return std::string_view::npos;
}

}  // namespace

bool HtmlTokenizer::next(HtmlToken& token) {
  if (!raw_name_.empty()) {
    raw_text(token);
    if (token.end > token.begin) return true;
  }
  while (at_ < page_.size()) {
    if (page_[at_] == '<') {
      const std::size_t before = at_;
      if (markup(token)) return true;
      if (at_ != before) continue;
    }
    // Text runs to the next "<" that begins markup.
    const std::size_t begin = at_;
    at_ = std::min(page_.find('<', at_ + 1), page_.size());
    token = HtmlToken{};
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(at_);
    return true;
  }
  return false;
}

// At "<": true for a tag, which is read; false with at_ moved for what is passed over, unmoved for
// a "<" of the text.
bool HtmlTokenizer::markup(HtmlToken& token) {
  const std::string_view rest = page_.substr(at_);
  if (rest.size() < 2) return false;
  const char c = rest[1];
  if (is_letter(c)) return tag(token);
  if (c == '/') {
    if (rest.size() > 2 && is_letter(rest[2])) return tag(token);
    if (rest.size() > 2) at_ = std::min(page_.find('>', at_), page_.size() - 1) + 1;
    return false;
  }
  if (c == '!' || c == '?') {
    if (rest.starts_with("<!--"))
      skip_comment();
    else
      at_ = std::min(page_.find('>', at_), page_.size() - 1) + 1;
  }
  return false;
}

void HtmlTokenizer::skip_comment() {
  const std::size_t body = at_ + 4;
  if (page_.substr(body).starts_with(">")) {
    at_ = body + 1;
    return;
  }
  if (page_.substr(body).starts_with("->")) {
    at_ = body + 2;
    return;
  }
  for (std::size_t end = page_.find("--", body); end != std::string_view::npos;
       end = page_.find("--", end + 1)) {
    const std::string_view rest = page_.substr(end + 2);
    if (!rest.starts_with(">") && !rest.starts_with("!>")) continue;
    at_ = end + (rest[0] == '>' ? 3 : 4);
    return;
  }
  at_ = page_.size();
}

bool HtmlTokenizer::tag(HtmlToken& token) {
  const std::size_t begin = at_;
  const bool end_tag = page_[at_ + 1] == '/';
  const std::size_t name_begin = at_ + (end_tag ? 2 : 1);
  at_ = name_begin;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '/' && page_[at_] != '>')
    ++at_;
  token = HtmlToken{};
  token.kind = end_tag ? HtmlToken::Kind::end : HtmlToken::Kind::start;
  token.name = page_.substr(name_begin, at_ - name_begin);
  token.tag = tag_named(token.name);
  token.custom = token.tag == Tag::unknown && token.name.find('-') != std::string_view::npos;
  attributes_.clear();
  while (at_ < page_.size() && page_[at_] != '>') {
    if (page_[at_] == '/' && at_ + 1 < page_.size() && page_[at_ + 1] == '>')
      token.self_closing = true;
    if (is_space(page_[at_]) || page_[at_] == '/')
      ++at_;
    else
      attribute();
  }
  if (at_ == page_.size()) return false;  // cut off inside a tag: no tag
  ++at_;
  token.begin = static_cast<std::uint32_t>(begin);
  token.end = static_cast<std::uint32_t>(at_);
  if (!end_tag && is_raw(token.tag)) raw_name_ = token.name;
  return true;
}

void HtmlTokenizer::attribute() {
  const std::size_t name_begin = at_;
  if (page_[at_] == '=') ++at_;  // a name may begin with it
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '/' && page_[at_] != '>' &&
         page_[at_] != '=')
    ++at_;
  HtmlAttribute found;
  found.name = page_.substr(name_begin, at_ - name_begin);
  std::size_t value = at_;
  while (value < page_.size() && is_space(page_[value])) ++value;
  if (value < page_.size() && page_[value] == '=') {
    ++value;
    while (value < page_.size() && is_space(page_[value])) ++value;
    if (value < page_.size() && (page_[value] == '"' || page_[value] == '\'')) {
      const std::size_t end = std::min(page_.find(page_[value], value + 1), page_.size());
      found.value = page_.substr(value + 1, end - value - 1);
      at_ = std::min(end + 1, page_.size());
    } else {
      at_ = value;
      while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
      found.value = page_.substr(value, at_ - value);
    }
  }
  if (attributes_.size() < max_attributes_) attributes_.push_back(found);
}

void HtmlTokenizer::raw_text(HtmlToken& token) {
  const bool script = same_ignoring_case(raw_name_, "script");
  const std::size_t found =
      script ? find_script_end(page_, at_) : find_end_tag(page_, raw_name_, at_);
  const std::size_t end = std::min(found, page_.size());
  token = HtmlToken{};
  token.kind = HtmlToken::Kind::raw_text;
  token.begin = static_cast<std::uint32_t>(at_);
  token.end = static_cast<std::uint32_t>(end);
  at_ = end;
  raw_name_ = {};
}

}  // namespace recount::text
