// One language as loaded from its folder: settings, lexicon, rules. Immutable after loading.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "recount/language.h"
#include "recount/record.h"
#include "src/language/characters.h"
#include "src/language/lexicon.h"
#include "src/language/pattern.h"
#include "src/language/symbols.h"
#include "src/language/test_table.h"
#include "src/language/word_table.h"

namespace recount {

struct Example {
  bool negative = false;
  std::string reference;                                      // date of publication, or empty
  std::string text;                                           // without the brackets
  Span marked;                                                // bytes of text
  std::vector<std::pair<std::string, std::string>> expected;  // field, value
  int line = 0;
};

struct Rule {
  Symbol kind = kNoSymbol;
  std::string name;  // "fr/fallen"
  std::vector<Pattern> patterns;
  std::vector<Feature> features;
  int rank = 5;             // 1 first
  std::uint32_t order = 0;  // in the file
  std::vector<Example> examples;
  std::string file;
  int line = 0;

  Symbol get(Symbol key) const {
    for (const Feature& f : features)
      if (f.key == key) return f.value;
    return kNoSymbol;
  }
  bool has(Symbol key) const {
    for (const Feature& f : features)
      if (f.key == key && key != kNoSymbol) return true;
    return false;
  }
};

struct BlockCue {
  BlockKind kind = BlockKind::body;
  bool whole = false;  // the whole block is the phrase; else its first words are
  std::string phrase;  // folded
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

// A word that is written together with the next.
struct Clitic {
  std::string form;
  std::uint64_t bytes = 0;         // of a form of at most eight: as Vocabulary::Key has them
  bool begins_whole_word = false;  // one of Pack::whole_words
};

class NumberWordTable;
class RuleIndex;

class Pack {
 public:
  Pack();
  ~Pack();

  PackSummary summary;
  std::string folder;
  Symbols symbols;
  Symbol number;  // the class of numbers

  // settings of pack.toml
  std::vector<Clitic> clitics_before;         // "l'", "qu'": split off the word that follows
  std::vector<std::string> clitics_after;     // "'s"
  StringSet whole_words;                      // not split: "aujourd'hui"
  CharTable characters = CharTable::plain();  // with the letters that are read as others
  StringSet abbreviations;   // folded, without the point: no sentence ends after them
  StringSet number_joiners;  // "et", "and"
  char decimal_mark = '.';
  std::string thousands_marks;  // ASCII marks between groups of three digits

  Lexicon lexicon;
  // By line of words.txt: the classes that other lines may give its forms too ("also CLASS").
  std::unordered_map<int, std::vector<Symbol>> also;
  std::vector<Rule> rules;  // in file order
  std::vector<BlockCue> block_cues;

  std::vector<const Rule*> rules_of(Symbol kind) const;
  // The rules of a kind, ready to run; empty where the pack has none. Made at the first call: no
  // page may ever be in the pack's language.
  const RuleIndex& index(KnownName kind) const { return index(Symbol{kind}); }
  const RuleIndex& index(Symbol kind) const;
  // Of all rules; empty before build_indices.
  const TestTable& tests() const { return *tests_; }
  // What is ready of each word, for those tests.
  const WordTable& words() const { return *words_; }
  // Its words of numbers, for the same arcs.
  const NumberWordTable& number_words() const { return *number_words_; }
  // Once, after the last rule: rules don't move any more.
  void build_indices();

 private:
  std::unique_ptr<TestTable> tests_;
  std::unique_ptr<WordTable> words_;
  std::unique_ptr<NumberWordTable> number_words_;
  struct LazyIndex {
    std::once_flag made;
    std::unique_ptr<RuleIndex> index;
  };
  std::vector<std::unique_ptr<LazyIndex>> by_kind_;  // by symbol; nullptr where it's no kind
  std::unique_ptr<RuleIndex> none_;
};

// Loads languages/<code>/ and the actors of languages/_shared. Checks the structure; examples are
// run by lang_check. Thread-safe.
Result<std::unique_ptr<Pack>> load_pack(const std::string& folder, const std::string& shared);

}  // namespace recount
