// Reading a pack's files. Every message names file, line and what to do, since it speaks to a
// linguist.
#include "src/language/pack.h"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "src/language/engine.h"
#include "src/language/tokenizer.h"

namespace recount {
namespace {

namespace fs = std::filesystem;

constexpr int kPackFormat = 1;
constexpr std::size_t kUsualForms = 16384;

struct Line {
  std::string where;  // "fr/words.txt:12"
  int number = 0;
  bool indented = false;
  std::string_view text;  // without comment and outer blanks
};

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t' || s.front() == '\r'))
    s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r'))
    s.remove_suffix(1);
  return s;
}

std::vector<std::string_view> fields(std::string_view s) {
  std::vector<std::string_view> out;
  std::size_t i = 0;
  while (i < s.size()) {
    while (i < s.size() && (s[i] == ' ' || s[i] == '\t')) ++i;
    const std::size_t from = i;
    while (i < s.size() && s[i] != ' ' && s[i] != '\t') ++i;
    if (i > from) out.push_back(s.substr(from, i - from));
  }
  return out;
}

// The lines of a pack file that hold something. A '#' at the line's begin or after a blank begins a
// comment.
class PackFile {
 public:
  static std::optional<PackFile> open(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream all;
    all << in.rdbuf();
    PackFile file;
    file.content_ = std::make_unique<std::string>(all.str());
    const fs::path p(path);
    const std::string name = p.parent_path().filename().string() + "/" + p.filename().string();
    file.split(name);
    return file;
  }
  const std::vector<Line>& lines() const { return lines_; }

 private:
  void split(const std::string& name) {
    std::string_view rest = *content_;
    for (int number = 1; !rest.empty(); ++number) {
      const std::size_t end = rest.find('\n');
      std::string_view raw = rest.substr(0, end);
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
      const std::string_view text = trim(raw);
      if (text.empty() || text.front() == '#') continue;
      const bool indented = raw.front() == ' ' || raw.front() == '\t';
      lines_.push_back({name + ":" + std::to_string(number), number, indented, text});
    }
  }
  std::unique_ptr<std::string> content_;
  std::vector<Line> lines_;
};

// A reading while it is put together.
struct Reading {
  Symbol cls = kNoSymbol;
  std::vector<Feature> features;
};

struct Form {
  std::string ending;
  std::vector<Symbol> flags;
};
struct Paradigm {
  std::string strip;
  std::vector<Form> forms;
};
using Paradigms = std::map<std::string, Paradigm, std::less<>>;

class Loader {
 public:
  Loader(const std::string& folder, const std::string& shared, Symbols& symbols)
      : folder_(folder), shared_(shared), pack_(std::make_unique<Pack>(symbols)) {
    pack_->folder = folder;
  }

  Result<std::unique_ptr<Pack>> run() {
    settings();
    pack_->lexicon.reserve(kUsualForms);
    each_line("paradigms.txt", true, [&](const Line& l) { paradigm(l); });
    each_line("words.txt", true, [&](const Line& l) { word(l); });
    each_line("blocks.txt", false, [&](const Line& l) { block_cue(l); });
    shared_actors();
    rules("mentions.rules");
    rules("frames.rules");
    if (!error_.empty()) return Error{error_};
    pack_->lexicon.finish(pack_->symbols.find("hides"), pack_->symbols.find("numeral"));
    pack_->build_indices();
    return std::move(pack_);
  }

 private:
  void fail(const std::string& where, const std::string& what) {
    if (error_.empty()) error_ = where + ": " + what;
  }

  template <class F>
  void each_line(const char* name, bool needed, F&& f) {
    if (!error_.empty()) return;
    auto file = PackFile::open(folder_ + "/" + name);
    if (!file) {
      if (needed)
        fail(folder_, std::string(name) + " is missing; `recount lang new` makes a skeleton");
      return;
    }
    for (const Line& line : file->lines()) {
      f(line);
      if (!error_.empty()) return;
    }
  }

  void settings() {
    const std::string path = folder_ + "/pack.toml";
    try {
      const toml::table t = toml::parse_file(path);
      PackSummary& s = pack_->summary;
      s.code = t["code"].value_or(std::string{});
      s.name = t["name"].value_or(std::string{});
      s.version = t["version"].value_or(std::string{});
      s.state = t["state"].value_or(std::string{"draft"});
      const int format = t["format"].value_or(0);
      if (format != kPackFormat)
        return fail(path, "made for form " + std::to_string(format) +
                              " of the rules, this program reads form " +
                              std::to_string(kPackFormat));
      if (s.code.empty()) return fail(path, "code is missing (code = \"xx\")");
      word_settings(t);
    } catch (const toml::parse_error& e) {
      fail(path + ":" + std::to_string(e.source().begin.line), std::string(e.description()));
    }
  }

  void word_settings(const toml::table& t) {
    const auto list = [&](const char* key, auto&& add) {
      if (const toml::array* all = t["words"][key].as_array())
        for (const auto& one : *all)
          if (auto s = one.value<std::string>()) add(*s);
    };
    list("clitics_before", [&](const std::string& s) { pack_->clitics_before.push_back(s); });
    list("clitics_after", [&](const std::string& s) { pack_->clitics_after.push_back(s); });
    list("whole", [&](const std::string& s) { pack_->whole_words.insert(s); });
    list("abbreviations", [&](const std::string& s) { pack_->abbreviations.insert(s); });
    list("number_joiners", [&](const std::string& s) { pack_->number_joiners.insert(s); });
    list("same_letters", [&](const std::string& s) {
      const std::size_t equals = s.find('=');
      if (equals == 0 || equals == std::string::npos)
        return fail(folder_ + "/pack.toml", "same_letters holds LETTER=READ_AS, here '" + s + "'");
      pack_->same_letters.emplace_back(s.substr(0, equals), s.substr(equals + 1));
    });
    const std::string decimal = t["words"]["decimal"].value_or(std::string{"."});
    if (!decimal.empty()) pack_->decimal_mark = decimal[0];
    pack_->thousands_marks = t["words"]["thousands"].value_or(std::string{});
  }

  // name  strip|-  :flag.flag  ending:flag.flag …
  void paradigm(const Line& line) {
    const auto f = fields(line.text);
    if (f.size() < 3) return fail(line.where, "a paradigm is: name strip ending:flags …");
    Paradigm p;
    if (f[1] != "-") p.strip = f[1];
    for (std::size_t i = 2; i < f.size(); ++i) {
      const std::size_t colon = f[i].find(':');
      if (colon == std::string_view::npos)
        return fail(line.where, "a form is ending:flags, here '" + std::string(f[i]) + "'");
      Form form;
      form.ending = f[i].substr(0, colon);
      std::string_view flags = f[i].substr(colon + 1);
      while (!flags.empty()) {
        const std::size_t dot = flags.find('.');
        form.flags.push_back(pack_->symbols.intern(flags.substr(0, dot)));
        flags = dot == std::string_view::npos ? std::string_view{} : flags.substr(dot + 1);
      }
      p.forms.push_back(std::move(form));
    }
    if (!paradigms_.emplace(std::string(f[0]), std::move(p)).second)
      fail(line.where, "paradigm '" + std::string(f[0]) + "' stands twice");
  }

  // lemma paradigm|-  class[=value] feature… [; class …]
  void word(const Line& line) {
    const auto f = fields(line.text);
    if (f.size() < 3) return fail(line.where, "a word is: lemma paradigm class[=value] feature …");
    const Paradigm* paradigm = nullptr;
    if (f[1] != "-") {
      auto it = paradigms_.find(f[1]);
      if (it == paradigms_.end())
        return fail(line.where, "no paradigm '" + std::string(f[1]) + "' in paradigms.txt");
      paradigm = &it->second;
    }
    std::string lemma(f[0]);
    std::replace(lemma.begin(), lemma.end(), '_', ' ');
    std::vector<Reading> readings(1);
    for (std::size_t i = 2; i < f.size(); ++i) {
      if (f[i] == ";") {
        readings.emplace_back();
      } else {
        add_feature(readings.back(), f[i]);
      }
    }
    for (const Reading& r : readings) {
      if (r.cls == kNoSymbol) return fail(line.where, "a reading without a class");
      add_forms(line, lemma, paradigm, r);
    }
  }

  void add_feature(Reading& reading, std::string_view text) {
    const std::size_t equals = text.find('=');
    const Symbol key = pack_->symbols.intern(text.substr(0, equals));
    const bool first = reading.cls == kNoSymbol;
    if (first) reading.cls = key;
    if (equals != std::string_view::npos)
      reading.features.push_back({key, pack_->symbols.intern(text.substr(equals + 1))});
    else if (!first)
      reading.features.push_back({key, kNoSymbol});
  }

  void add_forms(const Line& line, const std::string& lemma, const Paradigm* paradigm,
                 const Reading& reading) {
    if (!paradigm) return add_form(lemma, reading);
    if (!lemma.ends_with(paradigm->strip))
      return fail(line.where,
                  "'" + lemma + "' doesn't end in '" + paradigm->strip + "' as its paradigm wants");
    const std::string stem = lemma.substr(0, lemma.size() - paradigm->strip.size());
    for (const Form& form : paradigm->forms) {
      Reading r;
      r.cls = reading.cls;
      r.features.reserve(reading.features.size() + form.flags.size());
      r.features = reading.features;
      for (const Symbol flag : form.flags) r.features.push_back({flag, kNoSymbol});
      add_form(stem + form.ending, r);
    }
  }

  void add_form(const std::string& form, const Reading& reading) {
    std::vector<WordId> words;
    for (const std::string& word : split_words(form, *pack_))
      words.push_back(pack_->lexicon.intern(word));
    pack_->lexicon.add(words, {reading.cls, pack_->lexicon.keep(reading.features)});
  }

  // KIND start|whole phrase
  void block_cue(const Line& line) {
    const auto f = fields(line.text);
    if (f.size() < 3 || (f[1] != "start" && f[1] != "whole"))
      return fail(line.where, "a block cue is: KIND start|whole words");
    const auto kind = named<BlockKind>(f[0]);
    if (!kind) return fail(line.where, "no kind of block is called '" + std::string(f[0]) + "'");
    const std::size_t from = static_cast<std::size_t>(f[2].data() - line.text.data());
    pack_->block_cues.push_back({*kind, f[1] == "whole", std::string(line.text.substr(from))});
  }

  // key kind code:name|name code:name …   (tabs between); `*` for every language
  void shared_actors() {
    if (!error_.empty()) return;
    auto file = PackFile::open(shared_ + "/actors.tsv");
    if (!file) return;
    for (const Line& line : file->lines()) {
      std::vector<std::string_view> cells;
      std::string_view rest = line.text;
      while (true) {
        const std::size_t tab = rest.find('\t');
        cells.push_back(rest.substr(0, tab));
        if (tab == std::string_view::npos) break;
        rest = rest.substr(tab + 1);
      }
      if (cells.size() < 3)
        return fail(line.where, "an actor is: key TAB kind TAB code:name|name TAB …");
      if (!named<ActorKind>(cells[1]))
        return fail(line.where, "no kind of actor is called '" + std::string(cells[1]) + "'");
      for (std::size_t i = 2; i < cells.size(); ++i) shared_actor(cells[0], cells[1], cells[i]);
    }
  }

  void shared_actor(std::string_view key, std::string_view kind, std::string_view names) {
    const std::size_t colon = names.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view code = names.substr(0, colon);
    if (code != "*" && code != pack_->summary.code) return;
    names.remove_prefix(colon + 1);
    Reading reading;
    reading.cls = pack_->symbols.intern("actor");
    reading.features = {{reading.cls, pack_->symbols.intern(kind)},
                        {pack_->symbols.intern("proper"), kNoSymbol},
                        {pack_->symbols.intern("key"), pack_->symbols.intern(key)}};
    while (!names.empty()) {
      const std::size_t bar = names.find('|');
      add_form(std::string(names.substr(0, bar)), reading);
      names = bar == std::string_view::npos ? std::string_view{} : names.substr(bar + 1);
    }
  }

  // Head line at column 0: kind name feature… ; indented: patterns, "+ example", "!
  // counter-example".
  void rules(const char* name) {
    each_line(name, true, [&](const Line& line) {
      if (!line.indented) return rule_head(line);
      if (pack_->rules.empty())
        return fail(line.where, "an indented line without a rule before it");
      const char c = line.text.front();
      const bool example = (c == '+' || c == '!') && line.text.size() > 1 && line.text[1] == ' ';
      if (example) return add_example(line);
      auto pattern = compile_pattern(line.text, pack_->symbols, line.where);
      if (!pattern) return fail(pattern.error().message, "see languages/README.md, 'Patterns'");
      for (std::string& w : pattern->words) {
        w = fold_word(w, *pack_);
        pack_->lexicon.intern(w);
      }
      pack_->rules.back().patterns.push_back(std::move(*pattern));
    });
    for (const Rule& r : pack_->rules)
      if (r.patterns.empty())
        return fail(r.file + ":" + std::to_string(r.line), "rule " + r.name + " has no pattern");
  }

  void rule_head(const Line& line) {
    const auto f = fields(line.text);
    if (f.size() < 2) return fail(line.where, "a rule begins with: kind name feature …");
    Rule rule;
    rule.kind = pack_->symbols.intern(f[0]);
    rule.name = pack_->summary.code + "/" + std::string(f[1]);
    rule.order = static_cast<std::uint32_t>(pack_->rules.size());
    rule.file = line.where.substr(0, line.where.rfind(':'));
    rule.line = line.number;
    for (const Rule& other : pack_->rules)
      if (other.name == rule.name) return fail(line.where, "rule '" + rule.name + "' stands twice");
    for (std::size_t i = 2; i < f.size(); ++i) {
      const std::size_t equals = f[i].find('=');
      const std::string_view key = f[i].substr(0, equals);
      const std::string_view value =
          equals == std::string_view::npos ? std::string_view{} : f[i].substr(equals + 1);
      if (key == "rank")
        std::from_chars(value.data(), value.data() + value.size(), rule.rank);
      else
        rule.features.push_back({pack_->symbols.intern(key), pack_->symbols.intern(value)});
    }
    pack_->rules.push_back(std::move(rule));
  }

  // + (2020-02-29) text with [the span]   => field=value field=value
  void add_example(const Line& line) {
    Example e;
    e.negative = line.text.front() == '!';
    e.line = line.number;
    std::string_view text = trim(line.text.substr(1));
    if (text.starts_with("(") && text.size() > 12 && text[11] == ')') {
      e.reference = text.substr(1, 10);
      text = trim(text.substr(12));
    }
    if (const std::size_t arrow = text.rfind("=>"); arrow != std::string_view::npos) {
      for (const auto one : fields(text.substr(arrow + 2))) {
        const std::size_t equals = one.find('=');
        if (equals == std::string_view::npos)
          return fail(line.where, "after => stands field=value …");
        e.expected.emplace_back(std::string(one.substr(0, equals)),
                                std::string(one.substr(equals + 1)));
      }
      text = trim(text.substr(0, arrow));
    }
    const std::size_t open = text.find('['), close = text.find(']');
    const bool marked =
        open != std::string_view::npos && close != std::string_view::npos && open < close;
    if (!marked && !e.negative) return fail(line.where, "an example marks its span in [brackets]");
    if (marked) {
      e.text = std::string(text.substr(0, open)) +
               std::string(text.substr(open + 1, close - open - 1)) +
               std::string(text.substr(close + 1));
      e.marked = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 1)};
    } else {
      e.text = text;
    }
    pack_->rules.back().examples.push_back(std::move(e));
  }

  const std::string& folder_;
  const std::string& shared_;
  std::unique_ptr<Pack> pack_;
  Paradigms paradigms_;
  std::string error_;
};

}  // namespace

Pack::Pack(Symbols& symbols) : symbols(symbols), number(symbols.intern("number")) {}
Pack::~Pack() = default;

const RuleIndex& Pack::index(std::string_view kind) const {
  auto it = indices_.find(kind);
  return it == indices_.end() ? *none_ : *it->second;
}

void Pack::build_indices() {
  none_ = std::make_unique<RuleIndex>(*this, "");
  for (const Rule& rule : rules) {
    const std::string kind(symbols.name(rule.kind));
    auto& index = indices_[kind];
    if (!index) index = std::make_unique<RuleIndex>(*this, kind);
  }
}

std::vector<const Rule*> Pack::rules_of(std::string_view kind) const {
  std::vector<const Rule*> out;
  const Symbol k = symbols.find(kind);
  for (const Rule& r : rules)
    if (r.kind == k && k != kNoSymbol) out.push_back(&r);
  return out;
}

Result<std::unique_ptr<Pack>> load_pack(const std::string& folder, const std::string& shared,
                                        Symbols& symbols) {
  return Loader(folder, shared, symbols).run();
}

}  // namespace recount
