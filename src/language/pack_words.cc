// Words with their forms, and the bodies of languages/_shared, into the lexicon.
#include <algorithm>
#include <map>

#include "src/language/pack_reader.h"
#include "src/language/tokenizer.h"

namespace recount {
namespace {

struct Form {
  std::string_view ending;
  std::vector<Feature> flags;
};
struct Paradigm {
  std::string_view strip;
  std::vector<Form> forms;
};

// A reading while it is put together.
struct Reading {
  Symbol cls = kNoSymbol;
  std::vector<Feature> features;
};

// Puts forms into the lexicon, cut and folded as running text is.
class FormWriter {
 public:
  explicit FormWriter(Pack& pack) : pack_(pack) {}

  void add(std::string_view form, Symbol cls, std::span<const Feature> features, int line) {
    words_.clear();
    if (is_plain_word(form)) {
      folded_.resize(form.size());
      const char* const end = pack_.characters.fold_simple(form, folded_.data());
      words_.push_back(
          pack_.lexicon.intern({folded_.data(), static_cast<std::size_t>(end - folded_.data())}));
    } else {
      for (const std::string& word : split_words(form, pack_))
        words_.push_back(pack_.lexicon.intern(word));
    }
    pack_.lexicon.add(words_, cls, features, line);
  }

 private:
  // Letters only, that the table folds: one token.
  bool is_plain_word(std::string_view form) const {
    for (std::size_t at = 0; at < form.size();) {
      const Character c = pack_.characters.look(form, at);
      if (!(c.bits & kLetter) || (c.bits & kComplex)) return false;
      at += c.size;
    }
    return !form.empty();
  }

  Pack& pack_;
  std::string folded_;
  std::vector<WordId> words_;
};

class WordReader {
 public:
  WordReader(const PackFile& paradigms, const PackFile& words, Pack& pack)
      : paradigm_file_(paradigms), word_file_(words), pack_(pack), forms_(pack) {}

  std::optional<Error> read() {
    for (const PackLine& line : paradigm_file_.lines())
      if (!error_) paradigm(line);
    for (const PackLine& line : word_file_.lines())
      if (!error_) word(line);
    return std::move(error_);
  }

 private:
  void fail(const PackFile& file, std::string_view part, const std::string& what) {
    if (!error_) error_ = file.error(part, what);
  }

  // name  strip|-  :flag.flag  ending:flag.flag …
  void paradigm(const PackLine& line) {
    split_fields(line.text, fields_);
    if (fields_.size() < 3)
      return fail(paradigm_file_, line.text, "a paradigm is: name strip ending:flags …");
    Paradigm p;
    if (fields_[1] != "-") p.strip = fields_[1];
    for (std::size_t i = 2; i < fields_.size(); ++i) {
      const std::string_view text = fields_[i];
      const std::size_t colon = text.find(':');
      if (colon == std::string_view::npos)
        return fail(paradigm_file_, text,
                    "a form is ending:flags, here '" + std::string(text) + "'");
      p.forms.push_back({text.substr(0, colon), flags(text.substr(colon + 1))});
    }
    if (!paradigms_.emplace(fields_[0], std::move(p)).second)
      fail(paradigm_file_, fields_[0],
           "paradigm '" + std::string(fields_[0]) + "' stands twice; take one of them out");
  }

  std::vector<Feature> flags(std::string_view text) {
    std::vector<Feature> out;
    while (!text.empty()) {
      const std::size_t dot = text.find('.');
      out.push_back({pack_.symbols.intern(text.substr(0, dot)), kNoSymbol});
      text = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    }
    return out;
  }

  // lemma paradigm|-  class[=value] feature… [; class …] [also class …]
  void word(const PackLine& line) {
    split_fields(line.text, fields_);
    if (fields_.size() < 3)
      return fail(word_file_, line.text, "a word is: lemma paradigm class[=value] feature …");
    const Paradigm* paradigm = nullptr;
    if (fields_[1] != "-") {
      const auto it = paradigms_.find(fields_[1]);
      if (it == paradigms_.end()) return fail(word_file_, fields_[1], no_paradigm());
      paradigm = &it->second;
    }
    std::string lemma(fields_[0]);
    std::replace(lemma.begin(), lemma.end(), '_', ' ');
    Reading reading;
    for (std::size_t i = 2; i <= fields_.size(); ++i) {
      const bool also = i < fields_.size() && fields_[i] == "also" && reading.cls != kNoSymbol;
      const bool ends = i == fields_.size() || fields_[i] == ";" || also;
      if (!ends) {
        add_feature(reading, fields_[i]);
        continue;
      }
      if (reading.cls == kNoSymbol)
        return fail(word_file_, fields_[std::min(i, fields_.size() - 1)],
                    "a reading without a class; a word is: lemma paradigm class[=value] feature …");
      add_forms(line, lemma, paradigm, reading);
      reading.cls = kNoSymbol;
      reading.features.clear();
      if (!also) continue;
      for (std::size_t k = i + 1; k < fields_.size(); ++k)
        pack_.also[line.number].push_back(pack_.symbols.intern(fields_[k]));
      return;
    }
  }

  // "por fin - adv" was meant for por_fin.
  std::string no_paradigm() const {
    std::string term(fields_[0]);
    for (std::size_t i = 1; i < fields_.size(); ++i) {
      if (fields_[i] == "-" || paradigms_.contains(fields_[i]))
        return "a blank inside of a term is written _: " + term;
      term += "_" + std::string(fields_[i]);
    }
    return "no paradigm '" + std::string(fields_[1]) +
           "' in paradigms.txt; write it there, or '-' " + "for a word without other forms";
  }

  void add_feature(Reading& reading, std::string_view text) {
    const std::size_t equals = text.find('=');
    const Symbol key = pack_.symbols.intern(text.substr(0, equals));
    const bool first = reading.cls == kNoSymbol;
    if (first) reading.cls = key;
    if (equals != std::string_view::npos)
      reading.features.push_back({key, pack_.symbols.intern(text.substr(equals + 1))});
    else if (!first)
      reading.features.push_back({key, kNoSymbol});
  }

  void add_forms(const PackLine& line, std::string_view lemma, const Paradigm* paradigm,
                 Reading& reading) {
    if (!paradigm) return forms_.add(lemma, reading.cls, reading.features, line.number);
    if (!lemma.ends_with(paradigm->strip))
      return fail(word_file_, line.text,
                  "'" + std::string(lemma) + "' doesn't end in '" + std::string(paradigm->strip) +
                      "' as its paradigm wants; mend the word or take another paradigm");
    form_ = lemma.substr(0, lemma.size() - paradigm->strip.size());
    const std::size_t stem = form_.size(), own = reading.features.size();
    for (const Form& form : paradigm->forms) {
      form_.replace(stem, std::string::npos, form.ending);
      reading.features.resize(own);
      reading.features.insert(reading.features.end(), form.flags.begin(), form.flags.end());
      forms_.add(form_, reading.cls, reading.features, line.number);
    }
    reading.features.resize(own);
  }

  const PackFile& paradigm_file_;
  const PackFile& word_file_;
  Pack& pack_;
  FormWriter forms_;
  std::map<std::string_view, Paradigm> paradigms_;
  std::vector<std::string_view> fields_;
  std::string form_;
  std::optional<Error> error_;
};

// f(part) for every part between the marks.
template <class F>
void for_parts(std::string_view text, char mark, F&& f) {
  while (true) {
    const std::size_t end = text.find(mark);
    f(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::optional<Error> read_words(const PackFile& paradigms, const PackFile& words, Pack& pack) {
  return WordReader(paradigms, words, pack).read();
}

// key kind code:name|name code:name …   (tabs between); `*` for every language
std::optional<Error> read_actors(const PackFile& actors, Pack& pack) {
  FormWriter forms(pack);
  const Symbol actor = pack.symbols.intern("actor"), proper = pack.symbols.intern("proper"),
               key = pack.symbols.intern("key");
  std::vector<std::string_view> cells;
  for (const PackLine& line : actors.lines()) {
    cells.clear();
    for_parts(line.text, '\t', [&](std::string_view cell) { cells.push_back(cell); });
    if (cells.size() < 3)
      return actors.error(line.text, "an actor is: key TAB kind TAB code:name|name TAB …");
    if (!named<ActorKind>(cells[1]))
      return actors.error(cells[1], "no kind of actor is called '" + std::string(cells[1]) +
                                        "'; see languages/README.md, 'actor'");
    const Feature features[] = {{actor, pack.symbols.intern(cells[1])},
                                {proper, kNoSymbol},
                                {key, pack.symbols.intern(cells[0])}};
    for (std::size_t i = 2; i < cells.size(); ++i) {
      const std::size_t colon = cells[i].find(':');
      const std::string_view code = cells[i].substr(0, colon);
      if (colon == std::string_view::npos || (code != "*" && code != pack.summary.code)) continue;
      for_parts(cells[i].substr(colon + 1), '|',
                [&](std::string_view name) { forms.add(name, actor, features, 0); });
    }
  }
  return std::nullopt;
}

}  // namespace recount
