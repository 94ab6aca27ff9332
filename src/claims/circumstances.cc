// When, where, how surely. Each is looked for from the inside out: the claim's own clause, its
// sentence, what its block said before, its section's heading; beyond that it stays unknown rather
// than guessed. A live entry has its own time.
#include <algorithm>

#include "src/claims/frames.h"

namespace recount::claims {
namespace {

// How far two token runs are apart; 0 where they touch.
std::uint32_t distance(std::uint32_t a_first, std::uint32_t a_last, std::uint32_t b_first,
                       std::uint32_t b_last) {
  if (a_last <= b_first) return b_first - a_last;
  if (b_last <= a_first) return a_first - b_last;
  return 0;
}

bool is_day(const TimeMention& t) {
  if (t.type == TimexType::TIME) return t.anchor.has_value() || t.value.size() > 6;
  // PRESENT_REF has no grain
  return t.type == TimexType::DATE && t.grain != "year" && t.grain != "decade" &&
         !t.grain.empty() && !t.value.ends_with("_REF");
}

When when_of(const TimeMention& t) {
  When w;
  w.span = t.span;
  w.value = t.value;
  if (t.type == TimexType::TIME) w.value = t.value.substr(0, t.value.find('T'));
  w.from = t.from;
  w.to = t.to;
  w.anchor = t.anchor;
  w.shift = t.shift;
  return w;
}

ClaimPlace place_of(const PlaceMention& m) {
  ClaimPlace p;
  p.span = m.span;
  p.name = m.name;
  p.id = m.id;
  p.country = m.country;
  p.precision = m.precision;
  return p;
}

int fineness(const PlaceMention& m) {
  if (m.precision == "country") return 1;
  if (m.precision == "region") return 2;
  return 3;
}

class Circumstances {
 public:
  Circumstances(const Passage& p, const Sayings& sayings, const Draft* whole, Draft& draft)
      : p_(p),
        words_(p.words),
        sayings_(sayings),
        whole_(whole),
        d_(draft),
        s_(words_.sentences()[draft.sentence]) {}

  void set() {
    clause();
    running();
    modality();
    attribution();
    when();
    as_of();
    place();
    said_at();
  }

 private:
  // The stretch between the <break> words around the key words.
  void clause() {
    clause_first_ = s_.first;
    clause_last_ = s_.last;
    for (std::uint32_t t = d_.first; t > s_.first; --t)
      if (p_.is(t - 1, "break")) {
        clause_first_ = t;
        break;
      }
    for (std::uint32_t t = d_.last; t < s_.last; ++t)
      if (p_.is(t, "break")) {
        clause_last_ = t;
        break;
      }
  }

  void attribution() {
    const Saying* saying = sayings_.of(d_.first);
    if (!saying && conditional_) saying = sayings_.last_before(d_.first);
    if (!saying) return;
    d_.claim.claimant = saying->claimant;
    if (saying->modality) d_.claim.modality = *saying->modality;
  }

  // The nearest day of the sentence before what hangs on the figure, else of the whole sentence; a
  // part has the day of its whole, a former value only its own.
  void when() {
    const bool dependent = whole_ != nullptr;
    const std::uint32_t from = dependent ? d_.first : s_.first;
    const FoundTime* best = nearest_time(from, std::min(s_.last, d_.reach));
    if (!best && dependent) {
      if (!d_.former) d_.claim.when = whole_->claim.when;
      return;
    }
    if (!best && d_.reach < s_.last) best = nearest_time(from, s_.last);
    if (!best) best = own_year();
    if (!best && !counts_until_now()) best = earlier_time();
    if (!best && !counts_until_now()) best = carried_time();
    if (best) {
      d_.claim.when = when_of(best->mention);
    } else if (p_.block_of(d_.first).kind == BlockKind::update) {
      d_.claim.when = day_of_entry();
    }
  }

  // "So far 40 have been arrested": a count up to the moment, of no single day. A word of class
  // `running` makes it cumulative; one with the feature `perfect` before the figure's wording only
  // keeps days from being carried to it.
  bool counts_until_now() const { return running_ || perfect_; }
  void running() {
    if (d_.claim.kind != ClaimKind::figure) return;
    for (std::uint32_t t = clause_first_; t < clause_last_; ++t) running_ |= p_.is(t, "running");
    const std::uint32_t last = words_.token_at(d_.claim.wording.end);
    for (std::uint32_t t = words_.token_at(d_.claim.wording.begin); t < last; ++t)
      for (std::uint32_t a = words_.first_arc(t); a != kNoArc; a = words_.arcs()[a].next)
        perfect_ |= p_.flag(words_.arcs()[a], "perfect");
    if (running_ && d_.claim.series == Series::event) d_.claim.series = Series::cumulative;
  }

  // "In 2009, four died": a sentence that names its year is of that year, not of the day before.
  const FoundTime* own_year() const {
    for (const FoundTime& t : near_key(p_.found.times, s_.first, s_.last))
      if (t.mention.type == TimexType::DATE && t.mention.grain == "year" && !bounds(t) &&
          t.first >= clause_first_ && t.last <= clause_last_ &&
          t.mention.value.find('X') == std::string::npos)
        return &t;
    return nullptr;
  }

  const FoundTime* nearest_time(std::uint32_t first, std::uint32_t last) const {
    const FoundTime* best = nullptr;
    std::uint32_t near = UINT32_MAX;
    for (const FoundTime& t : near_key(p_.found.times, first, last)) {
      if (t.last > last || !is_day(t.mention) || bounds(t)) continue;
      if (to_come(t) && d_.claim.modality == Modality::asserted) continue;
      if (sayings_.said_at(t.first)) continue;
      const bool outside = t.first < clause_first_ || t.last > clause_last_;
      const std::uint32_t d = distance(t.first, t.last, d_.first, d_.last) + (outside ? 1000 : 0);
      if (d < near) near = d, best = &t;
    }
    return best;
  }

  // "until 2 January", "since November": an end of a stretch is not the day of a figure.
  bool bounds(const FoundTime& t) const {
    return d_.claim.kind == ClaimKind::figure && t.first > s_.first && p_.is(t.first - 1, "bound");
  }

  // What a live entry tells without a day is of the day on which the page is written.
  When day_of_entry() const {
    When w;
    w.value = p_.published ? p_.published->value.substr(0, 10) : "XXXX-XX-XX";
    w.anchor = "publication";
    w.shift = "P0D";
    return w;
  }

  // A heading takes its day from the text under it, a figure without one from the paragraph before,
  // as long as that counts from the day of publication (today, yesterday): a reader carries such a
  // day on, not a date of the past.
  const FoundTime* carried_time() const {
    const std::uint32_t block = words_.tokens()[d_.first].block;
    const auto& blocks = p_.document.blocks;
    if (blocks[block].kind == BlockKind::headline) return first_day(block + 1);
    if (d_.claim.kind != ClaimKind::figure || blocks[block].kind != BlockKind::body) return nullptr;
    const std::uint32_t stop = block - std::min<std::uint32_t>(block, kMostCarried);
    for (std::uint32_t b = block; b > stop && carries(blocks[b - 1].kind); --b)
      if (const FoundTime* t = last_deictic(b - 1)) return t;
    return nullptr;
  }
  static bool carries(BlockKind kind) {
    return kind == BlockKind::body || kind == BlockKind::headline || kind == BlockKind::dateline;
  }
  const FoundTime* first_day(std::uint32_t from) const {
    for (std::uint32_t b = from; b <= from + 2 && b < p_.document.blocks.size(); ++b) {
      if (!is_source(p_.document.blocks[b].kind)) continue;
      for (const FoundTime& t : of_block(p_.found.times, b))
        if (is_day(t.mention) && t.mention.grain != "month") return &t;
    }
    return nullptr;
  }
  const FoundTime* last_deictic(std::uint32_t block) const {
    return last_of(of_block(p_.found.times, block),
                   [this](const FoundTime& t) { return is_day(t.mention) && from_page(t); });
  }
  // "Today", "on Saturday": told from the day of the page. "17 November" may be any day of the
  // past.
  bool from_page(const FoundTime& t) const {
    if (t.mention.anchor != "publication" || t.mention.grain != "day") return false;
    bool weekday = false, month = false;
    for (std::uint32_t at = t.first; at < t.last; ++at) {
      weekday |= p_.is(at, "weekday");
      month |= p_.is(at, "month");
    }
    return t.mention.shift || (weekday && !month);
  }

  // "Vers 11 heures … avaient déjà": the moment for which the claimant counts, where a rule says
  // so.
  void as_of() {
    if (d_.claim.kind != ClaimKind::figure) return;
    words_.pack().index("as-of").for_each(words_, s_.first, s_.last, [&](const RuleMatch& m) {
      const CaptureRun* run = m.capture("time");
      if (!run || run->arc == kNoArc || d_.claim.as_of || m.match.first > d_.last) return;
      const Arc& arc = words_.arcs()[run->arc];
      if (arc.payload < 0) return;
      const TimeMention& t = p_.found.times[static_cast<std::size_t>(arc.payload)].mention;
      When w = when_of(t);
      w.value = t.value;
      if (t.value.starts_with('T')) {
        const FoundTime* day = day_beside(run->first);
        w.value = (day ? day_of(day->mention.value) : day_of_figure()) + t.value;
        if (day) w.span = cover(day->mention.span, t.span);
      }
      d_.claim.as_of = w;
    });
  }

  // A clock time is one of the day named just before it ("le 6 mars à 8 heures"), else of the
  // figure's own day, as far as that is known.
  const FoundTime* day_beside(std::uint32_t token) const {
    constexpr std::uint32_t kBetween = 2;  // tokens: a comma, "à"
    for (const FoundTime& t : around(p_.found.times, token))
      if (t.last <= token && token - t.last <= kBetween && t.mention.type == TimexType::DATE &&
          is_day(t.mention))
        return &t;
    return nullptr;
  }
  std::string day_of_figure() const {
    return d_.claim.when ? day_of(d_.claim.when->value) : "XXXX-XX-XX";
  }
  static std::string day_of(const std::string& value) {
    return value.size() == 10 && !value.starts_with("XXXX-W") ? value : "XXXX-XX-XX";
  }

  // A day after that of publication: nothing is counted on it yet.
  bool to_come(const FoundTime& t) const {
    return d_.claim.kind == ClaimKind::figure && p_.published && p_.published->value.size() >= 10 &&
           t.mention.value.size() >= 10 && p_.published->value[0] != 'X' &&
           t.mention.value[0] != 'X' &&
           t.mention.value.substr(0, 10) > p_.published->value.substr(0, 10);
  }

  // The last day named before in the block; for a heading none.
  const FoundTime* earlier_time() const {
    return last_of(before_sentence(p_.found.times), [this](const FoundTime& t) {
      return is_day(t.mention) && t.mention.grain != "month" &&
             !(to_come(t) && d_.claim.modality != Modality::planned);
    });
  }

  void place() {
    const bool dependent = whole_ != nullptr;
    const std::uint32_t from = dependent ? d_.first : s_.first;
    const PlaceRun* best = nearest_place(from, std::min(s_.last, d_.reach));
    if (!best && dependent) {
      d_.claim.place = whole_->claim.place;
      return;
    }
    if (!best && d_.reach < s_.last) best = nearest_place(from, s_.last);
    if (!best && !everywhere()) best = earlier_place();
    if (best) d_.claim.place = place_of(best->mention);
  }

  const PlaceRun* nearest_place(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t kCoarser =
        4;  // tokens: a country stands that much farther than a region
    const PlaceRun* best = nullptr;
    std::uint32_t near = UINT32_MAX;
    const bool wide = everywhere();
    for (const PlaceRun& r : near_key(p_.found.places, first, last)) {
      if (r.last > last || in_claimant(r) || (wide && fineness(r.mention) > 2)) continue;
      const bool outside = r.first < clause_first_ || r.last > clause_last_;
      const std::uint32_t d = distance(r.first, r.last, d_.first, d_.last) + (outside ? 1000 : 0) +
                              (r.first < d_.first ? 3 : 0) +
                              static_cast<std::uint32_t>(3 - fineness(r.mention)) * kCoarser;
      if (d < near) near = d, best = &r;
    }
    return best;
  }

  // "12,000 nationwide": a count of a whole country isn't of the town named beside it.
  bool everywhere() const {
    if (d_.claim.kind != ClaimKind::figure) return false;
    constexpr std::uint32_t kBefore = 4, kBehind = 10;  // tokens: nearer than another figure's town
    const std::uint32_t first = std::max(clause_first_, d_.first - std::min(d_.first, kBefore));
    const std::uint32_t last = std::min(clause_last_, d_.last + kBehind);
    for (std::uint32_t t = first; t < last; ++t)
      if (p_.is(t, "everywhere")) return true;
    return false;
  }

  // "the mayor of X says": X is no place of the event by that.
  bool in_claimant(const PlaceRun& r) const {
    const auto& span = d_.claim.claimant.span;
    return span && span->contains(r.mention.span);
  }

  // The finest place named before in the block, the latest of them; else in the heading of the
  // section.
  const PlaceRun* earlier_place() const {
    const std::uint32_t block = words_.tokens()[d_.first].block;
    if (const PlaceRun* r = finest(before_sentence(p_.found.places))) return r;
    const std::uint32_t stop = block - std::min<std::uint32_t>(block, kMostSteps);
    for (std::uint32_t b = block; b > stop; --b)
      if (p_.document.blocks[b - 1].kind == BlockKind::headline)
        return finest(of_block(p_.found.places, b - 1));
    return block <= kReachOfLead ? lead_place() : nullptr;
  }
  // Of a longer text a reader doesn't carry the place so far (gold of fr, en, ru, 2026-11).
  static constexpr std::uint32_t kReachOfLead = 8;  // blocks
  // A text without a heading (a post) opens with what a heading would say.
  const PlaceRun* lead_place() const {
    const auto& blocks = p_.document.blocks;
    for (std::uint32_t b = 0; b < words_.tokens()[d_.first].block; ++b)
      if (blocks[b].kind == BlockKind::body) return finest(of_block(p_.found.places, b));
    return nullptr;
  }
  static const PlaceRun* finest(std::span<const PlaceRun> runs) {
    const PlaceRun* best = nullptr;
    for (const PlaceRun& r : runs.last(std::min(runs.size(), kMostSteps)))
      if (!best || fineness(r.mention) >= fineness(best->mention)) best = &r;
    return best;
  }

  // Runs of a stretch of the claim's sentence, of a block, and of the claim's block before its
  // sentence.
  template <class Run>
  std::span<const Run> near_key(const std::vector<Run>& runs, std::uint32_t first,
                                std::uint32_t last) const {
    constexpr std::uint32_t kFar = 4096;  // tokens
    return beginning_in(runs, std::max(first, d_.first - std::min(d_.first, kFar)),
                        std::min(last, d_.last + kFar));
  }
  template <class Run>
  std::span<const Run> of_block(const std::vector<Run>& runs, std::uint32_t block) const {
    const auto [first, last] = words_.tokens_of(block);
    return beginning_in(runs, first, last);
  }
  template <class Run>
  std::span<const Run> before_sentence(const std::vector<Run>& runs) const {
    return beginning_in(runs, words_.tokens_of(words_.tokens()[d_.first].block).first, s_.first);
  }
  // The last run of which `holds`, or nullptr.
  template <class Run, class Holds>
  static const Run* last_of(std::span<const Run> runs, Holds holds) {
    runs = runs.last(std::min(runs.size(), kMostSteps));
    for (std::size_t i = runs.size(); i-- > 0;)
      if (holds(runs[i])) return &runs[i];
    return nullptr;
  }

  void modality() {
    if (d_.claim.modality != Modality::asserted) return;
    const std::uint32_t first = words_.token_at(d_.claim.wording.begin);
    for (std::uint32_t t = first;
         t < words_.tokens().size() && words_.tokens()[t].span.end <= d_.claim.wording.end; ++t)
      for (std::uint32_t a = words_.first_arc(t); a != kNoArc; a = words_.arcs()[a].next)
        form_of(words_.arcs()[a]);
    const std::uint32_t from = std::max(clause_first_, d_.first > 12 ? d_.first - 12 : 0);
    const std::uint32_t to = std::min(clause_last_, d_.last + 12);
    for (std::uint32_t t = from; t < to; ++t)
      for (std::uint32_t a = words_.first_arc(t); a != kNoArc; a = words_.arcs()[a].next)
        if (const auto m = named<Modality>(p_.value(words_.arcs()[a], "hedge"));
            m && d_.claim.modality == Modality::asserted)
          d_.claim.modality = *m;
  }
  // A conditional or a future in the wording itself; the pack says what they mean by its flags.
  void form_of(const Arc& arc) {
    if (p_.flag(arc, "cond")) {
      d_.claim.modality = Modality::uncertain;
      conditional_ = true;
    }
    if (p_.flag(arc, "fut")) d_.claim.modality = Modality::planned;
  }

  // An entry's clock time on the day of its page, as far as that is known.
  std::string moment_of(const std::string& time) const {
    const bool day_known = p_.published && p_.published->value.size() >= 10 &&
                           p_.published->value.find('X') == std::string::npos;
    return time.starts_with('T') && day_known ? p_.published->value.substr(0, 10) + time : time;
  }

  void said_at() {
    const Block& block = p_.block_of(d_.first);
    if (block.kind == BlockKind::update && block.time)
      d_.claim.said_at = SaidAt{moment_of(*block.time), std::nullopt};
  }

  const Passage& p_;
  const Words& words_;
  const Sayings& sayings_;
  const Draft* whole_;
  Draft& d_;
  const Sentence s_;
  std::uint32_t clause_first_ = 0, clause_last_ = 0;
  bool conditional_ = false;
  bool running_ = false, perfect_ = false;
};

}  // namespace

void set_circumstances(const Passage& p, const Sayings& sayings, const Draft* whole, Draft& draft) {
  Circumstances(p, sayings, whole, draft).set();
}

}  // namespace recount::claims
