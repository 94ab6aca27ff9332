// One claim, from its words down to the bytes of the page. The source map says which bytes of the
// page gave which words of the text; here the way is gone back and every run is compared, so that a
// reader need not trust the map:
//   as it stands     the bytes are the words
//   white space      a run of blanks, line ends, tags between words became one separator
//   character        an entity or a character of another encoding became a letter
#include <algorithm>
#include <array>
#include <cstdio>

#include "src/base/base.h"
#include "src/publish/display.h"
#include "src/publish/ledger_event.h"
#include "src/publish/publish.h"
#include "src/publish/wording.h"

namespace recount {
namespace publish {
namespace {

struct Piece {
  Span text;
  Span page;
  enum class Way : std::uint8_t {
    as_it_stands,
    white_space,
    character,
    differs
  } way = Way::as_it_stands;
};

constexpr auto kWays =
    std::to_array<std::string_view>({"as it stands", "white space", "character", "DIFFERS"});

bool is_white(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v\xC2\xA0") == std::string_view::npos;
}

// Does the page begin with a mark of UTF-16 or UTF-32?
bool is_wide(std::string_view body) {
  return body.starts_with("\xFF\xFE") || body.starts_with("\xFE\xFF") ||
         body.starts_with(std::string_view("\0\0\xFE\xFF", 4));
}

Piece::Way way_of(std::string_view words, std::string_view bytes, bool wide) {
  if (words == bytes) return Piece::Way::as_it_stands;
  if (is_white(words)) return Piece::Way::white_space;
  const bool entity = bytes.starts_with("&") && bytes.size() <= 34;
  const bool one_character = words.size() <= 4 || (entity && words.size() <= 8);
  const bool other_encoding =
      wide || !utf8_valid(bytes) || (bytes.size() <= 4 && bytes.size() != words.size());
  return one_character && (entity || other_encoding) ? Piece::Way::character : Piece::Way::differs;
}

// Where the words at `span` come from, run by run. Words that no run covers are separators put in
// while reading.
std::vector<Piece> pieces_of(const Document& document, std::string_view body, Span span) {
  std::vector<Piece> pieces;
  const std::string_view text = document.text;
  const bool wide = is_wide(body);
  auto run = std::ranges::upper_bound(document.source_map, span.begin, {}, &SourceRun::text_end);
  for (; run != document.source_map.end() && run->text_begin < span.end; ++run) {
    Piece piece{.text = {run->text_begin, run->text_end}, .page = {run->page_begin, run->page_end}};
    if (piece.text.size() == piece.page.size()) {
      const std::uint32_t begin = std::max(span.begin, run->text_begin),
                          end = std::min(span.end, run->text_end);
      piece = {.text = {begin, end},
               .page = {run->page_begin + (begin - run->text_begin),
                        run->page_begin + (end - run->text_begin)}};
    }
    piece.way = piece.page.end > body.size()
                    ? Piece::Way::differs
                    : way_of(text.substr(piece.text.begin, piece.text.size()),
                             body.substr(piece.page.begin, piece.page.size()), wide);
    pieces.push_back(piece);
  }
  return pieces;
}

// Every word character is covered by a piece that doesn't differ.
bool is_verified(const std::vector<Piece>& pieces, std::string_view text, Span span) {
  std::uint32_t at = span.begin;
  for (const Piece& piece : pieces) {
    if (piece.way == Piece::Way::differs) return false;
    if (piece.text.begin > at && !is_white(text.substr(at, piece.text.begin - at))) return false;
    at = std::max(at, piece.text.end);
  }
  return at >= span.end || is_white(text.substr(at, span.end - at));
}

const Block* block_at(const Document& document, Span span) {
  for (const Block& block : document.blocks)
    if (block.span.begin <= span.begin && span.begin < block.span.end) return &block;
  return nullptr;
}

// The sentence, as far as its marks show it: from the mark or line end before to the one after.
Span sentence_at(std::string_view text, Span span) {
  const std::string_view ends = ".!?\n";
  std::size_t begin = span.begin, end = span.end;
  while (begin > 0 &&
         !(text[begin - 1] == '\n' || (begin > 1 && text[begin - 1] == ' ' &&
                                       ends.find(text[begin - 2]) != std::string_view::npos)))
    --begin;
  while (end < text.size() && text[end] != '\n' &&
         !(end + 1 < text.size() && ends.find(text[end]) != std::string_view::npos &&
           text[end + 1] == ' '))
    ++end;
  if (end < text.size() && text[end] != '\n') ++end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Bytes as they stand: printable ASCII and valid UTF-8 as text, the rest as \xNN.
std::string raw(std::string_view bytes) {
  const bool valid = utf8_valid(bytes);
  std::string out;
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    char hex[5];
    std::snprintf(hex, sizeof hex, "\\x%02x", byte);
    const bool shown = byte >= 0x20 && byte != 0x7F && (byte < 0x80 || valid);
    out += shown ? std::string(1, c) : std::string(hex);
  }
  return valid ? printable(out) : out;
}

class Explained {
 public:
  Explained(const DocumentRecord& record, const Claim& claim, const ExplainedPage& page)
      : claim_(claim), page_(page), document_(record.document), points_(record.document.text) {
    pieces_ = pieces_of(document_, page_.body, claim_.span);
    bytes_match_ = sha256_hex(page_.body) == document_.page;
    verified_ = bytes_match_ && is_verified(pieces_, document_.text, claim_.span);
  }
  Explanation table(std::size_t width);
  Explanation json();

 private:
  std::string quote(Span span) const { return "“" + words(span) + "”"; }
  std::string words(Span span) const {
    return printable(std::string_view(document_.text).substr(span.begin, span.size()));
  }
  std::string offsets(Span span) const {
    return std::to_string(points_.at_byte(span.begin)) + "–" +
           std::to_string(points_.at_byte(span.end));
  }
  void put_claim(Sheet& sheet);
  void put_page(Sheet& sheet);
  std::string verdict() const;

  const Claim& claim_;
  const ExplainedPage& page_;
  const Document& document_;
  CodePoints points_;
  std::vector<Piece> pieces_;
  bool bytes_match_ = false, verified_ = false;
};

std::string Explained::verdict() const {
  if (verified_) return "yes: these bytes of the page are the claim's words";
  if (!bytes_match_) return "NO: the stored page isn't the one that was read; add it again";
  return "NO: the bytes aren't the claim's words; read the page again";
}

void Explained::put_claim(Sheet& sheet) {
  const bool figure = claim_.kind == ClaimKind::figure;
  const std::string what = figure ? std::string(name_of(claim_.measure))
                           : claim_.kind == ClaimKind::person
                               ? std::string(name_of(claim_.field))
                               : std::string(name_of(claim_.event_kind));
  sheet.put("claim      ", claim_.id + ": " + std::string(name_of(claim_.kind)) + ", " + what);
  if (figure)
    sheet.put("figure     ", quote(claim_.figure.span) + " = " + figure_words(claim_.figure) + " " +
                                 claim_.figure.unit);
  if (claim_.kind == ClaimKind::person) sheet.put("person     ", quote(claim_.person));
  if (!claim_.wording.empty()) sheet.put("wording    ", quote(claim_.wording));
  if (claim_.group) sheet.put("group      ", quote(*claim_.group));
  std::string who = claim_.claimant.span ? quote(*claim_.claimant.span) : "the page's own voice";
  if (claim_.claimant.name) who += " = " + printable(*claim_.claimant.name);
  for (const Span& step : claim_.claimant.via) who += ", through " + quote(step);
  sheet.put("claimant   ", who + " (" + spaced(name_of(claim_.claimant.kind)) + ")");
  if (claim_.when)
    sheet.put("when       ", (claim_.when->span ? quote(*claim_.when->span) + " = " : "") +
                                 day_words(claim_.when->value));
  if (claim_.said_at) sheet.put("said at    ", said_at_words(claim_.said_at->value));
  if (claim_.place)
    sheet.put("place      ", (claim_.place->span ? quote(*claim_.place->span) + " = " : "") +
                                 printable(claim_.place->name));
  if (claim_.part_of) sheet.put("part of    ", *claim_.part_of);
  if (claim_.restates) sheet.put("restates   ", *claim_.restates);
  sheet.put("reading    ", std::string(name_of(claim_.reading)) + ", " +
                               std::string(name_of(claim_.modality)) + ", confidence " +
                               std::to_string(claim_.confidence) + " of 100, " +
                               std::string(name_of(claim_.status)));
  sheet.put("rule       ", claim_.rule);
}

void Explained::put_page(Sheet& sheet) {
  const Block* block = block_at(document_, claim_.span);
  sheet.put("sentence   ", quote(sentence_at(document_.text, claim_.span)));
  if (block)
    sheet.put("block      ", std::string(name_of(block->kind)) +
                                 (block->time ? " " + said_at_words(*block->time) : "") +
                                 ", characters " + offsets(block->span) + " of the text");
  sheet.put("document   ", printable(document_.id) +
                               (document_.title ? ": “" + printable(*document_.title) + "”" : ""));
  sheet.put("words      ",
            quote(claim_.span) + ", characters " + offsets(claim_.span) + " of the text");
  sheet.put("page       ",
            printable(page_.source) + (document_.url ? ", " + printable(*document_.url) : ""));
  sheet.put("           ", number(static_cast<std::int64_t>(page_.body.size())) +
                               " bytes, sha256 " + document_.page);
  for (const Piece& piece : pieces_) {
    const bool inside = piece.page.end <= page_.body.size();
    const std::string bytes =
        inside ? raw(std::string_view(page_.body).substr(piece.page.begin, piece.page.size())) : "";
    sheet.put("bytes      ", std::to_string(piece.page.begin) + "–" +
                                 std::to_string(piece.page.end) + " (" +
                                 std::string(kWays[static_cast<std::size_t>(piece.way)]) +
                                 "): " + clipped(bytes, 400));
  }
  sheet.put("verified   ", verdict());
}

Explanation Explained::table(std::size_t width) {
  Sheet sheet(width);
  put_claim(sheet);
  put_page(sheet);
  return {sheet.take(), verified_};
}

Explanation Explained::json() {
  Json out = Json::object();
  out["claim"] = claim_.id;
  out["document"] = document_.id;
  out["rule"] = claim_.rule;
  out["quote"] = words(claim_.span);
  out["begin"] = points_.at_byte(claim_.span.begin);
  out["end"] = points_.at_byte(claim_.span.end);
  out["sentence"] = words(sentence_at(document_.text, claim_.span));
  const Block* block = block_at(document_, claim_.span);
  out["block"] = block ? Json(name_of(block->kind)) : Json();
  out["source"] = page_.source;
  out["url"] = document_.url;
  out["sha256"] = document_.page;
  out["bytes"] = Json::array();
  for (const Piece& piece : pieces_) {
    Json one = Json::object();
    one["page_begin"] = piece.page.begin;
    one["page_end"] = piece.page.end;
    one["text"] = words(piece.text);
    one["way"] = kWays[static_cast<std::size_t>(piece.way)];
    out["bytes"].push_back(one);
  }
  out["verified"] = verified_;
  return {out.dump() + '\n', verified_};
}

}  // namespace
}  // namespace publish

Explanation explain_claim(const DocumentRecord& record, const Claim& claim,
                          const ExplainedPage& page, Format format, std::size_t width) {
  publish::Explained explained(record, claim, page);
  return format == Format::jsonl ? explained.json() : explained.table(width);
}

}  // namespace recount
