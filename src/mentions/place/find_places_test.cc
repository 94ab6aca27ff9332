#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "src/base/base.h"
#include "src/mentions/place/place.h"

namespace recount {
namespace {

const Gazetteer& gazetteer() {
  static const Result<Places> places = Places::load(Places::default_file());
  EXPECT_TRUE(places.ok()) << places.error().message;
  return places->gazetteer();
}

const PlaceLexicon& lexicon() {
  static const Result<PlaceLexicon> lexicon = PlaceLexicon::parse(
      "@capital yes\nUS\tAmerican, Americans\nDE\tGerman, Germans\nKP\tNorth Korean\nCH\tSwiss*\n",
      "march never\npolice never\nnice word\nreading word\ncharlotte name\n");
  EXPECT_TRUE(lexicon.ok()) << lexicon.error().message;
  return *lexicon;
}

// A tokenizer for tests: words of letters, clitics with their apostrophe; sentences end at . ! ?
// and line ends.
std::vector<PlaceWord> cut(std::string_view text) {
  static const std::set<std::string_view> stop{"the", "in",  "of", "and", "to", "a",
                                               "Le",  "The", "In", "US",  "us", "give"};
  std::vector<PlaceWord> words;
  bool start = true;
  for (std::size_t pos = 0; pos < text.size();) {
    const auto is_letter = [&](std::size_t at) {
      const auto c = static_cast<unsigned char>(text[at]);
      return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    const std::size_t begin = pos;
    while (pos < text.size() && is_letter(pos)) ++pos;
    if (pos > begin) {
      PlaceWord word;
      word.text = text.substr(begin, pos - begin);
      word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(pos)};
      const auto first = static_cast<unsigned char>(word.text[0]);
      const auto second = static_cast<unsigned char>(word.text.size() > 1 ? word.text[1] : 0);
      word.capital = (first >= 'A' && first <= 'Z') || (first == 0xC3 && second < 0xA0) ||
                     (first == 0xD0 && second < 0xB0);
      word.sentence_start = start;
      word.stop = stop.contains(word.text);
      words.push_back(word);
      start = false;
      continue;
    }
    start |= text[pos] == '.' || text[pos] == '!' || text[pos] == '?' || text[pos] == '\n';
    ++pos;
  }
  return words;
}

// "[words]name/country/precision" with ? for doubtful, ~ for respelled; joined by "; ".
std::string dump(std::string_view text) {
  const auto words = cut(text);
  std::ostringstream out;
  for (const FoundPlace& found : find_places(words, {gazetteer(), &lexicon(), {}})) {
    const PlaceMention& mention = found.mention;
    if (out.tellp() > 0) out << "; ";
    out << '[' << text.substr(mention.span.begin, mention.span.size()) << ']' << mention.name << '/'
        << mention.country << '/' << mention.precision << (found.doubtful ? "?" : "")
        << (found.respelled ? "~" : "");
  }
  return out.str();
}

struct Row {
  std::string_view text, expected;
};

TEST(FindPlaces, Table) {
  const Row rows[] = {
      {"", ""},
      {"they met in Berlin yesterday", "[Berlin]Berlin/DE/city"},
      {"they met in berlin yesterday", ""},
      {"they went to Buenos Aires and Saint-Étienne",
       "[Buenos Aires]Buenos Aires/AR/city; [Saint-Étienne]Saint-Étienne/FR/city"},
      {"Berlin is large", "[Berlin]Berlin/DE/city"},
      // a small town at the beginning of a sentence needs another sentence
      {"Görlitz is small", ""},
      {"Görlitz is small. they like Görlitz",
       "[Görlitz]Görlitz/DE/city?; [Görlitz]Görlitz/DE/city?"},
      // words of the language
      {"they arrived in March", ""},
      {"the Police came", ""},
      {"Nice people came", ""},
      {"they live in Nice with nobody", "[Nice]Nice/FR/city"},
      // short forms only in capitals
      {"the US army", "[US]United States/US/country"},
      {"they gave Us nothing", ""},
      {"now GIVE US WATER NOW", ""},
      // an acronym is no town of four letters
      {"the Most XQV shops", ""},
      // people's names
      {"so said Charlotte Lindqvist to them", ""},
      {"the reporter Fredrik Berlin said", "[Berlin]Berlin/DE/city?"},
      // parts of compounds
      {"on the Champs-Xyzzy today", ""},
      {"the Paris-based group", "[Paris]Paris/FR/city"},
      // demonyms are no places
      {"the Swiss said", ""},
      {"the German said", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.expected) << row.text;
}

TEST(FindPlaces, TheDocumentChooses) {
  const Row rows[] = {
      {"they came to Birmingham today", "[Birmingham]Birmingham/GB/city"},
      {"the American police came to Birmingham today", "[Birmingham]Birmingham/US/city"},
      {"they came to Birmingham, Alabama",
       "[Birmingham]Birmingham/US/city; [Alabama]Alabama/US/region"},
      {"they came to London in the United States of old",
       "[London]London/GB/city; [United States]United States/US/country"},
      {"they came to Paris, Texas", "[Paris]Paris/US/city; [Texas]Texas/US/region"},
      {"they voted in Luxembourg and in Gibraltar",
       "[Luxembourg]Luxembourg/LU/country; [Gibraltar]Gibraltar/GI/country"},
      {"they voted in Georgia", "[Georgia]Georgia/GE/country"},
      {"they voted in Georgia, in Atlanta and in Savannah",
       "[Georgia]Georgia/US/region; [Atlanta]Atlanta/US/city; [Savannah]Savannah/US/city"},
      {"they voted in Atlanta, Georgia", "[Atlanta]Atlanta/US/city; [Georgia]Georgia/US/region"},
  };
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.expected) << row.text;
}

TEST(FindPlaces, OtherSpellingsOnlyInANamedCountry) {
  EXPECT_EQ(dump("they came to Tilbourg today"), "");
  EXPECT_EQ(dump("they came to Tilbourg in the Netherlands"),
            "[Tilbourg]Tilburg/NL/city~; [Netherlands]Netherlands/NL/country");
  EXPECT_EQ(dump("they saw Piet Tilbourg in the Netherlands"),
            "[Netherlands]Netherlands/NL/country");
}

TEST(FindPlaces, CandidatesAndCoordinatesAreKept) {
  const std::string_view text = "they came to Berlin today";
  const auto words = cut(text);
  const auto found = find_places(words, {gazetteer(), nullptr, {}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].mention.id, "gn:2950159");
  EXPECT_NEAR(*found[0].mention.lat, 52.52, 0.05);
  EXPECT_NEAR(*found[0].mention.lon, 13.41, 0.05);
  EXPECT_FALSE(found[0].mention.candidates.empty());
  EXPECT_EQ(found[0].first_word, 3u);
}

TEST(FindPlaces, UnknownPlace) {
  const PlaceMention mention = make_unknown({3, 12}, "Xyzzyburg");
  EXPECT_EQ(mention.name, "Xyzzyburg");
  EXPECT_EQ(mention.precision, "unknown");
  EXPECT_TRUE(mention.id.empty());
  EXPECT_FALSE(mention.lat);
}

TEST(FindPlaces, EmptyGazetteer) {
  const Gazetteer empty;
  const auto words = cut("they came to Berlin");
  EXPECT_TRUE(find_places(words, {empty, nullptr, {}}).empty());
}

TEST(FindPlaces, InflectedNames) {
  const auto russian = PlaceLexicon::load("languages/ru");
  ASSERT_TRUE(russian.ok()) << russian.error().message;
  const Row rows[] = {
      {"они были в Москве", "Moscow"},
      {"он из Казани", "Kazan"},
      {"она из России", "Russia"},
      {"они в Нижнем Новгороде", "Nizhniy Novgorod"},
      {"мы в Париже", "Paris"},
      {"мы в Южной Корее", "South Korea"},
      {"они в Тбилиси", "Tbilisi"},
      {"они в Чебоксарах", "Cheboksary"},
      {"они в Германии", "Germany"},
      {"они под Киевом", "Kyiv"},
      {"они в Санкт-Петербурге", "Saint Petersburg"},
      {"он из Ростова-на-Дону", "Rostov-na-Donu"},
      {"они в Соединенных Штатах", "United States"},
      {"он видел Ивана", ""},
  };
  for (const Row& row : rows) {
    const auto words = cut(row.text);
    const auto found = find_places(words, {gazetteer(), &*russian, {}});
    EXPECT_EQ(found.empty() ? "" : found.front().mention.name, row.expected) << row.text;
  }
  EXPECT_EQ(russian->demonym_country("узбекистанского"), "UZ");
}

TEST(PlaceLexicon, Demonyms) {
  EXPECT_EQ(lexicon().demonym_country("german"), "DE");
  EXPECT_EQ(lexicon().demonym_country("germany"), "");
  const std::vector<std::string_view> words{"the", "North", "Korean", "army"};
  const auto demonym = lexicon().demonym(words, 1);
  ASSERT_TRUE(demonym);
  EXPECT_EQ(demonym->tokens, 2u);
  EXPECT_EQ(demonym->country, "KP");
  EXPECT_FALSE(lexicon().demonym(words, 0));
  EXPECT_TRUE(lexicon().demonyms_are_capital());
}

TEST(PlaceLexicon, BadLinesAreErrors) {
  for (const std::string_view bad : {"XX German", "DEU\tGerman", "@capital maybe", "DE\t,"})
    EXPECT_FALSE(PlaceLexicon::parse(bad, "").ok()) << bad;
  for (const std::string_view bad : {"nice", "nice often", "never"})
    EXPECT_FALSE(PlaceLexicon::parse("", bad).ok()) << bad;
  EXPECT_NE(PlaceLexicon::parse("DE\tGerman\nXX German", "").error().message.find(":2:"),
            std::string::npos);
}

TEST(PlaceLexicon, PacksOfTheSource) {
  const auto en = PlaceLexicon::load("languages/en"), fr = PlaceLexicon::load("languages/fr");
  ASSERT_TRUE(en.ok()) << en.error().message;
  ASSERT_TRUE(fr.ok()) << fr.error().message;
  const std::array<std::string_view, 3> rows[] = {{"FR", "french", "francaise"},
                                                  {"DE", "german", "allemandes"},
                                                  {"RU", "russian", "russe"},
                                                  {"CI", "ivorian", "ivoirienne"},
                                                  {"KP", "north korean", "nord coreen"},
                                                  {"GR", "greek", "grecque"},
                                                  {"NE", "nigerien", "nigerienne"},
                                                  {"NG", "nigerian", "nigeriane"},
                                                  {"US", "american", "etats unienne"}};
  for (const auto& [country, english, french] : rows) {
    EXPECT_EQ(en->demonym_country(english), country) << english;
    EXPECT_EQ(fr->demonym_country(french), country) << french;
  }
  EXPECT_EQ(fr->not_place("police"), PlaceLexicon::NotPlace::never);
  EXPECT_EQ(en->not_place("nice"), PlaceLexicon::NotPlace::word);
  EXPECT_TRUE(PlaceLexicon::load("languages/none").ok());
}

}  // namespace
}  // namespace recount
