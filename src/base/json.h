// JSON values: built, read, and written canonically (RFC 8785), so that the same value is the same
// bytes everywhere.
//
//   Json o = Json::object();
//   o["begin"] = 3;
//   o["list"].push_back("x");
//   o.dump()                       {"begin":3,"list":["x"]}
//   if (const Json* b = o.get("begin"); b && b->is_int()) … b->as_int() …
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "recount/result.h"

namespace recount {

class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;  // sorted by key in UTF-16 units, as
                                                             // RFC 8785 wants it

  Json() = default;  // null
  Json(std::nullptr_t) {}
  template <std::same_as<bool> B>
  Json(B value) : value_(value) {}
  // Canonical numbers are IEEE doubles: beyond 2^53 the nearest one is written.
  template <std::integral I>
    requires(!std::same_as<I, bool>)
  Json(I value) : value_(static_cast<std::int64_t>(value)) {}
  Json(double value);  // REQUIRES: finite
  Json(const char* text) : value_(std::string(text)) {}
  Json(std::string_view text) : value_(std::string(text)) {}
  Json(std::string text) : value_(std::move(text)) {}
  template <class T>
  Json(const std::optional<T>& value) {  // null where there is none
    if (value) *this = Json(*value);
  }

  static Json array() { return Json(Value(Array{})); }
  static Json object() { return Json(Value(Object{})); }

  bool is_null() const { return value_.index() == 0; }
  bool is_bool() const { return holds<bool>(); }
  bool is_int() const { return holds<std::int64_t>(); }
  bool is_number() const { return is_int() || holds<double>(); }
  bool is_string() const { return holds<std::string>(); }
  bool is_array() const { return holds<Array>(); }
  bool is_object() const { return holds<Object>(); }

  // REQUIRES: the matching is_…(); throws std::logic_error otherwise.
  bool as_bool() const { return as<bool>(); }
  std::int64_t as_int() const { return as<std::int64_t>(); }
  double as_double() const { return is_int() ? static_cast<double>(as_int()) : as<double>(); }
  const std::string& as_string() const { return as<std::string>(); }
  const Array& items() const { return as<Array>(); }
  const Object& members() const { return as<Object>(); }

  // The member `key`, added as null where it isn't there; null becomes an object. REQUIRES: an
  // object or null.
  Json& operator[](std::string_view key);
  // The member `key`; nullptr where this isn't an object or has none.
  const Json* get(std::string_view key) const;
  // Null becomes an array. REQUIRES: an array or null.
  void push_back(Json item);
  // Items or members; 0 for all else.
  std::size_t size() const;

  // One line, canonical. Ill-formed UTF-8 in strings is written as U+FFFD.
  std::string dump() const;
  // Reads one value: UTF-8, at most 128 levels deep. Of members with the same key the last one
  // counts. Errors: in words, without the text itself.
  static Result<Json> parse(std::string_view text);

  bool operator==(const Json&) const = default;

 private:
  using Value =
      std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;
  explicit Json(Value value) : value_(std::move(value)) {}
  template <class T>
  bool holds() const {
    return std::holds_alternative<T>(value_);
  }
  template <class T>
  const T& as() const {
    const T* held = std::get_if<T>(&value_);
    if (!held) wrong_type();
    return *held;
  }
  [[noreturn]] static void wrong_type();
  void write(std::string& out) const;

  Value value_ = nullptr;
};

}  // namespace recount
