// What rules do on real pages: one that serves one page, or one outlet's pages, was made for that
// page.
#include <algorithm>
#include <map>
#include <set>

#include "src/mentions/mentions.h"
#include "src/run/lang_check.h"
#include "src/run/lang_example.h"
#include "src/run/run.h"

namespace recount {
namespace {

constexpr std::size_t kFewDocuments = 3;
constexpr std::size_t kFewOutlets = 2;

struct Use {
  std::size_t times = 0, documents = 0;
  std::set<std::string> outlets;
};

class Counter {
 public:
  Counter(const Languages& languages, const Places& places, const std::string& code)
      : languages_(languages), places_(places), code_(code) {}

  void add(const DocumentRecord& record) {
    const Document& d = record.document;
    const Pack* pack = d.language ? languages_.pack(*d.language) : nullptr;
    if (!pack || (!code_.empty() && pack->summary.code != code_)) return;
    std::map<std::string, std::size_t> fired;
    const Words bare(d.text, d.blocks, *pack);
    Words words(d.text, d.blocks, *pack);
    auto day = d.published;
    for (const run::Given& given : run::given_by(find_mentions(words, d, places_, day)))
      ++fired[given.rule];
    for (const Claim& c : record.claims) ++fired[c.rule];
    for (const Rule& rule : pack->rules) {
      const std::string_view kind = pack->symbols.name(rule.kind);
      if (run::only_matches(kind) || kind == "scope") count_matches(words, rule, fired);
      const bool unnamed = kind == "place";  // a place bears no rule
      if (unnamed || run::gives_nothing(rule, *pack)) count_matches(bare, rule, fired);
    }
    ++documents_[pack->summary.code];
    const std::string outlet = d.outlet ? *d.outlet : host_of(d.url.value_or(""));
    for (const auto& [rule, times] : fired) {
      Use& use = uses_[rule];
      use.times += times;
      ++use.documents;
      if (!outlet.empty()) use.outlets.insert(outlet);
    }
  }

  std::string report(bool all) const {
    std::string out;
    for (const auto& [code, documents] : documents_) out += of_pack(code, documents, all);
    return out.empty() ? "no page of these languages was read\n" : out;
  }

 private:
  static std::string host_of(const std::string& url) {
    const std::size_t begin = url.find("//");
    if (begin == std::string::npos) return "";
    return url.substr(begin + 2, url.find('/', begin + 2) - begin - 2);
  }

  static void count_matches(const Words& words, const Rule& rule,
                            std::map<std::string, std::size_t>& fired) {
    for (const Sentence& s : words.sentences())
      for (const Pattern& pattern : rule.patterns)
        plain::match_all(words, pattern, s.first, s.last,
                         [&](const Match&) { ++fired[rule.name]; });
  }

  std::string of_pack(const std::string& code, std::size_t documents, bool all) const {
    std::string few, rest;
    std::size_t several = 0;
    for (const Rule& rule : languages_.pack(code)->rules) {
      const auto it = uses_.find(rule.name);
      const Use use = it == uses_.end() ? Use{} : it->second;
      const bool rare = use.documents < kFewDocuments || use.outlets.size() < kFewOutlets;
      several += rare;
      if (rare || all)
        (rare ? few : rest) += "  " + rule.name + "  " + std::to_string(use.times) + " times, " +
                               std::to_string(use.documents) + " documents, " +
                               std::to_string(use.outlets.size()) + " outlets  (" + rule.file +
                               ":" + std::to_string(rule.line) + ")\n";
    }
    std::string out = code + ": " + std::to_string(documents) + " documents; " +
                      std::to_string(several) + " rules took part in fewer than " +
                      std::to_string(kFewDocuments) + " documents or " +
                      std::to_string(kFewOutlets) + " outlets\n" + few;
    return all ? out + code + ": all other rules\n" + rest : out;
  }

  const Languages& languages_;
  const Places& places_;
  const std::string code_;
  std::map<std::string, Use> uses_;               // by rule
  std::map<std::string, std::size_t> documents_;  // by pack
};

}  // namespace

LangReport lang_use(const Languages& languages, const Places& places, const std::string& code,
                    const std::vector<std::string>& paths, bool all) {
  Counter counter(languages, places, code);
  LangReport report;
  RunOptions options;
  options.read.text.language = code;
  const Readers readers{languages, places, ""};
  read_paths(
      paths, readers, options, [](const DocumentRecord&) { return std::string(); },
      [&](Outcome outcome) {
        for (const Skipped& s : outcome.skipped)
          report.text += s.source + ": not read: " + s.reason + "\n";
        if (outcome.record) counter.add(*outcome.record);
        return true;
      });
  report.text += counter.report(all);
  return report;
}

}  // namespace recount
