// A capture that isn't the article: nothing in it supports a claim.
#pragma once

#include <string>

#include "recount/record.h"

namespace recount::run {

// Why the document's words aren't the article's, and what to do; empty where they are.
std::string no_article(const Document& document);

}  // namespace recount::run
