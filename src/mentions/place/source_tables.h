// The source tables of data/places as entries; internal to place. See data/places/README.md for the
// columns.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "recount/result.h"
#include "src/mentions/place/place.h"

namespace recount::place {

struct Entry {
  std::string id, key;  // key: what extra_names.tsv calls it: "KZ", "US.CA", "gn:12345"
  std::string name;
  std::vector<std::string> others;
  std::string country;  // two letters, or two spaces
  PlaceKind kind = PlaceKind::city;
  std::int32_t lat, lon;  // 1/10,000 degree or kNowhere
  std::uint32_t population = 0, prominence = 0;
  std::uint32_t region = 0;  // 1 + index of an entry
  bool capital = false;      // of its country
};

struct SourceTables {
  std::vector<Entry> entries;  // countries in the order of their codes, then regions, then cities
  std::map<std::string, std::uint32_t, std::less<>> person_names;  // folded, with how many people
};

// Errors name file and line.
Result<SourceTables> read_source_tables(const std::string& directory);

}  // namespace recount::place
