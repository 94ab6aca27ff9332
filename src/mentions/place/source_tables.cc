// Reading data/places. Prominence puts candidates of one name in order before a document says more:
// population, weighed so that a country goes before its capital, a capital before larger towns
// abroad, and a town before the region around it.
#include "src/mentions/place/source_tables.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <unordered_map>

#include "src/base/base.h"
#include "src/mentions/place/gazetteer_format.h"
#include "src/names/names.h"

namespace recount::place {
namespace {

constexpr std::size_t kMostLineBytes = 1u << 16;
constexpr std::uint32_t kCountryProminence =
    20'000'000;  // of the smallest: before all towns of its name

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t pos = 0; pos <= text.size();) {
    std::size_t end = text.find(separator, pos);
    if (end == std::string_view::npos) end = text.size();
    parts.emplace_back(text.substr(pos, end - pos));
    pos = end + 1;
  }
  return parts;
}

std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "-12.3456" as -123456; kNowhere where it's no such number.
std::int32_t degrees(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c != '.') digits += c;
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool four_places = text.size() > 5 && text[text.size() - 5] == '.';
  return error == std::errc{} && end == digits.data() + digits.size() && four_places ? value
                                                                                     : kNowhere;
}

void add_names(std::string_view list, std::vector<std::string>& names) {
  for (std::string& name : split(list, '|'))
    if (!name.empty()) names.push_back(std::move(name));
}

std::uint32_t saturated(std::uint64_t value) {
  return static_cast<std::uint32_t>(
      std::min<std::uint64_t>(value, std::numeric_limits<std::uint32_t>::max()));
}

class Tables {
 public:
  explicit Tables(std::string directory) : directory_(std::move(directory)) {}

  Result<SourceTables> read() {
    using Row = const std::vector<std::string>&;
    const Status steps[] = {
        rows("countries.tsv", 4, [this](Row row) { return add_country(row); }),
        rows("regions.tsv.gz", 4, [this](Row row) { return add_region(row); }),
        rows("cities.tsv.gz", 9, [this](Row row) { return add_city(row); }),
        rows("extra_names.tsv", 2, [this](Row row) { return add_extra(row); }),
        rows("person_names.tsv", 2, [this](Row row) { return add_person_name(row); }),
    };
    for (const Status& step : steps)
      if (!step) return step.error();
    for (Entry& entry : entries_)
      if (entry.kind == PlaceKind::region && entry.country != "  ")
        entry.prominence = entry.population / 8;
    return SourceTables{std::move(entries_), std::move(person_names_)};
  }

 private:
  // Hands every line but the first to `add`, which says whether it's right. Lines with # are
  // comments.
  template <class Add>
  Status rows(const std::string& file, std::size_t columns, const Add& add) {
    const std::string path = directory_ + "/" + file;
    Result<LineReader> reader = LineReader::open(path, kMostLineBytes);
    if (!reader) return reader.error();
    while (const auto line = reader->next()) {
      if (line->number == 1 || line->text.empty() || line->text.starts_with('#')) continue;
      const std::vector<std::string> row = split(line->text, '\t');
      if (line->too_long || row.size() < columns || !add(row))
        return Error{path + ":" + std::to_string(line->number) +
                     ": not a row of this table; see README.md beside it"};
    }
    if (reader->error()) return *reader->error();
    return Done{};
  }

  bool put(Entry entry) {
    if (entry.name.empty() || entry.name.size() > 255 || entry.id.size() > 255) return false;
    entries_.push_back(std::move(entry));
    return by_key_.emplace(entries_.back().key, entries_.size() - 1).second;
  }

  // code geonames population, then the names of one language a column
  bool add_country(const std::vector<std::string>& row) {
    const bool continent = row[0].size() == 3;
    Entry entry{continent ? "gn:" + row[1] : row[0],
                row[0],
                "",
                {},
                continent ? "  " : row[0],
                continent ? PlaceKind::region : PlaceKind::country,
                kNowhere,
                kNowhere,
                number(row[2])};
    if (row[0].size() != 2 && !continent) return false;
    for (std::size_t i = 3; i < row.size(); ++i) add_names(row[i], entry.others);
    if (entry.others.empty()) return false;
    entry.name = entry.others.front();
    entry.prominence =
        continent ? 0xFFFFFFFF
                  : std::max(kCountryProminence, saturated(std::uint64_t{entry.population} * 8));
    if (continent) {
      continents_.push_back(std::move(entry));
      return true;
    }
    return put(std::move(entry));
  }

  // id code name others
  bool add_region(const std::vector<std::string>& row) {
    if (row[1].size() < 4) return false;
    for (Entry& continent : continents_) put(std::move(continent));
    continents_.clear();
    Entry entry{row[0],   row[1],  row[2], {}, row[1].substr(0, 2), PlaceKind::region,
                kNowhere, kNowhere};
    add_names(row[3], entry.others);
    return put(std::move(entry));
  }

  // geonames name lat lon country region population class others
  bool add_city(const std::vector<std::string>& row) {
    Entry entry{"gn:" + row[0],  "gn:" + row[0],  row[1],        {}, row[4], PlaceKind::city,
                degrees(row[2]), degrees(row[3]), number(row[6])};
    if (entry.lat == kNowhere || entry.lon == kNowhere || entry.country.size() != 2) return false;
    add_names(row[8], entry.others);
    entry.capital = row[7] == "PPLC";
    const std::uint64_t rank = entry.capital ? 4 : row[7] == "PPLX" ? 1 : 2;
    entry.prominence = saturated(entry.population * rank / 2);
    if (const auto region = by_key_.find(row[4] + "." + row[5]); region != by_key_.end()) {
      entry.region = static_cast<std::uint32_t>(region->second) + 1;
      std::uint32_t& people = entries_[region->second].population;
      people = saturated(std::uint64_t{people} + entry.population);
    }
    return put(std::move(entry));
  }

  // key names
  bool add_extra(const std::vector<std::string>& row) {
    const auto entry = by_key_.find(row[0]);
    if (entry == by_key_.end()) return false;
    std::vector<std::string>& names = entries_[entry->second].others;
    const std::size_t before = names.size();
    add_names(row[1], names);
    for (std::size_t i = before; i < names.size(); ++i) {
      if (!names[i].starts_with('=')) continue;  // "=X": X is what the place is called
      names[i].erase(0, 1);
      std::swap(entries_[entry->second].name, names[i]);
    }
    return true;
  }

  // name count
  bool add_person_name(const std::vector<std::string>& row) {
    return person_names_.emplace(fold_name(row[0], Apostrophe::splits), number(row[1])).second;
  }

  std::string directory_;
  std::vector<Entry> entries_, continents_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::map<std::string, std::uint32_t, std::less<>> person_names_;
};

}  // namespace

Result<SourceTables> read_source_tables(const std::string& directory) {
  return Tables(directory).read();
}

}  // namespace recount::place
