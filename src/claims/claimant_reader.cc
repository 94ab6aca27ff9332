#include "src/claims/claimant_reader.h"

namespace recount::claims {
namespace {

Claimant claimant_of(const FoundActor& actor) {
  Claimant c;
  c.span = actor.mention.span;
  c.kind = actor.mention.kind;
  c.key = actor.mention.key;
  c.name = actor.mention.name;
  return c;
}

}  // namespace

// A pronoun that opens a paragraph may stand for the last one named in the paragraph above.
void ClaimantReader::see_block(std::uint32_t block) {
  if (block == block_) return;
  const auto body = [this](std::uint32_t b) {
    return p_.document.blocks[b].kind == BlockKind::body;
  };
  named_above_.reset();
  if (block_ != UINT32_MAX && block == block_ + 1 && body(block) && body(block_))
    named_above_ = last_named_;
  last_named_.reset();
  block_ = block;
}

std::optional<Claimant> ClaimantReader::of(const Rule& rule, const CaptureRun& run) {
  if (const std::uint32_t size = size_of_pronoun(run); size == 1)
    return picked_up(run.first);
  else if (size > 1)
    return last_told_of(run.first);
  if (p_.is(run.first, "same")) return last_source_;
  last_named_ = last_source_ = named_by(rule, run);
  return last_named_;
}

// By the actor among the words, the state, or the words themselves.
Claimant ClaimantReader::named_by(const Rule& rule, const CaptureRun& run) const {
  Claimant c;
  c.span = p_.span(run);
  c.kind = named<ActorKind>(p_.feature(rule, "kind")).value_or(ActorKind::unknown);
  c.name = std::string(words_.words(*c.span));
  c.key = name_key_of(run);
  if (const FoundActor* actor = actor_in(run)) {
    c.kind = actor->mention.kind;
    c.key = actor->mention.key;
    c.name = actor->mention.name;
  } else if (const PlaceMention* place = place_in(run)) {
    c.name = place->name;  // a state, by the name that it has in every language
    c.key = "state:" + place->id;
  }
  return c;
}

bool ClaimantReader::begins_block(std::uint32_t token) const {
  return words_.tokens_of(words_.tokens()[token].block).first == token;
}

// Of a run that is a pronoun and nothing else its tokens, else none.
std::uint32_t ClaimantReader::size_of_pronoun(const CaptureRun& run) const {
  for (std::uint32_t a = words_.first_arc(run.first); a != kNoArc; a = words_.arcs()[a].next) {
    const Arc& arc = words_.arcs()[a];
    if ((arc.cls == known("pronoun") || arc.cls == known("his")) &&
        run.last == run.first + arc.size)
      return arc.size;
  }
  return 0;
}

// "The latter": the one named last before it in the block.
std::optional<Claimant> ClaimantReader::last_told_of(std::uint32_t token) const {
  const auto block = words_.tokens_of(words_.tokens()[token].block);
  const auto before = beginning_in(p_.found.actors, block.first, token);
  if (before.empty() || before.back().last > token) return last_named_;
  const FoundActor& last = before.back();
  const bool named_later =
      last_named_ && last_named_->span && last_named_->span->begin > last.mention.span.begin;
  return named_later ? last_named_ : claimant_of(last);
}

// "The union rejects that: according to it …": the one with whom the sentence opens, where a colon
// stands between the two.
std::optional<Claimant> ClaimantReader::opens_before_colon(std::uint32_t token) const {
  const Sentence& s = words_.sentences()[words_.sentence_of(token)];
  bool colon = false;
  for (std::uint32_t t = s.first; t < token && !colon; ++t)
    colon = words_.tokens()[t].folded == ":";
  const auto actors = beginning_in(p_.found.actors, s.first, s.first + 1);
  if (!colon || actors.empty() || actors.front().mention.kind == ActorKind::anonymous)
    return std::nullopt;
  return claimant_of(actors.front());
}

// Whom a pronoun means: who spoke last; for one behind "according to", where nobody did, the only
// one of whom the sentence before tells.
std::optional<Claimant> ClaimantReader::picked_up(std::uint32_t token) const {
  if (auto subject = opens_before_colon(token)) return subject;
  const std::uint32_t index = words_.sentence_of(token);
  const std::uint32_t first = p_.is(token, "his") ? words_.sentences()[index].first : token;
  if (!last_named_ && begins_block(first)) return named_above_;
  if (last_named_ || first == token || index == 0) return last_named_;
  const Sentence& before = words_.sentences()[index - 1];
  if (before.block != words_.sentences()[index].block) return std::nullopt;
  std::optional<Claimant> only;
  for (const FoundActor& a : beginning_in(p_.found.actors, before.first, before.last)) {
    if (a.mention.kind == ActorKind::anonymous) continue;
    if (only && only->key != a.mention.key) return std::nullopt;
    only = claimant_of(a);
  }
  return only;
}

std::string ClaimantReader::name_key_of(const CaptureRun& run) const {
  std::string key;
  for (std::uint32_t t = run.first; t < run.last; ++t) {
    if (!key.empty()) key += ' ';
    key += words_.tokens()[t].folded;
  }
  return key;
}

const PlaceMention* ClaimantReader::place_in(const CaptureRun& run) const {
  for (const PlaceRun& r : beginning_in(p_.found.places, run.first, run.last))
    if (r.first == run.first && r.last == run.last && !r.mention.id.empty()) return &r.mention;
  return nullptr;
}

// The actor inside of the claimant's words that says whom they stand for: of "a spokesman of the
// ministry" the last.
const FoundActor* ClaimantReader::actor_in(const CaptureRun& run) const {
  const FoundActor* best = nullptr;
  for (const FoundActor& a : beginning_in(p_.found.actors, run.first, run.last))
    if (a.last <= run.last) best = &a;
  if (best) return best;
  for (const FoundActor& a : around(p_.found.actors, run.first))
    if (a.last >= run.last) return &a;
  return nullptr;
}

}  // namespace recount::claims
