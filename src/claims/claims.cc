// A document's claims: find what rules read, give each its claimant and circumstances, tie them
// together, and account for every number that is left.
#include "src/claims/claims.h"

#include <algorithm>
#include <map>
#include <set>

#include "src/base/base.h"
#include "src/claims/candidates.h"
#include "src/claims/frames.h"
#include "src/claims/ranker.h"

namespace recount {
namespace {

using claims::Draft;
using claims::Passage;

std::string claim_id(const std::string& content, const Draft& draft) {
  const Claim& c = draft.claim;
  const Span at = c.kind == ClaimKind::figure   ? c.figure.span
                  : c.kind == ClaimKind::person ? c.person
                                                : c.wording;
  std::string key = content;
  key += '|';
  key += name_of(c.kind);
  key += '|';
  key += c.kind == ClaimKind::figure       ? name_of(c.measure)
         : c.kind == ClaimKind::occurrence ? name_of(c.event_kind)
                                           : name_of(c.field);
  key += '|' + std::to_string(at.begin) + '-' + std::to_string(at.end);
  if (c.kind == ClaimKind::person && c.value) key += "@" + std::to_string(c.value->span.begin);
  if (draft.spread) key += "@" + std::to_string(c.place->span->begin);
  return short_id('c', key);
}

// The number by which figures of one document are the same, whatever stands before it ("70", "at
// least 70"). Vague amounts have none: they are compared across documents only.
std::optional<std::int64_t> number_of(const Figure& f) { return f.low ? f.low : f.high; }

// Told of two days or two places, a number is two numbers.
bool may_be_one(const Claim& a, const Claim& b) {
  const bool days = a.when && b.when && a.when->value != b.when->value &&
                    a.when->value.find('X') == std::string::npos &&
                    b.when->value.find('X') == std::string::npos;
  const bool places = a.place && b.place && !a.place->id.empty() && !b.place->id.empty() &&
                      a.place->id != b.place->id && a.place->precision == b.place->precision;
  return !days && !places && a.series == b.series;
}

// In the outlet's own voice, a figure that the page also attributes restates that claim.
void tie_restatements(std::vector<Draft>& figures) {
  std::map<std::pair<Measure, std::int64_t>, std::vector<const Draft*>> attributed;
  for (const Draft& d : figures)
    if (const auto number = number_of(d.claim.figure);
        number && d.claim.claimant.span && d.part_of < 0 && !d.claim.subset) {
      auto& same = attributed[{d.claim.measure, *number}];
      if (same.size() < claims::kMostCarried) same.push_back(&d);
    }
  for (Draft& own : figures) {
    const auto number = number_of(own.claim.figure);
    if (!number || own.claim.claimant.span || own.claim.subset) continue;
    const auto found = attributed.find({own.claim.measure, *number});
    if (found == attributed.end()) continue;
    const auto other = std::ranges::find_if(
        found->second, [&](const Draft* d) { return may_be_one(own.claim, d->claim); });
    if (other != found->second.end()) own.claim.restates = (*other)->claim.id;
  }
}

LeftOutReason reason_of(const Passage& p, std::size_t quantity) {
  const FoundQuantity& q = p.found.quantities[quantity];
  if (q.reason) return *q.reason;
  if (const auto reason = p.scopes->left_out(static_cast<std::int32_t>(quantity))) return *reason;
  if (q.article) return LeftOutReason::pronoun;
  if (!is_source(p.block_of(q.first).kind)) return LeftOutReason::block;
  if (!q.mention.unit.empty() && q.mention.unit != "person") return LeftOutReason::thing;
  for (const FoundActor& a : claims::around(p.found.actors, q.first))
    if (a.mention.proper && q.last <= a.last) return LeftOutReason::name;
  if (q.last < p.words.tokens().size() && p.is(q.last, "person")) return LeftOutReason::statistic;
  return LeftOutReason::undecided;
}

class LeftOver {
 public:
  LeftOver(const Passage& p, const std::vector<Draft>& drafts) : p_(p) {
    for (const Draft& d : drafts)
      if (d.quantity >= 0) used_.insert(d.quantity);
  }

  std::vector<LeftOut> run() {
    for (std::size_t i = 0; i < p_.found.quantities.size(); ++i) {
      const FoundQuantity& q = p_.found.quantities[i];
      const bool listed =
          !q.article || q.pronoun || p_.scopes->left_out(static_cast<std::int32_t>(i));
      if (!listed || used_.contains(static_cast<std::int32_t>(i))) continue;
      out_.push_back({q.mention.span, reason_of(p_, i)});
    }
    for (const FoundTime& t : p_.found.times)
      if ((has_digits(t.first, t.last) || counts(t)) && !is_quantity(t))
        out_.push_back({t.mention.span, reason_of_time(t.mention)});
    for (const Token& t : p_.words.tokens()) {
      if (t.kind == TokenKind::telephone) out_.push_back({t.span, LeftOutReason::telephone});
      if ((t.kind == TokenKind::email || t.kind == TokenKind::url) && holds_digit(t.folded))
        out_.push_back({t.span, LeftOutReason::contact});
    }
    std::sort(out_.begin(), out_.end(),
              [](const LeftOut& a, const LeftOut& b) { return a.span < b.span; });
    return std::move(out_);
  }

 private:
  static bool holds_digit(std::string_view s) {
    return std::any_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  bool has_digits(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t)
      if (p_.words.tokens()[t].kind == TokenKind::digits) return true;
    return false;
  }
  // A number word inside: "three days ago".
  bool counts(const FoundTime& time) const {
    const Symbol numeral = known("numeral");
    for (std::uint32_t t = time.first; t < time.last; ++t)
      for (std::uint32_t a = p_.words.first_arc(t); a != kNoArc; a = p_.words.arcs()[a].next)
        if (numeral != kNoSymbol && p_.words.arcs()[a].cls == numeral) return true;
    return false;
  }
  // A duration, or a time so long ago, whose number is listed as a quantity.
  bool is_quantity(const FoundTime& t) const {
    if (t.mention.type != TimexType::DURATION && !t.counted) return false;
    for (const FoundQuantity& q : claims::around(p_.found.quantities, t.last))
      if (q.first < t.last && q.last > t.first) return true;
    return false;
  }
  static LeftOutReason reason_of_time(const TimeMention& t) {
    if (t.type == TimexType::DURATION || t.type == TimexType::SET) return LeftOutReason::duration;
    const bool clock = t.type == TimexType::TIME && t.value.find(':') != std::string::npos;
    return clock ? LeftOutReason::time : LeftOutReason::date;
  }

  const Passage& p_;
  std::set<std::int32_t> used_;
  std::vector<LeftOut> out_;
};

// Of "of them 20, up from 15" the figure that is no part and no former value itself.
std::size_t root_of(const std::vector<std::int32_t>& whole, std::size_t draft) {
  for (std::size_t steps = 0; whole[draft] >= 0 && steps < claims::kMostCarried; ++steps)
    draft = static_cast<std::size_t>(whole[draft]);
  return draft;
}

// "41 arrests, against 12 last week": the times right beside former figures, which are no other
// claim's.
std::vector<std::uint32_t> times_of_former(const Passage& p, const std::vector<Draft>& figures) {
  constexpr std::uint32_t kBehind = 6;  // tokens
  std::vector<std::uint32_t> out;
  for (const Draft& head : figures) {
    if (head.previous < 0) continue;
    const Draft& former = figures[static_cast<std::size_t>(head.previous)];
    const Sentence& s = p.words.sentences()[former.sentence];
    if (former.first < head.first) continue;  // "from 10 on Monday to 12"
    for (const FoundTime& t : claims::beginning_in(p.found.times, s.first, s.last))
      if (t.first > head.first && t.first < former.last + kBehind &&
          (t.first >= former.last || claims::leads_to(p, t, former)))
        out.push_back(t.first);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// A whole before its parts and former values, which have from it what they lack.
void set_all_circumstances(const Passage& p, const claims::Sayings& sayings,
                           std::vector<Draft>& drafts) {
  std::vector<std::int32_t> whole(drafts.size(), -1);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].part_of >= 0) whole[i] = drafts[i].part_of;
    if (drafts[i].previous >= 0) {
      whole[static_cast<std::size_t>(drafts[i].previous)] = static_cast<std::int32_t>(i);
      drafts[static_cast<std::size_t>(drafts[i].previous)].former = true;
    }
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (whole[i] < 0) continue;
    Draft& head = drafts[static_cast<std::size_t>(whole[i])];
    if (drafts[i].sentence == head.sentence && drafts[i].first > head.first)
      head.reach = std::min(head.reach, drafts[i].first);
    if (drafts[i].sentence == head.sentence && drafts[i].first > head.first && drafts[i].former)
      head.former_from = std::min(head.former_from, drafts[i].first);
  }
  for (const bool dependent : {false, true})
    for (std::size_t i = 0; i < drafts.size(); ++i)
      if ((whole[i] >= 0) == dependent)
        claims::set_circumstances(p, sayings, dependent ? &drafts[root_of(whole, i)] : nullptr,
                                  drafts[i]);
}

// "Two of the dead": of a toll that another one tells, in another sentence, they may not be.
void untie_others_subsets(std::vector<Draft>& drafts) {
  const auto speaks = [](const Draft& d) {
    return d.claim.claimant.span && !d.claim.claimant.key.empty();
  };
  for (Draft& d : drafts) {
    if (!d.claim.subset || d.part_of < 0) continue;
    const Draft& whole = drafts[static_cast<std::size_t>(d.part_of)];
    if (whole.sentence != d.sentence && speaks(d) && speaks(whole) &&
        whole.claim.claimant.key != d.claim.claimant.key)
      d.part_of = -1;
  }
}

void finish_links(std::vector<Draft>& drafts) {
  untie_others_subsets(drafts);
  for (Draft& d : drafts) {
    if (d.part_of >= 0) d.claim.part_of = drafts[static_cast<std::size_t>(d.part_of)].claim.id;
    if (d.previous >= 0) d.claim.previous = drafts[static_cast<std::size_t>(d.previous)].claim.id;
  }
}

void copy_mentions(const claims::Passage& p, Mentions& out) {
  for (const auto& t : p.found.times) out.times.push_back(t.mention);
  for (const auto& q : p.found.quantities)
    if (!q.article) out.quantities.push_back(q.mention);
  for (const auto& r : p.found.places)
    if (!r.reference) out.places.push_back(r.mention);
  for (const auto& a : p.found.actors) out.actors.push_back(a.mention);
}

std::shared_ptr<const claims::Ranker> ranker_of(const Languages& languages) {
  const auto made = languages.compiled("ranker", [&languages] {
    return std::make_shared<const claims::Ranker>(shared_list(languages, "ranker.tsv"));
  });
  return std::static_pointer_cast<const claims::Ranker>(made);
}

std::shared_ptr<const RuleIndex> frames_of(const Languages& languages, const Pack& pack) {
  const auto made = languages.compiled("frames " + pack.summary.code, [&pack] {
    return std::make_shared<const RuleIndex>(pack, claims::kFrameKinds);
  });
  return std::static_pointer_cast<const RuleIndex>(made);
}

FigureCandidate shown(const claims::Candidate& c) {
  FigureCandidate out{c.measure(), c.draft.claim.figure, c.draft.claim.rule, c.score, {}};
  if (!c.evidence) return out;
  for (const claims::EvidenceName& e : claims::kEvidenceNames)
    out.evidence.emplace_back(e.name, (*c.evidence)[static_cast<std::size_t>(e.evidence)]);
  return out;
}

// Text so tangled that rules ran out of steps: what they might have read there is missing, and is
// said to be.
void tell_given_up(const Words& words, DocumentRecord& record) {
  if (words.has_too_many_numbers())
    record.skipped.push_back({record.document.id,
                              "has more than " + std::to_string(Words::kMostNumbers) +
                                  " numbers; only those were read, so cut the page into several",
                              SkippedKind::part});
  const std::uint32_t times = words.given_up();
  if (times == 0) return;
  record.skipped.push_back({record.document.id,
                            "rules gave up " + std::to_string(times) +
                                (times == 1 ? " time" : " times") + " after " +
                                std::to_string(kMatchSteps) +
                                " steps each; figures may be missing where its text repeats itself",
                            SkippedKind::part});
}

std::uint32_t key_position(const Claim& c) {
  return c.kind == ClaimKind::figure   ? c.figure.span.begin
         : c.kind == ClaimKind::person ? c.person.begin
                                       : c.wording.begin;
}

}  // namespace

void find_claims(const Languages& languages, const Places& places, DocumentRecord& record) {
  Document& document = record.document;
  const Pack* pack = document.language ? languages.pack(*document.language) : nullptr;
  if (!pack) {
    const std::string what = document.language ? "no pack for language '" + *document.language + "'"
                                               : "its language isn't known";
    record.skipped.push_back({document.id, what + "; its text is kept, nothing was read from it",
                              SkippedKind::language});
    return;
  }
  Words words(document.text, document.blocks, *pack);
  const Found found = find_mentions(words, document, places, document.published);
  RuleHits frames(*frames_of(languages, *pack), words);
  Passage p{document, words, found, document.published, frames, *ranker_of(languages)};
  const claims::Scopes scopes(p);
  p.scopes = &scopes;
  const claims::Sayings sayings(p, claims::find_sayings(p));

  std::vector<Draft> figures = claims::find_figures(p);
  std::vector<Draft> others = claims::find_occurrences(p);
  for (Draft& d : claims::find_persons(p)) others.push_back(std::move(d));
  const std::string content = document.id + '|' + sha256_hex(document.text);
  p.former_times = times_of_former(p, figures);
  set_all_circumstances(p, sayings, figures);
  set_all_circumstances(p, sayings, others);
  others = claims::spread_over_places(p, std::move(others));
  for (auto* list : {&figures, &others})
    for (Draft& d : *list) d.claim.id = claim_id(content, d);
  finish_links(figures);
  tie_restatements(figures);

  record.calls = claims::find_calls(p);
  tell_given_up(words, record);
  copy_mentions(p, record.mentions);
  std::vector<Draft> all = std::move(figures);
  for (Draft& d : others) all.push_back(std::move(d));
  record.left_out = LeftOver(p, all).run();
  for (Draft& d : all) record.claims.push_back(std::move(d.claim));
  std::stable_sort(record.claims.begin(), record.claims.end(), [](const Claim& a, const Claim& b) {
    return std::tuple(key_position(a), a.kind, a.id) < std::tuple(key_position(b), b.kind, b.id);
  });
}

std::vector<FigureCandidate> figure_candidates(const Languages& languages, const Places& places,
                                               Document document) {
  std::vector<FigureCandidate> out;
  const Pack* pack = document.language ? languages.pack(*document.language) : nullptr;
  if (!pack) return out;
  Words words(document.text, document.blocks, *pack);
  const Found found = find_mentions(words, document, places, document.published);
  std::vector<claims::Candidate> seen;
  RuleHits frames(*frames_of(languages, *pack), words);
  Passage p{document, words, found, document.published, frames, *ranker_of(languages), &seen};
  const claims::Scopes scopes(p);
  p.scopes = &scopes;
  claims::find_figures(p);
  for (const claims::Candidate& c : seen) out.push_back(shown(c));
  return out;
}

}  // namespace recount
