// The open file behind a Dossier.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

#include "src/store/sqlite.h"
#include "src/store/store.h"

namespace recount {

class Dossier::Impl {
 public:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };
  std::string path;
  Clock clock;
  std::unique_ptr<sqlite3, Close> database;

  // An Error of SQLite's with the dossier's path in front.
  Error named(const Error& error) const { return {path + ": " + error.message}; }
  Status named(const Status& status) const {
    return status ? Status(Done{}) : Status(named(status.error()));
  }
  store::Statement prepare(std::string_view sql) const { return {database.get(), sql}; }
  // Appends to the journal. REQUIRES: inside a transaction.
  Status journal(std::string_view what, std::string_view subject, const std::string& payload);
};

}  // namespace recount
