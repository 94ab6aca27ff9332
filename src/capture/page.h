// One page out of bytes: by file name and content, or out of a JSON Lines record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "recount/capture.h"

namespace recount {

// What a file is by its name, in any case, with or without ".gz".
enum class FileType : std::uint8_t { unknown, plain, html, json_lines };
FileType file_type(std::string_view path);

// Why `body` isn't the text of a page ("is a PDF; …"), or nullopt. UTF-16 and UTF-32 need their
// byte order mark. A page of HTML may hold a stray NUL, plain text none.
std::optional<std::string> not_text(std::string_view body, bool html);

// A page of a .txt or .html file, or why it is none.
Captured page_of_file(const std::string& path, const CaptureOptions& options);

// A page of one record {id, url, outlet, published, language, title, text | html, retrieved_at}.
// Text comes before html where both are there. Unknown fields are told and ignored; a known one
// that isn't a string skips the record, for a date or a URL that was silently dropped would be
// looked for elsewhere.
Captured page_of_record(std::string_view line, const std::string& source,
                        const CaptureOptions& options);

}  // namespace recount
