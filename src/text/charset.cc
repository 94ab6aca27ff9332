#include "src/text/charset.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "src/base/base.h"
#include "src/text/ascii.h"

namespace recount::text {
namespace {

struct Mark {
  std::string_view bytes, encoding;
};
constexpr std::array<Mark, 5> kMarks{{{"\xEF\xBB\xBF", "utf-8"},
                                      {std::string_view("\xFF\xFE\0\0", 4), "utf-32le"},
                                      {std::string_view("\0\0\xFE\xFF", 4), "utf-32be"},
                                      {"\xFF\xFE", "utf-16le"},
                                      {"\xFE\xFF", "utf-16be"}}};

struct Alias {
  std::string_view name, means;
};
// Labels that browsers read as a larger encoding
// (https://encoding.spec.whatwg.org/#names-and-labels).
constexpr std::array<Alias, 15> kAliases{{{"ascii", "windows-1252"},
                                          {"us-ascii", "windows-1252"},
                                          {"iso-8859-1", "windows-1252"},
                                          {"iso8859-1", "windows-1252"},
                                          {"latin1", "windows-1252"},
                                          {"latin-1", "windows-1252"},
                                          {"iso-8859-9", "windows-1254"},
                                          {"iso-8859-11", "windows-874"},
                                          {"tis-620", "windows-874"},
                                          {"gb2312", "gb18030"},
                                          {"gbk", "gb18030"},
                                          {"ks_c_5601-1987", "windows-949"},
                                          {"euc-kr", "windows-949"},
                                          {"shift_jis", "windows-31j"},
                                          {"sjis", "windows-31j"}}};
// Encodings in which a byte below 0x80 need not be that ASCII character, so that nothing may be
// copied unread.
constexpr std::array<std::string_view, 5> kShifting{"utf-16", "utf-32", "iso-2022", "hz", "utf16"};
// Never read: they can hide markup, or no page has them.
constexpr std::array<std::string_view, 6> kRefused{"utf-7",  "utf7",  "ebcdic",
                                                   "ibm037", "cp037", "scsu"};

bool starts_with_one_of(std::string_view name, const auto& list) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view start) { return name.starts_with(start); });
}

bool all_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string canonical(std::string_view label) {
  std::string name = ascii_lower(trimmed(label));
  for (const Alias& alias : kAliases)
    if (name == alias.name) return std::string(alias.means);
  if (name == "utf8") return "utf-8";
  if (starts_with_one_of(name, kRefused)) return "";
  return name;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
  if (name.empty()) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &error);
  if (U_FAILURE(error)) return nullptr;
  return Converter(converter);
}

std::string guess(std::string_view body) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  const std::size_t looked_at = std::min<std::size_t>(body.size(), 256u << 10);
  if (uchardet_handle_data(detector.get(), body.data(), looked_at) != 0) return "";
  uchardet_data_end(detector.get());
  return canonical(uchardet_get_charset(detector.get()));
}

// Share of bytes ≥ 0x80 that stand in valid UTF-8 sequences, in percent: tells a broken UTF-8 page
// from another encoding.
int utf8_share(std::string_view body) {
  std::size_t high = 0, good = 0;
  for (std::size_t i = 0; i < body.size();) {
    const unsigned char c = static_cast<unsigned char>(body[i]);
    if (c < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC2 ? 2 : 1;
    const bool valid =
        length > 1 && i + length <= body.size() && utf8_valid(body.substr(i, length));
    high += valid ? length : 1;
    good += valid ? length : 0;
    i += valid ? length : 1;
  }
  return high == 0 ? 100 : static_cast<int>(good * 100 / high);
}

std::string choose(std::string_view body, std::string_view declared_http, bool html) {
  const bool ascii = all_ascii(body);
  if (!ascii && utf8_valid(body)) return "utf-8";
  for (const std::string& label :
       {canonical(declared_http), html ? canonical(charset_of_html(body)) : std::string()}) {
    if (label.empty() || label.starts_with("utf-16") || label.starts_with("utf-32")) continue;
    if (label == "utf-8" && utf8_share(body) < 50) continue;
    if (label == "utf-8" || open_converter(label) != nullptr) return label;
  }
  if (ascii || utf8_share(body) >= 90) return "utf-8";
  const std::string guessed = guess(body);
  if (!guessed.empty() && guessed != "utf-8" && open_converter(guessed) != nullptr) return guessed;
  return "windows-1252";
}

// UTF-8 with broken sequences: each broken byte becomes U+FFFD.
void repair_utf8(std::string_view body, std::uint32_t shift, Utf8Page& out) {
  RunBuilder runs;
  std::size_t i = 0;
  while (i < body.size()) {
    const std::size_t begin = i;
    const std::uint32_t at = static_cast<std::uint32_t>(out.text.size());
    const unsigned char c = static_cast<unsigned char>(body[i]);
    const std::size_t length = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC2 ? 2 : 0;
    const bool valid = length == 1 || (length > 1 && i + length <= body.size() &&
                                       utf8_valid(body.substr(i, length)));
    i += valid ? length : 1;
    const std::uint32_t page = shift + static_cast<std::uint32_t>(begin);
    if (valid) {
      out.text.append(body.substr(begin, length));
      runs.literal(at, static_cast<std::uint32_t>(out.text.size()), page);
    } else {
      utf8_append(out.text, 0xFFFD);
      runs.whole(at, static_cast<std::uint32_t>(out.text.size()), page, page + 1);
    }
  }
  out.runs = runs.take();
}

// One character at a time, so that each has the exact bytes that it came from.
void convert(UConverter* converter, bool copies_ascii, std::string_view body, std::uint32_t shift,
             Utf8Page& out) {
  RunBuilder runs;
  const char* const begin = body.data();
  const char* const end = begin + body.size();
  const char* at = begin;
  while (at < end) {
    const std::uint32_t from = static_cast<std::uint32_t>(out.text.size());
    const std::uint32_t page = shift + static_cast<std::uint32_t>(at - begin);
    if (copies_ascii && static_cast<unsigned char>(*at) < 0x80) {
      out.text.push_back(*at++);
      runs.literal(from, from + 1, page);
      continue;
    }
    UErrorCode error = U_ZERO_ERROR;
    UChar32 c = ucnv_getNextUChar(converter, &at, end, &error);
    if (error == U_INDEX_OUTOFBOUNDS_ERROR) break;  // only shift sequences were left
    if (U_FAILURE(error)) c = 0xFFFD;
    if (shift + static_cast<std::uint32_t>(at - begin) == page && U_FAILURE(error))
      ++at;  // never stand still
    utf8_append(out.text, c >= 0 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF)
                              ? static_cast<char32_t>(c)
                              : 0xFFFD);
    const std::uint32_t to = static_cast<std::uint32_t>(out.text.size());
    runs.whole(from, to, page, shift + static_cast<std::uint32_t>(at - begin));
  }
  out.runs = runs.take();
}

}  // namespace

Utf8Page to_utf8(std::string_view body, std::string_view declared_http, bool html) {
  Utf8Page out;
  std::uint32_t shift = 0;
  for (const Mark& mark : kMarks) {
    if (!body.starts_with(mark.bytes)) continue;
    out.encoding = mark.encoding;
    shift = static_cast<std::uint32_t>(mark.bytes.size());
    break;
  }
  const std::string_view content = body.substr(shift);
  if (out.encoding.empty()) out.encoding = choose(content, declared_http, html);
  if (out.encoding == "utf-8") {
    if (utf8_valid(content)) {
      out.text = content;
      out.runs = shifted(static_cast<std::uint32_t>(content.size()), shift);
    } else {
      repair_utf8(content, shift, out);
    }
    return out;
  }
  const Converter converter = open_converter(out.encoding);
  if (converter == nullptr) {
    repair_utf8(content, shift, out);
    return out;
  }
  convert(converter.get(), !starts_with_one_of(out.encoding, kShifting), content, shift, out);
  return out;
}

std::string charset_of_content_type(std::string_view value) {
  const std::string lower = ascii_lower(value);
  std::size_t at = lower.find("charset");
  if (at == std::string::npos) return "";
  at = lower.find_first_not_of(" \t", at + 7);
  if (at == std::string::npos || lower[at] != '=') return "";
  at = lower.find_first_not_of(" \t\"'", at + 1);
  if (at == std::string::npos) return "";
  const std::size_t end = lower.find_first_of(" \t\"';,>/?", at);
  return lower.substr(at, end == std::string::npos ? std::string::npos : end - at);
}

std::string charset_of_html(std::string_view body) {
  const std::string head = ascii_lower(body.substr(0, 4096));
  if (head.starts_with("<?xml")) {
    const std::size_t close = head.find("?>");
    const std::size_t at = head.find("encoding");
    if (close != std::string::npos && at < close)
      return charset_of_content_type("charset" + head.substr(at + 8, 48));
  }
  for (std::size_t at = head.find("<meta"); at != std::string::npos;
       at = head.find("<meta", at + 5)) {
    const std::size_t close = std::min(head.find('>', at), head.size());
    const std::string found =
        charset_of_content_type(std::string_view(head).substr(at, close - at));
    if (!found.empty()) return found;
  }
  return "";
}

}  // namespace recount::text
