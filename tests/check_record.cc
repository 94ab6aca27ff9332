// Checks what `recount read` prints: recount read … | recount_check_record docs/record.schema.json
// Each line must follow the schema, read back to the same bytes, and have blocks that cover the
// text.
#include <iostream>
#include <string>

#include "src/record/record.h"
#include "tests/json_schema.h"

namespace {

using recount::DocumentRecord;
using recount::Json;

bool blocks_cover(const DocumentRecord& record) {
  std::uint32_t at = 0;
  for (const recount::Block& block : record.document.blocks) {
    if (block.span.begin != at || block.span.end < at) return false;
    at = block.span.end;
  }
  return at == record.document.text.size();
}

// Versions of the packs, as the line gives them.
std::vector<recount::PackSummary> packs_of(const Json& line) {
  std::vector<recount::PackSummary> packs;
  for (const auto& [code, version] : line.get("producer")->get("packs")->members()) {
    packs.push_back({code, code, version.as_string(), "draft"});
  }
  return packs;
}

std::vector<std::string> problems(const recount::testing_support::JsonSchema& schema,
                                  const std::string& text) {
  const auto line = Json::parse(text);
  if (!line) return {line.error().message};
  auto found = schema.errors(*line);
  if (!found.empty() || line->get("document")->is_null()) return found;
  const auto record = recount::record_of(*line);
  if (!record) return {record.error().message};
  if (recount::to_json(*record, packs_of(*line)) != text)
    found.push_back("doesn't read back to the same bytes");
  if (!blocks_cover(*record)) found.push_back("its blocks don't cover the text");
  return found;
}

}  // namespace

int main(int argc, char** argv) {
  const auto text = recount::read_file(argc > 1 ? argv[1] : "docs/record.schema.json", 1u << 20);
  if (!text) {
    std::cerr << text.error().message << "\n";
    return 2;
  }
  const auto parsed = Json::parse(*text);
  if (!parsed) {
    std::cerr << parsed.error().message << "\n";
    return 2;
  }
  const recount::testing_support::JsonSchema schema(*parsed);
  int lines = 0, wrong = 0;
  for (std::string line; std::getline(std::cin, line); ++lines) {
    const auto found = problems(schema, line);
    wrong += found.empty() ? 0 : 1;
    for (const std::string& problem : found)
      std::cout << "line " << lines + 1 << ": " << problem << "\n";
  }
  std::cout << lines << " lines, " << wrong << " wrong\n";
  return lines > 0 && wrong == 0 ? 0 : 1;
}
