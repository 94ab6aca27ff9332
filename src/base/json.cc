// Canonical JSON, RFC 8785: members sorted by the UTF-16 units of their keys, the shortest number
// that reads back the same in ECMAScript's notation, only the escapes that JSON requires.
//
// Keys are kept sorted while an object is built. UTF-8 bytes sort like code points, and these like
// UTF-16 units, but for one case: units of U+10000 and above begin with D800–DBFF and so come
// before U+E000–U+FFFF. unit_rank mends it.
#include "src/base/json.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "src/base/utf8.h"

namespace recount {
namespace {

constexpr std::size_t kMaxDepth = 128;
constexpr std::int64_t kMaxExact = std::int64_t{1} << 53;

// Lead bytes in the order of the UTF-16 units they stand for: F0–F4 before EE and EF.
int unit_rank(char c) {
  const int byte = static_cast<unsigned char>(c);
  if (byte >= 0xF0) return byte - 2;
  return byte >= 0xEE ? byte + 5 : byte;
}

bool key_less(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](char x, char y) { return unit_rank(x) < unit_rank(y); });
}

template <class Members>
auto lower_bound(Members& members, std::string_view key) {
  return std::lower_bound(
      members.begin(), members.end(), key,
      [](const auto& member, std::string_view k) { return key_less(member.first, k); });
}

// Characters that a string can't hold as they are.
bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void write_escaped(std::string& out, char c) {
  constexpr std::string_view kShort =
      "\"\"\\\\\bb\tt\nn\ff\rr";  // pairs: the character, its letter
  for (std::size_t i = 0; i < kShort.size(); i += 2) {
    if (kShort[i] != c) continue;
    out += '\\';
    out += kShort[i + 1];
    return;
  }
  constexpr char kDigits[] = "0123456789abcdef";
  out += "\\u00";
  out += kDigits[c >> 4];
  out += kDigits[c & 0xF];
}

void write_string(std::string& out, std::string_view text) {
  out += '"';
  auto from = text.begin();
  while (true) {
    const auto to = std::find_if(from, text.end(), needs_escape);
    out.append(from, to);
    if (to == text.end()) break;
    write_escaped(out, *to);
    from = to + 1;
  }
  out += '"';
}

// ECMAScript's Number::toString: digits d₁…d_k of the shortest form and the position n of the
// decimal point.
void write_double(std::string& out, double value) {
  if (value == 0) {
    out += '0';
    return;
  }
  char buffer[32];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, std::abs(value), std::chars_format::scientific)
          .ptr;
  const std::string_view shortest(buffer, static_cast<std::size_t>(end - buffer));
  const std::size_t e = shortest.find('e');
  std::string digits(1, shortest[0]);
  if (e > 1) digits.append(shortest.substr(2, e - 2));
  int exponent = 0;
  const std::size_t sign = shortest[e + 1] == '+' ? e + 2 : e + 1;
  std::from_chars(buffer + sign, end, exponent);
  const int k = static_cast<int>(digits.size());
  const int n = exponent + 1;

  if (value < 0) out += '-';
  if (k <= n && n <= 21) {
    out.append(digits).append(static_cast<std::size_t>(n - k), '0');
  } else if (0 < n && n <= 21) {
    out.append(digits, 0, static_cast<std::size_t>(n))
        .append(1, '.')
        .append(digits, static_cast<std::size_t>(n));
  } else if (-6 < n && n <= 0) {
    out.append("0.").append(static_cast<std::size_t>(-n), '0').append(digits);
  } else {
    out += digits[0];
    if (k > 1) out.append(1, '.').append(digits, 1);
    out.append(n > 0 ? "e+" : "e-").append(std::to_string(std::abs(n - 1)));
  }
}

// Whole numbers up to 10^21 are written in digits, which simdjson reads only from above -2^63 to
// below 2^64: what couldn't be read back isn't taken in. No member of the record is that large.
bool reads_back(double value) {
  constexpr double kLowest = -9223372036854775808.0;
  constexpr double kHighest = 18446744073709551616.0;
  return (kLowest < value && value < kHighest) || std::abs(value) >= 1e21;
}

Json to_json(simdjson::dom::element element, bool& too_large) {
  using simdjson::dom::element_type;
  switch (element.type()) {
    case element_type::NULL_VALUE: return nullptr;
    case element_type::BOOL: return bool(element);
    case element_type::INT64: {
      const std::int64_t value(element);
      too_large |= !reads_back(static_cast<double>(value));
      return value;
    }
    case element_type::UINT64:
    case element_type::DOUBLE: {
      const double value =
          element.is_double() ? double(element) : static_cast<double>(std::uint64_t(element));
      too_large |= !reads_back(value);
      return value;
    }
    case element_type::STRING: return std::string_view(element);
    case element_type::ARRAY: {
      Json array = Json::array();
      for (const auto item : simdjson::dom::array(element))
        array.push_back(to_json(item, too_large));
      return array;
    }
    case element_type::OBJECT: break;
  }
  std::vector<simdjson::dom::key_value_pair> members;
  for (const auto member : simdjson::dom::object(element)) members.push_back(member);
  // Sorted first, so that each member is added at the end: no quadratic moving.
  std::stable_sort(members.begin(), members.end(),
                   [](const auto& a, const auto& b) { return key_less(a.key, b.key); });
  Json object = Json::object();
  for (const auto& member : members) object[member.key] = to_json(member.value, too_large);
  return object;
}

}  // namespace

Json::Json(double value) : value_(value) {
  if (!std::isfinite(value))
    throw std::logic_error("JSON has no number for infinity or not-a-number");
}

void Json::wrong_type() { throw std::logic_error("a JSON value of another type was expected"); }

Json& Json::operator[](std::string_view key) {
  if (is_null()) value_ = Object{};
  if (!is_object()) wrong_type();
  auto& members = std::get<Object>(value_);
  if (members.empty()) members.reserve(8);
  if (members.empty() || key_less(members.back().first, key)) {
    return members.emplace_back(std::string(key), Json()).second;
  }
  const auto at = lower_bound(members, key);
  if (at->first == key) return at->second;
  return members.emplace(at, std::string(key), Json())->second;
}

const Json* Json::get(std::string_view key) const {
  if (!is_object()) return nullptr;
  const auto& members = this->members();
  const auto at = lower_bound(members, key);
  return at != members.end() && at->first == key ? &at->second : nullptr;
}

void Json::push_back(Json item) {
  if (is_null()) value_ = Array{};
  if (!is_array()) wrong_type();
  std::get<Array>(value_).push_back(std::move(item));
}

std::size_t Json::size() const {
  if (is_array()) return items().size();
  return is_object() ? members().size() : 0;
}

std::string Json::dump() const {
  std::string out;
  write(out);
  // All but strings is ASCII, so that what is ill-formed stands inside one.
  return utf8_valid(out) ? out : utf8_repaired(out);
}

void Json::write(std::string& out) const {
  if (is_null()) {
    out += "null";
  } else if (is_bool()) {
    out += as_bool() ? "true" : "false";
  } else if (is_int() && as_int() >= -kMaxExact && as_int() <= kMaxExact) {
    out += std::to_string(as_int());
  } else if (is_number()) {
    write_double(out, as_double());
  } else if (is_string()) {
    write_string(out, as_string());
  } else if (is_array()) {
    char before = '[';
    for (const Json& item : items()) {
      out += std::exchange(before, ',');
      item.write(out);
    }
    out += items().empty() ? "[]" : "]";
  } else {
    char before = '{';
    for (const auto& [key, member] : members()) {
      out += std::exchange(before, ',');
      write_string(out, key);
      out += ':';
      member.write(out);
    }
    out += members().empty() ? "{}" : "}";
  }
}

Result<Json> Json::parse(std::string_view text) {
  simdjson::dom::parser parser;
  if (parser.allocate(text.size(), kMaxDepth)) return Error{"not enough memory for this JSON"};
  simdjson::dom::element root;
  const auto code = parser.parse(text.data(), text.size()).get(root);
  if (code == simdjson::DEPTH_ERROR) return Error{"JSON is nested deeper than 128 levels"};
  if (code) return Error{std::string("not JSON: ") + simdjson::error_message(code)};
  bool too_large = false;
  Json json = to_json(root, too_large);
  if (too_large) return Error{"a whole number too large to be read back; write it as text"};
  return json;
}

}  // namespace recount
