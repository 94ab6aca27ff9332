#include "src/text/html_entities.h"

#include <algorithm>
#include <array>

#include "src/base/base.h"
#include "src/text/ascii.h"

namespace recount::text {
namespace {

struct Entity {
  std::string_view name, text;
};
constexpr Entity kEntities[] = {
#include "src/text/html_entities.inc"
};
constexpr std::size_t kLongestName = 32;
constexpr std::size_t kLongestBareName = 6;  // without ";"

// What numeric references to 0x80 … 0x9F mean
// (https://html.spec.whatwg.org/#numeric-character-reference-end-state).
constexpr std::array<char32_t, 32> kWindows{
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

const Entity* find(std::string_view name) {
  const auto end = std::end(kEntities);
  const auto at = std::lower_bound(
      std::begin(kEntities), end, name,
      [](const Entity& entity, std::string_view value) { return entity.name < value; });
  return at != end && at->name == name ? at : nullptr;
}

int digit_value(char c, bool hex) {
  if (is_digit(c)) return c - '0';
  const char l = lower(c);
  return hex && l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

std::size_t decode_numeric(std::string_view s, std::string& out) {
  const bool hex = s.size() > 2 && lower(s[2]) == 'x';
  std::size_t at = hex ? 3 : 2;
  const std::size_t first = at;
  char32_t value = 0;
  for (; at < s.size() && digit_value(s[at], hex) >= 0; ++at)
    if (value <= 0x10FFFF)
      value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit_value(s[at], hex));
  if (at == first) return 0;
  if (at < s.size() && s[at] == ';') ++at;
  utf8_append(out, value == 0 ? 0xFFFD : windows_character(value));
  return at;
}

}  // namespace

std::size_t decode_reference(std::string_view s, bool in_attribute, std::string& out) {
  if (s.size() < 2) return 0;
  if (s[1] == '#') return decode_numeric(s, out);
  std::size_t end = 1;
  while (end < s.size() && end <= kLongestName && (is_letter(s[end]) || is_digit(s[end]))) ++end;
  if (end == 1) return 0;
  if (end < s.size() && s[end] == ';') {
    if (const Entity* entity = find(s.substr(1, end))) {
      out += entity->text;
      return end + 1;
    }
  }
  for (std::size_t size = std::min(end - 1, kLongestBareName); size >= 2; --size) {
    const Entity* entity = find(s.substr(1, size));
    if (entity == nullptr) continue;
    const char next = 1 + size < s.size() ? s[1 + size] : ' ';
    if (in_attribute && (next == '=' || is_letter(next) || is_digit(next))) return 0;
    out += entity->text;
    return size + 1;
  }
  return 0;
}

char32_t windows_character(char32_t code_point) {
  return code_point >= 0x80 && code_point <= 0x9F ? kWindows[code_point - 0x80] : code_point;
}

std::string decoded(std::string_view value) {
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t next = std::min(value.find('&', at), value.size());
    out.append(value.substr(at, next - at));
    at = next;
    if (at == value.size()) break;
    const std::size_t taken = decode_reference(value.substr(at), true, out);
    if (taken == 0) out.push_back('&');
    at += std::max<std::size_t>(taken, 1);
  }
  return out;
}

}  // namespace recount::text
