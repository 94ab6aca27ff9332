#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "src/base/base.h"
#include "src/mentions/place/gazetteer_format.h"
#include "src/mentions/place/place.h"
#include "src/names/names.h"

namespace recount {
namespace {

const Gazetteer& gazetteer() {
  static const Result<Places> places = Places::load(Places::default_file());
  EXPECT_TRUE(places.ok()) << places.error().message;
  return places->gazetteer();
}

std::vector<std::string_view> words_of(std::string_view text) {
  return name_words(text);  // parts at spaces
}

// "tokens name country kind" of the first candidate, or "none".
std::string dump(std::string_view text) {
  const auto words = words_of(text);
  const auto hit = gazetteer().longest(words, 0);
  if (!hit) return "none";
  const Place place = gazetteer().place(gazetteer().candidates(hit->index).front());
  constexpr std::string_view kinds[] = {"city", "region", "country"};
  std::ostringstream out;
  out << hit->tokens << ' ' << place.name << ' ' << place.country << ' '
      << kinds[static_cast<int>(place.kind)];
  return out.str();
}

TEST(Gazetteer, FindsNames) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Paris", "1 Paris FR city"},
      {"PARIS fell", "1 Paris FR city"},
      {"Saint-Étienne", "1 Saint-Étienne FR city"},
      {"saint etienne", "2 Saint-Étienne FR city"},
      {"St-Étienne", "1 Saint-Étienne FR city"},
      {"Buenos Aires today", "2 Buenos Aires AR city"},
      {"New York", "2 New York City US city"},
      {"Londres", "1 London GB city"},
      {"Москва", "1 Moscow RU city"},
      {"Київ", "1 Kyiv UA city"},
      {"L' Aquila", "2 L'Aquila IT city"},
      {"États-Unis", "1 United States US country"},
      {"etats unis", "2 United States US country"},
      {"Corée du Nord", "3 North Korea KP country"},
      {"Южная Корея", "2 South Korea KR country"},
      {"Georgia", "1 Georgia GE country"},
      {"Monaco", "1 Monaco MC country"},
      {"Bavière", "1 Bavaria DE region"},
      {"Xyzzyville", "none"},
      {"the", "none"},
      {",", "none"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(dump(text), expected) << text;
}

TEST(Gazetteer, RenamedTownsHaveTheirOldNames) {
  for (const auto& [older, newer] :
       {std::pair{"Leningrad", "Saint Petersburg"}, std::pair{"Bombay", "Mumbai"},
        std::pair{"Saigon", "Ho Chi Minh City"}, std::pair{"Stalingrad", "Volgograd"}}) {
    const auto words = words_of(older);
    const auto hit = gazetteer().longest(words, 0);
    ASSERT_TRUE(hit) << older;
    bool found = false;
    for (const std::uint32_t index : gazetteer().candidates(hit->index))
      found |= gazetteer().place(index).name == newer;
    EXPECT_TRUE(found) << older;
  }
}

TEST(Gazetteer, PlacesAreWhole) {
  const Gazetteer& g = gazetteer();
  ASSERT_GT(g.place_count(), 20'000u);
  for (std::uint32_t i = 0; i < g.place_count(); ++i) {
    const Place place = g.place(i);
    ASSERT_FALSE(place.name.empty());
    ASSERT_FALSE(place.id.empty());
    ASSERT_EQ(place.lat.has_value(), place.kind == PlaceKind::city);
  }
  EXPECT_EQ(g.place(*g.country("FR")).name, "France");
  EXPECT_FALSE(g.country("ZZ"));
}

TEST(Gazetteer, CandidatesAreMostProminentFirst) {
  const auto words = words_of("Birmingham");
  const auto hit = gazetteer().longest(words, 0);
  ASSERT_TRUE(hit);
  const auto candidates = gazetteer().candidates(hit->index);
  ASSERT_GE(candidates.size(), 2u);
  EXPECT_EQ(gazetteer().place(candidates[0]).country, "GB");
  EXPECT_EQ(gazetteer().place(candidates[1]).country, "US");
}

TEST(Gazetteer, SkeletonFindsOtherSpellings) {
  const auto has = [](std::string_view spelling, std::string_view name) {
    for (const std::uint32_t index : gazetteer().by_skeleton(skeleton(spelling)))
      if (gazetteer().place(index).name == name) return true;
    return false;
  };
  EXPECT_TRUE(has("Ouagadougou", "Ouagadougou"));
  EXPECT_TRUE(has("Wagadugu", "Ouagadougou") || has("Uagadugu", "Ouagadougou"));
  EXPECT_TRUE(has("Ekaterinbourg", "Yekaterinburg"));
  EXPECT_FALSE(has("Xyzzyville", "Paris"));
}

TEST(Gazetteer, Flags) {
  const auto name = [](std::string_view word) {
    const auto words = words_of(word);
    return gazetteer().longest(words, 0)->index;
  };
  EXPECT_TRUE(gazetteer().is_abbreviation(name("USA")));
  EXPECT_TRUE(gazetteer().is_abbreviation(name("UK")));
  EXPECT_FALSE(gazetteer().is_abbreviation(name("Paris")));
  EXPECT_TRUE(gazetteer().is_person_name(name("Martin")));
  EXPECT_FALSE(gazetteer().is_person_name(name("Berlin")));
}

TEST(Gazetteer, EmptyFindsNothing) {
  const Gazetteer empty;
  const auto words = words_of("Paris");
  EXPECT_FALSE(empty.longest(words, 0));
  EXPECT_TRUE(empty.by_skeleton("paris").empty());
  EXPECT_EQ(empty.place_count(), 0u);
}

// ---- the file
// ----------------------------------------------------------------------------------------------------

std::string bytes_of_default_file() { return read_file(Places::default_file(), 64u << 20).value(); }

std::string with_checksum(std::string bytes) {
  const std::uint64_t checksum = hash64(std::string_view(bytes).substr(place::kCountsAt));
  std::memcpy(bytes.data() + place::kChecksumAt, &checksum, sizeof checksum);
  return bytes;
}

TEST(GazetteerFile, BadBytesAreErrors) {
  const std::string good = bytes_of_default_file();
  EXPECT_TRUE(Gazetteer::parse(good).ok());
  EXPECT_FALSE(Gazetteer::parse("").ok());
  EXPECT_FALSE(Gazetteer::parse("RCPLACES").ok());
  EXPECT_FALSE(Gazetteer::parse(good.substr(0, good.size() - 1)).ok());
  EXPECT_FALSE(Gazetteer::parse(good + "x").ok());
  std::string other_version = good;
  other_version[8] = 9;
  EXPECT_NE(Gazetteer::parse(other_version).error().message.find("format 9"), std::string::npos);
  std::string flipped = good;
  flipped[good.size() / 2] ^= 1;
  EXPECT_FALSE(Gazetteer::parse(flipped).ok());
  EXPECT_FALSE(Places::load("/nonexistent/places.bin").ok());
  EXPECT_FALSE(Places::load("/").ok());
}

// Whatever stands in the file: an error, or a gazetteer that can be asked.
RC_GTEST_PROP(GazetteerFile, DamagedRowsDoNoHarm, (std::uint32_t at, std::uint32_t value)) {
  static const std::string good = bytes_of_default_file();
  std::string bytes = good;
  const std::size_t span = bytes.size() - place::kHeaderSize - 4;
  std::memcpy(bytes.data() + place::kHeaderSize + at % span, &value, sizeof value);
  const auto gazetteer = Gazetteer::parse(with_checksum(std::move(bytes)));
  if (!gazetteer.ok()) return;
  for (const std::string_view text : {"Paris", "New York", "Москва"}) {
    const auto words = words_of(text);
    if (const auto hit = gazetteer->longest(words, 0))
      for (const std::uint32_t index : gazetteer->candidates(hit->index))
        RC_ASSERT(gazetteer->place(index).name.size() < 256);
  }
}

TEST(GazetteerFile, EnvironmentNamesTheFile) {
  ::setenv("RECOUNT_PLACES", "/somewhere/else.bin", 1);
  EXPECT_EQ(Places::default_file(), "/somewhere/else.bin");
  ::unsetenv("RECOUNT_PLACES");
  EXPECT_NE(Places::default_file(), "/somewhere/else.bin");
}

}  // namespace
}  // namespace recount
