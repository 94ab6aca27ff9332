// The places that a document names. Two passes, because a document says more than a sentence: what
// is a name beyond doubt somewhere in it is one everywhere, a name that is part of a person's
// somewhere is suspect everywhere, and the countries it speaks of choose between places of one
// name.
#include <algorithm>
#include <bitset>
#include <set>
#include <unordered_map>

#include "src/mentions/place/found_names.h"
#include "src/mentions/place/word_print.h"
#include "src/names/names.h"

namespace recount {

using place::CountryEvidence;
using place::NameHit;

namespace {

constexpr std::size_t kSkeletonLetters = 6, kMostCandidates = 10;
constexpr std::size_t kShortPrints = 1u << 13;  // far more than the names of a document

class PlaceFinder {
 public:
  PlaceFinder(std::span<const PlaceWord> words, const PlaceContext& context)
      : words_(words), read_(words), context_(context), open_(place::open_positions(words)) {}

  std::vector<FoundPlace> find() {
    hits_ = place::names_in(read_, context_, open_);
    mark_neighbours();
    refuse_unproved();
    evidence_ = place::evidence_of(read_, hits_, context_);
    add_respelled();
    std::vector<FoundPlace> found;
    for (std::size_t i = 0; i < hits_.size(); ++i) found.push_back(found_place(i));
    return found;
  }

 private:
  const Place best(const NameHit& hit) const {
    return context_.gazetteer.place(hit.candidates.front());
  }

  // A name that is nothing the gazetteer or the language knows: a person's, an organisation's.
  bool is_unknown_name(std::size_t at) const {
    const PlaceWord& word = words_[at];
    if (!word.capital || word.supposed || word.stop || taken_[at]) return false;
    if (context_.lexicon == nullptr) return true;
    const std::string folded = fold_name(word.text, Apostrophe::splits);
    return context_.lexicon->not_place(folded) != PlaceLexicon::NotPlace::never &&
           context_.lexicon->demonym_country(folded).empty();
  }

  // A particle counts in front ("Le Pen", "Di Maio"), where it has a capital inside a sentence.
  bool is_name_before(std::size_t at) const {
    if (at == 0 || words_[at].sentence_start || open_[at - 1]) return false;
    if (!place::are_neighbours(words_[at - 1], words_[at])) return false;
    return is_unknown_name(at - 1) || (words_[at - 1].capital && words_[at - 1].stop);
  }

  bool is_name_after(std::size_t last) const {
    if (last + 1 >= words_.size() || words_[last + 1].sentence_start || open_[last + 1])
      return false;
    return place::are_neighbours(words_[last], words_[last + 1]) && is_unknown_name(last + 1);
  }

  void mark_neighbours() {
    taken_.assign(words_.size(), 0);
    for (const NameHit& hit : hits_)
      for (std::size_t i = 0; i < hit.words; ++i) taken_[hit.first + i] = 1;
    for (NameHit& hit : hits_)
      hit.beside = is_name_before(hit.first) || is_name_after(hit.first + hit.words - 1);
  }

  // Single words of the document in small letters: a capital one of them is a common word.
  std::set<std::string> small_words() const {
    std::set<std::string> wanted, small;
    std::bitset<kShortPrints> prints;
    for (const NameHit& hit : hits_) {
      if (hit.words != 1) continue;
      const auto [folded, added] = wanted.insert(fold_name(words_[hit.first].text));
      if (!added) continue;
      prints.set(place::word_print(*folded) % kShortPrints);
      prints.set(read_.prints[hit.first] % kShortPrints);
    }
    if (wanted.empty()) return small;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].capital || words_[i].text.size() < 3 ||
          !prints.test(read_.prints[i] % kShortPrints))
        continue;
      if (std::string folded = fold_name(words_[i].text); wanted.contains(folded))
        small.insert(std::move(folded));
    }
    return small;
  }

  // A word that any word may be here, or a name that persons have, needs proof by the rest of the
  // document.
  void refuse_unproved() {
    const std::set<std::string> small = small_words();
    std::set<std::uint32_t> proved;
    for (NameHit& hit : hits_) {
      const bool common = hit.words == 1 && small.contains(fold_name(words_[hit.first].text));
      hit.common |= common;
      if (!hit.open && !hit.beside) proved.insert(hit.name);
      ++(hit.beside ? seen_[hit.name].beside : seen_[hit.name].alone);
    }
    std::erase_if(hits_, [&](const NameHit& hit) {
      return is_refused(hit, proved.contains(hit.name), small);
    });
  }

  bool is_refused(const NameHit& hit, bool proved, const std::set<std::string>& small) const {
    const Place place = best(hit);
    if (hit.words == 1 && place.prominence < place::kSmall &&
        small.contains(fold_name(words_[hit.first].text)))
      return true;
    if (hit.person && stands_beside(hit.name)) return true;
    if (hit.beside && !proved && hit.words == 1 && place.prominence < place::kSmall) return true;
    if (!hit.open || hit.words > 1 || proved) return false;
    return hit.common || hit.person ||
           (place.kind != PlaceKind::country && place.prominence < place::kLarge);
  }

  // Names that the gazetteer spells otherwise: one skeleton, one place, in a country that the
  // document names.
  void add_respelled() {
    if (evidence_.named.empty()) return;
    std::vector<NameHit> respelled;
    std::unordered_map<std::string_view, std::optional<std::uint32_t>> known;  // by the word
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (!words_[at].capital || words_[at].text.size() < kSkeletonLetters || taken_[at] ||
          open_[at] || stands_beside_name(at) || !is_unknown_name(at))
        continue;
      const auto [only_place, added] = known.try_emplace(words_[at].text);
      if (added) only_place->second = by_skeleton(words_[at].text);
      if (const auto only = only_place->second) {
        NameHit hit;
        hit.first = at;
        hit.words = 1;
        hit.candidates = {*only};
        hit.respelled = true;
        respelled.push_back(std::move(hit));
      }
    }
    if (respelled.empty()) return;
    hits_.insert(hits_.end(), respelled.begin(), respelled.end());
    std::sort(hits_.begin(), hits_.end(),
              [](const NameHit& a, const NameHit& b) { return a.first < b.first; });
  }

  bool stands_beside_name(std::size_t at) const {
    const bool before = at > 0 && place::are_neighbours(words_[at - 1], words_[at]) &&
                        words_[at - 1].capital && !words_[at - 1].stop;
    const bool after = at + 1 < words_.size() &&
                       place::are_neighbours(words_[at], words_[at + 1]) && words_[at + 1].capital;
    return before || after;
  }

  std::optional<std::uint32_t> by_skeleton(std::string_view word) const {
    if (fold_name(word).size() < kSkeletonLetters) return std::nullopt;
    std::optional<std::uint32_t> only;
    for (const std::uint32_t index : context_.gazetteer.by_skeleton(skeleton(word))) {
      const Place place = context_.gazetteer.place(index);
      if (place.prominence == 0 || !evidence_.names(place.country)) continue;
      if (only) return std::nullopt;
      only = index;
    }
    return only;
  }

  bool stands_beside(std::uint32_t name) const {
    const auto seen = seen_.find(name);
    return seen != seen_.end() && seen->second.beside > 0;
  }

  // "in X", where X is a city among other towns of its country, though people bear its name.
  bool is_shown_town(const NameHit& hit, const Place& place) const {
    return words_[hit.first].located && !hit.common && place.prominence >= place::kSmall &&
           evidence_.other_towns(place.country, hit.name) > 0;
  }

  bool is_doubtful(const NameHit& hit, const Place& place) const {
    if (hit.beside) return true;
    if (hit.respelled) return false;
    const auto seen = seen_.find(hit.name);
    const bool mostly_beside = seen != seen_.end() && seen->second.beside >= seen->second.alone;
    if (mostly_beside && place.prominence < place::kLarge) return true;
    if (hit.person && !evidence_.names(place.country) && !is_shown_town(hit, place)) return true;
    // "in X", where X is one known place or some of one country
    if (words_[hit.first].located && !hit.common && !hit.person &&
        !place::only_country(hit, context_.gazetteer).empty())
      return false;
    // a small place of a country that the document otherwise doesn't touch
    return place.prominence < place::kSmall && !evidence_.names(place.country) &&
           !evidence_.elsewhere.contains(place.country) &&
           evidence_.other_towns(place.country, hit.name) == 0;
  }

  FoundPlace found_place(std::size_t at) const {
    const NameHit& hit = hits_[at];
    const std::vector<std::uint32_t> candidates =
        place::ranked(hits_, at, words_, evidence_, context_.gazetteer);
    const Place place = context_.gazetteer.place(candidates.front());
    FoundPlace found;
    found.first_word = hit.first;
    found.words = hit.words;
    found.respelled = hit.respelled;
    found.capital = place.capital;
    found.doubtful = is_doubtful(hit, place);
    PlaceMention& mention = found.mention;
    mention.span = {words_[hit.first].span.begin, words_[hit.first + hit.words - 1].span.end};
    mention.name = place.name;
    mention.id = place.id;
    mention.lat = place.lat;
    mention.lon = place.lon;
    mention.country = place.country;
    constexpr std::string_view kPrecision[] = {"city", "region", "country"};
    mention.precision = kPrecision[static_cast<std::size_t>(place.kind)];
    for (std::size_t i = 1; i < std::min(candidates.size(), kMostCandidates); ++i)
      mention.candidates.emplace_back(context_.gazetteer.place(candidates[i]).id);
    return found;
  }

  std::span<const PlaceWord> words_;
  place::WordsRead read_;
  const PlaceContext& context_;
  std::vector<char> open_, taken_;
  std::vector<NameHit> hits_;
  struct Seen {
    std::uint32_t beside = 0,
                  alone = 0;  // with and without an unknown name directly before or after
  };
  std::map<std::uint32_t, Seen> seen_;  // by name
  CountryEvidence evidence_;
};

}  // namespace

std::vector<FoundPlace> find_places(std::span<const PlaceWord> words, const PlaceContext& context) {
  return PlaceFinder(words, context).find();
}

PlaceMention make_unknown(Span span, std::string_view words) {
  PlaceMention mention;
  mention.span = span;
  mention.name = words;
  mention.precision = "unknown";
  return mention;
}

}  // namespace recount
