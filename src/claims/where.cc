// The place of a claim: the nearest of its sentence, the finer one where two stand about as near;
// else the place that its block, few sentences before, or its section's heading told of; else the
// town of the police who say it. A place from which or to which somebody goes, one that is part of
// the claimant's name, and a town beside a count of the whole country are none of it. What isn't
// sure stays open: a total and a count up to now are of more than the place that was named last.
#include <algorithm>
#include <map>

#include "src/claims/surroundings.h"

namespace recount::claims {
namespace {

ClaimPlace place_of(const PlaceMention& m) {
  ClaimPlace p;
  p.span = m.span;
  p.name = m.name;
  p.id = m.id;
  p.country = m.country;
  p.precision = m.precision;
  return p;
}

std::uint32_t fineness(const PlaceMention& m) {
  if (m.precision == "country") return 1;
  if (m.precision == "region") return 2;
  return 3;
}

class WhereFinder {
 public:
  explicit WhereFinder(const Surroundings& around)
      : a_(around), p_(around.p), d_(around.draft), s_(around.sentence) {}

  void set() {
    if (const PlaceRun* head = head_of_item()) {
      d_.claim.place = place_of(head->mention);
      return;
    }
    const bool dependent = a_.whole != nullptr;
    const std::uint32_t from = dependent ? d_.first : s_.first;
    const std::uint32_t end = std::min(a_.reach_of_part(), d_.former_from);
    const std::uint32_t wide = everywhere();
    const PlaceRun* best = nearest(from, std::min(end, d_.reach), wide < kNowhere);
    if (!best && dependent && (a_.whole->claim.place || a_.is_beside_whole())) {
      d_.claim.place = a_.whole->claim.place;
      return;
    }
    if (!best && d_.reach < end) best = nearest(from, end, wide < kNowhere);
    if (!best && wide < kNowhere) {
      d_.claim.place = country(wide);
      return;
    }
    if (!best) best = earlier();
    if (!best) best = of_claimant();
    if (!best) best = told_below();
    if (best) d_.claim.place = place_of(best->mention);
  }

 private:
  static constexpr std::uint32_t kNowhere = UINT32_MAX;

  // "X: 3 dead, 5 injured; Y: 1 dead": a list by towns. The town that heads the figure's own item,
  // if its block has several of them: of one alone it may be the line's place.
  const PlaceRun* head_of_item() const {
    if (!a_.is_figure()) return nullptr;
    const PlaceRun* head = nullptr;
    std::size_t heads = 0;
    const auto runs = a_.of_block(p_.found.places, a_.block());
    for (const PlaceRun& r : runs.first(std::min(runs.size(), kMostSteps))) {
      const bool own = r.first >= s_.first && r.last <= d_.first;
      if (heads_item(r)) {
        ++heads;
        if (own) head = &r;
      } else if (own) {
        head = nullptr;  // the item names a finer place
      }
    }
    return heads > 1 ? head : nullptr;
  }
  bool heads_item(const PlaceRun& r) const {
    constexpr std::uint32_t kNear = 3;  // tokens from the mark to the number: "about", "at least"
    const auto& tokens = p_.words.tokens();
    const auto mark = [&](std::uint32_t t) {
      return t < tokens.size() ? std::string_view(tokens[t].folded) : std::string_view();
    };
    const auto dash = [](std::string_view m) {
      return m == ":" || m == "-" || m == "\xE2\x80\x93" || m == "\xE2\x80\x94";
    };
    const bool opens = r.first == 0 || tokens[r.first - 1].kind != TokenKind::word ||
                       tokens[r.first - 1].block != tokens[r.first].block;
    if (!opens || !dash(mark(r.last))) return false;
    for (std::uint32_t t = r.last + 1; t <= r.last + kNear && t < tokens.size(); ++t)
      if (p_.is(t, "quantity")) return true;
    return false;
  }

  const PlaceRun* nearest(std::uint32_t first, std::uint32_t last, bool wide) const {
    // tokens: a country stands that much farther than a region
    constexpr std::uint32_t kCoarser = 4;
    const PlaceRun* best = nullptr;
    std::uint32_t near = UINT32_MAX;
    const auto runs = a_.near_key(p_.found.places, first, last);
    for (const PlaceRun& r : runs) {
      if (r.last > last || r.aside || in_claimant(r) || (wide && fineness(r.mention) > 2)) continue;
      if (r.first >= d_.reach && is_of_part(r)) continue;
      const std::uint32_t d = a_.distance(r.first, r.last) + (r.first < d_.first ? 3 : 0) +
                              (3 - fineness(r.mention)) * kCoarser + (r.dateline ? 2000 : 0);
      if (d < near) near = d, best = &r;
    }
    if (!best || wide) return best;
    const PlaceRun* site = site_within(*best, runs);
    return site ? site : innermost(best, runs);
  }

  // "In X, 200 met in Gunmaker Quay": what a sentence sets out with holds the site that it goes on
  // to name in the clause of the figure.
  bool sets_out(const PlaceRun& frame) const {
    constexpr std::uint32_t kOpening = 3;  // tokens
    return frame.mention.precision == "city" && frame.first <= s_.first + kOpening &&
           frame.last < d_.first && p_.words.tokens()[frame.last].folded == ",";
  }

  // The site in such a frame; or behind the figure, in its clause, where the nearest place is a
  // wider one before it: "other shootings in X hurt two men in Gunmaker Street".
  const PlaceRun* site_within(const PlaceRun& frame, std::span<const PlaceRun> runs) const {
    const bool before = frame.last <= d_.first && frame.mention.precision != "unknown";
    if (!sets_out(frame) && !before) return nullptr;
    const std::uint32_t from = sets_out(frame) ? frame.last : d_.last;
    const PlaceRun* site = nullptr;
    for (const PlaceRun& r : runs) {
      if (r.first < from || r.aside || in_claimant(r)) continue;
      if (r.first >= std::min(d_.reach, a_.clause_last)) break;
      if (r.mention.precision != "unknown") return nullptr;
      if (!site) site = &r;
    }
    return site;
  }

  // "in Gunmaker Street in the old town of X": of places that lie in each other the first, finest.
  const PlaceRun* innermost(const PlaceRun* best, std::span<const PlaceRun> runs) const {
    for (; best > runs.data(); --best) {
      const PlaceRun& inner = *(best - 1);
      if (inner.last > best->first || inner.aside || inner.dateline || in_claimant(inner)) break;
      if (fineness(inner.mention) < fineness(best->mention) || !lies_in(p_, inner, *best)) break;
    }
    return best;
  }
  // "12,000 nationwide": a count of a whole country isn't of the town named beside it. The token
  // whose word says so, or kNowhere.
  std::uint32_t everywhere() const {
    if (!a_.is_figure()) return kNowhere;
    constexpr std::uint32_t kBefore = 4, kBehind = 10;  // tokens: nearer than another figure's town
    const bool part = a_.whole && !d_.former;           // "12,000 nationwide, 900 of them in X"
    const std::uint32_t first =
        part ? d_.first : std::max(a_.clause_first, d_.first - std::min(d_.first, kBefore));
    const std::uint32_t last = std::min(a_.clause_last, d_.last + kBehind);
    const std::uint32_t found = a_.find_word(first, last, "everywhere");
    return found < last ? found : kNowhere;
  }

  // Where the longest reading of the class ends that begins at the token.
  std::uint32_t end_of(std::uint32_t token, KnownName cls) const {
    std::uint32_t last = token + 1;
    for (std::uint32_t a = p_.words.first_arc(token); a != kNoArc; a = p_.words.arcs()[a].next)
      if (p_.words.arcs()[a].cls == cls) last = std::max(last, token + p_.words.arcs()[a].size);
    return last;
  }

  // The words for the whole country, with its code where all that the text names lies in one.
  ClaimPlace country(std::uint32_t token) const {
    ClaimPlace place;
    place.span = p_.words.span(token, end_of(token, "everywhere"));
    place.name = p_.words.words(*place.span);
    place.precision = "country";
    const std::span<const PlaceRun> all(p_.found.places);
    for (const PlaceRun& r : all.first(std::min(all.size(), kMostSteps))) {
      if (r.mention.country.empty()) continue;
      if (!place.country.empty() && place.country != r.mention.country) {
        place.country.clear();
        place.name = p_.words.words(*place.span);
        break;
      }
      place.country = r.mention.country;
      if (r.mention.precision == "country") place.name = r.mention.name;
    }
    place.id = place.country;
    return place;
  }

  // "Two men were shot, police of X said": who counts in a town speaks of it, where nothing else
  // does.
  const PlaceRun* of_claimant() const {
    const ActorKind kind = d_.claim.claimant.kind;
    if (kind != ActorKind::police && kind != ActorKind::rescue && kind != ActorKind::hospital)
      return nullptr;
    for (const PlaceRun& r : a_.near_key(p_.found.places, s_.first, s_.last))
      if (in_claimant(r) && r.mention.precision == "city") return &r;
    return nullptr;
  }

  // "the mayor of X says": X is no place of the event by that.
  bool in_claimant(const PlaceRun& r) const {
    const auto& span = d_.claim.claimant.span;
    return span && span->contains(r.mention.span);
  }

  // Behind as many sentences of a paragraph the place is as often another one (gold of fr, en, ru,
  // 2026-11: of places carried over more than three, 3 right and 16 wrong).
  static constexpr std::uint32_t kReachOfSentence = 3;
  // "In all, 40 were hurt": a count of more than what the text spoke of last.
  bool is_total() const {
    for (std::uint32_t t = a_.clause_first; t < a_.clause_last; ++t)
      for (std::uint32_t a = p_.words.first_arc(t); a != kNoArc; a = p_.words.arcs()[a].next)
        if (const Arc& arc = p_.words.arcs()[a];
            arc.cls == known("total") || arc.has(known("total")))
          return true;
    return false;
  }
  // "35 arrests, of which 18 in X": X holds for the part alone.
  bool is_of_part(const PlaceRun& r) const {
    constexpr std::uint32_t kNear = 8;  // tokens
    const Sentence& s = p_.words.sentences()[p_.words.sentence_of(r.first)];
    bool number = false;
    for (std::uint32_t t = r.first; t > s.first && r.first - t < kNear; --t) {
      if (p_.is(t - 1, "partof")) return number;
      if (p_.is(t - 1, "break")) return false;
      number |= p_.is(t - 1, "quantity");
    }
    return false;
  }

  // The finest place named before in the block, the latest of them; else in the heading of the
  // section.
  const PlaceRun* earlier() const {
    const std::uint32_t block = a_.block();
    if (a_.running || is_total()) return nullptr;
    if (const PlaceRun* r = finest(a_.before_sentence(p_.found.places)))
      return d_.sentence - p_.words.sentence_of(r->first) > kReachOfSentence ? nullptr : r;
    const std::uint32_t stop = block - std::min<std::uint32_t>(block, kMostSteps);
    for (std::uint32_t b = block; b > stop; --b)
      if (p_.document.blocks[b - 1].kind == BlockKind::headline)
        return finest(a_.of_block(p_.found.places, b - 1));
    return block <= kReachOfLead ? lead_place() : nullptr;
  }
  // Of a longer text a reader doesn't carry the place so far (gold of fr, en, ru, 2026-11).
  static constexpr std::uint32_t kReachOfLead = 8;  // blocks
  // A text without a heading (a post) opens with what a heading would say, and goes on to say it
  // more finely: the finest place of its body so far, of equal ones the last.
  const PlaceRun* lead_place() const {
    const auto& blocks = p_.document.blocks;
    const PlaceRun* best = nullptr;
    for (std::uint32_t b = 0; b < a_.block(); ++b) {
      if (blocks[b].kind != BlockKind::body) continue;
      const PlaceRun* r = finest(a_.of_block(p_.found.places, b));
      if (r && (!best || best->dateline || fineness(r->mention) >= fineness(best->mention)))
        best = r;
    }
    return best;
  }
  // What opens a post is told more fully below: the first place that the blocks after it name.
  const PlaceRun* told_below() const {
    constexpr std::uint32_t kBelow = 2;         // blocks
    constexpr std::size_t kLongestPost = 1500;  // bytes; an article's lead may be of more places
    const auto& blocks = p_.document.blocks;
    const std::uint32_t block = a_.block();
    if (a_.running || is_total() || p_.document.text.size() > kLongestPost) return nullptr;
    const auto above = blocks.begin() + block;
    if (blocks[block].kind != BlockKind::body ||
        std::any_of(blocks.begin(), above, [](const Block& b) { return is_source(b.kind); }))
      return nullptr;
    for (std::uint32_t b = block + 1; b < blocks.size() && b <= block + kBelow; ++b) {
      if (blocks[b].kind != BlockKind::body) continue;
      for (const PlaceRun& r : a_.of_block(p_.found.places, b))
        if (!r.aside && !r.dateline && !in_claimant(r) && r.mention.precision != "country")
          return &r;
    }
    return nullptr;
  }

  const PlaceRun* finest(std::span<const PlaceRun> runs) const {
    const PlaceRun* best = nullptr;
    for (const PlaceRun& r : runs.last(std::min(runs.size(), kMostSteps)))
      if (!r.aside && !is_of_part(r) &&
          (!best || best->dateline || fineness(r.mention) >= fineness(best->mention)))
        best = &r;
    return best;
  }

  const Surroundings& a_;
  const Passage& p_;
  Draft& d_;
  const Sentence s_;
};

}  // namespace

bool lies_in(const Passage& p, const PlaceRun& inner, const PlaceRun& outer) {
  constexpr std::uint32_t kBetween = 4;  // tokens: "in the northern town of"
  if (outer.first < inner.last || outer.first - inner.last > kBetween) return false;
  const auto word = [&](std::uint32_t t) { return std::string_view(p.words.tokens()[t].folded); };
  bool prep = false, apart = false;
  for (std::uint32_t t = inner.last; t < outer.first; ++t) {
    const bool mark = word(t) == "," || word(t) == "(";
    if (!mark && p.words.tokens()[t].kind != TokenKind::word) return false;
    if (p.is(t, "conj") || p.is(t, "cue") || p.is(t, "say")) return false;
    // "in X, in Y": behind a comma the same preposition makes a list
    apart |= mark;
    if (p.is(t, "prep") && (inner.first == 0 || !apart || word(t) != word(inner.first - 1)))
      prep = true;
  }
  if (apart)
    return fineness(inner.mention) > fineness(outer.mention) || (prep && inner.mention.id.empty());
  return prep;
}

void set_place(const Surroundings& around) { WhereFinder(around).set(); }

}  // namespace recount::claims
