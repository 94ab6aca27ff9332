// Writes what fields.h describes into a JSON object: bytes become code points, spans get their
// words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "recount/record.h"
#include "src/base/base.h"
#include "src/record/decimals.h"
#include "src/record/fields.h"

namespace recount::record {

class Writer {
 public:
  // REQUIRES: text and points (of that text) outlive this.
  Writer(std::string_view text, const CodePoints& points) : text_(text), points_(points) {}

  template <class T>
  void field(std::string_view name, const T& value) {
    object_[name] = json(value);
  }
  template <class T>
  void later(std::string_view name, const T& value) {
    field(name, value);
  }
  // A whole number and the thousandths behind it, as one number.
  void decimal(std::string_view name, const std::optional<std::int64_t>& whole, int thousandths) {
    const bool whole_only = !whole || thousandths == 0 || *whole >= kLargestBroken;
    if (whole_only || *whole <= -kLargestBroken) return field(name, whole);
    object_[name] = (static_cast<double>(*whole) * kThousand + thousandths) / kThousand;
  }
  void maybe(std::string_view name, const std::string& value) {
    object_[name] = value.empty() ? Json() : Json(value);
  }
  void words(const std::optional<Span>& span) {
    if (span) return with_words("verbatim", *span);
    for (const char* name : {"begin", "end", "verbatim"}) object_[name] = nullptr;
  }
  void quote(std::string_view name, Span span) {
    Writer part(text_, points_);
    part.with_words("quote", span);
    object_[name] = std::move(part).done();
  }
  void range(Span span) {
    object_["begin"] = points_.at_byte(span.begin);
    object_["end"] = points_.at_byte(span.end);
  }
  void choice(std::string_view name, bool flag, std::string_view no, std::string_view yes) {
    object_[name] = flag ? yes : no;
  }
  Json done() && { return std::move(object_); }

 private:
  void with_words(std::string_view name, Span span) {
    range(span);
    object_[name] = text_.substr(span.begin, span.size());
  }

  template <class T>
  Json json(const T& value) const {
    if constexpr (std::is_enum_v<T>) {
      return name_of(value);
    } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
      return value;
    } else {
      Writer part(text_, points_);
      describe(part, value);
      return std::move(part).done();
    }
  }
  Json json(const Span& span) const {
    if (span.empty()) return nullptr;
    Writer part(text_, points_);
    part.with_words("verbatim", span);
    return std::move(part).done();
  }
  Json json(const SourceRun& run) const {
    Json four = Json::array();
    for (const std::uint32_t byte : {run.text_begin, run.text_end})
      four.push_back(points_.at_byte(byte));
    four.push_back(run.page_begin);
    four.push_back(run.page_end);
    return four;
  }
  template <class T>
  Json json(const std::optional<T>& value) const {
    return value ? json(*value) : Json();
  }
  template <class T>
  Json json(const std::vector<T>& values) const {
    Json list = Json::array();
    for (const T& value : values) list.push_back(json(value));
    return list;
  }

  std::string_view text_;
  const CodePoints& points_;
  Json object_ = Json::object();
};

}  // namespace recount::record
