// Interned names: classes, feature keys and values of packs and rules as small integers.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace recount {

using Symbol = std::uint32_t;
inline constexpr Symbol kNoSymbol = 0;  // the empty name

// Grows while packs load; afterwards it is only read, from any thread.
class Symbols {
 public:
  Symbols() { intern(""); }
  Symbol intern(std::string_view name) {
    if (auto it = ids_.find(name); it != ids_.end()) return it->second;
    names_.emplace_back(name);
    const auto id = static_cast<Symbol>(names_.size() - 1);
    ids_.emplace(names_.back(), id);
    return id;
  }
  // kNoSymbol where the name was never interned.
  Symbol find(std::string_view name) const {
    auto it = ids_.find(name);
    return it == ids_.end() ? kNoSymbol : it->second;
  }
  std::string_view name(Symbol id) const { return names_[id]; }

 private:
  std::deque<std::string> names_;
  std::unordered_map<std::string_view, Symbol> ids_;
};

// One property of a word or a mention: key=value; a flag ("pl", "past") is key with kNoSymbol as
// value.
struct Feature {
  Symbol key = kNoSymbol;
  Symbol value = kNoSymbol;
  bool operator==(const Feature&) const = default;
};

}  // namespace recount
