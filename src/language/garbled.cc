#include "src/language/garbled.h"

#include <array>
#include <utility>

namespace recount {
namespace {

// Behind "â€", the first two of three bytes of the marks U+2010 … U+2026; the last one by its place
// in Windows-1252. 9D has none there: it was kept as a control character or lost.
constexpr std::string_view kFirst = "\u00E2\u20AC";
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kMarks{{
    {"\u0153", "\u201C"},
    {"\u009D", "\u201D"},
    {"\uFFFD", "\u201D"},
    {"\u2122", "\u2019"},
    {"\u02DC", "\u2018"},
    {"\u0161", "\u201A"},
    {"\u201C", "\u2013"},
    {"\u201D", "\u2014"},
    {"\u00A2", "\u2022"},
    {"\u00A6", "\u2026"},
}};

constexpr std::string_view kBlank = "\u00C2\u00A0", kBlankLost = "\u00C2 ";

}  // namespace

GarbledMark garbled_mark(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const bool touches = at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n';
  for (const std::string_view blank : {kBlank, kBlankLost})
    if (touches && rest.starts_with(blank)) return {static_cast<std::uint32_t>(blank.size()), " "};
  if (!rest.starts_with(kFirst)) return {};
  for (const auto& [last, mark] : kMarks)
    if (rest.substr(kFirst.size()).starts_with(last))
      return {static_cast<std::uint32_t>(kFirst.size() + last.size()), mark};
  return {};
}

std::string mended(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const GarbledMark found = garbled_mark(text, at);
    out += found.size != 0 ? found.mark : text.substr(at, 1);
    at += found.size != 0 ? found.size : 1;
  }
  return out;
}

}  // namespace recount
