// The files of the pack are read again as text: a loaded pack no longer knows in which column a
// name stands. Only names that are in a table are judged: those of the program (measures, kinds of
// actors and occurrences, reasons, kinds of rules), the common classes, and the pack's own.
#include "src/run/lang_slips.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>

#include "src/run/nearest.h"
#include "src/run/pack_lines.h"

namespace recount::run {
namespace {

namespace fs = std::filesystem;

class Slips {
 public:
  explicit Slips(const Pack& pack) : pack_(pack) {
    for (const CommonClass& c : common_classes(pack.folder)) features_[c.name] = c.features;
    for (const std::string& made : made_classes()) features_[made];
    asked();
    pack_.lexicon.for_forms([&](const std::string&, const WordReading& r, int) {
      auto& seen = worded_[name(r.cls)];
      for (const Feature& f : r.features) seen.insert(name(f.key));
    });
  }

  LangReport run() {
    words();
    for (const char* file : {"mentions.rules", "frames.rules"}) rules(file);
    joiners();
    return std::move(report_);
  }

 private:
  std::string name(Symbol symbol) const { return std::string(pack_.symbols.name(symbol)); }

  // What the pack's rules ask for: classes, and their features.
  void asked() {
    for (const Rule& rule : pack_.rules)
      for (const Pattern& pattern : rule.patterns)
        for (const ArcTest& test : pattern.tests) {
          if (test.built_in != ArcTest::BuiltIn::none) continue;
          auto& features = asked_[name(test.cls)];
          for (const ArcTest::One& one : test.features) features.insert(name(one.key));
        }
  }

  struct Place {
    std::string file;
    const std::string* line;
    int number;
  };
  std::string at(const Place& place, std::size_t column) const {
    const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    const auto before = std::count_if(
        place.line->begin(), place.line->begin() + static_cast<std::ptrdiff_t>(column), begins);
    return pack_.summary.code + "/" + place.file + ":" + std::to_string(place.number) + ":" +
           std::to_string(before + 1) + ": ";
  }
  void fail(const Place& place, std::size_t column, const std::string& what) {
    report_.text += at(place, column) + what + "\n";
    report_.ok = false;
  }
  void warn(const Place& place, std::size_t column, const std::string& what) {
    report_.text += at(place, column) + "warning: " + what + "\n";
  }

  // ---- words.txt

  void words() {
    for_lines(pack_.folder + "/words.txt", [&](const std::string& line, int number) {
      const Place place{"words.txt", &line, number};
      const std::vector<Piece> pieces = pieces_of(line, 0);
      std::string cls;
      bool also = false;
      for (std::size_t i = 2; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        if (piece.text == ";") {
          cls.clear();
        } else if (piece.text == "also" && !cls.empty()) {
          also = true;
        } else if (cls.empty() || also) {
          cls = piece.key();
          word_class(place, piece, also, line);
        } else {
          word_feature(place, cls, piece);
        }
      }
    });
  }

  void word_class(const Place& place, const Piece& piece, bool also, const std::string& line) {
    const std::string cls = piece.key();
    if (!features_.contains(cls) && !asked_.contains(cls)) {
      const std::string near = meant(cls, classes());
      if (!near.empty())
        return fail(place, piece.column, "no rule asks for words of class '" + cls + "'" + near);
      if (line.find(" hides") == std::string::npos && told_.insert(cls).second)
        warn(place, piece.column, "no rule asks for words of class '" + cls + "'");
      return;
    }
    const NameList& values = values_of(cls);
    if (values.empty() || also) return;
    if (!piece.has_value())
      return fail(place, piece.column,
                  "'" + cls + "' wants a value: " + cls + "=" + listed(values, values.size()));
    value(place, cls, piece);
  }

  void word_feature(const Place& place, const std::string& cls, const Piece& piece) {
    if (piece.key() == "reason") return value(place, "reason", piece);
    if (!features_.contains(cls)) return;
    NameList known = names_of(features_.at(cls));
    if (const auto it = asked_.find(cls); it != asked_.end())
      known.insert(known.end(), it->second.begin(), it->second.end());
    const std::string key = piece.key();
    if (std::ranges::find(known, key) != known.end() || is_form(key)) return;
    if (const std::string near = meant(key, known); !near.empty())
      warn(place, piece.column, "nothing asks for '" + key + "' of class '" + cls + "'" + near);
  }

  // Flags of forms say what a form is, asked for or not: those of the paradigms.
  bool is_form(const std::string& key) const {
    if (forms_.empty()) {
      forms_.insert("");
      for_lines(pack_.folder + "/paradigms.txt", [&](const std::string& line, int) {
        for (const Piece& piece : pieces_of(line, 0)) {
          const std::size_t colon = piece.text.find(':');
          if (colon == std::string::npos) continue;
          std::istringstream in(piece.text.substr(colon + 1));
          for (std::string flag; std::getline(in, flag, '.');) forms_.insert(flag);
        }
      });
    }
    return forms_.contains(key);
  }

  void value(const Place& place, const std::string& of, const Piece& piece) {
    const NameList& values = values_of(of);
    for (const std::string& value : piece.values())
      if (std::ranges::find(values, value) == values.end()) {
        const std::string near = meant(value, values);
        fail(place, piece.column,
             "there is no " + of + "=" + value +
                 (near.empty() ? "; there are " + listed(values, values.size()) : near));
      }
  }

  NameList classes() const {
    NameList out;
    for (const auto& [cls, features] : features_) out.push_back(cls);
    for (const auto& [cls, features] : asked_)
      if (!features_.contains(cls)) out.push_back(cls);
    return out;
  }

  // ---- rules

  void rules(const std::string& file) {
    for_lines(pack_.folder + "/" + file, [&](const std::string& line, int number) {
      const Place place{file, &line, number};
      const std::size_t begin = line.find_first_not_of(" \t");
      const bool example = (line[begin] == '+' || line[begin] == '!') && line[begin + 1] == ' ';
      if (begin == 0)
        head(place, pieces_of(line, 0));
      else if (!example)
        pattern(place, line, begin);
    });
  }

  void head(const Place& place, const std::vector<Piece>& pieces) {
    const NameList& kinds = rule_kinds();
    if (std::ranges::find(kinds, pieces[0].text) == kinds.end())
      fail(place, 0,
           "no kind of rule is called '" + pieces[0].text + "'" + meant(pieces[0].text, kinds));
    const bool of_actor = pieces[0].text == "actor" || pieces[0].text == "saying";
    for (const Piece& piece : pieces) {
      const std::string key = piece.key();
      if (!piece.has_value()) continue;
      if (key == "measure") value(place, "cue", piece);
      if (key == "event" || key == "reason") value(place, key, piece);
      if (key == "kind" && of_actor) value(place, "actor", piece);
    }
  }

  // <…> and {name: outside of "…".
  void pattern(const Place& place, const std::string& line, std::size_t begin) {
    bool anchor = false;
    for (std::size_t i = begin; i < line.size(); ++i) {
      if (line[i] == '"') i = std::min(line.find('"', i + 1), line.size());
      if (i >= line.size()) break;
      anchor |= line[i] == '@';
      if (line[i] == '{') capture(place, line, i + 1);
      if (line[i] != '<') continue;
      const std::size_t end = std::min(line.find('>', i), line.size());
      test(place, pieces_of(std::string_view(line).substr(i + 1, end - i - 1), i + 1));
      i = end;
    }
    if (!anchor)
      fail(place, begin,
           "the pattern has no @; put it before its rarest element: a sentence without that one "
           "costs nothing");
  }

  void capture(const Place& place, const std::string& line, std::size_t from) {
    const std::string name = line.substr(from, line.find(':', from) - from);
    const NameList& names = captures();
    if (std::ranges::find(names, name) != names.end()) return;
    if (const std::string near = meant(name, names); !near.empty())
      fail(place, from, "nothing is captured as '" + name + "'" + near);
  }

  void test(const Place& place, const std::vector<Piece>& pieces) {
    if (pieces.empty()) return;
    const std::string cls = pieces[0].key();
    if (!features_.contains(cls) && !worded_.contains(cls))
      return fail(place, pieces[0].column,
                  "no word is of class '" + cls + "'" + meant(cls, word_classes()));
    if (!values_of(cls).empty()) value(place, cls, pieces[0]);
    const auto worded = worded_.find(cls);
    if (worded == worded_.end()) return;
    NameList known = names_of(worded->second);
    if (const auto it = features_.find(cls); it != features_.end())
      known.insert(known.end(), it->second.begin(), it->second.end());
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      if (std::ranges::find(known, pieces[i].key()) != known.end()) continue;
      if (const std::string near = meant(pieces[i].key(), known); !near.empty())
        warn(place, pieces[i].column,
             "no word of class '" + cls + "' has '" + pieces[i].key() + "'" + near);
    }
  }

  NameList word_classes() const {
    NameList out;
    for (const auto& [cls, features] : features_) out.push_back(cls);
    for (const auto& [cls, features] : worded_)
      if (!features_.contains(cls)) out.push_back(cls);
    return out;
  }

  // ---- pack.toml

  void joiners() {
    const bool joined = worded_["numeral"].contains("joined");
    const std::string file = pack_.summary.code + "/pack.toml: warning: ";
    if (!pack_.number_joiners.empty() && !joined)
      report_.text += file +
                      "number_joiners join nothing as long as no numeral of words.txt has "
                      "`joined=10` or `joined=100`; languages/README.md, \"Numbers in words\"\n";
    if (pack_.number_joiners.empty() && joined)
      report_.text += file +
                      "numerals have `joined=`, but number_joiners names no word that joins; "
                      "languages/README.md, \"Numbers in words\"\n";
  }

  const Pack& pack_;
  LangReport report_;
  std::map<std::string, std::set<std::string>> features_;  // of the common classes
  std::map<std::string, std::set<std::string>> asked_;     // by the pack's rules, by class
  std::map<std::string, std::set<std::string>> worded_;    // of the pack's words, by class
  std::set<std::string> told_;
  mutable std::set<std::string> forms_;
};

}  // namespace

std::vector<CommonClass> common_classes(const std::string& pack_folder) {
  fs::path file = fs::path(pack_folder).parent_path() / "_shared" / "classes.tsv";
  if (!fs::exists(file)) file = fs::path(Languages::default_directory()) / "_shared/classes.tsv";
  std::vector<CommonClass> out;
  for_lines(file.string(), [&](const std::string& line, int) {
    std::istringstream in(line);
    CommonClass one;
    std::string purpose, features;
    std::getline(in, one.name, '\t');
    std::getline(in, purpose, '\t');
    std::getline(in, features);
    for (const Piece& piece : pieces_of(features, 0)) one.features.insert(piece.text);
    out.push_back(std::move(one));
  });
  return out;
}

LangReport check_slips(const Pack& pack) { return Slips(pack).run(); }

}  // namespace recount::run
