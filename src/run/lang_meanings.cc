// A sentence is read rightly where all that its meaning expects is there, and no further figure: a
// figure too many is as wrong as one too few. Fields that a figure's expectation doesn't name have
// the commonest value (kFigureDefaults), so that the table stays short.
#include "src/run/lang_meanings.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "src/claims/claims.h"
#include "src/mentions/mentions.h"

namespace recount::run {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kFigureDefaults{
    {{"qualifier", "exact"},
     {"kind", "publisher"},
     {"modality", "asserted"},
     {"part_of", "null"},
     {"previous", "null"}}};
constexpr std::array<std::string_view, 8> kWhat{"figure",   "occurrence", "person", "time",
                                                "quantity", "actor",      "number", "call"};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
  return cells;
}

bool has(const Expected& fields, std::string_view field) {
  return std::ranges::find(fields, field, &Expected::value_type::first) != fields.end();
}

void add_defaults(Expectation& e) {
  if (e.what != "figure") return;
  for (const auto& [field, value] : kFigureDefaults)
    if (!has(e.fields, field)) e.fields.emplace_back(field, value);
  for (const auto& [field, value] : Expected(e.fields))
    if (field == "low" && !has(e.fields, "high")) e.fields.emplace_back("high", value);
}

// "figure measure=deaths low=12 ; time value=2020-03-04"; false where it is written wrongly.
bool parse_expected(const std::string& text, std::vector<Expectation>& out) {
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    const std::size_t equals = word.find('=');
    if (word == ";") continue;
    if (equals != std::string::npos && !out.empty()) {
      out.back().fields.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    } else if (std::ranges::find(kWhat, word) != kWhat.end()) {
      out.push_back({word, {}});
    } else if (word != "none") {
      return false;
    }
  }
  for (Expectation& e : out) add_defaults(e);
  return true;
}

fs::path meanings_file(const std::string& pack_folder) {
  const fs::path beside = fs::path(pack_folder).parent_path() / "_shared" / "meanings.tsv";
  return fs::exists(beside) ? beside
                            : fs::path(Languages::default_directory()) / "_shared/meanings.tsv";
}

std::vector<Given> reading_of(const Languages& languages, const Places& places,
                              const std::string& code, const std::string& text,
                              const std::string& published) {
  DocumentRecord record;
  record.document = example_document(code, text, published);
  Words words(record.document.text, record.document.blocks, *languages.pack(code));
  auto day = record.document.published;
  std::vector<Given> out = given_by(find_mentions(words, record.document, places, day));
  find_claims(languages, places, record);
  std::vector<Given> left_out = given_by_left_out(record, out);
  for (Given& given : given_by(record)) out.push_back(std::move(given));
  std::ranges::move(left_out, std::back_inserter(out));
  for (const Call& c : record.calls)
    out.push_back({"call", "", {}, {{"to", std::to_string(c.to.size())}}});
  return out;
}

std::string shown(const Given& given, const Expected& asked) {
  std::string out = given.what;
  for (const auto& [field, value] : asked)
    if (const auto it = given.fields.find(field); it != given.fields.end())
      out += " " + field + "=" + it->second;
  return out;
}

// The one of `given` that is nearest to what is expected: its index, and what differs.
std::pair<std::size_t, std::string> nearest(const std::vector<Given>& given,
                                            const std::vector<bool>& used, const Expectation& e) {
  std::pair<std::size_t, std::string> best{given.size(), " (there is none)"};
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i].what != e.what || used[i]) continue;
    std::string wrong = difference(given[i].fields, e.fields);
    const bool better = std::ranges::count(wrong, '(') < std::ranges::count(best.second, '(');
    if (best.first == given.size() || better) best = {i, std::move(wrong)};
  }
  return best;
}

std::string asked(const Expectation& e) {
  std::string out = e.what;
  for (const auto& [field, value] : e.fields)
    if (field == "low" || field == "measure" || field == "value" || field == "event" ||
        field == "reason")
      out += " " + field + "=" + value;
  return out;
}

// "" where the reading is as expected.
std::string why_not(const std::vector<Given>& given, const Meaning& meaning) {
  std::string why;
  std::vector<bool> used(given.size(), false);
  for (const Expectation& e : meaning.expected) {
    const auto [index, wrong] = nearest(given, used, e);
    if (index < given.size()) used[index] = true;
    if (!wrong.empty()) why += "; expected " + asked(e) + wrong;
  }
  for (std::size_t i = 0; i < given.size(); ++i)
    if (given[i].what == "figure" && !used[i])
      why += "; too much: " + shown(given[i], {{"measure", ""}, {"low", ""}, {"kind", ""}}) +
             " by " + given[i].rule;
  return why.empty() ? "" : why.substr(2);
}

// Which words of the sentence were read as what, of the kinds of things that the meaning asks for.
std::string read_in(const std::string& text, const std::vector<Given>& given,
                    const Meaning& meaning) {
  const auto is_asked = [&](const Given& g) {
    return g.what == "figure" || std::ranges::find(meaning.expected, g.what, &Expectation::what) !=
                                     meaning.expected.end();
  };
  std::string out;
  for (const Given& g : given) {
    if (!is_asked(g)) continue;
    const Span words = g.whole.size() > 0 ? g.whole : g.span;
    out += "\n    read: " + g.what;
    if (words.size() > 0) out += " '" + text.substr(words.begin, words.size()) + "'";
    for (const auto& [field, value] : g.fields)
      if (value != "null" && !value.empty()) out += " " + field + "=" + value;
    if (!g.rule.empty()) out += "  by " + g.rule;
  }
  return out.empty() ? "\n    read: nothing of the kind" : out;
}

struct Sentences {
  struct One {
    std::string where, text;
    bool known = false;  // known not to be read
  };
  std::map<std::string, One> by_meaning;
};

// One line of meanings.txt: `id sentence`, `? id sentence`.
std::string add_sentence(std::string line, const std::string& where,
                         const std::set<std::string>& ids, Sentences& out) {
  Sentences::One one{where, "", false};
  if (line.front() == '?') {
    one.known = true;
    line.erase(0, std::min(line.find_first_not_of(" \t", 1), line.size()));
  }
  const std::size_t blank = line.find_first_of(" \t");
  const std::string id = line.substr(0, blank);
  if (!ids.contains(id))
    return where + ": no meaning is called '" + id + "'; see languages/_shared/meanings.tsv";
  const std::size_t text = line.find_first_not_of(" \t", blank);
  if (text == std::string::npos)
    return where + ": '" + id + "' has no sentence; write it, or `#` before the line";
  one.text = line.substr(text);
  if (!out.by_meaning.emplace(id, one).second) return where + ": '" + id + "' stands twice";
  return "";
}

Result<Sentences> load_sentences(const Pack& pack, const Meanings& meanings) {
  Sentences out;
  std::set<std::string> ids;
  for (const Meaning& m : meanings.all) ids.insert(m.id);
  const fs::path file = fs::path(pack.folder) / "meanings.txt";
  const std::string name = pack.summary.code + "/meanings.txt:";
  std::ifstream in(file);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string::npos || line[begin] == '#') continue;
    line = line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
    const std::string wrong = add_sentence(line, name + std::to_string(number), ids, out);
    if (!wrong.empty()) return Error{wrong};
  }
  return out;
}

MeaningState state_of(bool right, bool known) {
  if (right) return known ? MeaningState::now_read : MeaningState::read;
  return known ? MeaningState::known : MeaningState::wrong;
}

std::string told(const Meaning& meaning, const MeaningResult& r) {
  if (r.state == MeaningState::now_read)
    return r.where + ": " + meaning.id + " is read now: take the `?` away\n";
  return r.where + ": " + meaning.id + " (" + meaning.gloss + "): " + r.why +
         "\n    in: " + r.text + r.read + "\n";
}

}  // namespace

Result<Meanings> load_meanings(const std::string& pack_folder) {
  const fs::path file = meanings_file(pack_folder);
  std::ifstream in(file);
  if (!in) return Error{file.string() + ": is missing; it holds the meanings of all languages"};
  Meanings out;
  std::string group;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    const std::string where = file.string() + ":" + std::to_string(++number) + ": ";
    if (line.starts_with("## ")) group = line.substr(3);
    if (line.empty() || line.front() == '#') continue;
    const auto cells = cells_of(line);
    if (cells.size() == 2 && cells[0] == "published") {
      out.published = cells[1];
      continue;
    }
    if (cells.size() != 3) return Error{where + "a meaning is: id TAB gloss TAB reading"};
    Meaning meaning{cells[0], group, cells[1], {}};
    if (!parse_expected(cells[2], meaning.expected))
      return Error{where + "a reading is: figure|occurrence|… field=value … [; …], or none"};
    out.all.push_back(std::move(meaning));
  }
  return out;
}

Result<std::vector<MeaningResult>> read_meanings(const Languages& languages, const Places& places,
                                                 const std::string& code,
                                                 const Meanings& meanings) {
  const auto sentences = load_sentences(*languages.pack(code), meanings);
  if (!sentences) return sentences.error();
  std::vector<MeaningResult> out;
  for (const Meaning& meaning : meanings.all) {
    MeaningResult& result = out.emplace_back();
    const auto it = sentences->by_meaning.find(meaning.id);
    if (it == sentences->by_meaning.end()) continue;
    result.where = it->second.where;
    result.text = it->second.text;
    const auto given = reading_of(languages, places, code, result.text, meanings.published);
    result.why = why_not(given, meaning);
    result.read = read_in(example_document(code, result.text, "").text, given, meaning);
    result.state = state_of(result.why.empty(), it->second.known);
  }
  return out;
}

LangReport check_meanings(const Languages& languages, const Places& places,
                          const std::string& code) {
  LangReport report;
  const auto meanings = load_meanings(languages.pack(code)->folder);
  if (!meanings) return {meanings.error().message + "\n", false};
  const auto results = read_meanings(languages, places, code, *meanings);
  if (!results) return {results.error().message + "\n", false};
  std::map<MeaningState, std::size_t> counts;
  for (std::size_t i = 0; i < results->size(); ++i) {
    const MeaningResult& r = (*results)[i];
    ++counts[r.state];
    if (r.state != MeaningState::wrong && r.state != MeaningState::now_read) continue;
    report.text += told(meanings->all[i], r);
    report.ok = false;
  }
  report.text += code + ": " + std::to_string(results->size()) + " meanings: " +
                 std::to_string(counts[MeaningState::read] + counts[MeaningState::now_read]) +
                 " read, " + std::to_string(counts[MeaningState::known]) + " known not to be, " +
                 std::to_string(counts[MeaningState::wrong]) + " wrong, " +
                 std::to_string(counts[MeaningState::lacking]) + " without a sentence\n";
  return report;
}

}  // namespace recount::run
