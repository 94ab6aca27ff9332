// The dossier's tables, as numbered steps: `PRAGMA user_version` counts the steps that a file has
// taken.
#pragma once

#include <array>
#include <string_view>

namespace recount::store {

inline constexpr int kApplicationId = 0x7263'6E74;  // "rcnt", in the file's head

// A step once released is never changed; a change of the tables is a new step.
inline constexpr auto kMigrations = std::to_array<std::string_view>({
    // 1: the first tables.
    R"sql(
CREATE TABLE pages (
  sha256 TEXT PRIMARY KEY,       -- of the bytes
  size INTEGER NOT NULL,         -- bytes
  media_type TEXT NOT NULL,
  url TEXT, retrieved_at TEXT,   -- of the first capture
  bytes BLOB NOT NULL            -- zlib
) STRICT;
CREATE INDEX pages_url ON pages (url) WHERE url IS NOT NULL;
CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  page TEXT NOT NULL REFERENCES pages (sha256),
  source TEXT NOT NULL,          -- the file as the user named it
  key INTEGER NOT NULL,          -- bytes, what came with them, what read them
  url TEXT, outlet TEXT, title TEXT, language TEXT, published TEXT,
  size INTEGER NOT NULL,         -- of the record, bytes
  record BLOB NOT NULL           -- zlib of the record's JSON with text
) STRICT;
CREATE INDEX documents_key ON documents (key);
CREATE TABLE claims (
  id TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  kind TEXT NOT NULL, measure TEXT, event_kind TEXT, field TEXT,
  low INTEGER, high INTEGER, qualifier TEXT, unit TEXT,
  claimant TEXT, claimant_kind TEXT NOT NULL,
  "when" TEXT, said_at TEXT, place TEXT,
  modality TEXT NOT NULL, confidence INTEGER NOT NULL, rule TEXT NOT NULL,
  reading TEXT NOT NULL, status TEXT NOT NULL
) STRICT;
CREATE INDEX claims_id ON claims (id);
CREATE INDEX claims_document ON claims (document);
CREATE INDEX claims_measure ON claims (measure) WHERE measure IS NOT NULL;
CREATE TABLE skipped (
  source TEXT PRIMARY KEY, reason TEXT NOT NULL
) STRICT;
CREATE TABLE decisions (           -- of reviewers; quote and context re-anchor it when the page is read again
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
  quote TEXT, context TEXT, value TEXT
) STRICT;
CREATE TABLE journal (             -- append-only; hash = sha256(previous hash, at, what, subject, payload's sha256)
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL,
  payload TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TABLE payloads (            -- apart from the chain, so that they can be erased
  sha256 TEXT PRIMARY KEY, content TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_keeps BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_stays BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
)sql",
});

}  // namespace recount::store
