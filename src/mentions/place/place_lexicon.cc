// What a language pack says of places. Text files, one entry a line, # begins a comment:
//
//   demonyms.tsv       DE <tab> German, Germans   forms of adjective and inhabitant
//                      CH <tab> suisse*           the form is also the country's name
//                      @capital yes               the language writes them with a capital
//   place-endings.tsv  е <tab> а,-                an ending and what may stand in its stead, -
//   nothing not-places.txt     nice word                  a word that is also a place, and why it
//   mostly
//                                                 isn't one: never, word or name (NotPlace)
#include <filesystem>

#include "src/base/base.h"
#include "src/mentions/place/place.h"
#include "src/mentions/place/word_print.h"
#include "src/names/names.h"

namespace recount {
namespace {

constexpr std::uint64_t kMostFileBytes = 4u << 20;
constexpr std::size_t kMostDemonymWords = 4;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

// Calls `line(text, number)` for every line that says something; stops at the first error.
template <class Line>
Status each_line(std::string_view text, const Line& line) {
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view said = text.substr(0, end);
    said = trimmed(said.substr(0, said.find('#')));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (said.empty()) continue;
    if (Status status = line(said, number); !status) return status;
  }
  return Done{};
}

Error wrong(std::string_view file, std::size_t number, std::string_view what) {
  return Error{std::string(file) + ":" + std::to_string(number) + ": " + std::string(what)};
}

Result<std::string> read_if_there(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::string();
  Result<std::string> text = read_file(path, kMostFileBytes);
  if (text && !utf8_valid(*text)) return Error{path + ": not UTF-8; save it as UTF-8"};
  return text;
}

}  // namespace

// Of the first word, as it's written in the file and folded.
void PlaceLexicon::add_prints(std::string_view form, std::string_view folded) {
  form = trimmed(form);
  short_prints_.resize(kShortPrints);
  for (const std::uint64_t print : {place::word_print(form.substr(0, form.find_first_of(" -'*"))),
                                    place::word_print(folded.substr(0, folded.find(' ')))}) {
    prints_.insert(print);
    short_prints_[print % kShortPrints] = 1;
  }
}

Status PlaceLexicon::add_demonym_line(std::string_view line, std::size_t number) {
  if (line.starts_with('@')) {
    if (line != "@capital yes" && line != "@capital no")
      return wrong("demonyms.tsv", number,
                   "only \"@capital yes\" and \"@capital no\" begin with @");
    capital_ = line.ends_with("yes");
    return Done{};
  }
  const std::size_t tab = line.find('\t');
  if (tab != 2)
    return wrong("demonyms.tsv", number,
                 "write a country's code of two letters, a tab, and the forms");
  std::string_view forms = line.substr(3);
  while (!forms.empty()) {
    const std::size_t comma = std::min(forms.find(','), forms.size());
    const std::string form = fold_name(forms.substr(0, comma), Apostrophe::splits);
    if (trimmed(forms.substr(0, comma)).ends_with('*')) also_countries_.emplace(form, true);
    if (form.empty() || name_words(form).size() > kMostDemonymWords)
      return wrong("demonyms.tsv", number, "a form has one to four words");
    add_prints(forms.substr(0, comma), form);
    std::size_t& most = most_words_[form.substr(0, form.find(' '))];
    most = std::max(most, name_words(form).size());
    demonyms_.emplace(form, line.substr(0, 2));  // the first country keeps a form
    forms.remove_prefix(std::min(comma + 1, forms.size()));
  }
  return Done{};
}

Status PlaceLexicon::add_not_place_line(std::string_view line, std::size_t number) {
  const std::size_t space = line.find_last_of(" \t");
  const std::string_view kind =
      space == std::string_view::npos ? std::string_view() : line.substr(space + 1);
  if (kind != "never" && kind != "word" && kind != "name")
    return wrong("not-places.txt", number, "write a word and never, word or name");
  const NotPlace why = kind == "never"  ? NotPlace::never
                       : kind == "word" ? NotPlace::word
                                        : NotPlace::name;
  not_places_.emplace(fold_name(line.substr(0, space), Apostrophe::splits), why);
  return Done{};
}

Status PlaceLexicon::add_ending_line(std::string_view line, std::size_t number) {
  const std::size_t tab = line.find('\t');
  if (tab == 0 || tab == std::string_view::npos)
    return wrong("place-endings.tsv", number, "write an ending, a tab, and its base forms");
  Ending ending{fold_name(line.substr(0, tab)), {}};
  std::string_view base = trimmed(line.substr(tab + 1));
  while (!base.empty()) {
    const std::size_t comma = std::min(base.find(','), base.size());
    ending.base.push_back(fold_name(base.substr(0, comma)));  // "-" folds to nothing
    base.remove_prefix(std::min(comma + 1, base.size()));
  }
  endings_.push_back(std::move(ending));
  return Done{};
}

Result<PlaceLexicon> PlaceLexicon::parse(std::string_view demonyms, std::string_view not_places,
                                         std::string_view endings) {
  PlaceLexicon lexicon;
  Status read = each_line(
      demonyms, [&](auto line, auto number) { return lexicon.add_demonym_line(line, number); });
  if (!read) return read.error();
  read = each_line(
      not_places, [&](auto line, auto number) { return lexicon.add_not_place_line(line, number); });
  if (!read) return read.error();
  read = each_line(endings,
                   [&](auto line, auto number) { return lexicon.add_ending_line(line, number); });
  if (!read) return read.error();
  return lexicon;
}

Result<PlaceLexicon> PlaceLexicon::load(const std::string& pack_directory) {
  const Result<std::string> demonyms = read_if_there(pack_directory + "/demonyms.tsv");
  if (!demonyms) return demonyms.error();
  const Result<std::string> not_places = read_if_there(pack_directory + "/not-places.txt");
  if (!not_places) return not_places.error();
  const Result<std::string> endings = read_if_there(pack_directory + "/place-endings.tsv");
  if (!endings) return endings.error();
  Result<PlaceLexicon> lexicon = parse(*demonyms, *not_places, *endings);
  if (!lexicon) return Error{pack_directory + "/" + lexicon.error().message};
  return lexicon;
}

bool PlaceLexicon::is_also_country(std::string_view folded) const {
  return also_countries_.contains(folded);
}

std::string_view PlaceLexicon::demonym_country(std::string_view folded) const {
  const auto found = demonyms_.find(folded);
  return found == demonyms_.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<PlaceLexicon::Demonym> PlaceLexicon::demonym(std::span<const std::string_view> words,
                                                           std::size_t at) const {
  if (short_prints_.empty()) return std::nullopt;
  const std::uint64_t print = place::word_print(words[at]);
  if (!short_prints_[print % kShortPrints] || !prints_.contains(print)) return std::nullopt;
  std::string folded = fold_name(words[at], Apostrophe::splits);
  const auto first = most_words_.find(std::string_view(folded).substr(0, folded.find(' ')));
  if (first == most_words_.end()) return std::nullopt;
  std::optional<Demonym> longest;
  for (std::size_t i = at; i < words.size() && i < at + first->second; ++i) {
    if (i > at) fold_name_append(words[i], Apostrophe::splits, folded);
    if (const std::string_view country = demonym_country(folded); !country.empty())
      longest = Demonym{i + 1 - at, country};
  }
  return longest;
}

std::vector<std::string> PlaceLexicon::base_forms(std::string_view folded) const {
  constexpr std::size_t kShortestStemBytes = 4;  // two letters of Cyrillic
  std::vector<std::string> forms;
  for (const Ending& ending : endings_) {
    if (!folded.ends_with(ending.inflected) ||
        folded.size() < ending.inflected.size() + kShortestStemBytes)
      continue;
    const std::string stem(folded.substr(0, folded.size() - ending.inflected.size()));
    for (const std::string& base : ending.base)
      if (forms.size() < kMostBaseForms) forms.push_back(stem + base);
  }
  return forms;
}

std::optional<PlaceLexicon::NotPlace> PlaceLexicon::not_place(std::string_view folded) const {
  const auto found = not_places_.find(folded);
  if (found == not_places_.end()) return std::nullopt;
  return found->second;
}

}  // namespace recount
