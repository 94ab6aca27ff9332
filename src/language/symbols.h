// Interned names: classes, feature keys and values of packs and rules as small integers.
#pragma once

#include <cstdint>
#include <string_view>

#include "src/language/known_names.h"
#include "src/language/vocabulary.h"

namespace recount {

inline constexpr Symbol kNoSymbol = 0;  // the empty name

// Grows while packs load; afterwards it is only read, from any thread.
class Symbols {
 public:
  Symbols() {
    for (const std::string_view name : kKnownNames) names_.intern(name);
  }
  Symbol intern(std::string_view name) { return names_.intern(name); }
  // kNoSymbol where the name was never interned.
  Symbol find(std::string_view name) const {
    const WordId id = names_.find(name).id;
    return id == kNoWord ? kNoSymbol : id;
  }
  std::string_view name(Symbol id) const { return names_.word(id); }

 private:
  Vocabulary names_;
};

// One property of a word or a mention: key=value; a flag ("pl", "past") is key with kNoSymbol as
// value.
struct Feature {
  Symbol key = kNoSymbol;
  Symbol value = kNoSymbol;
  bool operator==(const Feature&) const = default;
};

}  // namespace recount
