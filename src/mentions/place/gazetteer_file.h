// The bytes of a gazetteer as rows; internal to place.
#pragma once

#include <memory>
#include <optional>

#include "recount/result.h"
#include "src/mentions/place/gazetteer_format.h"

namespace recount::place {

struct GazetteerFile {
  std::string_view bytes;
  std::shared_ptr<const void> owner;  // of the bytes
  std::array<std::uint32_t, kSections> count{};
  std::array<std::size_t, kSections> begin{};

  const char* at(Section section, std::size_t row) const {
    return bytes.data() + begin[section] + row * kRowSize[section];
  }
  std::string_view text(std::uint32_t from, std::size_t size) const {
    return {bytes.data() + begin[kText] + from, size};
  }
  // Inside the text and whole code points.
  bool has_text(std::uint32_t from, std::size_t size) const {
    return from <= count[kText] && size <= count[kText] - from && is_boundary(from) &&
           is_boundary(from + size);
  }
  bool is_boundary(std::size_t at) const {
    return at >= count[kText] ||
           (static_cast<unsigned char>(bytes[begin[kText] + at]) & 0xC0) != 0x80;
  }

  PlaceRow place_row(std::size_t row) const;
  NameRow name_row(std::size_t row) const;
  std::uint32_t posting(std::size_t row) const {
    return read_integer<std::uint32_t>(at(kPostings, row));
  }
  std::uint32_t bone_print(std::size_t row) const {
    return read_integer<std::uint32_t>(at(kBones, row));
  }
  std::uint32_t bone_place(std::size_t row) const {
    return read_integer<std::uint32_t>(at(kBones, row) + 4);
  }

  std::optional<std::uint32_t> find_name(std::string_view folded) const;
  std::uint32_t most_words(std::string_view first_word) const;

  Status lay_out();
  Status check() const;
  bool places_hold() const;
  bool names_hold() const;
  bool bones_hold() const;
  bool tables_hold() const;
};

// Checks everything. Errors say what is wrong and what to do.
Result<GazetteerFile> check_gazetteer(std::string_view bytes, std::shared_ptr<const void> owner);
// Maps a file into memory (read-only) and checks it.
Result<GazetteerFile> map_gazetteer(const std::string& path);

}  // namespace recount::place
