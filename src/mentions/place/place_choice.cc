// Choosing between places of one name. Every candidate's prominence is multiplied by what the
// document says for it; the factors are chosen so that a named country outweighs twelve times the
// population, but not a metropolis against a village: "Paris" in a text about the United States
// stays in France, "Birmingham" goes to Alabama.
//   followed by its region or country ("Birmingham, Alabama")      kFollowed
//   a region that holds a town of the document                     kHoldsTown
//   its country is named, or its people                            kNamed
//   an unambiguous town of its country is named, or the country
//   is known from elsewhere                                        kTown
//   against a country of its name that nothing else supports,
//   where its own country is named                                 kAgainstCountry
// Experiment (2026): on 22,400 names of French, Irish and American press kNamed = 4 chooses
// otherwise for 14, kNamed = 30 for 3.
#include <algorithm>

#include "src/mentions/place/found_names.h"
#include "src/mentions/place/gazetteer_format.h"
#include "src/names/names.h"

namespace recount::place {
namespace {

constexpr std::uint64_t kFollowed = 4096, kNamed = 12, kTown = 4, kAgainstCountry = 12,
                        kHoldsTown = 64;

// Does the next hit stand in apposition: "X, Y" or "X (Y"?
bool is_followed(std::span<const NameHit> hits, std::size_t at, std::span<const PlaceWord> words) {
  if (at + 1 >= hits.size()) return false;
  const std::size_t end = hits[at].first + hits[at].words, next = hits[at + 1].first;
  const auto parts = [](std::string_view gap) { return gap == ", " || gap == " ("; };
  if (next == end) return parts(between(words[end - 1], words[next]));
  if (next != end + 1) return false;
  const Span from = words[end - 1].span, to = words[next].span;  // the sign is a word of its own
  return to.begin - from.end == 2 && parts({words[end - 1].text.data() + from.size(), 2});
}

// Is `inner` a town of the region or country `outer`?
bool lies_in(const Gazetteer& gazetteer, std::uint32_t inner, std::uint32_t outer) {
  const Place town = gazetteer.place(inner), around = gazetteer.place(outer);
  if (around.kind == PlaceKind::country)
    return town.kind != PlaceKind::country && town.country == around.country;
  return around.kind == PlaceKind::region && town.region == outer;
}

bool lies_in_any(const Gazetteer& gazetteer, std::uint32_t inner,
                 std::span<const std::uint32_t> outer) {
  return std::any_of(outer.begin(), outer.end(),
                     [&](std::uint32_t place) { return lies_in(gazetteer, inner, place); });
}

class Chooser {
 public:
  Chooser(std::span<const NameHit> hits, std::size_t at, std::span<const PlaceWord> words,
          const CountryEvidence& evidence, const Gazetteer& gazetteer)
      : hits_(hits), at_(at), evidence_(evidence), gazetteer_(gazetteer) {
    for (std::size_t i = 0; i < hits[at].words; ++i)
      fold_name_append(words[hits[at].first + i].text, Apostrophe::splits, name_);
    followed_ = is_followed(hits, at, words);
    preceded_ = at > 0 && is_followed(hits, at - 1, words);
    const Place first = gazetteer.place(hits[at].candidates.front());
    if (first.kind == PlaceKind::country) namesake_ = first.country;
    against_country_ = first.kind == PlaceKind::country &&
                       !evidence.peoples.contains(first.country) &&
                       evidence.other_towns(first.country, hits[at].name) == 0;
  }

  std::uint64_t weight(std::uint32_t candidate) const {
    const Place place = gazetteer_.place(candidate);
    std::uint64_t weight = std::uint64_t{place.prominence} + 1;
    if (place.kind == PlaceKind::city && fold_name(place.name, Apostrophe::splits) == name_)
      weight *= kOwnName;
    // a country's name says nothing for the town or region of its name inside it (Luxembourg)
    if (place.country == namesake_) return weight;
    const std::size_t towns = evidence_.other_towns(place.country, hits_[at_].name);
    const bool named = place.kind != PlaceKind::country && evidence_.names(place.country);
    if (named) weight *= kNamed;
    if (towns > 0 || evidence_.elsewhere.contains(place.country)) weight *= kTown;
    if (against_country_ && place.kind != PlaceKind::country && (named || towns > 1))
      weight *= kAgainstCountry;
    if (evidence_.other_towns(candidate, hits_[at_].name) > 0) weight *= kHoldsTown;
    if (followed_ && lies_in_any(gazetteer_, candidate, hits_[at_ + 1].candidates))
      weight *= kFollowed;
    if (preceded_ && holds_any(candidate, hits_[at_ - 1].candidates)) weight *= kFollowed;
    return weight;
  }

 private:
  bool holds_any(std::uint32_t outer, std::span<const std::uint32_t> inner) const {
    return std::any_of(inner.begin(), inner.end(),
                       [&](std::uint32_t place) { return lies_in(gazetteer_, place, outer); });
  }

  std::span<const NameHit> hits_;
  std::size_t at_;
  const CountryEvidence& evidence_;
  const Gazetteer& gazetteer_;
  std::string name_;
  std::string_view namesake_;  // the country that has this name
  bool followed_ = false, preceded_ = false, against_country_ = false;
};

}  // namespace

namespace {

template <class Table, class Key>
std::size_t others(const Table& table, const Key& key, std::uint32_t name) {
  const auto found = table.find(key);
  if (found == table.end()) return 0;
  return found->second.size() - found->second.count(name);
}

}  // namespace

std::size_t CountryEvidence::other_towns(std::string_view country, std::uint32_t name) const {
  return others(towns, country, name);
}

std::size_t CountryEvidence::other_towns(std::uint32_t region, std::uint32_t name) const {
  return others(regions, region, name);
}

std::string_view only_country(const NameHit& hit, const Gazetteer& gazetteer) {
  const std::string_view country = gazetteer.place(hit.candidates.front()).country;
  for (const std::uint32_t candidate : hit.candidates)
    if (gazetteer.place(candidate).country != country) return {};
  return country;
}

CountryEvidence evidence_of(const WordsRead& read, std::span<const NameHit> hits,
                            const PlaceContext& context) {
  CountryEvidence evidence;
  for (const NameHit& hit : hits) {
    const Place first = context.gazetteer.place(hit.candidates.front());
    if (first.kind == PlaceKind::country) {
      if (!hit.person) ++evidence.named[std::string(first.country)];
    } else if (const std::string_view only = only_country(hit, context.gazetteer);
               !only.empty() && !hit.open) {
      evidence.towns[std::string(only)].insert(hit.name);
      if (first.region) evidence.regions[*first.region].insert(hit.name);
    }
  }
  evidence.elsewhere.insert(context.countries.begin(), context.countries.end());
  if (context.lexicon == nullptr) return evidence;
  for (std::size_t at = 0; at < read.words.size(); ++at) {
    if (!context.lexicon->may_begin_demonym(read.prints[at])) continue;
    const PlaceWord& word = read.words[at];
    if (word.stop || (context.lexicon->demonyms_are_capital() && !word.capital)) continue;
    const auto demonym = context.lexicon->demonym(read.texts, at);
    if (!demonym) continue;
    ++evidence.named[std::string(demonym->country)];
    evidence.peoples.emplace(demonym->country);
  }
  return evidence;
}

std::vector<std::uint32_t> ranked(std::span<const NameHit> hits, std::size_t at,
                                  std::span<const PlaceWord> words, const CountryEvidence& evidence,
                                  const Gazetteer& gazetteer) {
  std::vector<std::uint32_t> candidates = hits[at].candidates;
  if (candidates.size() < 2) return candidates;
  const Chooser chooser(hits, at, words, evidence, gazetteer);
  std::vector<std::pair<std::uint64_t, std::size_t>>
      weighed;  // ~weight, so that sorting puts the heaviest first
  for (std::size_t i = 0; i < candidates.size(); ++i)
    weighed.emplace_back(~chooser.weight(candidates[i]), i);
  std::sort(weighed.begin(), weighed.end());
  for (std::size_t i = 0; i < candidates.size(); ++i)
    candidates[i] = hits[at].candidates[weighed[i].second];
  return candidates;
}

}  // namespace recount::place
