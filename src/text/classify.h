// What the blocks of a document are, by their own words and neighbours. Used for plain text, where
// nothing else is known, and for HTML after the markup has had its say.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/text/cues.h"
#include "src/text/draft.h"

namespace recount::text {

struct ClassifyOptions {
  std::optional<std::string>
      title;            // known from outside: the heading that says the same is the headline
  bool markup = false;  // the drafts come from HTML: what they decide stands
};

// Sets kind, section and time of every draft. Linear in text and drafts.
void classify(std::string_view text, std::vector<Draft>& drafts, const Cues& cues,
              const ClassifyOptions& options);

}  // namespace recount::text
