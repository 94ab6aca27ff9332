// Page bytes to UTF-8, with the runs that lead back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "src/text/source_map.h"

namespace recount::text {

struct Utf8Page {
  std::string text;      // valid UTF-8, without a byte order mark
  Runs runs;             // text → page bytes; tiles the text
  std::string encoding;  // what the bytes were read as: "utf-8", "windows-1251"
};

// The encoding by, in this order: byte order mark; valid UTF-8 that isn't all ASCII (saved pages
// keep a stale declaration, and no other encoding gives valid UTF-8 by chance); `declared_http`;
// the declaration inside the page
// (`html`: <meta>, <?xml encoding>); what uchardet says; else windows-1252. Bytes that the encoding
// doesn't know become U+FFFD, each its own run. Linear. REQUIRES: body.size() < 2^32.
Utf8Page to_utf8(std::string_view body, std::string_view declared_http, bool html);

// charset of a Content-Type value ("text/html; charset=utf-8"), or empty.
std::string charset_of_content_type(std::string_view value);
// The declaration in the first 4 KiB of an HTML page, or empty.
std::string charset_of_html(std::string_view body);

}  // namespace recount::text
