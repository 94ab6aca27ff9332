// What is known of a document beside its text.
#pragma once

#include <optional>
#include <string>

#include "recount/record.h"

namespace recount::text {

struct Facts {
  std::optional<std::string> url, outlet, byline, title;
  std::string declared_language;  // as the page declares it
  std::optional<Stamp> published, modified;
};

}  // namespace recount::text
