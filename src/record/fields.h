// The fields of the record in JSON: the one list, used in both directions (and by the tests, to
// fill records at random).
//
// describe(io, x) names the fields of x to `io`:
//   io.field(name, member)     a value; an empty optional is null, a structure is an object, a
//   vector an array io.later(name, value)      the same, of a field that older records lack
//   io.maybe(name, text)       a text whose emptiness means unknown: null
//   io.words(span)             begin, end and verbatim of the object's own words (null all three
//   without a span) io.quote(name, span)       {begin, end, quote} io.choice(name, flag, no, yes)
//   a flag as one of two words
// A span as a field is {begin, end, verbatim}; an empty one is null.
// X is T when reading and const T when writing, so one description serves both.
#pragma once

#include <concepts>
#include <type_traits>

#include "recount/record.h"

namespace recount::record {

template <class X, class T>
concept Is = std::same_as<std::remove_const_t<X>, T>;

template <class Io>
void describe(Io& io, Is<Skipped> auto& skipped) {
  io.field("source", skipped.source);
  io.field("reason", skipped.reason);
  io.later("kind", skipped.kind);
}

template <class Io>
void describe(Io& io, Is<Stamp> auto& stamp) {
  io.words(stamp.span);
  io.field("value", stamp.value);
  io.field("precision", stamp.precision);
  io.field("zone", stamp.zone);
  io.maybe("evidence", stamp.evidence);
  io.field("inferred", stamp.inferred);
}

template <class Io>
void describe(Io& io, Is<Block> auto& block) {
  io.field("kind", block.kind);
  io.range(block.span);
  io.field("time", block.time);
  io.field("section", block.section);
}

template <class Io>
void describe(Io& io, Is<Lead> auto& lead) {
  io.words(lead.span);
  io.field("url", lead.url);
}

// Without text, which the reader needs before any span, and leads, which stand beside the document.
template <class Io>
void describe(Io& io, Is<Document> auto& document) {
  io.field("id", document.id);
  io.maybe("page", document.page);
  io.field("url", document.url);
  io.field("outlet", document.outlet);
  io.field("byline", document.byline);
  io.field("agency", document.agency);
  io.field("title", document.title);
  io.field("language", document.language);
  io.field("published", document.published);
  io.field("modified", document.modified);
  io.field("quality", document.quality);
  io.field("source_map", document.source_map);
  io.field("blocks", document.blocks);
}

template <class Io>
void describe(Io& io, Is<TimeMention> auto& time) {
  io.words(time.span);
  io.field("type", time.type);
  io.field("value", time.value);
  io.field("from", time.from);
  io.field("to", time.to);
  io.maybe("grain", time.grain);
  io.field("zone", time.zone);
  io.field("anchor", time.anchor);
  io.field("shift", time.shift);
  io.maybe("rule", time.rule);
}

// What quantities and figures share behind their bounds.
template <class Io, class Amount>
void describe_amount(Io& io, Amount& amount) {
  io.field("qualifier", amount.qualifier);
  io.maybe("unit", amount.unit);
  io.field("magnitude", amount.magnitude);
}

template <class Io>
void describe(Io& io, Is<QuantityMention> auto& quantity) {
  io.words(quantity.span);
  io.decimal("low", quantity.low, quantity.low_thousandths);
  io.decimal("high", quantity.high, quantity.high_thousandths);
  describe_amount(io, quantity);
  io.maybe("rule", quantity.rule);
}

template <class Io>
void describe(Io& io, Is<PlaceMention> auto& place) {
  io.words(place.span);
  io.field("name", place.name);
  io.maybe("id", place.id);
  io.field("lat", place.lat);
  io.field("lon", place.lon);
  io.maybe("country", place.country);
  io.maybe("precision", place.precision);
  io.field("candidates", place.candidates);
}

template <class Io>
void describe(Io& io, Is<ActorMention> auto& actor) {
  io.words(actor.span);
  io.field("name", actor.name);
  io.field("kind", actor.kind);
  io.maybe("key", actor.key);
  io.field("proper", actor.proper);
}

template <class Io>
void describe(Io& io, Is<Mentions> auto& mentions) {
  io.field("times", mentions.times);
  io.field("quantities", mentions.quantities);
  io.field("places", mentions.places);
  io.field("actors", mentions.actors);
}

template <class Io>
void describe(Io& io, Is<Claimant> auto& claimant) {
  io.words(claimant.span);
  io.field("name", claimant.name);
  io.field("kind", claimant.kind);
  io.maybe("key", claimant.key);
  io.field("via", claimant.via);
}

template <class Io>
void describe(Io& io, Is<When> auto& when) {
  io.words(when.span);
  io.field("value", when.value);
  io.field("from", when.from);
  io.field("to", when.to);
  io.field("anchor", when.anchor);
  io.field("shift", when.shift);
}

template <class Io>
void describe(Io& io, Is<SaidAt> auto& said_at) {
  io.field("value", said_at.value);
  io.field("zone", said_at.zone);
}

template <class Io>
void describe(Io& io, Is<ClaimPlace> auto& place) {
  io.words(place.span);
  io.field("name", place.name);
  io.maybe("id", place.id);
  io.maybe("country", place.country);
  io.maybe("precision", place.precision);
}

template <class Io>
void describe(Io& io, Is<Figure> auto& figure) {
  io.words(figure.span);
  io.field("low", figure.low);
  io.field("high", figure.high);
  describe_amount(io, figure);
}

template <class Io>
void describe(Io& io, Is<RoleFiller> auto& filler) {
  io.words(filler.span);
  io.field("role", filler.role);
  io.field("name", filler.name);
  io.field("kind", filler.kind);
}

template <class Io>
void describe_envelope(Io& io, Is<Claim> auto& claim) {
  io.field("id", claim.id);
  io.field("kind", claim.kind);
  io.field("claimant", claim.claimant);
  io.field("when", claim.when);
  io.field("as_of", claim.as_of);
  io.field("said_at", claim.said_at);
  io.field("place", claim.place);
  io.field("modality", claim.modality);
  io.field("confidence", claim.confidence);
  io.maybe("rule", claim.rule);
  io.quote("span", claim.span);
  io.field("part_of", claim.part_of);
  io.field("previous", claim.previous);
  io.field("restates", claim.restates);
  io.field("corrects", claim.corrects);
  io.field("reading", claim.reading);
  io.field("status", claim.status);
}

template <class Io>
void describe(Io& io, Is<Claim> auto& claim) {
  describe_envelope(io, claim);
  if (claim.kind == ClaimKind::figure) {
    io.field("measure", claim.measure);
    io.field("wording", claim.wording);
    io.field("figure", claim.figure);
    io.field("group", claim.group);
    io.field("actor", claim.actor);
    io.field("detail", claim.detail);
    io.field("series", claim.series);
    io.later("subset", claim.subset);
  } else if (claim.kind == ClaimKind::occurrence) {
    io.field("event_kind", claim.event_kind);
    io.field("wording", claim.wording);
    io.field("actors", claim.actors);
    io.field("outcome", claim.outcome);
  } else {
    io.field("person", claim.person);
    io.field("field", claim.field);
    io.field("value", claim.value);
  }
}

template <class Io>
void describe(Io& io, Is<LeftOut> auto& left_out) {
  io.words(left_out.span);
  io.field("reason", left_out.reason);
}

template <class Io>
void describe(Io& io, Is<Call> auto& call) {
  io.field("to", call.to);
  io.field("copies", call.copies);
  io.field("request", call.request);
  io.field("deadline", call.deadline);
  io.choice("state", call.old, "current", "old");
}

// All but producer and document.
template <class Io>
void describe(Io& io, Is<DocumentRecord> auto& record) {
  io.field("mentions", record.mentions);
  io.field("claims", record.claims);
  io.field("left_out", record.left_out);
  io.field("calls", record.calls);
  io.field("leads", record.document.leads);
  io.field("skipped", record.skipped);
}

}  // namespace recount::record
