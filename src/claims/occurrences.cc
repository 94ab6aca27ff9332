// Occurrences (something happened, without a figure or beside one) and persons.
#include <algorithm>
#include <map>
#include <set>

#include "src/claims/surroundings.h"

namespace recount::claims {
namespace {

std::optional<RoleFiller> filler(const Passage& p, const RuleMatch& m, KnownName capture,
                                 Role role) {
  const CaptureRun* run = m.capture(capture);
  if (!run) return std::nullopt;
  RoleFiller out;
  out.span = p.span(*run);
  out.role = role;
  out.name = std::string(p.words.words(out.span));
  out.kind = ActorKind::participants;
  for (const FoundActor& a : beginning_in(p.found.actors, run->first, run->last))
    if (a.last <= run->last) {
      out.kind = a.mention.kind;
      out.name = a.mention.name;
    }
  return out;
}

std::optional<Draft> occurrence(const Passage& p, const RuleMatch& m, std::uint32_t sentence) {
  const CaptureRun* cue = m.capture("cue");
  if (!cue || p.in_name(cue->first, cue->last)) return std::nullopt;
  if (p.words.tokens()[cue->first].hyphen_before)
    return std::nullopt;  // "anti-riot police" is no riot
  std::string_view kind = p.feature(*m.rule, "event");
  if (kind.empty() && cue->arc != kNoArc) kind = p.value(p.words.arcs()[cue->arc], "event");
  const auto event = named<EventKind>(kind);
  if (!event) return std::nullopt;
  Draft d;
  d.sentence = sentence;
  d.first = cue->first;
  d.last = cue->last;
  d.claim.kind = ClaimKind::occurrence;
  d.claim.event_kind = *event;
  d.claim.wording = p.span(*cue);
  d.claim.span = p.words.span(m.match.first, m.match.last);
  d.claim.rule = m.rule->name;
  d.claim.confidence = 80;
  if (auto modality = named<Modality>(p.feature(*m.rule, "modality"))) d.claim.modality = *modality;
  if (auto a = filler(p, m, "actor", Role::actor)) d.claim.actors.push_back(*a);
  if (auto t = filler(p, m, "target", Role::target)) d.claim.actors.push_back(*t);
  std::stable_sort(d.claim.actors.begin(), d.claim.actors.end(), [](const auto& x, const auto& y) {
    return x.span.begin < y.span.begin;
  });  // as the text has them
  return d;
}

std::optional<Draft> person(const Passage& p, const RuleMatch& m, std::uint32_t sentence) {
  const CaptureRun* who = m.capture("person");
  const auto field = named<PersonField>(p.feature(*m.rule, "field"));
  if (!who || !field) return std::nullopt;
  Draft d;
  d.sentence = sentence;
  d.first = who->first;
  d.last = who->last;
  d.claim.kind = ClaimKind::person;
  d.claim.person = p.span(*who);
  d.claim.wording = p.words.span(m.match.first, m.match.last);
  if (const CaptureRun* cue = m.capture("cue")) d.claim.wording = p.span(*cue);
  d.claim.field = *field;
  d.claim.span = p.words.span(m.match.first, m.match.last);
  d.claim.rule = m.rule->name;
  d.claim.confidence = 75;
  if (const CaptureRun* value = m.capture("value"); value && value->arc != kNoArc) {
    const Arc& arc = p.words.arcs()[value->arc];
    if (arc.payload < 0) return std::nullopt;
    const FoundQuantity& q = p.found.quantities[static_cast<std::size_t>(arc.payload)];
    Figure f;
    f.span = q.mention.span;
    f.low = q.mention.low;
    f.high = q.mention.high;
    f.qualifier = q.mention.qualifier;
    f.unit = q.mention.unit;
    d.claim.value = f;
    d.quantity = arc.payload;
  }
  return d;
}

// Best first: rank, more roles or a value, fewer gap tokens, file order. An occurrence whose cue
// lies in that of a better one ("fire" in "opened fire") is the same words read twice.
// `words` are those of the better ones, by where they begin; none of them overlap.
bool inside_another(const Draft& d, const std::map<std::uint32_t, Span>& words) {
  if (d.claim.kind != ClaimKind::occurrence) return false;
  auto next = words.lower_bound(d.claim.wording.end);
  return next != words.begin() && std::prev(next)->second.overlaps(d.claim.wording);
}

template <class Key>
std::vector<Draft> best_of(std::vector<std::pair<Draft, RuleMatch>>& all, Key key) {
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    const auto rank = [](const auto& x) {
      return std::tuple(x.second.rule->rank, -static_cast<int>(x.first.claim.actors.size()),
                        x.second.match.gap_tokens, x.second.rule->order);
    };
    return rank(a) < rank(b);
  });
  std::set<decltype(key(all.front().first))> seen;
  std::map<std::uint32_t, Span> words;
  std::vector<Draft> out;
  for (auto& [draft, match] : all) {
    if (inside_another(draft, words) || !seen.insert(key(draft)).second) continue;
    words.emplace(draft.claim.wording.begin, draft.claim.wording);
    out.push_back(std::move(draft));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Draft& a, const Draft& b) { return a.first < b.first; });
  return out;
}

template <class Make, class Key>
std::vector<Draft> find(const Passage& p, Frame kind, Make make, Key key) {
  std::vector<std::pair<Draft, RuleMatch>> all;
  const auto& sentences = p.words.sentences();
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    if (!is_source(p.document.blocks[sentences[i].block].kind)) continue;
    p.for_each(kind, i, [&](const RuleMatch& m) {
      if (auto d = make(p, m, i)) all.emplace_back(std::move(*d), m);
    });
  }
  if (all.empty()) return {};
  return best_of(all, key);
}

constexpr std::size_t kMostPlaces = 32;  // of one list

// Towns that stand in one list with the place at `at`: nothing but a comma, a conjunction, a
// preposition and a country in brackets between them.
std::vector<const PlaceRun*> list_of_places(const Passage& p, Span at) {
  constexpr std::uint32_t kBetween = 4;  // tokens: "(USA), à", "and in"
  std::vector<const PlaceRun*> run;
  bool holds = false;
  std::uint32_t end = 0;
  const Sentence& s = p.words.sentences()[p.words.sentence_of(p.words.token_at(at.begin))];
  for (const PlaceRun& r : beginning_in(p.found.places, s.first, s.last)) {
    if (r.mention.precision == "country" || r.mention.precision == "region") continue;
    const bool next = !run.empty() && r.first - end <= kBetween;
    if (!next) {
      if (holds) break;
      run.clear();
    }
    if (next && lies_in(p, *run.back(), r)) {  // one place, told twice
      end = r.last;
      holds |= r.mention.span == at;
      continue;
    }
    if (run.size() == kMostPlaces) break;
    run.push_back(&r);
    end = r.last;
    holds |= r.mention.span == at;
  }
  return holds ? run : std::vector<const PlaceRun*>{};
}

}  // namespace

std::vector<Draft> find_occurrences(const Passage& p) {
  return find(p, Frame::occurrence, occurrence,
              [](const Draft& d) { return std::pair(d.first, d.claim.event_kind); });
}

std::vector<Draft> find_persons(const Passage& p) {
  // An age belongs to one person; any other field is said of each.
  return find(p, Frame::person, person, [](const Draft& d) {
    return std::tuple(d.claim.field, d.claim.value ? d.claim.value->span : d.claim.person);
  });
}

std::vector<Draft> spread_over_places(const Passage& p, std::vector<Draft> drafts) {
  std::vector<Draft> out;
  for (Draft& d : drafts) {
    const bool candidate =
        d.claim.kind == ClaimKind::occurrence && d.claim.place && d.claim.place->span;
    const auto list =
        candidate ? list_of_places(p, *d.claim.place->span) : std::vector<const PlaceRun*>{};
    if (list.size() < 2) {
      out.push_back(std::move(d));
      continue;
    }
    for (const PlaceRun* place : list) {
      Draft one = d;
      one.spread = true;
      one.claim.place = ClaimPlace{place->mention.span, place->mention.name, place->mention.id,
                                   place->mention.country, place->mention.precision};
      out.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace recount::claims
