// Places: the gazetteer, and the places that the words of a document name. Module place, facade.
//
// A gazetteer is one compact file that the build makes out of data/places (write_gazetteer) and
// that is checked as a whole when it is loaded. Names are looked up word by word over fold_name():
// "Saint-Étienne", "SAINT ETIENNE" and "saint-etienne" are one. A name leads to candidates, most
// prominent first; find_places chooses by what else the document names, and says where it's not
// sure.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "recount/places.h"
#include "recount/record.h"
#include "recount/result.h"

namespace recount {

namespace place {
struct GazetteerFile;  // internal
}

enum class PlaceKind : std::uint8_t { city, region, country };

// One place, as views into the gazetteer.
struct Place {
  std::string_view name;     // English or international name
  std::string_view id;       // "gn:12345", ISO 3166-1 "KZ", ISO 3166-2 "FR-75"
  std::string_view country;  // ISO 3166-1 alpha-2; empty for continents
  PlaceKind kind = PlaceKind::city;
  std::optional<double> lat, lon;       // degrees; cities only
  std::uint32_t population = 0;         // of a region: of its towns in the gazetteer; 0: unknown
  std::uint32_t prominence = 0;         // population weighed by kind and rank, to order candidates
  std::optional<std::uint32_t> region;  // index of the first-level region of a city
  bool capital = false;                 // of its country
};

// A name found in a row of words: it takes `tokens` of them; `index` is the name's, for
// candidates().
struct PlaceHit {
  std::size_t tokens = 0;
  std::uint32_t index = 0;
};

// Immutable, thread-safe.
class Gazetteer {
 public:
  Gazetteer();  // empty
  ~Gazetteer();
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;

  // Takes the bytes of a file; errors say what is wrong with them. Nothing is trusted: any bytes
  // give a usable gazetteer or an Error.
  static Result<Gazetteer> parse(std::string bytes);

  // Maps a file that write_gazetteer made; it must not be written to meanwhile (a rename over it is
  // fine).
  static Result<Gazetteer> open(const std::string& file);

  // The longest name that begins with word `at`. Case and marks don't matter; a word may hold
  // hyphens and apostrophes or they may be words of their own. REQUIRES: at < words.size(), valid
  // UTF-8.
  std::optional<PlaceHit> longest(std::span<const std::string_view> words, std::size_t at) const;
  // Words of the longest name that begins with this word; 0 where none does. REQUIRES: text from
  // fold_name().
  std::uint32_t most_words(std::string_view first_word) const;
  // Places of a name, most prominent first; at least one. REQUIRES: index < name_count().
  std::vector<std::uint32_t> candidates(std::uint32_t index) const;
  // Is the name a short form in capitals (USA, UK), which a word in small letters doesn't mean?
  bool is_abbreviation(std::uint32_t index) const;
  // Is the name mostly a person's (Martin), as far as lists of names and the size of the place
  // tell?
  bool is_person_name(std::uint32_t index) const;
  // Places that have a one-word name of six letters or more with this skeleton; sorted by index.
  std::vector<std::uint32_t> by_skeleton(std::string_view skeleton) const;
  // Index of the country of an ISO 3166-1 code.
  std::optional<std::uint32_t> country(std::string_view code) const;

  Place place(std::uint32_t index) const;  // REQUIRES: index < place_count()
  std::size_t place_count() const;
  std::size_t name_count() const;

 private:
  static Result<Gazetteer> take(Result<place::GazetteerFile> file);

  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

// Makes the file out of the tables in `source_directory` (data/places). Same tables, same bytes.
// Errors name file and line.
Status write_gazetteer(const std::string& source_directory, const std::string& file);

// What a language pack says of places: languages/<code>/demonyms.tsv, not-places.txt and (languages
// that inflect names) place-endings.tsv. Immutable,
// thread-safe.
class PlaceLexicon {
 public:
  // Why a word that is also a place mostly isn't one.
  enum class NotPlace : std::uint8_t {
    never,  // a word of the language, a month, a party: no place by itself
    word,   // a common word: a place only where a capital inside a sentence shows it
    name,   // a first or last name: a place where no other name stands beside it
  };

  // Files that aren't there are empty. Errors name file and line.
  static Result<PlaceLexicon> load(const std::string& pack_directory);
  // The same from the texts of the files.
  static Result<PlaceLexicon> parse(std::string_view demonyms, std::string_view not_places,
                                    std::string_view endings = {});

  // Code of the country that an adjective or the name of an inhabitant belongs to; empty where it's
  // none. REQUIRES: text from fold_name(), words joined by single spaces ("north korean").
  std::string_view demonym_country(std::string_view folded) const;
  // The longest demonym that begins with word `at`: how many words, which country.
  struct Demonym {
    std::size_t tokens;
    std::string_view country;
  };
  std::optional<Demonym> demonym(std::span<const std::string_view> words, std::size_t at) const;
  // False for most words that begin no demonym. `print`: the word's word_print().
  bool may_begin_demonym(std::uint64_t print) const {
    return !short_prints_.empty() && short_prints_[print % kShortPrints] != 0;
  }
  // Is the demonym also the name of its country ("suisse")?
  bool is_also_country(std::string_view folded) const;
  // Does the language write demonyms with a capital ("German", but "allemand")?
  bool demonyms_are_capital() const { return capital_; }
  std::optional<NotPlace> not_place(std::string_view folded) const;
  // Forms that an inflected word may have in the gazetteer ("москве" → "москва", "моск", …), by the
  // pack's endings; at most kMostBaseForms. Empty where the language doesn't inflect names.
  // REQUIRES: text from fold_name().
  std::vector<std::string> base_forms(std::string_view folded) const;
  bool inflects_names() const { return !endings_.empty(); }
  static constexpr std::size_t kMostBaseForms = 12;

 private:
  Status add_demonym_line(std::string_view line, std::size_t number);
  void add_prints(std::string_view form, std::string_view folded);
  Status add_not_place_line(std::string_view line, std::size_t number);
  Status add_ending_line(std::string_view line, std::size_t number);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <class Value>
  using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  Table<std::string> demonyms_;
  Table<bool> also_countries_;
  static constexpr std::size_t kShortPrints = 1u << 15;  // far more than a language has demonyms
  std::unordered_set<std::uint64_t> prints_;             // of the first words of demonyms
  std::vector<char> short_prints_;                       // by the last bits of them
  Table<std::size_t> most_words_;                        // of the demonyms that begin with a word
  Table<NotPlace> not_places_;
  struct Ending {
    std::string inflected;
    std::vector<std::string> base;
  };
  std::vector<Ending> endings_;  // in the order of the file
  bool capital_ = false;
};

// One word of a document, as the language's tokenizer cut it. Punctuation may be words of its own
// (no capital) or left out. REQUIRES: sorted by span, and every text is a view into the one text of
// the document at its span: what stands between two words is read there.
struct PlaceWord {
  std::string_view text;  // verbatim
  Span span;
  bool capital = false;         // begins with a capital letter
  bool sentence_start = false;  // first word of a sentence, heading or list item
  bool stop = false;            // a function word of the language
  bool located = false;         // behind a preposition: what stands there is mostly a place
  bool supposed = false;  // the capital is only supposed: the text has none; it makes no neighbour
};

struct FoundPlace {
  PlaceMention mention;
  std::size_t first_word = 0, words = 0;  // of the input
  // Perhaps a person or an organisation, or no place at all: an unknown name stands directly beside
  // it, it is mostly a person's name, or it is small and nothing else in the document is near it.
  bool doubtful = false;
  bool respelled = false;  // found by its skeleton: the gazetteer spells it otherwise
  bool capital = false;    // of its country
};

struct PlaceContext {
  const Gazetteer& gazetteer;
  const PlaceLexicon* lexicon = nullptr;  // of the document's language
  std::vector<std::string>
      countries;  // ISO codes known from elsewhere (where the outlet is), weak evidence
};

// Places that the words of one document name, by position, without overlap. Linear in the words.
std::vector<FoundPlace> find_places(std::span<const PlaceWord> words, const PlaceContext& context);

// A place that the gazetteer doesn't have, known as one by its grammar ("in X"): precision
// "unknown", no id.
PlaceMention make_unknown(Span span, std::string_view words);

}  // namespace recount
