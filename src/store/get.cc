// What comes out of a dossier.
#include "src/base/base.h"
#include "src/store/impl.h"
#include "src/store/packed.h"

namespace recount {
namespace {

using store::Statement;

Error damaged(std::string_view what) {
  return {"is damaged (" + std::string(what) +
          "); restore a copy, or add the pages to a new dossier"};
}

// Columns `at` and `at + 1` of the row: size and zlib bytes.
Result<std::string> unpacked_at(const Statement& row, int at, std::string_view what) {
  auto bytes = store::unpacked(row.blob(at + 1), row.number(at));
  if (!bytes) return damaged(what);
  return std::move(*bytes);
}

}  // namespace

Result<std::unordered_set<std::uint64_t>> Dossier::keys() const {
  std::unordered_set<std::uint64_t> keys;
  Statement rows = impl_->prepare("SELECT key FROM documents");
  while (true) {
    const Result<bool> row = rows.step();
    if (!row) return impl_->named(row.error());
    if (!*row) return keys;
    keys.insert(static_cast<std::uint64_t>(rows.number(0)));
  }
}

Result<std::unordered_map<std::string, std::string>> Dossier::languages() const {
  std::unordered_map<std::string, std::string> languages;
  Statement rows =
      impl_->prepare("SELECT page, language FROM documents WHERE language IS NOT NULL ORDER BY id");
  while (true) {
    const Result<bool> row = rows.step();
    if (!row) return impl_->named(row.error());
    if (!*row) return languages;
    languages.try_emplace(rows.text(0), rows.text(1));
  }
}

Status Dossier::for_each_record(const std::function<bool(StoredDocument)>& sink) const {
  Statement rows = impl_->prepare("SELECT source, size, record, id FROM documents ORDER BY id");
  while (true) {
    const Result<bool> row = rows.step();
    if (!row) return impl_->named(row.error());
    if (!*row) return Done{};
    Result<std::string> json = unpacked_at(rows, 1, "document " + rows.text(3));
    if (!json) return impl_->named(json.error());
    if (!sink({rows.text(0), std::move(*json)})) return Done{};
  }
}

Result<std::vector<Skipped>> Dossier::skipped() const {
  std::vector<Skipped> out;
  Statement rows = impl_->prepare("SELECT source, reason FROM skipped ORDER BY source");
  while (true) {
    const Result<bool> row = rows.step();
    if (!row) return impl_->named(row.error());
    if (!*row) return out;
    out.push_back({rows.text(0), rows.text(1)});
  }
}

Result<std::optional<FoundClaim>> Dossier::find_claim(const std::string& id) const {
  Statement found = impl_->prepare(
      "SELECT d.id, d.page, d.source, d.size, d.record FROM claims c JOIN documents d ON d.id = "
      "c.document "
      "WHERE c.id = ? ORDER BY d.id LIMIT 1");
  const Result<bool> row = found.bind(id).step();
  if (!row) return impl_->named(row.error());
  if (!*row) return std::optional<FoundClaim>();
  Result<std::string> json = unpacked_at(found, 3, "document " + found.text(0));
  if (!json) return impl_->named(json.error());
  return std::optional(FoundClaim{found.text(0), found.text(1), found.text(2), std::move(*json)});
}

Result<std::optional<std::string>> Dossier::page_bytes(const std::string& sha256) const {
  Statement found = impl_->prepare("SELECT size, bytes FROM pages WHERE sha256 = ?");
  const Result<bool> row = found.bind(sha256).step();
  if (!row) return impl_->named(row.error());
  if (!*row) return std::optional<std::string>();
  Result<std::string> bytes = unpacked_at(found, 0, "page " + sha256);
  if (!bytes) return impl_->named(bytes.error());
  if (sha256_hex(*bytes) != sha256) return impl_->named(damaged("page " + sha256));
  return std::optional(std::move(*bytes));
}

Result<std::optional<Holder>> Dossier::holder_of(const Page& page) const {
  if (!page.given.id) return std::optional<Holder>();
  Statement found = impl_->prepare(
      "SELECT d.source, coalesce(d.url, ''), coalesce(p.retrieved_at, '') FROM documents d "
      "JOIN pages p ON p.sha256 = d.page WHERE d.id = ? AND d.source <> ?");
  const Result<bool> row = found.bind(*page.given.id).bind(page.source).step();
  if (!row) return impl_->named(row.error());
  if (!*row) return std::optional<Holder>();
  return std::optional(Holder{found.text(0), found.text(1), found.text(2)});
}

Result<std::optional<std::string>> Dossier::previous_page(const std::string& sha256) const {
  Statement found = impl_->prepare(
      "SELECT before.sha256 FROM pages now JOIN pages before ON before.url = now.url AND "
      "before.sha256 <> now.sha256 "
      "WHERE now.sha256 = ? AND (coalesce(before.retrieved_at, ''), before.rowid) < "
      "(coalesce(now.retrieved_at, ''), now.rowid) "
      "ORDER BY coalesce(before.retrieved_at, '') DESC, before.rowid DESC LIMIT 1");
  const Result<bool> row = found.bind(sha256).step();
  if (!row) return impl_->named(row.error());
  return *row ? std::optional(found.text(0)) : std::nullopt;
}

}  // namespace recount
