#include "src/base/utf8.h"

#include <simdjson.h>

#include <algorithm>

namespace recount {
namespace {

constexpr std::uint32_t kStride = 256;
constexpr char32_t kReplacement = 0xFFFD;

unsigned char byte_at(std::string_view text, std::size_t pos) {
  return static_cast<unsigned char>(text[pos]);
}

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

std::uint32_t count_code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return !continues(static_cast<unsigned char>(c)); }));
}

// What may follow a lead byte: how many bytes in all, and the range of the second one (Unicode 15,
// table 3-7).
struct Lead {
  std::size_t length = 0;  // 0: no lead byte
  unsigned char low = 0x80, high = 0xBF;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1};
  if (byte >= 0xC2 && byte <= 0xDF) return {2};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  if (byte >= 0xF1 && byte <= 0xF3) return {4};
  return {};
}

// Length of the well-formed sequence at `pos`, or minus the length of the maximal ill-formed part.
std::ptrdiff_t sequence_at(std::string_view text, std::size_t pos) {
  const Lead lead = lead_of(byte_at(text, pos));
  if (lead.length == 0) return -1;
  std::size_t got = 1;
  while (got < lead.length && pos + got < text.size()) {
    const unsigned char next = byte_at(text, pos + got);
    const bool fits = got == 1 ? next >= lead.low && next <= lead.high : continues(next);
    if (!fits) break;
    ++got;
  }
  const auto length = static_cast<std::ptrdiff_t>(got);
  return got == lead.length ? length : -length;
}

}  // namespace

bool utf8_valid(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

char32_t utf8_next(std::string_view text, std::size_t& pos) {
  const unsigned char first = byte_at(text, pos++);
  if (first < 0x80) return first;
  int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  char32_t code_point = first & (0x3F >> more);
  while (more-- > 0 && pos < text.size())
    code_point = code_point << 6 | (byte_at(text, pos++) & 0x3F);
  return code_point;
}

void utf8_append(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
    code_point = kReplacement;
  if (code_point < 0x80) {
    out.push_back(static_cast<char>(code_point));
    return;
  }
  const int more = code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
  constexpr unsigned char kLead[] = {0, 0xC0, 0xE0, 0xF0};
  out.push_back(static_cast<char>(kLead[more] | code_point >> (6 * more)));
  for (int i = more - 1; i >= 0; --i)
    out.push_back(static_cast<char>(0x80 | (code_point >> (6 * i) & 0x3F)));
}

std::string utf8_repaired(std::string_view text) {
  if (utf8_valid(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const std::ptrdiff_t length = sequence_at(text, pos);
    if (length > 0) {
      out.append(text.substr(pos, static_cast<std::size_t>(length)));
    } else {
      utf8_append(out, kReplacement);
    }
    pos += static_cast<std::size_t>(length > 0 ? length : -length);
  }
  return out;
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kStride + 1);
  for (std::size_t pos = 0; pos < text.size(); pos += kStride) {
    before_.push_back(size_);
    size_ += count_code_points(text.substr(pos, kStride));
  }
  if (before_.empty()) before_.push_back(0);
}

std::uint32_t CodePoints::at_byte(std::uint32_t byte) const {
  const std::size_t stride = std::min<std::size_t>(byte / kStride, before_.size() - 1);
  const std::size_t from = stride * kStride;
  return before_[stride] + count_code_points(text_.substr(from, byte - from));
}

std::uint32_t CodePoints::to_byte(std::uint32_t cp) const {
  if (cp >= size_) return static_cast<std::uint32_t>(text_.size());
  const auto after = std::upper_bound(before_.begin(), before_.end(), cp);
  const auto stride = static_cast<std::size_t>(after - before_.begin() - 1);
  std::uint32_t left = cp - before_[stride];
  std::size_t pos = stride * kStride;
  // A stride may begin inside a code point: step to the first byte that begins one.
  while (continues(byte_at(text_, pos))) ++pos;
  while (left-- > 0) {
    ++pos;
    while (pos < text_.size() && continues(byte_at(text_, pos))) ++pos;
  }
  return static_cast<std::uint32_t>(pos);
}

}  // namespace recount
