// Reading into a dossier: only what is new or changed is read, and what was met is told apart by a
// key over the page's bytes, what came with them, and what reads them.
#include <charconv>

#include "recount/build_config.h"
#include "recount/record_json.h"
#include "src/record/record.h"
#include "src/run/outcomes.h"
#include "src/run/run.h"

namespace recount {
namespace {

constexpr std::size_t kBatch = 256;  // pages a transaction

std::string fingerprint_of(const Readers& readers) {
  std::string text =
      std::string(kVersion) + " " + std::to_string(kRecordFormat) + " " + readers.fingerprint;
  for (const PackSummary& pack : readers.languages.summaries())
    text += " " + pack.code + " " + pack.version + " " + pack.state;
  return text;
}

// File and line of a source ("a.jsonl:12"), to be put in order; a file's line is 0.
std::pair<std::string, std::uint64_t> place_of(const std::string& source) {
  const std::size_t colon = source.rfind(':');
  std::uint64_t line = 0;
  if (colon == std::string::npos) return {source, line};
  const char* const end = source.data() + source.size();
  const auto [stop, error] = std::from_chars(source.data() + colon + 1, end, line);
  if (error != std::errc() || stop != end) return {source, 0};
  return {source.substr(0, colon), line};
}

// Who keeps an id that was given to several? One order over all of them, so that the order of adds
// makes no difference: the page whose URL sorts first, and of its captures the later, by time of
// retrieval where known, then by file and line; of those without a URL the first by file and line.
bool outranks(const Holder& holder, const Page& page, const std::string& url) {
  const auto held = place_of(holder.source), met = place_of(page.source);
  if (holder.url != url) return !holder.url.empty() && (url.empty() || holder.url < url);
  if (url.empty()) return held < met;
  return std::pair(holder.retrieved_at, held) > std::pair(page.retrieved_at.value_or(""), met);
}

bool same_page(const Holder& holder, const std::string& url) {
  return !url.empty() && holder.url == url;
}

// `keeper`: who has the id now, for the terminal. What the dossier keeps names nobody: a third may
// oust him.
Skipped without_id(const std::string& source, const std::string& id, bool same,
                   const std::string& keeper = "") {
  const std::string by = keeper.empty() ? "" : " " + keeper + ",";
  if (!same)
    return {source, "its id '" + id + "' is that of another page," + by +
                        " which is kept; give each record an id of its own"};
  return {source, "its id '" + id + "' is that of a later capture," + by +
                      " which is read; \"retrieved_at\" says which is later, an id of its own "
                      "keeps both"};
}

// Puts outcomes into the dossier, in batches.
class Adder {
 public:
  Adder(Dossier& dossier, std::string fingerprint, std::unordered_set<std::uint64_t> keys)
      : dossier_(dossier),
        fingerprint_(std::move(fingerprint)),
        known_(std::move(keys)),
        met_(known_) {}

  // Thread-safe.
  bool knows(const Page& page) const { return known_.contains(reading_key(page, fingerprint_)); }

  // An outcome that can't be kept becomes a skipped one.
  Status take(Outcome& out) {
    if (in_batch_ == 0)
      if (Status begun = dossier_.begin(); !begun) return begun;
    if (Status kept = keep(out); !kept) return kept;
    if (++in_batch_ < kBatch) return Done{};
    return flush();
  }
  Status flush() {
    if (in_batch_ == 0) return Done{};
    in_batch_ = 0;
    return dossier_.commit();
  }

 private:
  Status keep(Outcome& out) {
    if (!out.page) {
      for (const Skipped& skipped : out.skipped) {
        if (skipped.kind == SkippedKind::path) continue;  // a slip at the terminal, not input
        if (Status kept = dossier_.put_skipped(skipped); !kept) return kept;
      }
      return Done{};
    }
    const std::uint64_t key = reading_key(*out.page, fingerprint_);
    if (out.unchanged || !met_.insert(key).second) return dossier_.seen(key, out.source);
    const Result<std::optional<Holder>> found = dossier_.holder_of(*out.page);
    if (!found) return found.error();
    const std::optional<Holder>& holder = *found;
    const std::string url = out.record->document.url.value_or(out.page->url.value_or(""));
    if (holder && outranks(*holder, *out.page, url)) {
      met_.erase(key);  // nothing is kept under it
      return give_way(out, *holder, url);
    }
    const std::string id = out.record->document.id, source = out.page->source;
    Status kept = dossier_.put({*out.page, *out.record, out.line, key});
    if (!kept || !holder) return kept;
    const bool same = same_page(*holder, url);
    out.skipped.push_back(without_id(holder->source, id, same, source));
    return dossier_.put_skipped(without_id(holder->source, id, same));
  }
  Status give_way(Outcome& out, const Holder& holder, const std::string& url) {
    const bool same = same_page(holder, url);
    const std::string id = out.record->document.id, source = out.page->source;
    if (same)
      if (Status kept = dossier_.put_page(*out.page); !kept) return kept;
    out.skipped.push_back(without_id(source, id, same, holder.source));
    out.page.reset();
    out.record.reset();
    return dossier_.put_skipped(without_id(source, id, same));
  }

  Dossier& dossier_;
  const std::string fingerprint_;
  const std::unordered_set<std::uint64_t> known_;  // before this run
  std::unordered_set<std::uint64_t> met_;          // and in it
  std::size_t in_batch_ = 0;
};

}  // namespace

Status add_paths(Dossier& dossier, const std::vector<std::string>& paths, const Readers& readers,
                 const RunOptions& options, const OutcomeSink& sink) {
  Result<std::unordered_set<std::uint64_t>> keys = dossier.keys();
  if (!keys) return keys.error();
  // What was said of a page's language is remembered.
  Result<std::unordered_map<std::string, std::string>> languages = dossier.languages();
  if (!languages) return languages.error();
  RunOptions remembering = options;
  remembering.language_of = [&](const Page& page) {
    const auto known = languages->find(page.sha256);
    return known == languages->end() ? std::string() : known->second;
  };
  Adder adder(dossier, fingerprint_of(readers), std::move(*keys));
  const std::vector<PackSummary> packs = readers.languages.summaries();
  const run::Visit visit = [&](Page& page, Outcome& out) {
    if (out.record) {
      // Identical pages share a record, whatever their names: load() fills in the kept one.
      for (Skipped& skipped : out.record->skipped) skipped.source.clear();
      out.line = to_json(*out.record, packs);
    }
    out.page = std::move(page);
  };
  Status status = Done{};
  run::for_each_outcome(
      paths, readers, remembering, [&](const Page& page) { return adder.knows(page); }, visit,
      [&](Outcome out) {
        status = adder.take(out);
        return status.ok() && sink(std::move(out));
      });
  return status ? adder.flush() : status;
}

std::vector<const DocumentRecord*> Loaded::pointers() const {
  std::vector<const DocumentRecord*> out;
  for (const DocumentRecord& record : records) out.push_back(&record);
  return out;
}

Result<Loaded> load(const Dossier& dossier) {
  Loaded loaded;
  std::optional<Error> broken;
  const Status read = dossier.for_each_record([&](StoredDocument stored) {
    Result<DocumentRecord> record = record_from_json(stored.json);
    if (!record) {
      broken = Error{stored.source +
                     ": its record in the dossier can't be read: " + record.error().message +
                     "; restore a copy, or add its pages to a new dossier"};
      return false;
    }
    loaded.sources.emplace(record->document.id, stored.source);
    for (Skipped& skipped : record->skipped) {
      skipped.source = stored.source;
      loaded.skipped.push_back(skipped);
    }
    std::erase_if(record->skipped,  // its words were read
                  [](const Skipped& one) { return !one.is_page(); });
    loaded.records.push_back(std::move(*record));
    return true;
  });
  if (!read) return read.error();
  if (broken) return *broken;
  Result<std::vector<Skipped>> skipped = dossier.skipped();
  if (!skipped) return skipped.error();
  loaded.skipped.insert(loaded.skipped.end(), skipped->begin(), skipped->end());
  return loaded;
}

}  // namespace recount
