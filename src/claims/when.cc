// The day of a claim. A time of its own sentence comes first, then the day that its block was
// telling of, then one that a reader carries from the paragraph before. A time that says when
// somebody spoke, or that is another figure's ("contre 66.000 une semaine avant"), is none of it; a
// count since a day is of a stretch, from that day to the page's own.
#include <algorithm>

#include "src/base/base.h"
#include "src/claims/surroundings.h"

namespace recount::claims {
namespace {

constexpr const char* kUnknownDay = "XXXX-XX-XX";

bool is_day(const TimeMention& t) {
  if (t.type == TimexType::TIME) return t.anchor.has_value() || t.value.size() > 6;
  if (t.type == TimexType::DURATION) return t.from.has_value();  // "the last five days"
  // PRESENT_REF has no grain
  return t.type == TimexType::DATE && t.grain != "year" && t.grain != "decade" &&
         !t.grain.empty() && !t.value.ends_with("_REF");
}

When when_of(const TimeMention& t) {
  When w;
  w.span = t.span;
  w.value = t.value;
  if (t.type == TimexType::TIME) w.value = t.value.substr(0, t.value.find('T'));
  if (t.type == TimexType::DURATION) w.value = *t.from;
  if (w.value.find('W') == std::string::npos ? w.value.size() >= 10 : true) {
    w.from = t.from;  // a month and a year say themselves when they begin and end
    w.to = t.to;
  }
  w.anchor = t.anchor;
  w.shift = t.shift;
  return w;
}

class WhenFinder {
 public:
  explicit WhenFinder(const Surroundings& around)
      : a_(around), p_(around.p), d_(around.draft), s_(around.sentence) {}

  // The nearest day of the sentence before what hangs on the figure, else of the whole sentence; a
  // part has the day of its whole, a former value only its own.
  void set() {
    const bool dependent = a_.whole != nullptr;
    const std::uint32_t from = dependent ? d_.first : s_.first;
    const std::uint32_t end = std::min(a_.reach_of_part(), d_.former_from);
    const FoundTime* best = nearest(from, std::min(end, d_.reach));
    if (!best && d_.former) best = own_year();
    if (!best && d_.former) best = right_before();
    if (!best && dependent && (d_.former || a_.whole->claim.when || a_.is_beside_whole())) {
      if (!d_.former) d_.claim.when = a_.whole->claim.when;
      return;
    }
    if (!best && d_.reach < end) best = nearest(from, end);
    if (!best) best = own_year();
    if (!best && !counts_until_now() && !is_wished()) best = earlier();
    if (!best && !counts_until_now() && !is_wished()) best = carried();
    if (best && best->since && a_.is_figure())
      take_stretch(best->mention);
    else if (best)
      take(*best);
    else if (p_.block_of(d_.first).kind == BlockKind::update)
      d_.claim.when = day_of_entry();
  }

 private:
  // "Since the beginning 5,600 were arrested": of no day that was told before.
  bool counts_until_now() const {
    return a_.running || a_.perfect || (a_.is_figure() && d_.claim.series == Series::cumulative);
  }
  // What is demanded, feared or supposed has the day that its sentence gives and no other; of those
  // who will march or be sent a text goes on telling.
  bool is_wished() const {
    const Claim& c = d_.claim;
    if (!a_.is_figure()) return false;
    return c.modality == Modality::hypothetical ||
           (c.modality == Modality::planned && c.measure != Measure::participants &&
            c.measure != Measure::deployed);
  }
  // "The release of 48 miners held on Monday": the day of what befell them, not of the release.
  bool is_of_another_cue(const FoundTime& t) const {
    const std::uint32_t own =
        std::max(d_.last, p_.words.token_at(std::max(d_.claim.wording.end, 1u) - 1) + 1);
    if (!is_wished() || t.first < own) return false;
    const std::uint32_t far = own + std::min<std::uint32_t>(t.first - own, kLongestName);
    for (std::uint32_t token = own; token < far; ++token)
      for (std::uint32_t a = p_.words.first_arc(token); a != kNoArc; a = p_.words.arcs()[a].next)
        if (p_.words.arcs()[a].cls == known("cue") && !p_.flag(p_.words.arcs()[a], "weak"))
          return true;
    return false;
  }

  // "In 2009, four died": a sentence that names its year is of that year, not of the day before; a
  // former value of the year that follows it ("against 30 last year").
  const FoundTime* own_year() const {
    const std::uint32_t first = d_.former ? d_.first : s_.first;
    for (const FoundTime& t : a_.near_key(p_.found.times, first, std::min(s_.last, d_.former_from)))
      if (t.mention.type == TimexType::DATE && t.mention.grain == "year" && !t.aside &&
          !is_end(t) && a_.in_clause(t.first, t.last) && !is_of_other_number(t) &&
          (d_.former || t.mention.value.find('X') == std::string::npos))
        return &t;
    return nullptr;
  }

  // "A year before – 12": of a former value the time right before it.
  const FoundTime* right_before() const {
    return Surroundings::last_of(a_.near_key(p_.found.times, s_.first, d_.first),
                                 [this](const FoundTime& t) {
                                   return leads_to(p_, t, d_) && t.mention.type == TimexType::DATE;
                                 });
  }

  // "41 arrests, more than the 12 last week", "in March it was 12": a time right beside a number
  // that counts alike and has no noun or verb of its own is that number's.
  bool is_of_other_number(const FoundTime& t) const {
    return !d_.former && (is_of_former(t) || is_of_bare_number(t));
  }
  bool is_of_former(const FoundTime& t) const {
    return std::binary_search(p_.former_times.begin(), p_.former_times.end(), t.first);
  }
  bool is_of_bare_number(const FoundTime& t) const {
    constexpr std::uint32_t kBetween = 2;  // tokens: "in", "in the", a dash
    if (!a_.is_figure()) return false;
    for (const FoundQuantity& q :
         a_.near_key(p_.found.quantities, t.first - std::min(t.first, kLongestName),
                     t.last + kBetween + 1)) {
      if (q.first < s_.first || q.last > s_.last) continue;
      if (q.article || q.first == d_.first || q.reason || !q.mention.unit.empty()) continue;
      const std::uint32_t before = q.last <= t.first ? t.first - q.last : kBetween + 1;
      const std::uint32_t behind = q.first >= t.last ? q.first - t.last : kBetween + 1;
      if (before <= kBetween && is_glue(q.last, t.first)) return true;
      if (behind > 0 && behind <= kBetween && is_mark(q.first - 1) && is_mark(q.last)) return true;
    }
    return false;
  }
  bool is_mark(std::uint32_t token) const {
    return token >= s_.last || p_.words.tokens()[token].kind == TokenKind::punctuation;
  }
  bool is_glue(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t)
      if (!p_.is(t, "prep") && !p_.is(t, "det")) return false;
    return true;
  }

  const FoundTime* nearest(std::uint32_t first, std::uint32_t last) const {
    const FoundTime* best = nullptr;
    std::uint32_t near = UINT32_MAX;
    for (const FoundTime& t : a_.near_key(p_.found.times, first, last)) {
      if (t.last > last || !is_day(t.mention)) continue;
      if (is_bracketed_by(t)) return &t;
      if (t.aside || is_end(t) || is_of_another_cue(t) || is_of_other_number(t)) continue;
      if (to_come(t) && d_.claim.modality == Modality::asserted) continue;
      if (const Saying* s = a_.sayings.said_at(t.first); s && !is_count(*s)) continue;
      const std::uint32_t d = a_.distance(t.first, t.last);
      if (d < near) near = d, best = &t;
    }
    return best;
  }

  // "900 marchers were counted on Saturday by the police": who counts them says so by the claim's
  // own wording.
  bool is_count(const Saying& s) const {
    const Span wording = d_.claim.wording;
    const Span verb = p_.words.tokens()[s.frame_first].span;
    return wording.contains(verb);
  }

  // "More than on Saturday (201 injured)": what is compared, too, has a day.
  bool is_bracketed_by(const FoundTime& t) const {
    return t.last + 1 == d_.first && p_.words.tokens()[t.last].folded == "(";
  }

  // "until 2 January": an end of a stretch is not the day of a figure; its begin ("since
  // November") makes the figure one of the stretch.
  bool is_end(const FoundTime& t) const {
    return a_.is_figure() && !t.since && t.first > s_.first && p_.is(t.first - 1, "bound");
  }

  // "Soldiers will be sent by Friday": of what is planned the weekday to come.
  void take(const FoundTime& t) {
    When w = when_of(t.mention);
    const auto day = parse_day(w.value);
    const bool weekday = a_.find_word(t.first, t.last, "weekday") != t.last &&
                         a_.find_word(t.first, t.last, "month") == t.last;
    if (day && weekday && !t.to_come && d_.claim.modality == Modality::planned && p_.published) {
      const auto today = parse_day(p_.published->value.substr(0, 10));
      if (today && *day < *today && days_from_civil(*today) - days_from_civil(*day) < 7) {
        w.value = iso(add_days(*day, 7));
        w.shift = "P" + std::to_string(7 + days_from_civil(*day) - days_from_civil(*today)) + "D";
      }
    }
    d_.claim.when = w;
    if (t.mention.type == TimexType::DURATION && t.mention.grain != "hour") sum_up();
  }

  // From a day on, up to the page's own day, as far as that is known.
  void take_stretch(const TimeMention& since) {
    When w = when_of(since);
    w.from = since.from.value_or(w.value);
    w.to = p_.published && p_.published->value.size() >= 10 ? p_.published->value.substr(0, 10)
                                                            : std::string(kUnknownDay);
    d_.claim.when = w;
    sum_up();
  }
  // Those who were hurt in a stretch of days are a sum; those who gathered are the same ones.
  void sum_up() {
    const Measure m = d_.claim.measure;
    if (a_.is_figure() && d_.claim.series == Series::event && m != Measure::participants &&
        m != Measure::deployed)
      d_.claim.series = Series::cumulative;
  }

  // What a live entry tells without a day is of the day on which the page is written.
  When day_of_entry() const {
    When w;
    w.value = p_.published ? p_.published->value.substr(0, 10) : kUnknownDay;
    w.anchor = "publication";
    w.shift = "P0D";
    return w;
  }

  // A heading takes its day from the text under it, a figure without one from the paragraph before,
  // as long as that counts from the day of publication (today, yesterday): a reader carries such a
  // day on, not a date of the past.
  const FoundTime* carried() const {
    const std::uint32_t block = a_.block();
    const auto& blocks = p_.document.blocks;
    if (blocks[block].kind == BlockKind::headline) return first_day(block + 1);
    if (!a_.is_figure() || blocks[block].kind != BlockKind::body) return nullptr;
    if (opens_text(block)) return first_day(block, true);
    const std::uint32_t stop = block - std::min<std::uint32_t>(block, kMostCarried);
    for (std::uint32_t b = block; b > stop && carries(blocks[b - 1].kind); --b)
      if (const FoundTime* t = last_deictic(b - 1)) return t;
    return nullptr;
  }
  static bool carries(BlockKind kind) {
    return kind == BlockKind::body || kind == BlockKind::headline || kind == BlockKind::dateline;
  }
  // A text without a heading (a post) opens with what a heading would say.
  bool opens_text(std::uint32_t block) const {
    const auto& blocks = p_.document.blocks;
    return std::none_of(blocks.begin(),
                        blocks.begin() + std::min<std::uint32_t>(block, kMostCarried),
                        [](const Block& b) { return is_source(b.kind); }) &&
           block < kMostCarried;
  }
  const FoundTime* first_day(std::uint32_t from, bool only_deictic = false) const {
    const FoundTime* said = nullptr;  // "published on Friday": better than none
    for (std::uint32_t b = from; b <= from + 2 && b < p_.document.blocks.size(); ++b) {
      if (!is_source(p_.document.blocks[b].kind)) continue;
      for (const FoundTime& t : a_.of_block(p_.found.times, b))
        if (t.first >= s_.last && is_day(t.mention) && !t.since && is_fine(t) &&
            (!only_deictic || from_page(t))) {
          if (tells(t)) return &t;
          if (!said) said = &t;
        }
    }
    return said;
  }
  // A day, not a week or a month that holds it; counted from something that is known.
  static bool is_fine(const FoundTime& t) {
    return t.mention.type != TimexType::DURATION && t.mention.grain != "month" &&
           t.mention.grain != "week" && t.mention.grain != "weekend" &&
           (t.mention.anchor != "narrative" || t.mention.value.find('X') == std::string::npos);
  }
  const FoundTime* last_deictic(std::uint32_t block) const {
    return Surroundings::last_of(a_.of_block(p_.found.times, block), [this](const FoundTime& t) {
      return is_day(t.mention) && tells(t) && from_page(t);
    });
  }
  // Does a time of another sentence tell when what it tells of happened?
  bool tells(const FoundTime& t) const {
    const bool since = t.since && t.mention.anchor != "narrative";
    const bool future = to_come(t) && d_.claim.modality != Modality::planned;
    return !t.aside && !since && !future && !is_of_former(t) && !a_.sayings.said_at(t.first);
  }
  // "Today", "on Saturday": told from the day of the page. "17 November" may be any day of the
  // past.
  bool from_page(const FoundTime& t) const {
    if (t.mention.anchor != "publication" || t.mention.grain != "day") return false;
    const bool weekday = a_.find_word(t.first, t.last, "weekday") != t.last;
    const bool month = a_.find_word(t.first, t.last, "month") != t.last;
    return t.mention.shift || (weekday && !month);
  }

  // A day after that of publication: nothing is counted on it yet.
  bool to_come(const FoundTime& t) const {
    if (!a_.is_figure()) return false;
    if (t.to_come) return true;
    const std::string& day = t.mention.value;
    if (!p_.published || day.starts_with('X') || p_.published->value.starts_with('X')) return false;
    const std::size_t known = std::min<std::size_t>({day.find('T'), day.size(), 10});
    return known >= 7 && p_.published->value.size() >= known &&
           day.find('W') == std::string::npos &&
           day.substr(0, known) > p_.published->value.substr(0, known);
  }

  // The last day named before in the block; for a heading none.
  const FoundTime* earlier() const {
    return Surroundings::last_of(a_.before_sentence(p_.found.times), [this](const FoundTime& t) {
      return is_day(t.mention) && tells(t) && is_fine(t);
    });
  }

  const Surroundings& a_;
  const Passage& p_;
  Draft& d_;
  const Sentence s_;
};

// "Vers 11 heures … avaient déjà": the moment for which the claimant counts, where a rule says so.
class AsOfFinder {
 public:
  explicit AsOfFinder(const Surroundings& around)
      : p_(around.p), words_(around.p.words), d_(around.draft) {}

  void take(const RuleMatch& m) {
    const CaptureRun* run = m.capture("time");
    if (!run || run->arc == kNoArc || d_.claim.as_of || m.match.first > d_.last) return;
    const Arc& arc = words_.arcs()[run->arc];
    if (arc.payload < 0) return;
    const TimeMention& t = p_.found.times[static_cast<std::size_t>(arc.payload)].mention;
    When w = when_of(t);
    w.value = t.value;
    if (t.value == "PRESENT_REF") {  // "at this moment": that of the page
      if (!p_.published || p_.published->value.size() < 10) return;
      w.value = p_.published->value.substr(0, 10);
    }
    if (t.value.starts_with('T')) {
      const FoundTime* day = day_beside(run->first);
      w.value = (day ? day_of(day->mention.value) : day_of_figure()) + t.value;
      if (day) w.span = cover(day->mention.span, t.span);
    }
    d_.claim.as_of = w;
  }

 private:
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
    return d_.claim.when ? day_of(d_.claim.when->value) : kUnknownDay;
  }
  static std::string day_of(const std::string& value) {
    return value.size() == 10 && !value.starts_with("XXXX-W") ? value : kUnknownDay;
  }

  const Passage& p_;
  const Words& words_;
  Draft& d_;
};

}  // namespace

bool leads_to(const Passage& p, const FoundTime& time, const Draft& figure) {
  if (time.last >= figure.first || figure.first - time.last > 2) return false;
  for (std::uint32_t t = time.last; t < figure.first; ++t)
    if (p.words.tokens()[t].kind != TokenKind::punctuation || p.words.tokens()[t].folded == ",")
      return false;
  return true;
}

void set_when(const Surroundings& around) { WhenFinder(around).set(); }

void set_as_of(const Surroundings& around) {
  if (!around.is_figure()) return;
  const Words& words = around.p.words;
  AsOfFinder finder(around);
  around.p.for_each(Frame::as_of, words.sentence_of(around.sentence.first),
                    [&](const RuleMatch& m) { finder.take(m); });
}

}  // namespace recount::claims
