// run: the stages over many pages, as a stream, and over a dossier.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "recount/capture.h"
#include "recount/language.h"
#include "recount/ledger.h"
#include "recount/places.h"
#include "recount/read.h"
#include "recount/record.h"
#include "src/run/furniture.h"
#include "src/run/lang_check.h"
#include "src/run/nearest.h"
#include "src/store/store.h"

namespace recount {

// What reads pages: shared by all threads, must outlive a run.
struct Readers {
  const Languages& languages;
  const Places& places;
  // Tells one state of program, packs and places from another; empty: only their versions count.
  std::string fingerprint;
};

struct RunOptions {
  unsigned threads = 1;
  CaptureOptions capture;
  ReadOptions read;
  // The language that was said of a page before, for those that show none; empty: none. Counts
  // where `read` gives no language. Thread-safe.
  std::function<std::string(const Page&)> language_of;
};

// What one input gave: a record, or why there is none.
struct Outcome {
  std::string source;                    // file as the user named it, with ":LINE"
  std::optional<DocumentRecord> record;  // none: skipped, or unchanged
  std::vector<Skipped> skipped;          // why not, what of it couldn't be read, or what it ousts
  std::string line;                      // what `to_line` made of the record
  bool unchanged = false;                // add: the dossier has it already
  std::optional<Page> page;              // add: what was read
};

// Made in a worker thread, so it must be thread-safe.
using ToLine = std::function<std::string(const DocumentRecord&)>;
// Called in the caller's thread, in the order of the input. Return false to stop.
using OutcomeSink = std::function<bool(Outcome)>;

// Stages 1 to 5 over paths: one capturing thread, `threads` readers, outcomes in the order of the
// input. Memory: a few pages a thread, however many there are. A page that makes a reader throw is
// skipped with what it threw.
void read_paths(const std::vector<std::string>& paths, const Readers& readers,
                const RunOptions& options, const ToLine& to_line, const OutcomeSink& sink);

// The same into a dossier: what is new or changed is read, in transactions of some hundred pages;
// `sink` sees every outcome. What was skipped is kept with its reason. Errors: the dossier's.
Status add_paths(Dossier& dossier, const std::vector<std::string>& paths, const Readers& readers,
                 const RunOptions& options, const OutcomeSink& sink);

// A dossier in memory.
struct Loaded {
  std::vector<DocumentRecord> records;         // by id
  std::map<std::string, std::string> sources;  // document id → file as the user named it
  std::vector<Skipped> skipped;  // files that were skipped, and what of pages couldn't be read
  std::vector<const DocumentRecord*> pointers() const;
};
Result<Loaded> load(const Dossier& dossier);

}  // namespace recount
