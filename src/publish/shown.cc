#include "src/publish/shown.h"

#include <algorithm>
#include <map>

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

constexpr std::size_t kOwnIdSize = 18;

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// An id that recount gave: "d-" and 16 hex digits.
bool is_own_id(std::string_view id) {
  return id.size() == kOwnIdSize && id.starts_with("d-") && is_hex(id.substr(2));
}

// "page_0123456789abcdef" without the hash that a crawler put behind the name.
std::string_view without_hash(std::string_view stem) {
  const std::size_t mark = stem.find_last_of("_-");
  if (mark == std::string_view::npos || mark == 0) return stem;
  const std::string_view rest = stem.substr(mark + 1);
  return rest.size() >= 8 && is_hex(rest) ? stem.substr(0, mark) : stem;
}

}  // namespace

Shown::Shown(std::span<const DocumentRecord* const> records, const TableOptions& options)
    : records_(records), options_(options) {
  if (!options.show_private_names) privacy_.emplace(records);
  for (const DocumentRecord* record : records) {
    documents_.emplace(record->document.id, record);
    for (const Claim& claim : record->claims) claims_.emplace(claim.id, ShownClaim{record, &claim});
  }
  name_documents();
}

// Short names where no two documents share one, else the longer ones, else the ids.
void Shown::name_documents() {
  std::map<std::string, int> short_names, stems;
  const auto stem_of = [&](const std::string& id) {
    auto source = options_.sources.find(id);
    return source == options_.sources.end() || !is_own_id(id) ? id : file_stem(source->second);
  };
  for (const auto& [id, record] : documents_) {
    ++stems[stem_of(id)];
    ++short_names[std::string(without_hash(stem_of(id)))];
  }
  for (const auto& [id, record] : documents_) {
    const std::string stem = stem_of(id), short_name(without_hash(stem));
    labels_[id] = printable(short_names[short_name] == 1 ? short_name
                            : stems[stem] == 1           ? stem
                                                         : id);
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

// The words with telephone numbers and other contacts that the text holds there withheld, by their
// position.
std::string Shown::unmasked(const DocumentRecord& record, Span span) const {
  const std::string_view text = record.document.text;
  if (span.end > text.size() || span.begin > span.end) return "";
  std::string out;
  std::uint32_t at = span.begin;
  for (const LeftOut& left : record.left_out) {
    if (!privacy_ || !is_contact(left) || left.span.begin < at || left.span.end > span.end)
      continue;
    out += text.substr(at, left.span.begin - at);
    out += kContactWithheld;
    at = left.span.end;
  }
  return out + std::string(text.substr(at, span.end - at));
}

std::string Shown::words(const DocumentRecord& record, Span span) const {
  return words(unmasked(record, span));
}

std::string Shown::words(std::string_view text) const {
  return printable(privacy_ ? privacy_->masked(text) : std::string(text));
}

std::string Shown::quote(const DocumentRecord& record, Span span) const {
  return "“" + words(record, span) + "”";
}

std::string Shown::label(const std::string& document) const {
  auto it = labels_.find(document);
  return it == labels_.end() ? printable(document) : it->second;
}

std::string Shown::words_with_labels(std::string_view text) const {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view id = text.substr(at, kOwnIdSize);
    const bool named = text[at] == 'd' && is_own_id(id) && labels_.contains(std::string(id));
    out += named ? labels_.at(std::string(id)) : std::string(1, text[at]);
    if (named) at += kOwnIdSize - 1;
  }
  return words(out);
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
