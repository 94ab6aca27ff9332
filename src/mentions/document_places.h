// Places of a whole document, for the finder of mentions.
#pragma once

#include <vector>

#include "src/mentions/mentions.h"

namespace recount {

// Known places and those of the grammar ("in X"), by position, without overlap.
std::vector<PlaceRun> find_document_places(const Words& words, const Places& places);

}  // namespace recount
