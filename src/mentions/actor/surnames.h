// People by their surname alone: whom a text names in full ("Sheriff Anna Varley") it goes on to
// call "Varley", "Mr Varley".
#pragma once

#include <vector>

#include "src/mentions/actor/actor.h"

namespace recount {

// Adds such mentions, and gives titled ones the kind, name and key of the one who was named in full
// before; not where two bear the surname. Keeps the order. Linear in tokens.
void add_surnames(const Words& words, std::vector<FoundActor>& actors);

}  // namespace recount
