// Any bytes as a page, read and reported: no report holds a control character or a mark that
// reorders text, no line is wider than the sheet, and every claim is explained down to bytes of the
// page that are its words.
#include <unicode/uchar.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "recount/build_config.h"
#include "recount/read.h"
#include "src/base/base.h"
#include "src/ledger/ledger.h"
#include "src/publish/publish.h"

namespace {

using namespace recount;

constexpr std::size_t kWidth = 100;

const Languages& languages() {
  static const Languages kLanguages = [] {
    auto loaded = Languages::load({std::string(kSourceDirectory) + "/languages"});
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return kLanguages;
}

constexpr const char *kName = "Qvelzor", *kNameInCapitals = "QVELZOR";

// Gives the record somebody who speaks and whose name ends its text.
void add_private_name(DocumentRecord& record) {
  std::string& text = record.document.text;
  const auto begin = static_cast<std::uint32_t>(text.size() + 1);
  text += std::string("\n") + kName;
  const auto end = static_cast<std::uint32_t>(text.size());
  record.mentions.actors.push_back({{begin, end}, kName, ActorKind::individual, "qvelzor", true});
  for (Claim& claim : record.claims) {
    claim.claimant.span = Span{begin, end};
    claim.claimant.name = kNameInCapitals;
    claim.claimant.kind = ActorKind::individual;
    claim.claimant.key = "qvelzor";
  }
}

[[noreturn]] void fail(const char* what, const std::string& text) {
  std::fprintf(stderr, "%s:\n%s\n", what, text.c_str());
  std::abort();
}

void check_report(const std::string& report) {
  if (!utf8_valid(report)) fail("a report isn't UTF-8", report);
  for (std::size_t at = 0; at < report.size();) {
    const char32_t c = utf8_next(report, at);
    const bool control = (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0);
    const bool reorders = (c >= 0x202A && c <= 0x202E) || c == 0x2066 || c == 0x2067 || c == 0x200F;
    if (control || reorders) fail("a report holds a control character", report);
  }
}

void check_claims(const DocumentRecord& record, const Page& page) {
  for (const Claim& claim : record.claims) {
    const Explanation explained =
        explain_claim(record, claim, {page.source, page.sha256, page.body}, Format::table, kWidth);
    check_report(explained.text);
    if (!explained.verified) fail("a claim isn't its bytes", explained.text);
  }
}

// Is what stands before or behind a name part of the same word?
bool goes_on(char32_t c) {
  const auto character = static_cast<UChar32>(c);
  return u_isalpha(character) ||
         (c >= 0x80 && (U_MASK(u_charType(character)) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0);
}

// Does `name` stand in `text` as a word, not inside another?
bool has_word(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    std::size_t before = at, behind = at + name.size();
    while (before > 0 && (static_cast<unsigned char>(text[--before]) & 0xC0) == 0x80) {
    }
    const bool joined = (at > 0 && goes_on(utf8_next(text, before))) ||
                        (behind < text.size() && goes_on(utf8_next(text, behind)));
    if (!joined) return true;
  }
  return false;
}

// No format shows the private name that was put into the record.
void check_names(const DocumentRecord& record, const Ledger& ledger) {
  const DocumentRecord* records[] = {&record};
  std::string all = ledger_json(ledger, records, {}) + ledger_csv(ledger, records, {}) +
                    ledger_table(ledger, records, {});
  for (const Format format : {Format::table, Format::jsonl, Format::csv})
    all += claims_list(records, {}, {}, format, {}) + left_out_list(records, {}, {}, format, {});
  for (const char* name : {kName, kNameInCapitals})
    if (has_word(all, name)) fail("a report holds a private name", all);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  Page page;
  page.source = "page.html";
  page.media_type = size % 2 == 0 ? "text/html" : "text/plain";
  page.body.assign(reinterpret_cast<const char*>(bytes), size);
  page.sha256 = sha256_hex(page.body);
  Result<DocumentRecord> record = read_page(page, languages(), Places());
  if (!record) return 0;
  check_claims(*record, page);
  const DocumentRecord* records[] = {&*record};
  const Ledger ledger = build_ledger(records);
  check_report(ledger_table(ledger, records, {}, {.width = kWidth, .sources = {}, .skipped = {}}));
  check_report(claims_list(records, {}, {}, Format::table, {}));
  check_report(left_out_list(records, {}, {}, Format::table, {}));
  add_private_name(*record);
  check_names(*record, build_ledger(records));
  return 0;
}
