#include "src/ledger/one_voice.h"

#include <algorithm>
#include <set>
#include <vector>

#include "src/base/base.h"
#include "src/names/names.h"
#include "src/origins/origins.h"

namespace recount::ledger {
namespace {

constexpr std::size_t kLeastLetters = 3;    // of an acronym that initials can tell
constexpr std::size_t kMostOfAcronym = 12;  // bytes
constexpr std::size_t kLeftOut = 3;         // letters of a word whose initial an acronym leaves out
constexpr std::size_t kTellingWord = 4;     // letters of a word that names may share by being one

std::vector<std::string_view> split_words(std::string_view name) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t pos = 0; pos <= name.size();) {
    const std::size_t at = pos;
    const char32_t c = pos < name.size() ? utf8_next(name, pos) : (++pos, U' ');
    const bool between = c == ' ' || c == 0xA0 || c == '-' || c == '\'' || c == 0x2019 || c == ',';
    if (!between) continue;
    if (at > begin) out.push_back(name.substr(begin, at - begin));
    begin = pos;
  }
  return out;
}

std::size_t letters(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t pos = 0; pos < word.size(); ++count) utf8_next(word, pos);
  return count;
}

bool is_acronym(std::string_view word) {
  if (word.size() > kMostOfAcronym || letters(word) < 2) return false;
  for (std::size_t pos = 0; pos < word.size();) {
    const std::size_t at = pos;
    utf8_next(word, pos);
    const std::string_view letter = word.substr(at, pos - at);
    if (lower_case(letter) == letter) return false;
  }
  return true;
}

std::vector<std::string> initials(std::span<const std::string_view> words) {
  std::vector<std::string> out;
  for (std::string_view word : words) {
    std::size_t pos = 0;
    utf8_next(word, pos);
    out.push_back(lower_case(word.substr(0, pos)));
  }
  return out;
}

// Is the folded acronym that of the name: its letters are initials of the words in their order, and
// only short words ("of", "des") give none?
bool abbreviates(std::string_view acronym, std::string_view name) {
  const auto words = split_words(name);
  if (letters(acronym) < kLeastLetters || words.size() < kLeastLetters) return false;
  const auto first = initials(words);
  std::set<std::size_t> told{0};  // letters that the words up to here may have given
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::set<std::size_t> next;
    if (letters(words[i]) <= kLeftOut) next = told;
    for (std::size_t at : told)
      if (acronym.substr(at).starts_with(first[i])) next.insert(at + first[i].size());
    told.swap(next);
  }
  return told.contains(acronym.size());
}

// Sides and offices that speak with one voice: two names of one that give one number (a union and
// its president, two ministries, a ministry and its police) aren't two origins. 0: none.
int voice_of(ActorKind kind) {
  switch (kind) {
    case ActorKind::government:
    case ActorKind::police:
    case ActorKind::military: return 1;
    case ActorKind::labour_union:
    case ActorKind::organiser:
    case ActorKind::participants: return 2;
    default: return 0;
  }
}

// A key ends in "@" and the country or place that the words name ("government:government@german").
// A bare common noun may be any ("the army"), a body with a name of its own ("the Kremlin") isn't
// that of a country which its name leaves open: two armies of one war are no one voice.
bool of_one_country(const Claimant& a, const Claimant& b) {
  const std::size_t in_a = a.key.find('@'), in_b = b.key.find('@');
  if (in_a != std::string::npos && in_b != std::string::npos)
    return a.key.substr(in_a) == b.key.substr(in_b);
  if (in_a == in_b) return true;
  return !has_capital((in_a == std::string::npos ? a : b).name.value_or(""));
}

// Bodies of which a page may say "the hospital" after naming one.
bool may_be_unnamed(ActorKind kind) {
  return kind == ActorKind::hospital || kind == ActorKind::rescue || kind == ActorKind::judiciary;
}

bool is_person_or_unknown(ActorKind kind) {
  return kind == ActorKind::unknown || kind == ActorKind::individual;
}

std::string name_of(const Claimant& claimant) { return claimant.name.value_or(""); }
bool is_named(const Claimant& claimant) { return has_capital(name_of(claimant)); }

// Are the words of the one all in the other?
bool has_all_words(const std::string& few, const std::string& many) {
  const auto some = name_words(few), all = name_words(many);
  return !some.empty() && std::all_of(some.begin(), some.end(), [&](std::string_view word) {
    return std::find(all.begin(), all.end(), word) != all.end();
  });
}
bool is_part_of_name(const Claimant& a, const Claimant& b) {
  const std::string x = skeleton(name_of(a)), y = skeleton(name_of(b));
  return has_all_words(x, y) || has_all_words(y, x);
}
bool share_a_word(const Claimant& a, const Claimant& b) {
  const std::string x = skeleton(name_of(a)), y = skeleton(name_of(b));
  const auto other = name_words(y);
  const auto words = name_words(x);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return letters(word) >= kTellingWord &&
           std::find(other.begin(), other.end(), word) != other.end();
  });
}

}  // namespace

bool has_capital(std::string_view name) { return lower_case(name) != name; }

Acronyms::Acronyms(std::span<const DocumentRecord* const> records) {
  auto offer = [&](const std::string& key, std::string_view acronym) {
    const auto [at, added] = behind_.try_emplace(key, folded_name(acronym));
    if (!added && at->second != folded_name(acronym)) at->second.clear();
  };
  for (const DocumentRecord* record : records) {
    const std::string_view text = record->document.text;
    for (const ActorMention& actor : record->mentions.actors) {
      const std::string_view words = text.substr(actor.span.begin, actor.span.size());
      const std::size_t own = words.ends_with(')') ? words.rfind(" (") : std::string_view::npos;
      const std::size_t open = std::min(own, words.size());  // its own brackets, or those behind it
      const std::string_view after = text.substr(actor.span.begin + open, kMostOfAcronym + 4);
      const std::size_t close = after.find(')');
      if (actor.key.empty() || !after.starts_with(" (") || close == std::string_view::npos)
        continue;
      if (const auto inside = after.substr(2, close - 2); is_acronym(inside))
        offer(actor.key, inside);
    }
  }
}

std::string Acronyms::of(const Claimant& claimant) const {
  if (const auto known = behind_.find(claimant.key); known != behind_.end()) return known->second;
  const std::string name = name_of(claimant);
  for (std::string_view word : split_words(name))
    if (is_acronym(word)) return folded_name(word);
  return {};
}

bool one_body(const Acronyms& acronyms, const Claimant& a, const Claimant& b) {
  if (a.key == b.key) return true;
  const std::string short_a = acronyms.of(a), short_b = acronyms.of(b);
  if (!short_a.empty() && short_a == short_b) return true;
  if ((!short_a.empty() && abbreviates(short_a, name_of(b))) ||
      (!short_b.empty() && abbreviates(short_b, name_of(a))))
    return true;
  if (a.kind == b.kind && a.name == b.name && of_one_country(a, b)) return true;
  const bool one_kind =
      a.kind == b.kind || is_person_or_unknown(a.kind) || is_person_or_unknown(b.kind);
  return one_kind && is_named(a) && is_named(b) && is_part_of_name(a, b);
}

bool one_voice(const Claimant& a, const Claimant& b) {
  return voice_of(a.kind) != 0 && voice_of(a.kind) == voice_of(b.kind) && of_one_country(a, b);
}

bool of_the_state(ActorKind kind) { return voice_of(kind) == 1 || kind == ActorKind::judiciary; }

bool one_claimant(const Acronyms& acronyms, const Claimant& a, const Claimant& b) {
  if (one_body(acronyms, a, b) || one_voice(a, b)) return true;
  return a.kind == b.kind && may_be_unnamed(a.kind) && (!is_named(a) || !is_named(b));
}

namespace {

// May give the word of anybody.
bool speaks_for_any(const Claimant& claimant) {
  return claimant.kind == ActorKind::unknown || claimant.kind == ActorKind::media ||
         (claimant.kind == ActorKind::individual && is_named(claimant));
}

}  // namespace

bool may_be_one(const Acronyms& acronyms, const Claimant& a, const Claimant& b) {
  if (one_claimant(acronyms, a, b)) return true;
  if (speaks_for_any(a) || speaks_for_any(b)) return true;
  if (a.kind != b.kind) return false;
  return !is_named(a) || !is_named(b) || share_a_word(a, b);
}

Voices count_voices(const Acronyms& acronyms, std::span<const Claimant* const> claimants) {
  auto is_new = [&](const std::vector<const Claimant*>& told, const Claimant& one, auto&& are_one) {
    return std::none_of(told.begin(), told.end(),
                        [&](const Claimant* other) { return are_one(acronyms, *other, one); });
  };
  std::vector<const Claimant*> most, least;
  // Bodies first: a person between two bodies speaks for one of them at most.
  for (bool any : {false, true})
    for (const Claimant* one : claimants) {
      if (speaks_for_any(*one) != any) continue;
      if (is_new(most, *one, one_claimant)) most.push_back(one);
      if (is_new(least, *one, may_be_one)) least.push_back(one);
    }
  return {static_cast<int>(most.size()), static_cast<int>(least.size())};
}

}  // namespace recount::ledger
