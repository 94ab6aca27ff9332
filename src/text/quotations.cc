#include "src/text/quotations.h"

#include "src/text/wording.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestQuotation = 40;  // blocks

std::string_view words_of(std::string_view text, const Draft& draft) {
  return text.substr(draft.span.begin, draft.span.size());
}

bool is_prose_kind(BlockKind kind) {
  return kind == BlockKind::body || kind == BlockKind::dateline || kind == BlockKind::list ||
         kind == BlockKind::contact;
}

bool ends_with_mark(std::string_view words) {
  if (words.ends_with('.')) words.remove_suffix(1);
  return words.ends_with("\xC2\xBB") || words.ends_with("\xE2\x80\x9D");
}

// The block that closes the quotation which block `first` opens, with the mark as its last; `first`
// where there is none.
std::size_t end_of_quotation(std::string_view text, const std::vector<Draft>& drafts,
                             std::size_t first) {
  int open = 0;
  for (std::size_t i = first; i < drafts.size() && i < first + kLongestQuotation; ++i) {
    if (!is_prose_kind(drafts[i].kind)) return first;
    const std::string_view words = words_of(text, drafts[i]);
    if (i > first && begins_quotation(words)) open = 0;  // the mark is repeated at every paragraph
    open = open_quotations(words, open);
    if (open == 0) return ends_with_mark(words) ? i : first;
  }
  return first;
}

}  // namespace

void find_quotations(std::string_view text, std::vector<Draft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const std::string_view words = words_of(text, drafts[i]);
    if (!is_prose_kind(drafts[i].kind) || !begins_quotation(words) ||
        open_quotations(words, 0) == 0)
      continue;
    const std::size_t last = end_of_quotation(text, drafts, i);
    if (last == i) continue;
    for (std::size_t k = i; k <= last; ++k)
      if (drafts[k].kind == BlockKind::body) drafts[k].kind = BlockKind::quote;
    i = last;
  }
}

}  // namespace recount::text
