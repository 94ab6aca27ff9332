#include "src/text/tongue.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <utility>

#include "src/text/ascii.h"

namespace recount::text {
namespace {

constexpr std::size_t kEnough =
    200;  // bytes; below CLD2 calls a Russian sentence Macedonian, and is sure of it
constexpr std::size_t kLookedAt = 64u << 10;  // bytes

// CLD2 names a few languages by old codes.
std::string modern(std::string code) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kOld{
      {{"iw", "he"}, {"jw", "jv"}, {"in", "id"}, {"mo", "ro"}}};
  for (const auto& [old, now] : kOld)
    if (code == old) return std::string(now);
  return code;
}

}  // namespace

std::string primary_tag(std::string_view declared) {
  std::string tag = ascii_lower(trimmed(declared));
  tag = tag.substr(0, tag.find_first_of("-_"));
  const bool letters =
      std::all_of(tag.begin(), tag.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && tag.size() >= 2 && tag.size() <= 3 ? modern(tag) : "";
}

std::optional<std::string> language_of(std::string_view text, std::string_view declared) {
  std::size_t size = std::min(text.size(), kLookedAt);
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
    --size;
  bool reliable = false;
  CLD2::Language languages[3];
  int percents[3], bytes = 0, valid_bytes = 0;
  double scores[3];
  const CLD2::CLDHints no_hints{nullptr, nullptr, 0, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language found = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(size), true, &no_hints, 0, languages, percents, scores, nullptr,
      &bytes, &reliable, &valid_bytes);
  const std::string said =
      found == CLD2::UNKNOWN_LANGUAGE ? "" : primary_tag(CLD2::LanguageCode(found));
  const std::string wanted = primary_tag(declared);
  if (!wanted.empty() && said == wanted) return wanted;
  if (said.empty() || !reliable || text.size() < kEnough) return std::nullopt;
  return said;
}

}  // namespace recount::text
