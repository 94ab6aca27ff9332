// Stage 1, capture: paths to pages. Reads .html .htm .txt .jsonl[.gz], folders (recursively, sorted
// by name) and standard input ("-", JSON Lines).
#pragma once

#include <array>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "recount/record.h"
#include "recount/result.h"

namespace recount {

// The members of a JSON Lines record that are read.
inline constexpr std::array<std::string_view, 9> kRecordMembers{
    "id", "url", "outlet", "published", "language", "title", "text", "html", "retrieved_at"};

struct CaptureOptions {
  std::uint64_t max_page_bytes = 16u << 20;  // a larger page is skipped with its reason
  // Told of each member of a record that isn't read; called in the thread that captures.
  std::function<void(std::string_view)> unknown_member;
};

using Captured = std::variant<Page, Skipped>;
// Return false to stop.
using CaptureSink = std::function<bool(Captured)>;

// Hands every page of `paths` to `sink`, in the order of the paths, one at a time (memory: one
// page). A file that can't be read, is empty, binary, too large or of unknown type becomes Skipped;
// nothing throws for input.
void capture(const std::vector<std::string>& paths, const CaptureOptions& options,
             const CaptureSink& sink);

// The same for JSON Lines from a stream; `name` stands for the file in reasons ("-:12").
void capture_json_lines(std::istream& in, const std::string& name, const CaptureOptions& options,
                        const CaptureSink& sink);

}  // namespace recount
