#include "src/run/no_article.h"

#include <algorithm>

namespace recount::run {
namespace {

bool has_text(const Document& document) {
  return std::ranges::any_of(document.blocks, [](const Block& block) {
    return is_source(block.kind) && block.kind != BlockKind::headline;
  });
}

}  // namespace

std::string no_article(const Document& document) {
  switch (document.quality) {
    case Quality::ok: return "";
    case Quality::partial:
      return has_text(document) ? ""
                                : "not read: an empty shell, whose text a script would load; save "
                                  "the page once it shows its text";
    case Quality::cookie_wall:
      return "not read: a cookie wall, not the article; save the page behind it";
    case Quality::paywall:
      return "not read: a paywall, not the article; save the page as a subscriber sees it";
    case Quality::captcha: return "not read: a captcha, not the article; save the page behind it";
    case Quality::error: return "not read: an error page, not the article; save the page again";
  }
  return "";
}

}  // namespace recount::run
