#include "src/text/html_tags.h"

#include <algorithm>
#include <array>

#include "src/text/ascii.h"

namespace recount::text {
namespace {

struct Row {
  std::string_view spelling;
  std::uint8_t flags;
};
#define RECOUNT_HTML_TAG_ROW(name, spelling, flags) Row{spelling, flags},
constexpr std::array kRows{Row{"", kInline}, RECOUNT_HTML_TAGS(RECOUNT_HTML_TAG_ROW)};
#undef RECOUNT_HTML_TAG_ROW
static_assert(kRows.size() == static_cast<std::size_t>(Tag::kCount));
static_assert(std::is_sorted(kRows.begin(), kRows.end(),
                             [](Row a, Row b) { return a.spelling < b.spelling; }));

}  // namespace

Tag tag_named(std::string_view name) {
  char lowered[16];
  if (name.empty() || name.size() > sizeof lowered) return Tag::unknown;
  for (std::size_t i = 0; i < name.size(); ++i) lowered[i] = lower(name[i]);
  const std::string_view wanted(lowered, name.size());
  const auto row =
      std::lower_bound(kRows.begin(), kRows.end(), wanted,
                       [](const Row& r, std::string_view value) { return r.spelling < value; });
  if (row == kRows.end() || row->spelling != wanted) return Tag::unknown;
  return static_cast<Tag>(row - kRows.begin());
}

std::uint8_t flags_of(Tag tag) { return kRows[static_cast<std::size_t>(tag)].flags; }

}  // namespace recount::text
