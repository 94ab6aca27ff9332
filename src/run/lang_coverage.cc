// What a pack covers and lacks, for the one who writes it: nothing here fails.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "src/run/lang_check.h"
#include "src/run/lang_meanings.h"
#include "src/run/lang_slips.h"

namespace recount {
namespace {

using run::MeaningResult;
using run::MeaningState;

constexpr std::size_t kNamesTold = 24;
// Flags of a cue that say how it counts (languages/README.md).
constexpr std::array<std::string_view, 6> kWays{"noun", "part", "verb", "take", "toll", "weak"};

std::string listed(const std::set<std::string>& names) {
  std::string out;
  std::size_t told = 0;
  for (const std::string& name : names) {
    if (told++ == kNamesTold) return out + ", … (" + std::to_string(names.size()) + ")";
    out += (out.empty() ? "" : ", ") + name;
  }
  return out.empty() ? "none" : out;
}

// Classes and features that rules and the program ask for.
struct Asked {
  std::set<Symbol> classes;
  std::map<Symbol, std::set<Symbol>> features;  // by class, positive ones
};

Asked asked_by(const Pack& pack) {
  Asked asked;
  for (const Rule& rule : pack.rules)
    for (const Pattern& pattern : rule.patterns)
      for (const ArcTest& test : pattern.tests) {
        if (test.built_in != ArcTest::BuiltIn::none) continue;
        asked.classes.insert(test.cls);
        for (const ArcTest::One& one : test.features)
          if (!one.negated) asked.features[test.cls].insert(one.key);
      }
  return asked;
}

struct FormReading : WordReading {
  int line = 0;  // of words.txt; 0 for a body of _shared
};

class Coverage {
 public:
  Coverage(const Languages& languages, const Places& places, const std::string& code)
      : languages_(languages), places_(places), code_(code), pack_(*languages.pack(code)) {
    pack_.lexicon.for_forms([&](const std::string&, const WordReading& reading, int line) {
      ++forms_[name(reading.cls)];
      readings_.push_back({reading, line});
    });
  }

  LangReport run() {
    const PackSummary& s = pack_.summary;
    out_ = s.code + "  " + s.name + ", pack " + s.version + ", " + s.state + "\n";
    meanings();
    classes();
    cues();
    claimants();
    rules();
    return {out_, true};
  }

 private:
  std::string name(Symbol symbol) const { return std::string(pack_.symbols.name(symbol)); }
  void line(const std::string& what, const std::string& text) {
    out_ += "  " + what + ": " + text + "\n";
  }

  void meanings() {
    out_ += "meanings (languages/_shared/meanings.tsv): read, of all; then what isn't read\n";
    const auto all = run::load_meanings(pack_.folder);
    if (!all) return line("error", all.error().message);
    const auto results = run::read_meanings(languages_, places_, code_, *all);
    if (!results) return line("error", results.error().message);
    for (std::size_t i = 0; i < all->all.size();) i = group(*all, *results, i);
  }

  // The meanings of one group from `begin` on; gives where the next begins.
  std::size_t group(const run::Meanings& meanings, const std::vector<MeaningResult>& results,
                    std::size_t begin) {
    const std::string& title = meanings.all[begin].group;
    std::size_t read = 0, lacking = 0, end = begin;
    std::string missed;
    for (; end < results.size() && meanings.all[end].group == title; ++end) {
      const MeaningState state = results[end].state;
      const bool right = state == MeaningState::read || state == MeaningState::now_read;
      read += right;
      lacking += state == MeaningState::lacking;
      if (!right)
        missed += (missed.empty() ? "; " : ", ") + meanings.all[end].id +
                  (state == MeaningState::lacking ? " (no sentence)"
                   : state == MeaningState::known ? " (known)"
                                                  : " (wrong)");
    }
    if (lacking == end - begin) missed = "; none has a sentence";
    line(title, std::to_string(read) + " of " + std::to_string(end - begin) + missed);
    return end;
  }

  void classes() {
    out_ += "classes of the common list, with forms; own classes\n";
    const Asked asked = asked_by(pack_);
    std::set<std::string> lacks, own, unasked, wordless, made;
    std::string has;
    std::vector<std::string> common;
    for (const run::CommonClass& c : run::common_classes(pack_.folder)) common.push_back(c.name);
    for (const std::string& cls : common) {
      if (forms_.contains(cls))
        has += (has.empty() ? "" : ", ") + cls + " " + std::to_string(forms_[cls]);
      else
        lacks.insert(cls);
    }
    for (const auto& [cls, count] : forms_) {
      if (std::ranges::find(common, cls) != common.end()) continue;
      (asked.classes.contains(pack_.symbols.find(cls)) || cls == "idiom" ? own : unasked)
          .insert(cls);
    }
    static const std::set<std::string> kMade{"number", "time", "place", "quantity", "name"};
    for (const Symbol cls : asked.classes)
      if (!forms_.contains(name(cls)) && !kMade.contains(name(cls))) wordless.insert(name(cls));
    line("has", has);
    line("lacks", listed(lacks));
    line("own, asked for by its rules", listed(own));
    line("nothing asks for words of", listed(unasked));
    line("rules ask for, but no word has", listed(wordless));
    line("features that rules ask for, but no word of the class has", listed(idle(asked)));
  }

  std::set<std::string> idle(const Asked& asked) const {
    std::map<Symbol, std::set<Symbol>> there;
    for (const FormReading& r : readings_)
      for (const Feature& f : r.features) there[r.cls].insert(f.key);
    std::set<std::string> out;
    for (const auto& [cls, features] : asked.features) {
      if (!there.contains(cls) || name(cls) == "actor") continue;
      for (const Symbol f : features)
        if (!there[cls].contains(f)) out.insert("<" + name(cls) + " " + name(f) + ">");
    }
    return out;
  }

  // How each measure can be told: noun, participle, verb, taken, toll; and the forms of its words,
  // which show the tenses.
  void cues() {
    out_ += "measures: words of class cue by how they count; flags of their forms\n";
    for (const std::string_view measure : Names<Measure>::rows) {
      std::map<std::string, std::size_t> flags;
      for (const FormReading& r : readings_)
        if (is(r, "cue", measure))
          for (const Feature& f : r.features)
            if (f.value == kNoSymbol) ++flags[name(f.key)];
      line(std::string(measure), flags.empty() ? "no words" : ways_of(flags));
    }
  }

  static std::string ways_of(const std::map<std::string, std::size_t>& flags) {
    std::string has, lacks, forms;
    for (const std::string_view way : kWays) {
      const auto it = flags.find(std::string(way));
      if (it == flags.end()) lacks += " " + std::string(way);
      if (it != flags.end())
        has += (has.empty() ? "" : ", ") + it->first + " " + std::to_string(it->second);
    }
    for (const auto& [flag, count] : flags)
      if (std::ranges::find(kWays, flag) == kWays.end()) forms += " " + flag;
    return has + (lacks.empty() ? "" : "; lacks" + lacks) +
           (forms.empty() ? "" : "; forms" + forms);
  }

  bool is(const WordReading& r, const char* cls, std::string_view value) const {
    const Symbol key = pack_.symbols.find(cls);
    return r.cls == key && std::ranges::any_of(r.features, [&](const Feature& f) {
             return f.key == key && pack_.symbols.name(f.value) == value;
           });
  }

  void claimants() {
    out_ += "claimants: forms of class actor by kind, bodies of _shared/actors.tsv apart\n";
    std::string text;
    std::set<std::string> lacks;
    for (const std::string_view kind : Names<ActorKind>::rows) {
      if (kind == "publisher" || kind == "unknown") continue;
      const auto count = std::ranges::count_if(
          readings_, [&](const FormReading& r) { return r.line > 0 && is(r, "actor", kind); });
      if (count == 0) lacks.insert(std::string(kind));
      if (count)
        text += (text.empty() ? "" : ", ") + std::string(kind) + " " + std::to_string(count);
    }
    line("has", text.empty() ? "none" : text);
    line("lacks", listed(lacks));
  }

  void rules() {
    out_ += "rules\n";
    std::map<std::string, std::size_t> kinds;
    std::string bare, one_sided;
    for (const Rule& rule : pack_.rules) {
      ++kinds[name(rule.kind)];
      const std::string at =
          "\n    " + rule.file + ":" + std::to_string(rule.line) + " " + rule.name;
      const bool counter = std::ranges::any_of(rule.examples, &Example::negative);
      const bool example =
          std::ranges::any_of(rule.examples, [](const Example& e) { return !e.negative; });
      if (!example) bare += at;
      if (example && !counter) one_sided += (one_sided.empty() ? "" : ", ") + rule.name;
    }
    std::string text;
    for (const auto& [kind, count] : kinds)
      text += (text.empty() ? "" : ", ") + kind + " " + std::to_string(count);
    line("kinds", text);
    line("without an example", bare.empty() ? "none" : bare);
    const auto several = std::ranges::count(one_sided, ',') + (one_sided.empty() ? 0 : 1);
    line("with an example, but no counter-example", std::to_string(several));
  }

  const Languages& languages_;
  const Places& places_;
  const std::string code_;
  const Pack& pack_;
  std::vector<FormReading> readings_;         // of all forms
  std::map<std::string, std::size_t> forms_;  // by class
  std::string out_;
};

}  // namespace

LangReport lang_coverage(const Languages& languages, const Places& places,
                         const std::string& code) {
  return Coverage(languages, places, code).run();
}

}  // namespace recount
