// Opening a dossier: who holds it, is it whole, is it ours, and is it up to date.
#include <ctime>
#include <filesystem>

#include "src/base/base.h"
#include "src/store/impl.h"
#include "src/store/migrations.h"

namespace recount {
namespace {

using store::execute;
using store::kMigrations;
using store::Statement;

constexpr int kBusyTimeoutMs = 2000;

Result<std::int64_t> pragma(sqlite3* database, const std::string& name) {
  Statement statement(database, "PRAGMA " + name);
  const Result<bool> row = statement.step();
  if (!row) return row.error();
  return statement.number(0);
}

Status check_whole(sqlite3* database) {
  Statement statement(database, "PRAGMA quick_check(1)");
  const Result<bool> row = statement.step();
  if (!row) return row.error();
  if (statement.text(0) != "ok")
    return Error{"is damaged (" + statement.text(0) + "); restore a copy"};
  return Done{};
}

// The steps that the file hasn't taken yet, in one transaction.
Status migrate(sqlite3* database, std::size_t from) {
  if (from == kMigrations.size()) return Done{};
  if (Status begun = execute(database, "BEGIN IMMEDIATE"); !begun) return begun;
  std::string sql;
  for (std::size_t step = from; step < kMigrations.size(); ++step) sql += kMigrations[step];
  sql += "PRAGMA application_id = " + std::to_string(store::kApplicationId) + ";";
  sql += "PRAGMA user_version = " + std::to_string(kMigrations.size()) + "; COMMIT;";
  return execute(database, sql);
}

// Is it a dossier that this program can use? A file without any tables is a new one.
Status check_version(sqlite3* database, Access access) {
  const Result<std::int64_t> tables = [&]() -> Result<std::int64_t> {
    Statement count(database, "SELECT count(*) FROM sqlite_master");
    const Result<bool> row = count.step();
    if (!row) return row.error();
    return count.number(0);
  }();
  if (!tables) return tables.error();
  const Result<std::int64_t> id = pragma(database, "application_id"),
                             version = pragma(database, "user_version");
  if (!id) return id.error();
  if (!version) return version.error();
  const bool is_new = *tables == 0 && *id == 0;
  if (is_new && access == Access::read) return Error{"is empty; fill it with `recount add`"};
  if (!is_new && *id != store::kApplicationId)
    return Error{"is damaged or no dossier; give another file"};
  const auto taken = static_cast<std::size_t>(*version);
  if (taken > kMigrations.size()) return Error{"was made by a later recount; update this one"};
  if (access == Access::write) return migrate(database, taken);
  if (taken < kMigrations.size())
    return Error{"was made by an earlier recount; run `recount add` on it once"};
  return Done{};
}

// One writer: the file stays locked until it's closed.
Status take(sqlite3* database) {
  return execute(
      database,
      "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT;");
}

Status prepare_file(sqlite3* database, Access access) {
  sqlite3_busy_timeout(database, kBusyTimeoutMs);
  if (access == Access::write)
    if (Status taken = take(database); !taken) return taken;
  if (Status whole = check_whole(database); !whole) return whole;
  return check_version(database, access);
}

}  // namespace

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

Result<Dossier> Dossier::open(const std::string& path, Access access, Clock clock) {
  std::error_code ignored;
  if (access == Access::read && !std::filesystem::exists(path, ignored))
    return Error{path + ": doesn't exist; make it with `recount add " + path + " PATH…`"};
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  impl->clock = std::move(clock);
  const int flags =
      access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &database, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  impl->database.reset(database);
  if (code != SQLITE_OK) return impl->named(store::last_error(database));
  if (Status ready = prepare_file(database, access); !ready) return impl->named(ready.error());
  return Dossier(std::move(impl));
}

Dossier::Dossier(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Dossier::~Dossier() = default;
Dossier::Dossier(Dossier&&) noexcept = default;
Dossier& Dossier::operator=(Dossier&&) noexcept = default;

Status Dossier::begin() { return impl_->named(execute(impl_->database.get(), "BEGIN IMMEDIATE")); }
Status Dossier::commit() { return impl_->named(execute(impl_->database.get(), "COMMIT")); }

std::uint64_t reading_key(const Page& page, std::string_view readers) {
  Json key = Json::array();
  key.push_back(page.sha256);
  key.push_back(page.url);
  key.push_back(page.media_type);
  for (const auto* given : {&page.given.id, &page.given.url, &page.given.outlet,
                            &page.given.published, &page.given.language, &page.given.title})
    key.push_back(*given);
  key.push_back(page.given.text.has_value());
  const auto type = page.headers.find("content-type");
  key.push_back(type == page.headers.end() ? "" : type->second);
  return hash64(key.dump(), hash64(readers));
}

}  // namespace recount
