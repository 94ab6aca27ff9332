// Looking up. It costs little for words that begin no name, which most words are: one hash of the
// first word in a table that also says how many words its longest name has. Only those are joined,
// and looked up from the longest.
#include <algorithm>

#include "src/base/base.h"
#include "src/mentions/place/gazetteer_file.h"
#include "src/mentions/place/place.h"
#include "src/names/names.h"

namespace recount {

using place::NameRow;
using place::PlaceRow;

struct Gazetteer::Impl {
  place::GazetteerFile file;
};

namespace {

// Signs inside a name that a tokenizer may have made words of.
bool joins_words(std::string_view word) {
  return word == "-" || word == "‐" || word == "‑" || word == "–" || word == "'" || word == "’" ||
         word == ".";
}

std::size_t count_words(std::string_view folded) {
  return 1 + static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
}

}  // namespace

Result<Gazetteer> Gazetteer::take(Result<place::GazetteerFile> file) {
  if (!file) return file.error();
  Gazetteer gazetteer;
  gazetteer.impl_ = std::make_unique<const Impl>(Impl{std::move(*file)});
  return gazetteer;
}

Result<Gazetteer> Gazetteer::parse(std::string bytes) {
  auto owner = std::make_shared<const std::string>(std::move(bytes));
  const std::string_view view = *owner;
  return take(place::check_gazetteer(view, std::move(owner)));
}

Result<Gazetteer> Gazetteer::open(const std::string& file) {
  Result<Gazetteer> gazetteer = take(place::map_gazetteer(file));
  if (!gazetteer) return Error{file + ": " + gazetteer.error().message};
  return gazetteer;
}

std::optional<PlaceHit> Gazetteer::longest(std::span<const std::string_view> words,
                                           std::size_t at) const {
  if (!impl_) return std::nullopt;
  std::string folded;
  fold_name_append(words[at], Apostrophe::splits, folded);
  if (folded.empty()) return std::nullopt;
  std::size_t most = impl_->file.most_words(std::string_view(folded).substr(0, folded.find(' ')));
  if (most == 0) return std::nullopt;
  struct End {
    std::size_t tokens, size;
  };
  std::array<End, place::kMostWords> ends;
  std::size_t found = 0;
  ends[found++] = {1, folded.size()};
  for (std::size_t i = at + 1; i < words.size() && found < ends.size(); ++i) {
    const std::size_t before = folded.size();
    fold_name_append(words[i], Apostrophe::splits, folded);
    if (folded.size() == before && !joins_words(words[i])) break;
    const std::size_t count = count_words(folded);
    if (count == 2) most = impl_->file.most_words(folded);  // now that the second is known
    if (count > most) break;
    if (folded.size() > before) ends[found++] = {i + 1 - at, folded.size()};
  }
  while (found > 0) {
    const End end = ends[--found];
    if (const auto name = impl_->file.find_name(std::string_view(folded).substr(0, end.size)))
      return PlaceHit{end.tokens, *name};
  }
  return std::nullopt;
}

std::uint32_t Gazetteer::most_words(std::string_view first_word) const {
  return impl_ ? impl_->file.most_words(first_word) : 0;
}

std::vector<std::uint32_t> Gazetteer::candidates(std::uint32_t index) const {
  const NameRow row = impl_->file.name_row(index);
  std::vector<std::uint32_t> places(row.postings);
  for (std::uint32_t i = 0; i < row.postings; ++i)
    places[i] = impl_->file.posting(row.posting_at + i);
  return places;
}

bool Gazetteer::is_abbreviation(std::uint32_t index) const {
  return (impl_->file.name_row(index).flags & place::kAbbreviation) != 0;
}

bool Gazetteer::is_person_name(std::uint32_t index) const {
  return (impl_->file.name_row(index).flags & place::kPersonName) != 0;
}

std::vector<std::uint32_t> Gazetteer::by_skeleton(std::string_view skeleton) const {
  std::vector<std::uint32_t> places;
  if (!impl_) return places;
  const std::uint32_t print = place::bone_print(hash64(skeleton));
  std::size_t low = 0, high = impl_->file.count[place::kBones];
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (impl_->file.bone_print(middle) < print)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < impl_->file.count[place::kBones] && impl_->file.bone_print(low) == print; ++low)
    places.push_back(impl_->file.bone_place(low));
  return places;
}

std::optional<std::uint32_t> Gazetteer::country(std::string_view code) const {
  if (!impl_) return std::nullopt;
  for (std::uint32_t i = 0; i < place_count(); ++i) {
    const Place found = place(i);
    if (found.kind != PlaceKind::country) break;  // countries come first
    if (found.country == code) return i;
  }
  return std::nullopt;
}

Place Gazetteer::place(std::uint32_t index) const {
  const PlaceRow row = impl_->file.place_row(index);
  Place place;
  place.name = impl_->file.text(row.name_at, row.name_size);
  place.id = impl_->file.text(row.id_at, row.id_size);
  const char* country = impl_->file.at(place::kPlaces, index) + 10;
  if (country[0] != ' ') place.country = {country, 2};
  place.kind = static_cast<PlaceKind>(row.kind);
  place.capital = row.capital != 0;
  if (row.lat != place::kNowhere) {
    place.lat = row.lat / 10000.0;
    place.lon = row.lon / 10000.0;
  }
  place.population = row.population;
  place.prominence = row.prominence;
  if (row.region != 0) place.region = row.region - 1;
  return place;
}

std::size_t Gazetteer::place_count() const { return impl_ ? impl_->file.count[place::kPlaces] : 0; }
std::size_t Gazetteer::name_count() const { return impl_ ? impl_->file.count[place::kNames] : 0; }

Gazetteer::Gazetteer() = default;
Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;

}  // namespace recount
