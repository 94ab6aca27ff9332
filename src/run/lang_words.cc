// Where a pack's lists end: the words beside the numbers that it could say nothing about.
#include <algorithm>
#include <map>
#include <set>

#include "src/mentions/mentions.h"
#include "src/run/lang_check.h"
#include "src/run/run.h"

namespace recount {
namespace {

constexpr std::uint32_t kBeside = 4;  // tokens on each side
constexpr std::size_t kWordsTold = 40;
constexpr std::size_t kMostWords = 100'000;  // kept in all; a later new one is passed over

struct Tally {
  std::size_t documents = 0, figures = 0, left_out = 0, undecided = 0;
  std::map<std::string, std::size_t> words;  // without reading: in how many documents
};

void add_beside(const Words& words, Span number, std::set<std::string>& out) {
  const std::uint32_t at = words.token_at(number.begin);
  const auto end = std::min<std::size_t>(words.tokens().size(), at + kBeside + 1);
  for (std::uint32_t i = at - std::min(at, kBeside); i < end; ++i) {
    const Token& token = words.tokens()[i];
    const bool plain = token.kind == TokenKind::word && !token.capital;
    if (plain && words.first_arc(i) == kNoArc) out.insert(std::string(token.folded));
  }
}

void add_document(const DocumentRecord& record, const Pack& pack, Tally& tally) {
  ++tally.documents;
  for (const Claim& c : record.claims) tally.figures += c.kind == ClaimKind::figure;
  tally.left_out += record.left_out.size();
  const Words words(record.document.text, record.document.blocks, pack);
  std::set<std::string> unknown;
  for (const LeftOut& l : record.left_out) {
    if (l.reason != LeftOutReason::undecided && l.reason != LeftOutReason::statistic) continue;
    ++tally.undecided;
    if (!words.tokens().empty()) add_beside(words, l.span, unknown);
  }
  for (const std::string& word : unknown)
    if (tally.words.size() < kMostWords || tally.words.contains(word)) ++tally.words[word];
}

std::string told(const std::string& code, const Tally& tally) {
  std::string out = code + " on " + std::to_string(tally.documents) +
                    " pages: " + std::to_string(tally.figures) + " figures, " +
                    std::to_string(tally.left_out) + " numbers left out, of which " +
                    std::to_string(tally.undecided) + " undecided or a statistic\n" +
                    "  words without a reading beside these, with pages: what the lists may lack\n";
  std::vector<std::pair<std::size_t, std::string>> words;
  for (const auto& [word, documents] : tally.words) words.emplace_back(documents, word);
  std::ranges::stable_sort(words, std::greater{}, &std::pair<std::size_t, std::string>::first);
  if (words.size() > kWordsTold) words.resize(kWordsTold);
  for (const auto& [documents, word] : words)
    out += "    " + word + " " + std::to_string(documents) + "\n";
  return out;
}

}  // namespace

LangReport lang_coverage_of(const Languages& languages, const Places& places,
                            const std::string& code, const std::vector<std::string>& paths) {
  std::map<std::string, Tally> tallies;  // by pack
  RunOptions options;
  options.read.text.language = code;
  const Readers readers{languages, places, ""};
  LangReport report;
  read_paths(
      paths, readers, options, [](const DocumentRecord&) { return std::string(); },
      [&](const Outcome& outcome) {
        for (const Skipped& s : outcome.skipped)
          report.text += s.source + ": not read: " + s.reason + "\n";
        if (!outcome.record || !outcome.record->document.language) return true;
        const Pack* pack = languages.pack(*outcome.record->document.language);
        if (pack && (code.empty() || pack->summary.code == code))
          add_document(*outcome.record, *pack, tallies[pack->summary.code]);
        return true;
      });
  for (const auto& [pack, tally] : tallies) report.text += told(pack, tally);
  return report;
}

}  // namespace recount
