// Steps of find_places; internal to place.
#pragma once

#include <map>
#include <set>

#include "src/mentions/place/place.h"

namespace recount::place {

// A name of the gazetteer among the words of a document.
struct NameHit {
  std::size_t first = 0, words = 0;
  std::uint32_t name = 0;                 // index of the name
  std::vector<std::uint32_t> candidates;  // places, most prominent first
  bool open = false;    // at a place where any word has a capital: says nothing of itself
  bool common = false;  // a common word of the language
  bool person = false;  // a first or last name
  bool beside = false;  // an unknown name stands directly before or after it
  bool respelled = false;
};

// The words of a document, with what several steps ask of each.
struct WordsRead {
  explicit WordsRead(std::span<const PlaceWord> words);

  std::span<const PlaceWord> words;
  std::vector<std::string_view> texts;
  std::vector<std::uint64_t> prints;  // word_print() of words with letters, 0 of other signs
};

// From this prominence on a name is a place even where any word has a capital; from the second even
// where a namesake is a person.
inline constexpr std::uint32_t kSmall = 100'000, kLarge = 300'000, kVeryLarge = 1'000'000;

// Where capitals mean nothing: beginnings of sentences, and headings that capitalise every word.
std::vector<char> open_positions(std::span<const PlaceWord> words);

// Every name with a capital, by position, longest first, without overlap; refused are only words
// that can't be a place.
std::vector<NameHit> names_in(const WordsRead& words, const PlaceContext& context,
                              const std::vector<char>& open);

// What the document says of countries, by code.
struct CountryEvidence {
  std::map<std::string, std::uint32_t, std::less<>> named;  // times, by its name or its people
  std::set<std::string, std::less<>> peoples;               // named by its people
  std::map<std::string, std::set<std::uint32_t>, std::less<>>
      towns;                                                 // names of unambiguous places in it
  std::map<std::uint32_t, std::set<std::uint32_t>> regions;  // names of those places, by region
  std::set<std::string, std::less<>> elsewhere;              // known from outside the document

  bool names(std::string_view country) const { return named.contains(country); }
  // Unambiguous places of the country, the name itself left out.
  std::size_t other_towns(std::string_view country, std::uint32_t name) const;
  std::size_t other_towns(std::uint32_t region, std::uint32_t name) const;
};

CountryEvidence evidence_of(const WordsRead& words, std::span<const NameHit> hits,
                            const PlaceContext& context);

// The one country of all candidates, or empty.
std::string_view only_country(const NameHit& hit, const Gazetteer& gazetteer);

// The candidates of hits[at], the most likely one first.
std::vector<std::uint32_t> ranked(std::span<const NameHit> hits, std::size_t at,
                                  std::span<const PlaceWord> words, const CountryEvidence& evidence,
                                  const Gazetteer& gazetteer);

// What stands between two words of the document that follow each other.
std::string_view between(const PlaceWord& left, const PlaceWord& right);
// Does only a blank stand between them?
bool are_neighbours(const PlaceWord& left, const PlaceWord& right);

// No small letter, and at least two capitals: an acronym, or a heading.
bool is_upper(std::string_view text);

}  // namespace recount::place
