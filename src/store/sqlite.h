// SQLite wrapped: statements as values, errors as words.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "recount/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace recount::store {

// One prepared statement. Parameters are bound in order; a bound text or blob must outlive the
// step.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);
  Statement& bind(std::string_view text);
  Statement& bind(const char* text) { return bind(std::string_view(text)); }
  Statement& bind(const std::string& text) { return bind(std::string_view(text)); }
  Statement& bind(std::int64_t number);
  Statement& bind(std::nullptr_t);
  Statement& bind_blob(std::string_view bytes);
  template <class T>
  Statement& bind(const std::optional<T>& value) {
    return value ? bind(*value) : bind(nullptr);
  }
  // True: a row is there; false: done. Errors in words.
  Result<bool> step();
  // Runs to the end, ignoring rows.
  Status run();
  std::string text(int column) const;
  std::string blob(int column) const;
  std::int64_t number(int column) const;
  bool is_null(int column) const;

 private:
  struct Close {
    void operator()(sqlite3_stmt* statement) const;
  };
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Close> statement_;
  int next_ = 1;
};

// Runs statements without parameters.
Status execute(sqlite3* database, const std::string& sql);
// The last error in words for the person at the terminal: locked, damaged, disk full …
Error last_error(sqlite3* database);

}  // namespace recount::store
