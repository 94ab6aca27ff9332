// Writing the gazetteer's file out of the source tables: run by the build, not by the program.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "src/base/base.h"
#include "src/mentions/place/gazetteer_format.h"
#include "src/mentions/place/place.h"
#include "src/mentions/place/source_tables.h"
#include "src/names/names.h"

namespace recount {
namespace place {
namespace {

constexpr std::size_t kSkeletonLetters = 6;
// A name of the list of persons (Wikidata, people with an article) is a person's rather than a
// place's where it has a bearer for fewer than so many inhabitants: Martin, Nancy, Hidalgo; not
// Florence, Milan, Sofia. Set by eye, 2026.
constexpr std::uint64_t kPeoplePerBearer = 4000;

// USA, UK, É.-U.: short and all capitals.
bool is_short_form(std::string_view name) {
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < name.size();) {
    const std::size_t begin = pos;
    const char32_t c = utf8_next(name, pos);
    if (c == '.' || c == '-' || c == ' ') continue;
    const std::string_view letter = name.substr(begin, pos - begin);
    const bool ascii_capital = c >= 'A' && c <= 'Z';
    if (c < 0x80 ? !ascii_capital : fold_name(letter) == letter) return false;
    ++letters;
  }
  return letters > 0 && letters <= 4;
}

std::size_t letter_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Where a word, a view into the text, ends in it.
std::size_t end_of(std::string_view word, const std::string& text) {
  return static_cast<std::size_t>(word.data() - text.data()) + word.size();
}

std::string with_short_saint(std::string_view folded) {
  std::string out;
  for (const std::string_view word : name_words(folded)) {
    if (!out.empty()) out += ' ';
    out += word == "saint" ? "st" : word == "sainte" ? "ste" : word;
  }
  return out;
}

// A power of two, at least a fifth of it empty.
std::size_t slots_for(std::size_t rows) { return std::bit_ceil(rows + rows / 4 + 1); }

class Writer {
 public:
  explicit Writer(const SourceTables& tables)
      : entries_(tables.entries), person_names_(tables.person_names) {}

  std::string write() {
    for (std::uint32_t i = 0; i < entries_.size(); ++i) add_place(i);
    add_names();
    add_bones();
    std::string counts, body;
    for (std::size_t section = 0; section < kSections; ++section) {
      append_integer(counts,
                     static_cast<std::uint32_t>(sections_[section].size() / kRowSize[section]));
      body += sections_[section];
    }
    const std::string checked = counts + body;
    std::string out(kMagic);
    append_integer(out, kVersion);
    append_integer(out, hash64(checked));
    return out + checked;
  }

 private:
  struct Name {
    std::vector<std::uint32_t> places;
    bool only_short = true;
  };

  std::uint32_t text(std::string_view text) {
    const auto [known, added] =
        text_at_.emplace(text, static_cast<std::uint32_t>(sections_[kText].size()));
    if (added) sections_[kText] += text;
    return known->second;
  }

  void add_place(std::uint32_t index) {
    const Entry& entry = entries_[index];
    std::string& out = sections_[kPlaces];
    append_integer(out, text(entry.name));
    append_integer(out, text(entry.id));
    append_integer(out, static_cast<std::uint8_t>(entry.name.size()));
    append_integer(out, static_cast<std::uint8_t>(entry.id.size()));
    out += entry.country;
    append_integer(out, entry.lat);
    append_integer(out, entry.lon);
    append_integer(out, entry.population);
    append_integer(out, entry.prominence);
    append_integer(out, entry.region);
    append_integer(out, static_cast<std::uint8_t>(entry.kind));
    append_integer(out, static_cast<std::uint8_t>(entry.capital));
    append_integer(out, std::uint16_t{0});
    add_name(entry.name, index);
    for (const std::string& other : entry.others) add_name(other, index);
  }

  // Under every way to write it: "Kazan'" is one word or two for a tokenizer, Saint is also St.
  void add_name(std::string_view name, std::uint32_t index) {
    const bool short_form = is_short_form(name);
    const std::string split = fold_name(name, Apostrophe::splits), whole = fold_name(name);
    add_folded(split, short_form, index);
    if (whole != split) add_folded(whole, short_form, index);
    if (const std::string saint = with_short_saint(split); saint != split)
      add_folded(saint, false, index);
    if (name_words(whole).size() == 1 && letter_count(whole) >= kSkeletonLetters)
      bones_.emplace_back(bone_print(hash64(skeleton(name))), index);
  }

  void add_folded(const std::string& folded, bool short_form, std::uint32_t index) {
    if (folded.empty() || folded.size() > 0xFF || name_words(folded).size() > kMostWords) return;
    Name& known = names_[folded];
    if (std::find(known.places.begin(), known.places.end(), index) == known.places.end())
      known.places.push_back(index);
    known.only_short &= short_form;
  }

  // Its own name counts for more than one that other languages give it: Monaco isn't München.
  std::uint64_t prominence_under(std::uint32_t index, std::string_view folded) const {
    const Entry& entry = entries_[index];
    const bool own =
        entry.kind == PlaceKind::city && fold_name(entry.name, Apostrophe::splits) == folded;
    return std::uint64_t{entry.prominence} * (own ? kOwnName : 1);
  }

  std::uint8_t flags(const std::string& folded, const Name& name) const {
    const auto people = person_names_.find(folded);
    const bool person =
        people != person_names_.end() &&
        std::uint64_t{people->second} * kPeoplePerBearer > entries_[name.places.front()].prominence;
    return static_cast<std::uint8_t>((name.only_short ? kAbbreviation : 0) |
                                     (person ? kPersonName : 0));
  }

  void add_names() {
    std::vector<std::uint64_t> hashes;
    std::map<std::string, std::uint32_t> first_words;
    for (auto& [folded, name] : names_) {
      std::sort(name.places.begin(), name.places.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(prominence_under(b, folded), a) <
               std::pair(prominence_under(a, folded), b);
      });
      const auto words = name_words(folded);
      for (std::size_t n = 1; n <= std::min<std::size_t>(words.size(), 2); ++n) {
        std::uint32_t& most = first_words[folded.substr(0, end_of(words[n - 1], folded))];
        most = std::max(most, static_cast<std::uint32_t>(words.size()));
      }
      hashes.push_back(hash64(folded));
      add_name_row(folded, name);
    }
    sections_[kNameSlots] = name_slots(hashes);
    sections_[kFirstSlots] = first_slots(first_words);
  }

  void add_name_row(const std::string& folded, const Name& name) {
    std::string& out = sections_[kNames];
    const std::size_t postings = std::min<std::size_t>(name.places.size(), 0xFFFF);
    append_integer(out, text(folded));
    append_integer(out,
                   static_cast<std::uint32_t>(sections_[kPostings].size() / kRowSize[kPostings]));
    append_integer(out, static_cast<std::uint16_t>(postings));
    append_integer(out, static_cast<std::uint8_t>(folded.size()));
    append_integer(out, flags(folded, name));
    for (std::size_t i = 0; i < postings; ++i) append_integer(sections_[kPostings], name.places[i]);
  }

  static std::string name_slots(const std::vector<std::uint64_t>& hashes) {
    std::vector<std::uint32_t> slots(slots_for(hashes.size()));
    for (std::uint32_t name = 0; name < hashes.size(); ++name) {
      std::size_t slot = hashes[name] & (slots.size() - 1);
      while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
      slots[slot] = name + 1;
    }
    std::string out;
    for (const std::uint32_t slot : slots) append_integer(out, slot);
    return out;
  }

  static std::string first_slots(const std::map<std::string, std::uint32_t>& first_words) {
    std::vector<std::uint32_t> slots(slots_for(first_words.size()));
    for (const auto& [word, most] : first_words) {
      const std::uint64_t hash = hash64(word);
      std::size_t slot = hash & (slots.size() - 1);
      while (slots[slot] != 0 && slots[slot] >> 3 != first_print(hash))
        slot = (slot + 1) & (slots.size() - 1);
      slots[slot] = first_print(hash) << 3 | std::max(most, slots[slot] & kMostWords);
    }
    std::string out;
    for (const std::uint32_t slot : slots) append_integer(out, slot);
    return out;
  }

  void add_bones() {
    std::sort(bones_.begin(), bones_.end());
    bones_.erase(std::unique(bones_.begin(), bones_.end()), bones_.end());
    for (const auto& [print, index] : bones_) {
      append_integer(sections_[kBones], print);
      append_integer(sections_[kBones], index);
    }
  }

  const std::vector<Entry>& entries_;
  const std::map<std::string, std::uint32_t, std::less<>>& person_names_;
  std::array<std::string, kSections> sections_;
  std::map<std::string, std::uint32_t, std::less<>> text_at_;
  std::map<std::string, Name> names_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bones_;
};

}  // namespace
}  // namespace place

Status write_gazetteer(const std::string& source_directory, const std::string& file) {
  Result<place::SourceTables> tables = place::read_source_tables(source_directory);
  if (!tables) return tables.error();
  const std::string bytes = place::Writer(*tables).write();
  if (Result<Gazetteer> back = Gazetteer::parse(bytes); !back) return back.error();
  const std::string unfinished = file + ".new";
  std::ofstream out(unfinished, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(unfinished, file, error);
  if (!out || error) return Error{file + ": can't be written"};
  return Done{};
}

}  // namespace recount
