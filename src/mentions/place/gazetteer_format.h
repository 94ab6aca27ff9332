// The file of the gazetteer, version 2; internal to place. Little-endian, no padding between the
// sections:
//
//   file     = header place* name* posting* bone* name_slot* first_slot* text
//   header   = magic[8] version:u32 checksum:u64 counts:u32[kSections]
//              checksum: XXH3 of all that follows it
//   place    = name_at:u32 id_at:u32 name_size:u8 id_size:u8 country[2]
//              lat:i32 lon:i32 (1/10,000 degree, or kNowhere) population:u32 prominence:u32
//              region:u32 (1 + place, 0 none) kind:u8 capital:u8 zero[2]
//   name     = text_at:u32 posting_at:u32 postings:u16 size:u8 flags:u8
//   posting  = place:u32                       of one name: most prominent first
//   bone     = print:u32 place:u32             skeleton's hash, upper half; sorted by print, place
//   name_slot  = 1 + name:u32, 0 empty         open addressing over hash64(folded name)
//   first_slot = print:u29 most_words:u3       open addressing over hash64(first word) and
//                                              hash64(first two words); 0 empty
//
// Both tables have a power of two of slots and at least one is empty, so that probing ends.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace recount::place {

inline constexpr std::string_view kMagic = "RCPLACES";
inline constexpr std::uint32_t kVersion = 2;
inline constexpr std::int32_t kNowhere = 0x7FFFFFFF;
inline constexpr std::uint8_t kAbbreviation = 1, kPersonName = 2;  // flags of a name
inline constexpr std::uint32_t kMostWords = 7;                     // of a name
inline constexpr std::uint64_t kOwnName = 8;  // factor of prominence under the place's own name

enum Section : std::size_t {
  kPlaces,
  kNames,
  kPostings,
  kBones,
  kNameSlots,
  kFirstSlots,
  kText,
  kSections
};
inline constexpr std::array<std::size_t, kSections> kRowSize{36, 12, 4, 8, 4, 4, 1};
inline constexpr std::size_t kChecksumAt = 12, kCountsAt = 20,
                             kHeaderSize = kCountsAt + 4 * kSections;

template <class Integer>
Integer read_integer(const char* bytes) {
  static_assert(std::endian::native == std::endian::little,
                "the gazetteer's file is read as it stands");
  Integer value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

template <class Integer>
void append_integer(std::string& out, Integer value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

struct PlaceRow {
  std::uint32_t name_at, id_at;
  std::uint8_t name_size, id_size;
  std::array<char, 2> country;
  std::int32_t lat, lon;
  std::uint32_t population, prominence, region;
  std::uint8_t kind, capital;
};

struct NameRow {
  std::uint32_t text_at, posting_at;
  std::uint16_t postings;
  std::uint8_t size, flags;
};

// What a slot of the first words keeps of a hash: the bits that don't choose the slot.
inline std::uint32_t first_print(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 35);
}
inline std::uint32_t bone_print(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace recount::place
