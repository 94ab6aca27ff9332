#include "src/ledger/atoms.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "src/ledger/place_relation.h"

namespace recount::ledger {
namespace {

// Ends of sentences as far as they show in any language: a mark and a space after it, or a line's
// end. An abbreviation makes two of one, which costs a link and invents none.
bool ends_sentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0x061F ||
         c == 0x06D4 || c == 0x0964;
}

std::vector<std::uint32_t> sentence_ends(std::string_view text) {
  std::vector<std::uint32_t> ends;
  bool mark = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t at = pos;
    const char32_t c = utf8_next(text, pos);
    const bool closing = c == '"' || c == ')' || c == 0xBB || c == 0x201D || c == 0x2019;
    const bool space = c == ' ' || c == 0xA0;
    if (c == '\n' || (mark && space)) ends.push_back(static_cast<std::uint32_t>(at));
    mark = ends_sentence(c) || (mark && closing);
  }
  return ends;
}

bool counts(const Claim& claim) {
  return claim.reading != Reading::rejected && claim.modality != Modality::hypothetical;
}

// "1980", "2009-11": nothing that counts from another day.
bool is_year(const TimeMention& time) {
  const std::string& value = time.value;
  if (time.type != TimexType::DATE || time.anchor || (value.size() != 4 && value.size() != 7))
    return false;
  for (std::size_t i = 0; i < value.size(); ++i)
    if (i == 4 ? value[i] != '-' : value[i] < '0' || value[i] > '9') return false;
  return true;
}

// Bytes: how far after its sentence's beginning a year still opens it ("In 2009", "Depuis 2009"),
// and how far from a happening's word it still names it ("bombings of 1980", "1980 bombings"). No
// more than one short word stands between; longer ones ("since", "before") tell of something else.
constexpr std::uint32_t kOpening = 10;
constexpr std::uint32_t kNaming = 5;

// Bytes between somebody who speaks and the place where they are: " in ", " à ", " из ".
constexpr std::uint32_t kToSeat = 6;

// Who tells of what happened elsewhere.
bool speaks_from_afar(ActorKind kind) {
  return kind == ActorKind::ngo || kind == ActorKind::international || kind == ActorKind::media;
}

std::uint32_t place_begin(const Claim& claim) {
  return claim.place && claim.place->span ? claim.place->span->begin : 0;
}

// A former figure with a time of its own is of another event, unless it's the same toll, told some
// days earlier ("seven dead, up from six on Thursday").
bool is_of_other_event(const Claim& figure, const Claim& former) {
  const auto &now = figure.when, &then = former.when;
  if (!then || !then->span) return false;
  if (now && now->span && now->span->begin == then->span->begin) return false;
  const Measure m = former.measure;
  if (m != Measure::deaths && m != Measure::injured && m != Measure::missing) return true;
  constexpr int kDaysOfToll = 6;
  const auto shift = then->shift ? shift_in_days(*then->shift) : std::nullopt;
  const bool day = then->value.size() >= 10 && !then->from;
  return !day || (shift && *shift < -kDaysOfToll);
}

// Walks the blocks of one document; gives the atoms of its claims.
class Walk {
 public:
  Walk(const DocumentRecord& record, std::uint32_t number,
       const std::vector<RecurringBlock>& recurring)
      : record_(record), number_(number), ends_(sentence_ends(record.document.text)) {
    const auto& blocks = record.document.blocks;
    std::uint32_t section = 0;
    for (const Block& block : blocks) {
      section += block.section || block.kind == BlockKind::update;
      sections_.push_back(section);
      const RecurringBlock key{record.document.id, block.span};
      furniture_.push_back(std::binary_search(recurring.begin(), recurring.end(), key, before));
    }
    for (const TimeMention& time : record.mentions.times)
      if (is_year(time)) years_.emplace(sentence_at(time.span.begin), &time);
    for (const Claim& claim : record.claims)
      if (claim.kind == ClaimKind::occurrence) ++happenings_[sentence_at(position(claim))];
    for (const Claim& claim : record.claims)
      if (claim.previous) former_.emplace(*claim.previous, &claim);
    find_seats();
  }

  void add(const Claim& claim, std::vector<Atom>& out) const {
    const std::uint32_t at = position(claim);
    const auto block = block_at(at);
    if (!block || !counts(claim)) return;
    Atom atom;
    atom.claim = &claim;
    const bool counted_from_afar = claim.kind == ClaimKind::figure && tells_elsewhere_;
    if (is_given(claim.place) && !(counted_from_afar && is_seat(*claim.place)))
      atom.place = &*claim.place;
    atom.document = number_;
    atom.block = *block;
    atom.section = sections_.empty() ? 0 : sections_[*block];
    atom.sentence = sentence_at(at);
    const auto& when = claim.when;
    if (when && when->span) atom.time_sentence = sentence_at(when->span->begin);
    atom.own_time = atom.time_sentence == atom.sentence;
    atom.at = at;
    atom.sort = sort_of(claim);
    if (!atom.own_time) atom.year = year_of(claim, atom.sentence);
    if (const auto of = former_.find(claim.id);
        of != former_.end() && is_of_other_event(*of->second, claim))
      atom.former = when->value;
    out.push_back(atom);
  }

  // The figures of a sentence that tells of one thing with a year of its own are of that year.
  void share_years(std::vector<Atom>& atoms, std::size_t first) const {
    std::map<std::uint32_t, std::string> told;
    for (std::size_t i = first; i < atoms.size(); ++i)
      if (atoms[i].occurrence() && happenings_.at(atoms[i].sentence) == 1)
        told[atoms[i].sentence] = atoms[i].year;
    for (std::size_t i = first; i < atoms.size(); ++i)
      if (const auto at = told.find(atoms[i].sentence);
          at != told.end() && atoms[i].year.empty() && !atoms[i].own_time)
        atoms[i].year = at->second;
  }

 private:
  static bool before(const RecurringBlock& a, const RecurringBlock& b) {
    return std::tie(a.document, a.span) < std::tie(b.document, b.span);
  }
  void find_seats() {
    const auto& places = record_.mentions.places;
    for (const ActorMention& actor : record_.mentions.actors) {
      if (!speaks_from_afar(actor.kind)) continue;
      auto at = std::lower_bound(
          places.begin(), places.end(), actor.span.begin,
          [](const PlaceMention& p, std::uint32_t byte) { return p.span.begin < byte; });
      for (; at != places.end() && at->span.begin <= actor.span.end + kToSeat; ++at)
        seats_.insert(at->span.begin);
    }
    tells_elsewhere_ =
        std::any_of(record_.claims.begin(), record_.claims.end(),
                    [&](const Claim& c) { return is_given(c.place) && !is_seat(*c.place); });
  }
  bool is_seat(const ClaimPlace& place) const {
    return place.span && seats_.contains(place.span->begin);
  }
  std::uint32_t sentence_at(std::uint32_t at) const {
    return static_cast<std::uint32_t>(std::upper_bound(ends_.begin(), ends_.end(), at) -
                                      ends_.begin());
  }
  std::uint32_t begin_of(std::uint32_t sentence) const {
    return sentence == 0 ? 0 : ends_[sentence - 1];
  }
  std::string year_of(const Claim& claim, std::uint32_t sentence) const {
    const auto& published = record_.document.published;
    const auto [begin, end] = years_.equal_range(sentence);
    for (auto at = begin; at != end; ++at) {
      const Span span = at->second->span;
      const std::string& value = at->second->value;
      if (published && published->value.starts_with(value)) continue;
      const bool opens = span.begin - begin_of(sentence) <= kOpening && span.end <= position(claim);
      if (opens || (claim.kind == ClaimKind::occurrence && is_named_by(claim.wording, span)))
        return value;
    }
    return {};
  }
  static bool is_named_by(Span happening, Span year) {
    if (year.begin >= happening.end) return year.begin - happening.end <= kNaming;
    return year.end <= happening.begin && happening.begin - year.end <= 1;
  }
  // The block that holds `at` and counts. A record without blocks counts as one block.
  std::optional<std::uint32_t> block_at(std::uint32_t at) const {
    const auto& blocks = record_.document.blocks;
    if (blocks.empty()) return 0;
    const auto after =
        std::upper_bound(blocks.begin(), blocks.end(), at,
                         [](std::uint32_t byte, const Block& b) { return byte < b.span.begin; });
    if (after == blocks.begin()) return std::nullopt;
    const auto number = static_cast<std::uint32_t>(after - blocks.begin() - 1);
    if (!is_source(blocks[number].kind) || furniture_[number]) return std::nullopt;
    return number;
  }

  const DocumentRecord& record_;
  std::uint32_t number_;
  std::vector<std::uint32_t> ends_, sections_;
  std::multimap<std::uint32_t, const TimeMention*> years_;  // by sentence
  std::map<std::uint32_t, int> happenings_;                 // occurrences of a sentence
  std::map<std::string_view, const Claim*> former_;         // by the former figure's id
  std::vector<bool> furniture_;
  std::set<std::uint32_t> seats_;  // first bytes of the places of those who speak from afar
  bool tells_elsewhere_ = false;   // some claim has another place
};

}  // namespace

std::uint32_t position(const Claim& claim) {
  switch (claim.kind) {
    case ClaimKind::figure: return claim.figure.span.begin;
    case ClaimKind::occurrence: return claim.wording.begin;
    default: return claim.person.begin;
  }
}

std::vector<Atom> atoms_of(std::span<const DocumentRecord* const> records,
                           const Statements& statements,
                           const std::vector<RecurringBlock>& recurring) {
  std::vector<Atom> out;
  for (std::uint32_t d = 0; d < records.size(); ++d) {
    const Walk walk(*records[d], d, recurring);
    const std::size_t first = out.size();
    for (const Claim& claim : records[d]->claims) walk.add(statements.of(claim), out);
    walk.share_years(out, first);
    // Several claims of one word ("protests in X, Y and Z") in the order of their places; never by
    // their ids, which hash the text.
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                     [](const Atom& a, const Atom& b) {
                       return std::tuple(a.at, a.claim->kind, place_begin(*a.claim)) <
                              std::tuple(b.at, b.claim->kind, place_begin(*b.claim));
                     });
  }
  return out;
}

}  // namespace recount::ledger
