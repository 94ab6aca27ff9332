// For tests: fills a record at random through fields.h, so that a new field is tested from the day
// it is listed.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "src/record/decimals.h"
#include "src/record/fields.h"

namespace recount::record {

// A text of 1 to 40 code points, of one to four bytes each; `starts` are the bytes where they
// begin, and the end.
struct RandomText {
  std::string text;
  std::vector<std::uint32_t> starts{0};

  static RandomText make() {
    constexpr std::string_view kParts[] = {"a", "b ", "7", "é", "ж", "ұ", "”", "水", "😀", "\n"};
    RandomText made;
    for (int left = *rc::gen::inRange(1, 40); left > 0; --left) {
      made.text += kParts[*rc::gen::inRange<std::size_t>(0, std::size(kParts))];
      made.starts.push_back(static_cast<std::uint32_t>(made.text.size()));
    }
    return made;
  }

  Span span() const {
    const auto begin = *rc::gen::inRange<std::size_t>(0, starts.size() - 1);
    const auto end = *rc::gen::inRange<std::size_t>(begin + 1, starts.size());
    return {starts[begin], starts[end]};
  }
};

class Filler {
 public:
  explicit Filler(const RandomText& text) : text_(text) {}

  template <class T>
  void field(std::string_view, T& value) {
    fill(value);
  }
  template <class T>
  void later(std::string_view, T& value) {
    fill(value);
  }
  void decimal(std::string_view, std::optional<std::int64_t>& whole, int& thousandths) {
    fill(whole);
    if (whole && *whole < kLargestBroken) thousandths = *rc::gen::inRange(0, 1000);
  }
  void maybe(std::string_view, std::string& value) { fill(value); }
  void words(Span& span) { span = text_.span(); }
  void words(std::optional<Span>& span) { fill(span); }
  void quote(std::string_view, Span& span) { span = text_.span(); }
  void range(Span& span) { span = text_.span(); }
  void choice(std::string_view, bool& flag, std::string_view, std::string_view) { fill(flag); }

 private:
  template <class T>
  void fill(T& value) {
    if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(*rc::gen::inRange<std::size_t>(0, Names<T>::rows.size()));
    } else {
      describe(*this, value);
    }
  }
  void fill(bool& value) { value = *rc::gen::arbitrary<bool>(); }
  void fill(int& value) { value = *rc::gen::inRange(0, 101); }
  void fill(double& value) { value = *rc::gen::inRange(-90000, 90001) / 1000.0; }
  void fill(std::int64_t& value) {
    value = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 53);
  }
  void fill(std::string& value) { value = RandomText::make().text; }
  void fill(Span& span) { span = text_.span(); }
  void fill(SourceRun& run) {
    const Span span = text_.span();
    const auto from = *rc::gen::inRange<std::uint32_t>(0, 1000);
    run = {span.begin, span.end, from, from + *rc::gen::inRange<std::uint32_t>(0, 9)};
  }
  template <class T>
  void fill(std::optional<T>& value) {
    if (*rc::gen::arbitrary<bool>()) fill(value.emplace());
  }
  template <class T>
  void fill(std::vector<T>& values) {
    for (int left = *rc::gen::inRange(0, 3); left > 0; --left) fill(values.emplace_back());
  }

  const RandomText& text_;
};

inline DocumentRecord random_record() {
  const RandomText text = RandomText::make();
  DocumentRecord record;
  record.document.text = text.text;
  Filler filler(text);
  describe(filler, record.document);
  describe(filler, record);
  return record;
}

}  // namespace recount::record
