// What goes into a dossier.
#include "src/base/base.h"
#include "src/store/impl.h"
#include "src/store/packed.h"

namespace recount {
namespace {

using store::packed;
using store::Statement;

std::optional<std::string> name_if(bool wanted, std::string_view name) {
  return wanted ? std::optional(std::string(name)) : std::nullopt;
}

Status put_claim(Statement insert, const std::string& document, const Claim& claim) {
  const bool figure = claim.kind == ClaimKind::figure;
  const auto text_or_null = [](const std::string& text) { return name_if(!text.empty(), text); };
  const auto measure = name_if(figure, name_of(claim.measure));
  const auto event_kind = name_if(claim.kind == ClaimKind::occurrence, name_of(claim.event_kind));
  const auto field = name_if(claim.kind == ClaimKind::person, name_of(claim.field));
  const auto qualifier = name_if(figure, name_of(claim.figure.qualifier));
  const auto unit = figure ? text_or_null(claim.figure.unit) : std::nullopt;
  const auto when = claim.when ? text_or_null(claim.when->value) : std::nullopt;
  const auto said_at = claim.said_at ? text_or_null(claim.said_at->value) : std::nullopt;
  const auto place = claim.place ? text_or_null(claim.place->name) : std::nullopt;
  insert.bind(claim.id)
      .bind(document)
      .bind(name_of(claim.kind))
      .bind(measure)
      .bind(event_kind)
      .bind(field);
  insert.bind(figure ? claim.figure.low : std::nullopt)
      .bind(figure ? claim.figure.high : std::nullopt);
  insert.bind(qualifier).bind(unit).bind(claim.claimant.name).bind(name_of(claim.claimant.kind));
  insert.bind(when)
      .bind(said_at)
      .bind(place)
      .bind(name_of(claim.modality))
      .bind(std::int64_t{claim.confidence});
  return insert.bind(claim.rule).bind(name_of(claim.reading)).bind(name_of(claim.status)).run();
}

constexpr char kPutPage[] =
    "INSERT OR IGNORE INTO pages (sha256, size, media_type, url, retrieved_at, bytes) "
    "VALUES (?, ?, ?, ?, ?, ?)";

Status put_bytes(Statement insert, const Page& page, const std::optional<std::string>& url) {
  const std::string bytes = packed(page.body);
  return insert.bind(page.sha256)
      .bind(static_cast<std::int64_t>(page.body.size()))
      .bind(page.media_type)
      .bind(url)
      .bind(page.retrieved_at)
      .bind_blob(bytes)
      .run();
}

Result<bool> exists(Statement& query) { return query.step(); }

}  // namespace

Status Dossier::put(const ReadPage& reading) {
  const Page& page = reading.page;
  const Document& document = reading.record.document;
  const auto db = [&](std::string_view sql) { return impl_->prepare(sql); };
  const Result<bool> known = exists(db("SELECT 1 FROM documents WHERE id = ?").bind(document.id));
  if (!known) return impl_->named(known.error());

  const std::string record = packed(reading.json);
  const auto url = document.url ? document.url : page.url;
  Status done = put_bytes(db(kPutPage), page, url);
  if (done) done = db("DELETE FROM claims WHERE document = ?").bind(document.id).run();
  const auto published =
      document.published ? std::optional(document.published->value) : std::nullopt;
  if (done)
    done = db("INSERT OR REPLACE INTO documents (id, page, source, key, url, outlet, title, "
              "language, published, size, record) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
               .bind(document.id)
               .bind(page.sha256)
               .bind(page.source)
               .bind(static_cast<std::int64_t>(reading.key))
               .bind(url)
               .bind(document.outlet)
               .bind(document.title)
               .bind(document.language)
               .bind(published)
               .bind(static_cast<std::int64_t>(reading.json.size()))
               .bind_blob(record)
               .run();
  for (const Claim& claim : reading.record.claims)
    if (done)
      done = put_claim(db("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                          "?, ?, ?, ?, ?)"),
                       document.id, claim);
  if (done) done = db("DELETE FROM skipped WHERE source = ?").bind(page.source).run();
  if (!done) return impl_->named(done.error());

  Json payload = Json::object();
  payload["document"] = document.id;
  payload["page"] = page.sha256;
  payload["source"] = page.source;
  return impl_->journal(*known ? "replace" : "add", document.id, payload.dump());
}

Status Dossier::put_page(const Page& page) {
  return impl_->named(put_bytes(impl_->prepare(kPutPage), page, page.url));
}

Status Dossier::seen(std::uint64_t key, const std::string& source) {
  Status done = impl_->prepare("UPDATE documents SET source = ? WHERE key = ? AND source > ?")
                    .bind(source)
                    .bind(static_cast<std::int64_t>(key))
                    .bind(source)
                    .run();
  if (done) done = impl_->prepare("DELETE FROM skipped WHERE source = ?").bind(source).run();
  return impl_->named(done);
}

Status Dossier::put_skipped(const Skipped& skipped) {
  return impl_->named(impl_->prepare("INSERT OR REPLACE INTO skipped VALUES (?, ?)")
                          .bind(skipped.source)
                          .bind(skipped.reason)
                          .run());
}

}  // namespace recount
