#include <algorithm>

#include "src/run/ordered.h"
#include "src/run/outcomes.h"
#include "src/run/run.h"

namespace recount {
namespace run {
namespace {

Outcome skipped(Skipped why) {
  Outcome out;
  out.source = why.source;
  out.skipped.push_back(std::move(why));
  return out;
}

Outcome read_one(Captured captured, const Readers& readers, const RunOptions& options,
                 const Visit& visit) {
  if (auto* why = std::get_if<Skipped>(&captured)) return skipped(std::move(*why));
  Page& page = std::get<Page>(captured);
  ReadOptions how = options.read;
  if (how.text.language.empty() && options.language_of)
    how.text.language = options.language_of(page);
  Result<DocumentRecord> record = read_page(page, readers.languages, readers.places, how);
  if (!record) return skipped({page.source, without_source(record.error().message, page.source)});
  Outcome out;
  out.source = page.source;
  out.skipped = record->skipped;
  out.record = std::move(*record);
  visit(page, out);
  return out;
}

// A page that breaks a reader must not end the run over all the others.
Outcome read_safely(Captured captured, const Readers& readers, const RunOptions& options,
                    const Visit& visit) {
  const Page* page = std::get_if<Page>(&captured);
  const std::string source = page ? page->source : std::get<Skipped>(captured).source;
  try {
    return read_one(std::move(captured), readers, options, visit);
  } catch (const std::exception& error) {
    return skipped({source, std::string("made the reader fail: ") + error.what() +
                                "; please report it with the page"});
  }
}

}  // namespace

void for_each_outcome(const std::vector<std::string>& paths, const Readers& readers,
                      const RunOptions& options, const Unchanged& unchanged, const Visit& visit,
                      const OutcomeSink& sink) {
  const auto work = [&](Captured captured) {
    if (Page* page = std::get_if<Page>(&captured); page && unchanged(*page)) {
      Outcome out;
      out.source = page->source;
      out.unchanged = true;
      visit(*page, out);
      return out;
    }
    return read_safely(std::move(captured), readers, options, visit);
  };
  if (options.threads <= 1) {
    capture(paths, options.capture,
            [&](Captured captured) { return sink(work(std::move(captured))); });
    return;
  }
  Ordered<Captured, Outcome> stream(options.threads);
  stream.run(
      [&](const std::function<bool(Captured)>& give) { capture(paths, options.capture, give); },
      work, sink);
}

}  // namespace run

void read_paths(const std::vector<std::string>& paths, const Readers& readers,
                const RunOptions& options, const ToLine& to_line, const OutcomeSink& sink) {
  run::for_each_outcome(
      paths, readers, options, [](const Page&) { return false; },
      [&](Page&, Outcome& out) { out.line = to_line(*out.record); }, sink);
}

}  // namespace recount
