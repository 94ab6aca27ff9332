#include "src/publish/shown.h"

#include <algorithm>

#include "src/publish/display.h"

namespace recount::publish {
namespace {

bool is_contact(const LeftOut& left) {
  return left.reason == LeftOutReason::telephone || left.reason == LeftOutReason::contact;
}

std::string file_stem(std::string_view path) {
  std::string_view name = path.substr(path.find_last_of('/') + 1);
  const std::size_t colon = name.find(':');
  const std::string_view line = colon == std::string_view::npos ? "" : name.substr(colon);
  name = name.substr(0, colon);
  const std::size_t dot = name.find('.', 1);
  return std::string(name.substr(0, dot)) + std::string(line);
}

bool is_own_id(std::string_view id) { return id.size() == 18 && id.starts_with("d-"); }

}  // namespace

Shown::Shown(std::span<const DocumentRecord* const> records, const TableOptions& options)
    : records_(records), options_(options) {
  if (!options.show_private_names) privacy_.emplace(records);
  for (const DocumentRecord* record : records) {
    documents_.emplace(record->document.id, record);
    for (const Claim& claim : record->claims) claims_.emplace(claim.id, ShownClaim{record, &claim});
  }
}

ShownClaim Shown::claim(const std::string& id) const {
  auto it = claims_.find(id);
  return it == claims_.end() ? ShownClaim{} : it->second;
}

const DocumentRecord* Shown::document(const std::string& id) const {
  auto it = documents_.find(id);
  return it == documents_.end() ? nullptr : it->second;
}

// The words with telephone numbers and other contacts that the text holds there withheld, by their position.
std::string Shown::unmasked(const DocumentRecord& record, Span span) const {
  const std::string_view text = record.document.text;
  if (span.end > text.size() || span.begin > span.end) return "";
  std::string out;
  std::uint32_t at = span.begin;
  for (const LeftOut& left : record.left_out) {
    if (!privacy_ || !is_contact(left) || left.span.begin < at || left.span.end > span.end) continue;
    out += text.substr(at, left.span.begin - at);
    out += kContactWithheld;
    at = left.span.end;
  }
  return out + std::string(text.substr(at, span.end - at));
}

std::string Shown::words(const DocumentRecord& record, Span span) const { return words(unmasked(record, span)); }

std::string Shown::words(std::string_view text) const {
  return printable(privacy_ ? privacy_->masked(text) : std::string(text));
}

std::string Shown::quote(const DocumentRecord& record, Span span) const { return "“" + words(record, span) + "”"; }

std::string Shown::label(const std::string& document) const {
  if (!is_own_id(document)) return printable(document);
  auto it = options_.sources.find(document);
  return it == options_.sources.end() ? document : printable(file_stem(it->second));
}

std::string Shown::figure_quote(const DocumentRecord& record, const Claim& claim) const {
  Span first = claim.figure.span, second = claim.wording;
  if (second.empty() || first.contains(second)) return quote(record, first);
  if (second.contains(first)) return quote(record, second);
  if (second < first) std::swap(first, second);
  const bool close = second.begin <= first.end || second.begin - first.end <= 24;
  if (close) return quote(record, cover(first, second));
  return "“" + words(record, first) + " … " + words(record, second) + "”";
}

}  // namespace recount::publish
