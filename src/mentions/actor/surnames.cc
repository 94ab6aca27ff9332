#include "src/mentions/actor/surnames.h"

#include <algorithm>
#include <unordered_map>

namespace recount {
namespace {

// Who bears a surname.
struct Bearer {
  std::size_t actor = 0;  // in the order of the actors
  bool given = false;     // does a given name stand before the surname, or an office?
  bool shared = false;    // by another person of the text
};

bool may_be_person(const FoundActor& a) {
  return a.mention.proper && a.mention.kind != ActorKind::media &&
         a.mention.kind != ActorKind::unknown;
}

class Surnames {
 public:
  Surnames(const Words& words, std::vector<FoundActor>& actors) : words_(words), actors_(actors) {}

  void add() {
    for (std::size_t i = 0; i < actors_.size(); ++i)
      if (may_be_person(actors_[i])) learn(i);
    if (bearers_.empty()) return;
    for (std::uint32_t t = 1; t < words_.tokens().size(); ++t) see_full_name(t);
    std::vector<FoundActor> found;
    std::size_t next = 0;  // the first actor that ends behind the token
    for (std::uint32_t t = 0; t < words_.tokens().size(); ++t) {
      while (next < actors_.size() && actors_[next].last <= t) ++next;
      const Bearer* bearer = bearer_at(t);
      if (!bearer) continue;
      if (next < actors_.size() && actors_[next].first <= t)
        name_in_full(actors_[next], t, actors_[bearer->actor]);
      else if (stands_alone(t))
        found.push_back(mention_at(t, actors_[bearer->actor]));
    }
    const auto middle = static_cast<std::ptrdiff_t>(actors_.size());
    actors_.insert(actors_.end(), found.begin(), found.end());
    std::inplace_merge(actors_.begin(), actors_.begin() + middle, actors_.end(),
                       [](const FoundActor& a, const FoundActor& b) { return a.first < b.first; });
  }

 private:
  const Token& token(std::uint32_t t) const { return words_.tokens()[t]; }
  // A word with a capital that the language doesn't know and that is no place.
  bool is_name(std::uint32_t t) const {
    return token(t).kind == TokenKind::word && token(t).capital && !token(t).hyphen_before &&
           words_.first_arc(t) == kNoArc;
  }
  bool follows(std::uint32_t t) const {
    return t > 0 && token(t).block == token(t - 1).block && token(t - 1).kind == TokenKind::word;
  }

  void learn(std::size_t index) {
    const FoundActor& a = actors_[index];
    const std::uint32_t surname = a.last - 1;
    if (a.last - a.first < 2 || !is_name(surname) || !token(surname - 1).capital) return;
    const Bearer bearer{.actor = index, .given = is_name(surname - 1)};
    if (!bearer.given && a.mention.kind == ActorKind::individual) return;  // "Mr Varley"
    const auto [known, is_new] = bearers_.emplace(token(surname).folded, bearer);
    if (!is_new && actors_[known->second.actor].mention.kind != a.mention.kind)
      known->second.shared = true;  // "Sheriff Varley" and "Judge Varley"
  }

  // "Ada Varley", where Anna Varley is the sheriff.
  void see_full_name(std::uint32_t t) {
    if (!follows(t) || !is_name(t) || !is_name(t - 1)) return;
    const auto it = bearers_.find(token(t).folded);
    if (it != bearers_.end() && it->second.given && !is_called(actors_[it->second.actor], t - 1))
      it->second.shared = true;
  }
  // Is the word one of the names that the mention in full has? "Ada" of "Sheriff Ada Maria Varley".
  bool is_called(const FoundActor& full, std::uint32_t name) const {
    for (std::uint32_t t = full.first; t + 1 < full.last; ++t)
      if (token(t).folded == token(name).folded) return true;
    return false;
  }

  // Behind the mention in full.
  const Bearer* bearer_at(std::uint32_t t) const {
    if (!is_name(t)) return nullptr;
    const auto it = bearers_.find(token(t).folded);
    if (it == bearers_.end() || it->second.shared || t < actors_[it->second.actor].last)
      return nullptr;
    return &it->second;
  }

  bool stands_alone(std::uint32_t t) const {
    if (follows(t) && token(t - 1).capital) return false;
    const bool more = t + 1 < words_.tokens().size() && follows(t + 1) && token(t + 1).capital;
    return !more;
  }

  // "Mr Varley"
  void name_in_full(FoundActor& titled, std::uint32_t t, const FoundActor& full) const {
    constexpr std::uint32_t kTitle = 2;  // tokens: "Mr", "."
    if (titled.mention.kind != ActorKind::individual || titled.last != t + 1 ||
        t - titled.first > kTitle || (t > titled.first && is_name(t - 1)))
      return;
    titled.kind = full.kind;
    titled.mention.kind = full.mention.kind;
    titled.mention.name = full.mention.name;
    titled.mention.key = full.mention.key;
  }

  FoundActor mention_at(std::uint32_t t, const FoundActor& full) const {
    FoundActor out = full;
    out.first = t;
    out.last = t + 1;
    out.mention.span = words_.span(t, t + 1);
    return out;
  }

  const Words& words_;
  std::vector<FoundActor>& actors_;
  std::unordered_map<std::string_view, Bearer> bearers_;  // by folded surname
};

}  // namespace

void add_surnames(const Words& words, std::vector<FoundActor>& actors) {
  Surnames(words, actors).add();
}

}  // namespace recount
