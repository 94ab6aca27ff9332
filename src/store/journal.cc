// The journal: every decision and every reading that was added, as a chain of hashes. Payloads
// stand apart, so that one can be erased and the chain still holds.
#include "src/base/base.h"
#include "src/store/impl.h"

namespace recount {
namespace {

using store::Statement;

std::string entry_hash(std::string_view previous, std::string_view at, std::string_view what,
                       std::string_view subject, std::string_view payload) {
  Json entry = Json::array();
  for (std::string_view part : {previous, at, what, subject, payload}) entry.push_back(part);
  return sha256_hex(entry.dump());
}

}  // namespace

Status Dossier::Impl::journal(std::string_view what, std::string_view subject,
                              const std::string& payload) {
  Statement last = prepare("SELECT hash FROM journal ORDER BY number DESC LIMIT 1");
  const Result<bool> row = last.step();
  if (!row) return named(row.error());
  const std::string previous = *row ? last.text(0) : "";
  const std::string at = clock(), payload_hash = sha256_hex(payload);
  const std::string hash = entry_hash(previous, at, what, subject, payload_hash);
  Status kept = prepare("INSERT OR IGNORE INTO payloads VALUES (?, ?)")
                    .bind(payload_hash)
                    .bind(payload)
                    .run();
  if (!kept) return named(kept.error());
  return named(prepare("INSERT INTO journal (at, what, subject, payload, previous, hash) VALUES "
                       "(?, ?, ?, ?, ?, ?)")
                   .bind(at)
                   .bind(what)
                   .bind(subject)
                   .bind(payload_hash)
                   .bind(previous)
                   .bind(hash)
                   .run());
}

Status Dossier::check_journal() const {
  Statement entries = impl_->prepare(
      "SELECT number, at, what, subject, payload, previous, hash FROM journal ORDER BY number");
  std::string previous;
  while (true) {
    const Result<bool> row = entries.step();
    if (!row) return impl_->named(row.error());
    if (!*row) return Done{};
    const std::string hash =
        entry_hash(previous, entries.text(1), entries.text(2), entries.text(3), entries.text(4));
    if (entries.text(5) != previous || entries.text(6) != hash)
      return impl_->named(Error{"is damaged: its journal was changed at entry " + entries.text(0) +
                                "; restore a copy"});
    previous = hash;
  }
}

}  // namespace recount
