// The record, version 1: what recount says about pages, as plain structs. Names are those of the
// JSON (docs/record.schema.json), of SQL, of help and docs.
//
// Units: a Span is half-open, in UTF-8 bytes of Document::text inside the program and in Unicode
// code points in JSON. Verbatim words are never stored: they are the text at the span, so `quote`
// equals the text by construction. Unknown is std::nullopt or an empty optional, written as null;
// nothing is guessed to fill a field.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recount {

inline constexpr int kRecordFormat = 1;

// Half-open range of UTF-8 bytes in Document::text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(const Span& o) const { return begin <= o.begin && o.end <= end; }
  bool overlaps(const Span& o) const { return begin < o.end && o.begin < end; }
  auto operator<=>(const Span&) const = default;
};
inline Span cover(Span a, Span b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

// Names of an enumeration in the order of its values, as they stand in JSON. Specialised below; one
// row a value.
template <class E>
struct Names;
template <class E>
constexpr std::string_view name_of(E value) {
  return Names<E>::rows[static_cast<std::size_t>(value)];
}
template <class E>
constexpr std::optional<E> named(std::string_view name) {
  for (std::size_t i = 0; i < Names<E>::rows.size(); ++i)
    if (Names<E>::rows[i] == name) return static_cast<E>(i);
  return std::nullopt;
}

// ---- page and document

enum class Quality : std::uint8_t { ok, cookie_wall, paywall, captcha, partial, error };
template <>
struct Names<Quality> {
  static constexpr std::array<std::string_view, 6> rows{"ok",      "cookie_wall", "paywall",
                                                        "captcha", "partial",     "error"};
};

// What came with a page from outside (a JSON Lines record, later a WARC header); it outranks what
// the page says.
struct Given {
  std::optional<std::string> id, url, outlet, published, language, title;
  std::optional<std::string> text;  // plain text whose offsets must stay as they are
};

// A captured page: bytes and how they were got.
struct Page {
  // The file as named by the user, with ":LINE" for a record of a JSON Lines file.
  std::string source;
  std::optional<std::string> url, final_url, retrieved_at;
  std::optional<int> status;
  std::map<std::string, std::string> headers;
  std::string media_type;               // text/html or text/plain
  std::string sha256;                   // of body, lower-case hex
  std::optional<std::string> previous;  // sha256 of the capture of the same URL before this one
  Quality quality = Quality::ok;
  std::string body;  // after transfer- and content-coding
  Given given;
};

// What of the input was not read: a page; a page for want of its language or a pack of it; a part
// of one; or only the date that was given with it.
enum class SkippedKind : std::uint8_t { page, path, language, part, date };
template <>
struct Names<SkippedKind> {
  static constexpr std::array<std::string_view, 5> rows{"page", "path", "language", "part", "date"};
};

// Input that was not read, and why; the run goes on.
struct Skipped {
  std::string source;  // file, with ":LINE" where it has lines
  std::string reason;  // what, and what to do
  SkippedKind kind = SkippedKind::page;

  // Was nothing of a page read?
  bool is_page() const {
    return kind == SkippedKind::page || kind == SkippedKind::path || kind == SkippedKind::language;
  }
};

enum class Precision : std::uint8_t { year, month, day, minute, second };
template <>
struct Names<Precision> {
  static constexpr std::array<std::string_view, 5> rows{"year", "month", "day", "minute", "second"};
};

// A date of publication or change: ISO 8601 local value with X where unknown ("XXXX-05-18").
struct Stamp {
  std::string value;
  Precision precision = Precision::day;
  std::optional<std::string> zone;  // "+01:00", "Z" or an IANA name
  // Where it comes from: "given", "json-ld", "meta", "time", "text", "url".
  std::string evidence;
  std::optional<Span> span;  // the words, where evidence is "text"
  // Concluded (from a deictic day, from other documents), not read.
  bool inferred = false;
};

enum class BlockKind : std::uint8_t {
  headline,
  body,
  list,
  table,
  quote,
  caption,
  update,
  dateline,
  byline,
  teaser,
  related,
  comment,
  contact,
  notice,
  navigation
};
template <>
struct Names<BlockKind> {
  static constexpr std::array<std::string_view, 15> rows{
      "headline", "body",   "list",    "table",   "quote",   "caption", "update",    "dateline",
      "byline",   "teaser", "related", "comment", "contact", "notice",  "navigation"};
};
// Does the block speak for its document (headline, body, list, table, quote, caption, update,
// dateline)? The rest is never a source.
constexpr bool is_source(BlockKind kind) { return kind <= BlockKind::dateline; }

// Blocks tile the text: the first begins at 0, each begins where the one before ends, the last ends
// at text.size(). A block's span takes the blank lines after it.
struct Block {
  BlockKind kind = BlockKind::body;
  Span span;
  std::optional<std::string> time;  // an update's own time, "T17:20" or a full ISO value
  // A heading inside the text (kind headline, not the document's own).
  bool section = false;
};

// text[text_begin, text_end) comes from page bytes [page_begin, page_end): byte by byte where the
// lengths are equal, as a whole (an entity, a converted character, collapsed white space) where
// not. Sorted by text_begin; gaps are separators that recount put in.
struct SourceRun {
  std::uint32_t text_begin = 0, text_end = 0;
  std::uint32_t page_begin = 0, page_end = 0;
};

// A page behind a link or teaser that may be worth fetching; never a source.
struct Lead {
  Span span;
  std::optional<std::string> url;
};

struct Document {
  std::string id;
  std::string page;  // sha256 of the page
  std::optional<std::string> url, outlet, byline, agency, title, language;
  std::optional<Stamp> published, modified;
  std::string text;  // valid UTF-8
  std::vector<SourceRun> source_map;
  std::vector<Block> blocks;
  std::vector<Lead> leads;
  Quality quality = Quality::ok;
};

// ---- mentions

enum class TimexType : std::uint8_t { DATE, TIME, DURATION, SET };
template <>
struct Names<TimexType> {
  static constexpr std::array<std::string_view, 4> rows{"DATE", "TIME", "DURATION", "SET"};
};

// TIMEX3: value with X where unknown; `anchor` "publication" (hier, today), "narrative" (la veille,
// the previous day: counts from what was just told) or none; value = anchor + shift, so that a
// later date of publication re-anchors it.
struct TimeMention {
  Span span;
  TimexType type = TimexType::DATE;
  // "2020-02-29", "XXXX-05-18", "T17:20", "P10D", "XXXX-WXX-5".
  std::string value;
  std::optional<std::string> from, to;  // ISO dates of an interval, to inclusive
  std::string grain;                    // second minute hour day week month year decade
  std::optional<std::string> zone;
  std::optional<std::string> anchor;
  std::optional<std::string> shift;  // ISO 8601 duration with sign: "P0D", "-P1D"
  std::string rule;
};

enum class Qualifier : std::uint8_t {
  exact,
  at_least,
  more_than,
  up_to,
  less_than,
  about,
  almost,
  range,
  vague
};
template <>
struct Names<Qualifier> {
  static constexpr std::array<std::string_view, 9> rows{
      "exact", "at_least", "more_than", "up_to", "less_than", "about", "almost", "range", "vague"};
};

// `unit`: "person", or what else is counted ("year", "euro", "percent", "km", "thing", …); empty
// where undecided. `magnitude` of a vague amount is the power of ten its word names (dozens 10,
// hundreds 100), else 0: it lets a later step see that 500 is compatible with "hundreds"; it's no
// figure and is not printed.
// `low` and `high` are the whole parts of the bounds; what stands behind them adds thousandths of
// the same sign ("6,5": 6 and 500). The record has both as one number, 6.5.
struct QuantityMention {
  Span span;
  std::optional<std::int64_t> low, high;
  int low_thousandths = 0, high_thousandths = 0;  // -999 … 999
  Qualifier qualifier = Qualifier::exact;
  std::string unit;
  std::int64_t magnitude = 0;
  std::string rule;
};

struct PlaceMention {
  Span span;
  // English or international name of the gazetteer; the words where it isn't there.
  std::string name;
  std::string id;  // "gn:12345" (GeoNames), "KZ" (ISO 3166), empty: not in the gazetteer
  std::optional<double> lat, lon;       // degrees
  std::string country;                  // ISO 3166 alpha-2 or empty
  std::string precision;                // city region country unknown
  std::vector<std::string> candidates;  // other ids of the same name, most populous first
};

enum class ActorKind : std::uint8_t {
  government,
  police,
  military,
  judiciary,
  rescue,
  hospital,
  ngo,
  international,
  labour_union,
  organiser,
  participants,
  witness,
  media,
  armed_group,
  political_party,
  individual,
  anonymous,
  publisher,
  unknown  // a proper name whose kind the page doesn't tell
};
template <>
struct Names<ActorKind> {
  static constexpr std::array<std::string_view, 19> rows{
      "government",   "police",    "military",      "judiciary",   "rescue",
      "hospital",     "ngo",       "international", "union",       "organiser",
      "participants", "witness",   "media",         "armed_group", "political_party",
      "individual",   "anonymous", "publisher",     "unknown"};
};

// `name`: a language-neutral name for a common noun ("strikers"), the words for a proper name.
// `key`: what two mentions of one actor share, in any language.
struct ActorMention {
  Span span;
  std::string name;
  ActorKind kind = ActorKind::anonymous;
  std::string key;
  bool proper = false;  // a proper name
};

struct Mentions {
  std::vector<TimeMention> times;
  std::vector<QuantityMention> quantities;
  std::vector<PlaceMention> places;
  std::vector<ActorMention> actors;
};

// ---- claims

enum class ClaimKind : std::uint8_t { figure, occurrence, person };
template <>
struct Names<ClaimKind> {
  static constexpr std::array<std::string_view, 3> rows{"figure", "occurrence", "person"};
};

enum class Measure : std::uint8_t {
  deaths,
  injured,
  missing,
  detained,
  released,
  sentenced,
  displaced,
  participants,
  deployed,
  damaged,
  raised,
  signatures
};
template <>
struct Names<Measure> {
  static constexpr std::array<std::string_view, 12> rows{
      "deaths",    "injured",      "missing",  "detained", "released", "sentenced",
      "displaced", "participants", "deployed", "damaged",  "raised",   "signatures"};
};

enum class EventKind : std::uint8_t {
  protest,
  strike,
  riot,
  attack,
  arrest,
  clash,
  fire,
  explosion,
  accident,
  disaster,
  blackout,
  blockade
};
template <>
struct Names<EventKind> {
  static constexpr std::array<std::string_view, 12> rows{
      "protest", "strike",    "riot",     "attack",   "arrest",   "clash",
      "fire",    "explosion", "accident", "disaster", "blackout", "blockade"};
};

enum class Modality : std::uint8_t { asserted, denied, uncertain, hypothetical, planned };
template <>
struct Names<Modality> {
  static constexpr std::array<std::string_view, 5> rows{"asserted", "denied", "uncertain",
                                                        "hypothetical", "planned"};
};

enum class Series : std::uint8_t { event, cumulative, increment };
template <>
struct Names<Series> {
  static constexpr std::array<std::string_view, 3> rows{"event", "cumulative", "increment"};
};

enum class Reading : std::uint8_t { machine, checked, rejected, edited };
template <>
struct Names<Reading> {
  static constexpr std::array<std::string_view, 4> rows{"machine", "checked", "rejected", "edited"};
};

enum class ClaimStatus : std::uint8_t { unverified, corroborated, confirmed, disputed };
template <>
struct Names<ClaimStatus> {
  static constexpr std::array<std::string_view, 4> rows{"unverified", "corroborated", "confirmed",
                                                        "disputed"};
};

// The one whose word it is: never the outlet that prints it. In the outlet's own voice kind is
// publisher, span is none.
struct Claimant {
  std::optional<Span> span;
  std::optional<std::string> name;
  ActorKind kind = ActorKind::publisher;
  std::string key;  // equal for one claimant over pages and languages; empty for publisher
  // The steps by which the word came ("through the union's site"), outermost last.
  std::vector<Span> via;
};

// A time as a claim uses it; `value` is what the page alone gives. A later step may put `resolved`
// beside it.
struct When {
  std::optional<Span> span;  // none where it is the passage's or the entry's
  std::string value;         // day or coarser, X where unknown
  std::optional<std::string> from, to;
  std::optional<std::string> anchor;  // "publication", "narrative"
  std::optional<std::string> shift;
};

struct SaidAt {
  std::string value;  // "T17:20" or ISO
  std::optional<std::string> zone;
};

struct ClaimPlace {
  std::optional<Span> span;
  std::string name, id, country, precision;
};

struct Figure {
  Span span;
  std::optional<std::int64_t> low, high;
  Qualifier qualifier = Qualifier::exact;
  std::string unit;
  std::int64_t magnitude = 0;
};

enum class Role : std::uint8_t { actor, target };
template <>
struct Names<Role> {
  static constexpr std::array<std::string_view, 2> rows{"actor", "target"};
};

struct RoleFiller {
  Span span;
  Role role = Role::actor;
  std::string name;
  ActorKind kind = ActorKind::anonymous;
};

enum class PersonField : std::uint8_t { age, died, injured, detained, missing, released, sentence };
template <>
struct Names<PersonField> {
  static constexpr std::array<std::string_view, 7> rows{
      "age", "died", "injured", "detained", "missing", "released", "sentence"};
};

// One envelope, one payload: the members of the other kinds stay empty.
struct Claim {
  // "c-" + hash of document content, kind, measure (or field) and the position of the key words.
  std::string id;
  ClaimKind kind = ClaimKind::figure;

  // envelope
  Claimant claimant;
  std::optional<When> when, as_of;
  std::optional<SaidAt> said_at;
  std::optional<ClaimPlace> place;
  Modality modality = Modality::asserted;
  int confidence = 0;  // 0–100
  std::string rule;
  Span span;
  std::optional<std::string> part_of, previous, restates, corrects;  // ids of claims
  Reading reading = Reading::machine;
  ClaimStatus status = ClaimStatus::unverified;

  // figure; wording is also the cue of an occurrence
  Measure measure = Measure::deaths;
  Span wording;
  Figure figure;
  std::optional<Span> group, actor, detail;
  Series series = Series::event;
  // "Two of the dead": its words count some of a whole, which `part_of` names where the document
  // gives it. No total, wherever the whole is told.
  bool subset = false;

  // occurrence
  EventKind event_kind = EventKind::protest;
  std::vector<RoleFiller> actors;
  std::optional<Span> outcome;

  // person
  Span person;
  PersonField field = PersonField::age;
  std::optional<Figure> value;
};

// Why a number became no claim. One row a reason; the words are for people.
enum class LeftOutReason : std::uint8_t {
  age,
  date,
  time,
  duration,
  telephone,
  contact,
  money,
  share,
  rank,
  score,
  name,
  address,
  distance,
  measurement,
  thing,
  animal,
  statistic,
  ordinal,
  pronoun,
  block,
  undecided
};
template <>
struct Names<LeftOutReason> {
  static constexpr std::array<std::string_view, 21> rows{
      "age",   "date",   "time",      "duration", "telephone", "contact",  "money",
      "share", "rank",   "score",     "name",     "address",   "distance", "measurement",
      "thing", "animal", "statistic", "ordinal",  "pronoun",   "block",    "undecided"};
};

struct LeftOut {
  Span span;
  LeftOutReason reason = LeftOutReason::undecided;
};

// A call to act. `to` and `copies` never stand together in one message.
struct Call {
  std::vector<Span> to, copies;
  std::optional<Span> request, deadline;
  bool old = false;
};

// All that one document says: the output of `recount read`, one JSON line.
struct DocumentRecord {
  Document document;
  Mentions mentions;
  std::vector<Claim> claims;      // by position of figure, cue or person, then kind
  std::vector<LeftOut> left_out;  // by position
  std::vector<Call> calls;
  std::vector<Skipped> skipped;
};

}  // namespace recount
