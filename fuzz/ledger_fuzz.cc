// Any bytes as a few documents with claims: the ledger must hold together and not depend on their
// order. Each claim takes eight bytes; a byte of 255 begins a document.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "recount/ledger.h"

namespace {

using namespace recount;

constexpr std::size_t kMostBytes = 4096;

Figure figure(std::uint8_t byte) {
  Figure out;
  out.qualifier = static_cast<Qualifier>(byte % 9);
  if (out.qualifier == Qualifier::vague) out.magnitude = byte & 16 ? 100 : 0;
  if (byte & 32) out.low = byte % 7;
  if (byte & 64) out.high = byte % 7 + 3;
  return out;
}

When when(std::uint8_t byte) {
  static const char* const kValues[] = {"XXXX-XX-XX", "2031-02-28", "XXXX-02-29", "2030-11",
                                        "XXXX-03-01", "XXXX-WXX",   "",           "2032-02-29T11"};
  When out;
  out.value = kValues[byte % 8];
  if (byte & 8) out.anchor = byte & 16 ? "publication" : "narrative";
  if (byte & 32) out.shift = byte & 64 ? "-P1D" : "P0D";
  if (byte & 128) out.from = "2031-02-01", out.to = "2031-03-01";
  return out;
}

Claim claim(const std::uint8_t* b, std::uint32_t size, const std::string& id) {
  Claim out;
  out.id = id;
  out.kind = static_cast<ClaimKind>(b[0] % 3);
  const Span at{b[1] % size, std::min<std::uint32_t>(size, b[1] % size + 1)};
  out.figure = figure(b[2]);
  out.figure.span = out.wording = out.person = out.span = at;
  out.measure = static_cast<Measure>(b[3] % 12);
  out.event_kind = static_cast<EventKind>(b[3] % 12);
  out.field = static_cast<PersonField>(b[3] % 7);
  out.modality = static_cast<Modality>(b[4] % 5);
  out.claimant.kind = static_cast<ActorKind>(b[5] % 18);
  if (b[5] & 64) out.claimant.key = out.claimant.name.emplace(b[5] & 128 ? "Ann" : "office");
  if (b[6]) out.when = when(b[6]);
  if (b[7] % 4) {
    const std::string place(1, static_cast<char>('a' + b[7] % 5));
    out.place = ClaimPlace{
        {}, place, b[7] & 16 ? place : "", b[7] & 32 ? "AA" : "", b[7] & 64 ? "country" : "city"};
  }
  if (b[4] & 64) out.part_of = id;
  if (b[4] & 128) out.restates = "d0.1";
  return out;
}

std::vector<DocumentRecord> records_of(const std::uint8_t* bytes, std::size_t size) {
  std::vector<DocumentRecord> out;
  for (std::size_t i = 0; i < size;) {
    if (bytes[i] == 255 || out.empty()) {
      DocumentRecord& record = out.emplace_back();
      record.document.id = "d" + std::to_string(out.size() - 1);
      record.document.language = out.size() % 2 ? "en" : "fr";
      record.document.text = "One two three. Four five six. Seven";
      record.document.blocks = {{BlockKind::body, {0, 20}, {}, false},
                                {BlockKind::body, {20, 35}, {}, false}};
      if (bytes[i] == 255 && i + 1 < size && bytes[i + 1] & 1)
        record.document.published = Stamp{
            bytes[i + 1] & 2 ? "2031-03-01" : "XXXX-03-01", Precision::day, {}, "", {}, false};
      if (bytes[i] == 255) {
        i += 2;
        continue;
      }
    }
    if (i + 8 > size) break;
    DocumentRecord& record = out.back();
    record.claims.push_back(claim(bytes + i,
                                  static_cast<std::uint32_t>(record.document.text.size()),
                                  record.document.id + "." + std::to_string(record.claims.size())));
    i += 8;
  }
  return out;
}

std::string outline(const Ledger& ledger) {
  std::string out;
  for (const Event& event : ledger.events) {
    out += event.id + event.day + event.day_why + event.place.name + event.parent;
    for (const LedgerLine& line : event.lines)
      out += line.claim + std::to_string(line.origins) + std::to_string(line.channels);
    for (const Disagreement& d : event.disagreements) out += d.about;
  }
  for (const auto& dated : ledger.dated) out += dated.document + dated.published.value + dated.why;
  for (const auto& [claim, day] : ledger.resolved_days) out += claim + day;
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto records = records_of(bytes, std::min(size, kMostBytes));
  std::vector<const DocumentRecord*> pointers;
  for (const DocumentRecord& record : records) pointers.push_back(&record);
  const Ledger ledger = build_ledger(pointers);
  std::set<std::string> seen;
  for (const Event& event : ledger.events)
    for (const LedgerLine& line : event.lines)
      for (const auto* claims : {&line.claims, &line.restated_by})
        for (const std::string& id : *claims)
          if (!seen.insert(id).second) std::abort();
  std::reverse(pointers.begin(), pointers.end());
  if (outline(build_ledger(pointers)) != outline(ledger)) std::abort();
  return 0;
}
