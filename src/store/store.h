// store: a dossier is one SQLite file with pages, documents, claims, decisions and journal. The
// only SQL of recount.
//
// One writer at a time; a reader that meets a writer waits two seconds, then gets an Error that
// says so. Journal mode is DELETE, so that a dossier at rest is one file that may be copied. Not
// thread-safe: one thread uses a Dossier.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "recount/record.h"
#include "recount/result.h"

namespace recount {

// What the store knows of a document beside its record.
struct StoredDocument {
  std::string source;  // file as the user named it; of several with the same bytes the first in
                       // bytewise order
  std::string json;    // the record as JSON with text, one line without newline
};

// A record to be kept.
struct ReadPage {
  Page page;
  DocumentRecord record;
  std::string json;       // of the record, with text
  std::uint64_t key = 0;  // reading_key() of the page and what read it
};

// The document that has an id already.
struct Holder {
  std::string source;
  std::string url;           // empty: not known
  std::string retrieved_at;  // of its page; empty: not known
};

struct FoundClaim {
  std::string document;
  std::string page;    // sha256
  std::string source;  // of the document
  std::string json;    // record
};

// The time as the journal writes it: "2020-02-29T17:20:00Z".
using Clock = std::function<std::string()>;
std::string utc_now();

enum class Access : std::uint8_t { read, write };

class Dossier {
 public:
  // Access::write makes the file where there is none and takes the dossier for itself until it's
  // closed. Errors: no such file, not a dossier, made by a later recount, damaged, locked; each
  // with what to do.
  static Result<Dossier> open(const std::string& path, Access access, Clock clock = utc_now);
  ~Dossier();
  Dossier(Dossier&&) noexcept;
  Dossier& operator=(Dossier&&) noexcept;

  // A transaction: all of a batch or nothing of it.
  Status begin();
  Status commit();

  // Keeps page and record. A document of the same id is replaced, its page is kept. Both are
  // journalled.
  Status put(const ReadPage& reading);
  // Keeps the bytes of a page whose id a later capture has.
  Status put_page(const Page& page);
  // The same page was met under another name: keeps the bytewise smaller one.
  Status seen(std::uint64_t key, const std::string& source);
  // Keeps what was not read, until its source is read.
  Status put_skipped(const Skipped& skipped);

  // Keys of everything that was read, to tell what is new or changed.
  Result<std::unordered_set<std::uint64_t>> keys() const;
  // The language in which each page was read, by sha256, where one is known.
  Result<std::unordered_map<std::string, std::string>> languages() const;
  // By document id. Return false to stop.
  Status for_each_record(const std::function<bool(StoredDocument)>& sink) const;
  Result<std::vector<Skipped>> skipped() const;
  // nullopt: no claim has this id.
  Result<std::optional<FoundClaim>> find_claim(const std::string& id) const;
  // Bytes of a page. nullopt: there is no such page.
  Result<std::optional<std::string>> page_bytes(const std::string& sha256) const;
  // Who has the id that was given with `page`, from another source. nullopt where the id is free or
  // the page's own, and where none was given: recount's own ids tell apart all that is read.
  Result<std::optional<Holder>> holder_of(const Page& page) const;
  // Sha256 of the capture of the same URL before this one: by time of retrieval where known, else
  // as added.
  Result<std::optional<std::string>> previous_page(const std::string& sha256) const;
  // Is the journal's chain whole? Errors: damaged, with the first entry that doesn't fit.
  Status check_journal() const;

 private:
  class Impl;
  explicit Dossier(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Tells whether a page must be read (again): its bytes, what came with it, and what reads it
// (`readers`: program and packs with their versions).
std::uint64_t reading_key(const Page& page, std::string_view readers);

}  // namespace recount
