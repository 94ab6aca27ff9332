#include "src/run/given_date.h"

#include <string>
#include <string_view>

namespace recount::run {
namespace {

constexpr std::size_t kLongestShown = 64;  // bytes

}  // namespace

std::optional<Skipped> unread_date(const Page& page, const Document& document) {
  if (!page.given.published || document.published) return std::nullopt;
  const std::string& date = *page.given.published;
  return Skipped{page.source,
                 std::string("its given date \"") + (date.size() > kLongestShown ? "…" : date) +
                     "\" can't be read, so it's left out; write \"published\" as "
                     "2021-07-13, 2021-07-13T09:05:00+01:00, 2021-07, 13.07.2021 or "
                     "\"Tue, 13 Jul 2021 09:05:00 +0100\"",
                 SkippedKind::date};
}

}  // namespace recount::run
