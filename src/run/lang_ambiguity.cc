#include "src/run/lang_ambiguity.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace recount::run {
namespace {

// The classes that one line of words.txt gives a form, and those that it allows other lines to.
struct Source {
  std::set<Symbol> classes, also;
};
struct FormReading : WordReading {
  int line = 0;  // of words.txt; 0 for a body of _shared
};
using Sources = std::map<int, Source>;  // by line
using Twice = std::pair<int, int>;      // lines that give one reading
using Clash = std::tuple<int, int, Symbol, Symbol>;

Sources sources_of(const Pack& pack, const std::vector<FormReading>& readings) {
  Sources sources;
  for (const FormReading& r : readings) {
    if (r.line == 0) continue;  // a body of _shared
    sources[r.line].classes.insert(r.cls);
    if (const auto it = pack.also.find(r.line); it != pack.also.end())
      sources[r.line].also.insert(it->second.begin(), it->second.end());
  }
  return sources;
}

bool declared(const Source& one, Symbol cls, const Source& other, Symbol other_cls) {
  return one.classes.contains(other_cls) || other.classes.contains(cls) ||
         one.also.contains(other_cls) || other.also.contains(cls);
}

std::vector<Clash> clashes_of(const Sources& sources) {
  std::vector<Clash> out;
  for (auto a = sources.begin(); a != sources.end(); ++a)
    for (auto b = std::next(a); b != sources.end(); ++b)
      for (const Symbol x : a->second.classes)
        for (const Symbol y : b->second.classes)
          if (!declared(a->second, x, b->second, y)) out.push_back({b->first, a->first, y, x});
  return out;
}

std::vector<Twice> twice_in(const std::vector<FormReading>& readings) {
  std::vector<Twice> out;
  for (std::size_t i = 0; i < readings.size(); ++i)
    for (std::size_t j = i + 1; j < readings.size(); ++j) {
      const FormReading &a = readings[i], &b = readings[j];
      if (a.line == 0 || b.line == 0 || a.line == b.line) continue;
      if (a.cls == b.cls && std::ranges::equal(a.features, b.features))
        out.push_back({std::max(a.line, b.line), std::min(a.line, b.line)});
    }
  return out;
}

}  // namespace

LangReport check_ambiguity(const Pack& pack) {
  std::map<Clash, std::set<std::string>> forms;
  std::map<Twice, std::set<std::string>> twice;
  const auto look = [&](const std::string& form, const std::vector<FormReading>& readings) {
    for (const Clash& clash : clashes_of(sources_of(pack, readings))) forms[clash].insert(form);
    for (const Twice& lines : twice_in(readings)) twice[lines].insert(form);
  };
  std::map<std::string, std::vector<FormReading>> by_form;
  pack.lexicon.for_forms([&](const std::string& form, const WordReading& reading, int line) {
    by_form[form].push_back({reading, line});
  });
  for (const auto& [form, readings] : by_form) look(form, readings);
  LangReport report;
  const std::string file = pack.summary.code + "/words.txt:";
  for (const auto& [clash, words] : forms) {
    const auto& [line, earlier, cls, other] = clash;
    const std::string name(pack.symbols.name(cls)), first(pack.symbols.name(other));
    report.text += file + std::to_string(line) + ": '" + *words.begin() + "' is <" + name +
                   "> here and <" + first + "> at " + file + std::to_string(earlier) +
                   "; if it is both, write `also " + first + "` at the end of line " +
                   std::to_string(line) + "\n";
  }
  for (const auto& [lines, words] : twice)
    report.text += file + std::to_string(lines.first) + ": '" + *words.begin() +
                   "' has the same reading as at " + file + std::to_string(lines.second) +
                   "; take one away\n";
  report.ok = forms.empty() && twice.empty();
  return report;
}

}  // namespace recount::run
