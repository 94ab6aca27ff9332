#include "src/publish/shown.h"

#include <algorithm>
#include <array>

#include "src/publish/display.h"
#include "src/publish/labels.h"
#include "src/publish/wording.h"

namespace recount::publish {
namespace {

bool is_contact(const LeftOut& left) {
  return left.reason == LeftOutReason::telephone || left.reason == LeftOutReason::contact;
}

// Of a number left out: it may not be shown itself.
bool is_withheld(const LeftOut& left) {
  return is_contact(left) || left.reason == LeftOutReason::address;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// The rest of an address with the bytes that "%D0%90" stands for.
std::string decoded(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size(); ++at) {
    const int high = at + 2 < path.size() ? hex_value(path[at + 1]) : -1;
    const int low = high < 0 ? -1 : hex_value(path[at + 2]);
    const bool escaped = path[at] == '%' && low >= 0;
    out += escaped ? static_cast<char>(high * 16 + low) : path[at];
    if (escaped) at += 2;
  }
  return utf8_repaired(out);
}

// Up to `most` bytes of the text on both sides of `span`, to blanks, within its line.
Span around(std::string_view text, Span span, std::uint32_t most) {
  std::uint32_t begin = span.begin > most ? span.begin - most : 0;
  std::uint32_t end =
      static_cast<std::uint32_t>(std::min<std::size_t>(span.end + most, text.size()));
  const auto stop = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
  while (begin > 0 && begin < span.begin && !stop(begin)) ++begin;
  while (end < text.size() && end > span.end && !stop(end)) --end;
  if (const std::size_t line = text.substr(begin, span.begin - begin).rfind('\n');
      line != std::string_view::npos)
    begin += static_cast<std::uint32_t>(line) + 1;
  if (const std::size_t line = text.substr(span.end, end - span.end).find('\n');
      line != std::string_view::npos)
    end = span.end + static_cast<std::uint32_t>(line);
  return {begin, end};
}

// `span` without the marks of punctuation and the blanks at its edges; as it is where nothing else
// is in it.
Span without_edges(std::string_view text, Span span) {
  constexpr auto kMarks =
      std::to_array<std::string_view>({" ", "\n", ":", ";", ",", "–", "—", "-", "\u00A0"});
  if (span.end > text.size() || span.begin > span.end) return span;
  Span out = span;
  const auto cut = [&](auto&& at_edge, auto&& shorten) {
    for (bool again = true; again && !out.empty();) {
      again = false;
      for (const std::string_view mark : kMarks)
        if (at_edge(text.substr(out.begin, out.size()), mark))
          shorten(static_cast<std::uint32_t>(mark.size())), again = true;
    }
  };
  cut([](std::string_view in, std::string_view mark) { return in.starts_with(mark); },
      [&](std::uint32_t bytes) { out.begin += bytes; });
  cut([](std::string_view in, std::string_view mark) { return in.ends_with(mark); },
      [&](std::uint32_t bytes) { out.end -= bytes; });
  return out.empty() ? span : out;
}

}  // namespace

Shown::Shown(std::span<const DocumentRecord* const> records, const TableOptions& options)
    : records_(records), options_(options) {
  if (!options.show_private_names) privacy_.emplace(records, options.articles);
  for (const DocumentRecord* record : records) {
    documents_.emplace(record->document.id, record);
    Withheld& withheld = withheld_[record];
    for (const LeftOut& left : record->left_out) {
      if (is_contact(left)) withheld.contacts.push_back(left.span);
      if (is_withheld(left)) withheld.all.push_back(left.span);
    }
    std::ranges::sort(withheld.contacts);
    std::ranges::sort(withheld.all);
    for (const Claim& claim : record->claims) claims_.emplace(claim.id, ShownClaim{record, &claim});
  }
  labels_ = document_labels(records, options.sources);
  // A file may be called after a person; recount's own id tells nothing.
  for (auto& [id, label] : labels_)
    if (privacy_ && is_own_id(id) && privacy_->has_private_word(label)) label = id;
}

ShownClaim Shown::claim(const std::string& id) const {
  auto it = claims_.find(id);
  return it == claims_.end() ? ShownClaim{} : it->second;
}

const DocumentRecord* Shown::document(const std::string& id) const {
  auto it = documents_.find(id);
  return it == documents_.end() ? nullptr : it->second;
}

const Shown::Withheld& Shown::withheld(const DocumentRecord& record) const {
  static const Withheld kNone;
  const auto it = withheld_.find(&record);
  return it == withheld_.end() ? kNone : it->second;
}

// The words with telephone numbers and other contacts that the text holds there withheld, by their
// position.
std::string Shown::unmasked(const DocumentRecord& record, Span span,
                            const std::vector<Span>& withheld) const {
  const std::string_view text = record.document.text;
  if (span.end > text.size() || span.begin > span.end) return "";
  std::string out;
  std::uint32_t at = span.begin;
  if (!privacy_) return std::string(text.substr(at, span.size()));
  for (auto it = std::ranges::lower_bound(withheld, span.begin, {}, &Span::begin);
       it != withheld.end() && it->begin < span.end; ++it) {
    if (it->begin < at || it->end > span.end) continue;
    out += text.substr(at, it->begin - at);
    out += kContactWithheld;
    at = it->end;
  }
  return out + std::string(text.substr(at, span.end - at));
}

std::string Shown::words(const DocumentRecord& record, Span span) const {
  return words(unmasked(record, span, withheld(record).contacts));
}

std::string Shown::block_words(const DocumentRecord& record, Span span) const {
  return words(unmasked(record, span, withheld(record).all));
}

std::string Shown::words(std::string_view text) const {
  return printable(privacy_ ? privacy_->masked(text) : std::string(text));
}

std::string Shown::quote(const DocumentRecord& record, Span span) const {
  return "“" + words(record, without_edges(record.document.text, span)) + "”";
}

std::string Shown::number_words(const DocumentRecord& record, const LeftOut& left) const {
  const std::string_view text = record.document.text;
  if (left.span.end > text.size() || left.span.begin > left.span.end) return "";
  if (!privacy_) return words(record, left.span);
  if (is_withheld(left)) return std::string(kContactWithheld);
  if (left.reason == LeftOutReason::name) return words(record, left.span);
  return printable(text.substr(left.span.begin, left.span.size()));
}

std::string Shown::number_context(const DocumentRecord& record, const LeftOut& left) const {
  constexpr std::uint32_t kSides = 28;  // bytes
  const std::string_view text = record.document.text;
  if (left.span.end > text.size() || left.span.begin > left.span.end) return "";
  Span window = around(text, left.span, kSides);
  if (!privacy_) return words(record, window);
  if (is_withheld(left)) return std::string(kContactWithheld);
  const std::vector<Span>& all = withheld(record).all;
  const auto at = std::ranges::lower_bound(all, left.span.begin, {}, &Span::begin);
  for (auto it = at; it != all.begin() && std::prev(it)->end > window.begin; --it)
    if (const std::uint32_t end = std::prev(it)->end; end <= left.span.begin)
      window.begin = std::max(window.begin, end);
  const auto after = std::ranges::lower_bound(at, all.end(), left.span.end, {}, &Span::begin);
  if (after != all.end()) window.end = std::min(window.end, std::max(after->begin, left.span.end));
  return words(record, privacy_->nameless(text, left.span, window));
}

std::string Shown::url(std::string_view url) const {
  const std::string plain = words(url);
  if (!privacy_) return plain;
  const std::size_t scheme = url.find("://");
  const std::size_t path =
      url.find_first_of("/?#", scheme == std::string_view::npos ? 0 : scheme + 3);
  if (privacy_->has_private_part(decoded(url.substr(0, path))))
    return std::string(kContactWithheld);
  if (path == std::string_view::npos) return plain;
  const bool named = privacy_->has_private_part(decoded(url.substr(path)));
  return named ? words(url.substr(0, path)) + "/" + std::string(kNameWithheld) : plain;
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
  return with_day_words(words(out));
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
