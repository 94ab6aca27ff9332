#include "src/text/tongue.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "src/language/language.h"
#include "src/text/ascii.h"

namespace recount::text {
namespace {

constexpr std::size_t kEnough =
    200;  // bytes; below CLD2 calls a Russian sentence Macedonian, and is sure of it
constexpr std::size_t kLookedAt = 64u << 10;  // bytes
constexpr std::size_t kAgreedShare = 15;      // percent of the words that the pack alone knows
constexpr std::size_t kAloneShare = 40;       // … where CLD2 takes it for another language
constexpr std::size_t kFewestAlone = 4;       // words

// CLD2 names a few languages by old codes.
std::string modern(std::string code) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kOld{
      {{"iw", "he"}, {"jw", "jv"}, {"in", "id"}, {"mo", "ro"}}};
  for (const auto& [old, now] : kOld)
    if (code == old) return std::string(now);
  return code;
}

// Words of a short text, folded.
std::vector<std::string> short_words(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() &&
           (is_letter(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80))
      ++end;
    if (end > at) out.push_back(fold_word(text.substr(at, end - at)));
    at = std::max(end, at + 1);
  }
  return out;
}

// The pack that alone knows enough of the words; `said`: what CLD2 takes it for, which needs fewer.
std::optional<std::string> by_packs(std::string_view text, const std::string& said,
                                    const Languages& languages) {
  const std::vector<std::string> words = short_words(text);
  const std::vector<const Pack*> packs = all_packs(languages);
  std::vector<std::size_t> votes(packs.size(), 0);
  for (const std::string& word : words) {
    std::size_t knows = 0, last = 0;
    for (std::size_t i = 0; i < packs.size(); ++i)
      if (packs[i]->lexicon.knows(word)) {
        ++knows;
        last = i;
      }
    if (knows == 1) ++votes[last];
  }
  std::size_t best = 0, second = 0;
  for (std::size_t i = 1; i < packs.size(); ++i)
    if (votes[i] > votes[best]) best = i;
  for (std::size_t i = 0; i < packs.size(); ++i)
    if (i != best) second = std::max(second, votes[i]);
  if (packs.empty() || votes[best] < 2 * second + 2) return std::nullopt;
  const std::string code = summary(*packs[best]).code;
  const std::size_t share = code == said ? kAgreedShare : kAloneShare;
  if (votes[best] * 100 < words.size() * share) return std::nullopt;
  if (code != said && votes[best] < kFewestAlone) return std::nullopt;
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

std::optional<std::string> language_of(std::string_view text, std::string_view declared,
                                       const Languages& languages) {
  std::size_t size = std::min(text.size(), kLookedAt);
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
    --size;
  bool reliable = false;
  CLD2::Language guesses[3];
  int percents[3], bytes = 0, valid_bytes = 0;
  double scores[3];
  const CLD2::CLDHints no_hints{nullptr, nullptr, 0, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language found = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(size), true, &no_hints, 0, guesses, percents, scores, nullptr,
      &bytes, &reliable, &valid_bytes);
  const std::string said =
      found == CLD2::UNKNOWN_LANGUAGE ? "" : primary_tag(CLD2::LanguageCode(found));
  const std::string wanted = primary_tag(declared);
  if (!wanted.empty() && said == wanted) return wanted;
  if (text.size() < kEnough) return by_packs(text, said, languages);
  if (said.empty() || !reliable) return std::nullopt;
  return said;
}

}  // namespace recount::text
