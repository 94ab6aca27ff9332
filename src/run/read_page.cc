// One page through stages 2 to 5.
#include "recount/read.h"
#include "src/claims/claims.h"
#include "src/run/furniture.h"
#include "src/run/given_date.h"
#include "src/run/no_article.h"

namespace recount {

Result<DocumentRecord> read_page(const Page& page, const Languages& languages, const Places& places,
                                 const ReadOptions& options) {
  Result<Document> document = to_document(page, languages, options.text);
  if (!document) return document.error();
  run::mark_furniture(options.furniture, *document);
  DocumentRecord record;
  record.document = std::move(*document);
  if (std::string why = run::no_article(record.document); !why.empty())
    record.skipped.push_back({page.source, std::move(why)});
  else
    find_claims(languages, places, record);
  // The stage knows its document only; people know their file.
  for (Skipped& skipped : record.skipped)
    if (skipped.source == record.document.id) skipped.source = page.source;
  if (auto date = run::unread_date(page, record.document))
    record.skipped.push_back(std::move(*date));
  return record;
}

}  // namespace recount
