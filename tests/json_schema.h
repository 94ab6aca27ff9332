// A small JSON Schema 2020-12 checker for tests: the keywords that docs/record.schema.json uses. A
// keyword that it doesn't know is an error, so that no rule of a schema goes unchecked.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/base.h"

namespace recount::testing_support {

class JsonSchema {
 public:
  explicit JsonSchema(Json schema) : root_(std::move(schema)) {}

  // What is wrong with `value`, as "PATH: what", in order; empty: it is valid.
  std::vector<std::string> errors(const Json& value) const {
    std::vector<std::string> found;
    check(root_, value, "$", found);
    return found;
  }

 private:
  using Errors = std::vector<std::string>;

  void check(const Json& schema, const Json& value, const std::string& path, Errors& errors) const {
    for (const auto& [keyword, rule] : schema.members()) {
      const bool fine = check_value(keyword, rule, value) && check_size(keyword, rule, value) &&
                        check_parts(keyword, rule, schema, value, path, errors);
      if (!fine) errors.push_back(path + ": breaks " + keyword + " " + rule.dump().substr(0, 80));
    }
  }

  static bool check_value(std::string_view keyword, const Json& rule, const Json& value) {
    if (keyword == "const") return rule == value;
    if (keyword == "enum") return std::ranges::find(rule.items(), value) != rule.items().end();
    if (keyword != "type") return true;
    if (rule.is_string()) return has_type(value, rule.as_string());
    return std::ranges::any_of(rule.items(),
                               [&](const Json& type) { return has_type(value, type.as_string()); });
  }

  static bool has_type(const Json& value, std::string_view type) {
    if (type == "null") return value.is_null();
    if (type == "boolean") return value.is_bool();
    if (type == "integer") return value.is_int();
    if (type == "number") return value.is_number();
    if (type == "string") return value.is_string();
    if (type == "array") return value.is_array();
    return type == "object" && value.is_object();
  }

  static bool check_size(std::string_view keyword, const Json& rule, const Json& value) {
    if (keyword == "minimum") return !value.is_number() || value.as_double() >= rule.as_double();
    if (keyword == "maximum") return !value.is_number() || value.as_double() <= rule.as_double();
    const auto size = static_cast<std::int64_t>(value.size());
    if (keyword == "minItems") return !value.is_array() || size >= rule.as_int();
    if (keyword == "maxItems") return !value.is_array() || size <= rule.as_int();
    return true;
  }

  bool check_parts(std::string_view keyword, const Json& rule, const Json& schema,
                   const Json& value, const std::string& path, Errors& errors) const {
    if (keyword == "$ref") {
      check(definition(rule.as_string()), value, path, errors);
    } else if (keyword == "anyOf") {
      return any_of(rule, value, path, errors);
    } else if (keyword == "properties" && value.is_object()) {
      for (const auto& [name, part] : rule.members()) {
        if (const Json* member = value.get(name)) check(part, *member, path + "." + name, errors);
      }
    } else if (keyword == "required" && value.is_object()) {
      return std::ranges::all_of(rule.items(),
                                 [&](const Json& name) { return value.get(name.as_string()); });
    } else if (keyword == "additionalProperties" && value.is_object()) {
      check_others(rule, schema, value, path, errors);
    } else if (keyword == "items" && value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        check(rule, value.items()[i], path + "[" + std::to_string(i) + "]", errors);
      }
    } else {
      return known(keyword);
    }
    return true;
  }

  // Reports the errors of the alternative that comes closest.
  bool any_of(const Json& rules, const Json& value, const std::string& path, Errors& errors) const {
    Errors closest;
    for (const Json& rule : rules.items()) {
      Errors found;
      check(rule, value, path, found);
      if (found.empty()) return true;
      if (closest.empty() || found.size() < closest.size()) closest = std::move(found);
    }
    errors.insert(errors.end(), closest.begin(), closest.end());
    return false;
  }

  void check_others(const Json& rule, const Json& schema, const Json& value,
                    const std::string& path, Errors& errors) const {
    const Json* properties = schema.get("properties");
    for (const auto& [name, member] : value.members()) {
      if (properties && properties->get(name)) continue;
      if (!rule.is_bool()) {
        check(rule, member, path + "." + name, errors);
      } else if (!rule.as_bool()) {
        errors.push_back(path + ": has an unknown member " + name);
      }
    }
  }

  const Json& definition(std::string_view reference) const {
    constexpr std::string_view kPrefix = "#/$defs/";
    const Json* definitions = root_.get("$defs");
    const bool local = reference.starts_with(kPrefix) && definitions;
    const Json* found = local ? definitions->get(reference.substr(kPrefix.size())) : nullptr;
    if (!found) throw std::logic_error("the schema has no " + std::string(reference));
    return *found;
  }

  static bool known(std::string_view keyword) {
    constexpr std::string_view kKnown[] = {
        "$schema",  "$id",        "$defs",   "title",   "description", "type",
        "const",    "enum",       "minimum", "maximum", "minItems",    "maxItems",
        "required", "properties", "items",   "anyOf",   "$ref",        "additionalProperties"};
    return std::ranges::find(kKnown, keyword) != std::end(kKnown);
  }

  Json root_;
};

}  // namespace recount::testing_support
