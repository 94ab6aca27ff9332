// Loading. Every offset of the file is checked once, here, so that looking up needs no checks and
// bytes of any kind can't do harm; rows are read with memcpy, so the bytes need no alignment.
#include "src/mentions/place/gazetteer_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

#include "src/base/base.h"

namespace recount::place {

PlaceRow GazetteerFile::place_row(std::size_t row) const {
  const char* p = at(kPlaces, row);
  return {read_integer<std::uint32_t>(p),
          read_integer<std::uint32_t>(p + 4),
          read_integer<std::uint8_t>(p + 8),
          read_integer<std::uint8_t>(p + 9),
          {p[10], p[11]},
          read_integer<std::int32_t>(p + 12),
          read_integer<std::int32_t>(p + 16),
          read_integer<std::uint32_t>(p + 20),
          read_integer<std::uint32_t>(p + 24),
          read_integer<std::uint32_t>(p + 28),
          read_integer<std::uint8_t>(p + 32),
          read_integer<std::uint8_t>(p + 33)};
}

NameRow GazetteerFile::name_row(std::size_t row) const {
  const char* p = at(kNames, row);
  return {read_integer<std::uint32_t>(p), read_integer<std::uint32_t>(p + 4),
          read_integer<std::uint16_t>(p + 8), read_integer<std::uint8_t>(p + 10),
          read_integer<std::uint8_t>(p + 11)};
}

Status GazetteerFile::lay_out() {
  if (bytes.size() < kHeaderSize || !bytes.starts_with(kMagic))
    return Error{"not a gazetteer; build it again (target recount_places)"};
  if (const auto version = read_integer<std::uint32_t>(bytes.data() + 8); version != kVersion)
    return Error{"gazetteer of format " + std::to_string(version) + ", this program reads format " +
                 std::to_string(kVersion) + "; build it again (target recount_places)"};
  std::uint64_t end = kHeaderSize;
  for (std::size_t section = 0; section < kSections; ++section) {
    count[section] = read_integer<std::uint32_t>(bytes.data() + kCountsAt + 4 * section);
    begin[section] = end;
    end += std::uint64_t{count[section]} * kRowSize[section];
  }
  const auto checksum = read_integer<std::uint64_t>(bytes.data() + kChecksumAt);
  if (end != bytes.size() || hash64(bytes.substr(kCountsAt)) != checksum)
    return Error{"the gazetteer is cut off or damaged; build it again (target recount_places)"};
  return Done{};
}

bool GazetteerFile::places_hold() const {
  for (std::size_t i = 0; i < count[kPlaces]; ++i) {
    const PlaceRow row = place_row(i);
    const auto letter = [](char c) { return c == ' ' || (c >= 'A' && c <= 'Z'); };
    if (!letter(row.country[0]) || !letter(row.country[1])) return false;
    const bool somewhere = row.lat != kNowhere;
    const bool on_earth =
        row.lat >= -900000 && row.lat <= 900000 && row.lon >= -1800000 && row.lon <= 1800000;
    if (!has_text(row.name_at, row.name_size) || !has_text(row.id_at, row.id_size) ||
        row.kind > 2 || row.capital > 1 || row.region > count[kPlaces] || (somewhere && !on_earth))
      return false;
  }
  return true;
}

bool GazetteerFile::names_hold() const {
  for (std::size_t i = 0; i < count[kNames]; ++i) {
    const NameRow row = name_row(i);
    if (!has_text(row.text_at, row.size) || row.postings == 0 ||
        row.posting_at > count[kPostings] || row.postings > count[kPostings] - row.posting_at)
      return false;
  }
  for (std::size_t i = 0; i < count[kPostings]; ++i)
    if (posting(i) >= count[kPlaces]) return false;
  return true;
}

bool GazetteerFile::bones_hold() const {
  for (std::size_t i = 0; i < count[kBones]; ++i)
    if (bone_place(i) >= count[kPlaces] || (i > 0 && bone_print(i) < bone_print(i - 1)))
      return false;
  return true;
}

bool GazetteerFile::tables_hold() const {
  if (!std::has_single_bit(count[kNameSlots]) || !std::has_single_bit(count[kFirstSlots]))
    return false;
  std::size_t empty_names = 0, empty_firsts = 0;
  for (std::size_t i = 0; i < count[kNameSlots]; ++i) {
    const auto name = read_integer<std::uint32_t>(at(kNameSlots, i));
    if (name > count[kNames]) return false;
    empty_names += name == 0;
  }
  for (std::size_t i = 0; i < count[kFirstSlots]; ++i) {
    empty_firsts += read_integer<std::uint32_t>(at(kFirstSlots, i)) == 0;
  }
  return empty_names > 0 && empty_firsts > 0;
}

Status GazetteerFile::check() const {
  if (utf8_valid(text(0, count[kText])) && places_hold() && names_hold() && bones_hold() &&
      tables_hold())
    return Done{};
  return Error{"the gazetteer contradicts itself; build it again (target recount_places)"};
}

std::optional<std::uint32_t> GazetteerFile::find_name(std::string_view folded) const {
  const std::size_t mask = count[kNameSlots] - 1;
  for (std::size_t slot = hash64(folded) & mask;; slot = (slot + 1) & mask) {
    const auto name = read_integer<std::uint32_t>(at(kNameSlots, slot));
    if (name == 0) return std::nullopt;
    const NameRow row = name_row(name - 1);
    if (text(row.text_at, row.size) == folded) return name - 1;
  }
}

// 0 where no name begins with the word (a rare false match of prints costs only time).
std::uint32_t GazetteerFile::most_words(std::string_view first_word) const {
  const std::size_t mask = count[kFirstSlots] - 1;
  const std::uint64_t hash = hash64(first_word);
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    const auto kept = read_integer<std::uint32_t>(at(kFirstSlots, slot));
    if (kept == 0 || kept >> 3 == first_print(hash)) return kept & kMostWords;
  }
}

Result<GazetteerFile> check_gazetteer(std::string_view bytes, std::shared_ptr<const void> owner) {
  GazetteerFile file;
  file.bytes = bytes;
  file.owner = std::move(owner);
  if (Status laid_out = file.lay_out(); !laid_out) return laid_out.error();
  if (Status checked = file.check(); !checked) return checked.error();
  return file;
}

Result<GazetteerFile> map_gazetteer(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return Error{"can't be opened; build it (target recount_places) or set RECOUNT_PLACES"};
  struct stat status = {};
  const bool known =
      ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
  const auto size = known ? static_cast<std::size_t>(status.st_size) : 0;
  void* start = known ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0)
                      : MAP_FAILED;
  ::close(descriptor);
  if (start == MAP_FAILED) return Error{"not a gazetteer; build it again (target recount_places)"};
  std::shared_ptr<const void> owner(start, [size](void* bytes) { ::munmap(bytes, size); });
  return check_gazetteer({static_cast<const char*>(start), size}, std::move(owner));
}

}  // namespace recount::place
