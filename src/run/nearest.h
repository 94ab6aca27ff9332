// "did you mean …?"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recount {

// The one of `names` that `word` may have been meant for: the fewest letters to change (at most a
// third of them, a swap of two counts one); of several the first. Empty where none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& names);

// " (did you mean 'ledger'?)" or empty.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& names);

// "a, b, c", at most `most` of them, then "and 7 more".
std::string listed(const std::vector<std::string>& names, std::size_t most = 20);

}  // namespace recount
