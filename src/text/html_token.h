// Cuts HTML into tags and text, with byte offsets. Follows the tokenizer of the HTML standard
// (13.2.5) where readable text depends on it; linear, and nothing is copied.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "src/text/html_tags.h"

namespace recount::text {

// Views into the page; the value isn't decoded.
struct HtmlAttribute {
  std::string_view name, value;
};

struct HtmlToken {
  enum class Kind : std::uint8_t { text, start, end, raw_text };
  Kind kind = Kind::text;
  Tag tag = Tag::unknown;
  bool self_closing = false;
  bool custom = false;  // an element with a hyphen in its name
  std::uint32_t begin = 0, end = 0;
  std::string_view name;  // as written
};

class HtmlTokenizer {
 public:
  // `max_attributes` of a tag are kept, the rest is read over.
  HtmlTokenizer(std::string_view page, std::uint32_t max_attributes)
      : page_(page), max_attributes_(max_attributes) {}
  // False at the end. Comments, doctypes and processing instructions are passed over.
  bool next(HtmlToken& token);
  // Of the last start tag.
  const std::vector<HtmlAttribute>& attributes() const { return attributes_; }

 private:
  bool markup(HtmlToken& token);
  bool tag(HtmlToken& token);
  void attribute();
  void skip_comment();
  void raw_text(HtmlToken& token);

  std::string_view page_;
  std::uint32_t max_attributes_;
  std::size_t at_ = 0;
  std::string_view raw_name_;  // an element whose content isn't markup was opened
  std::vector<HtmlAttribute> attributes_;
};

}  // namespace recount::text
