// One claimant, one name and key in a document, however short the words for it: "the ministry" of
// the Interior Ministry, the letters of a body's name.
#include <algorithm>
#include <map>

#include "src/claims/frames.h"

namespace recount::claims {

namespace {

// The last word of a name: "interior ministry" → "ministry", "the Tanners' Union" →
// "union".
std::string last_word(const std::string& name) {
  const std::string low = fold_word(name);
  const std::size_t blank = low.find_last_of(" _");
  return blank == std::string::npos ? low : low.substr(blank + 1);
}

// Claimants with a full name, by the words that may stand for them alone: the first and the last of
// the name. Two with different keys are as good as many.
class FullNames {
 public:
  explicit FullNames(const std::vector<Saying>& all) {
    for (const Saying& s : all)
      if (s.claimant.name) add(s.claimant);
  }

  // The one claimant for whom the word of `bare` can stand, or nullptr.
  const Claimant* only(const Claimant& bare, const std::string& word) const {
    const auto found = by_word_.find({bare.kind, word});
    if (found == by_word_.end()) return nullptr;
    const Claimant* full = nullptr;
    for (const Claimant& c : found->second) {
      if (*c.name == word || c.key == bare.key) continue;
      if (full) return nullptr;
      full = &c;
    }
    return full;
  }

 private:
  void add(const Claimant& c) {
    const std::string low = fold_word(*c.name);
    const std::string first = low.substr(0, low.find(' '));
    put(c, last_word(*c.name));
    const bool common = c.key.ends_with(":" + low);  // "a police source" isn't the police
    if (first.size() < low.size() && !common) put(c, first);
  }
  void put(const Claimant& c, const std::string& word) {
    constexpr std::size_t kEnough = 3;  // the bare one itself and two others
    std::vector<Claimant>& known = by_word_[{c.kind, word}];
    const auto same = std::ranges::find(known, c.key, &Claimant::key);
    if (same != known.end()) {
      *same = c;
    } else if (known.size() < kEnough) {
      known.push_back(c);
    }
  }

  std::map<std::pair<ActorKind, std::string>, std::vector<Claimant>> by_word_;
};

// "The ministry" is the Interior Ministry that the page also names, "the union" the one union of
// the page: a bare common noun takes the name and key of the only claimant of the document that it
// can stand for. Of two it stands for neither.
void name_bare_claimants(std::vector<Saying>& all) {
  const FullNames names(all);
  for (Saying& bare : all) {
    const std::string word = bare.claimant.name.value_or("");
    if (word.empty() || !bare.claimant.key.ends_with(":" + word) ||
        word.find(' ') != std::string::npos)
      continue;
    const Claimant* full = names.only(bare.claimant, word);
    if (!full) continue;
    bare.claimant.name = full->name;
    bare.claimant.key = full->key;
  }
}

// The letters in brackets that end a body's words or stands behind them: "the Dockers' Movement
// (HDM)"; of "(Harwick)" none.
std::string initials_of(const Words& words, const FoundActor& body) {
  const auto& tokens = words.tokens();
  const auto is = [&](std::uint32_t t, std::string_view mark) {
    return t < tokens.size() && tokens[t].folded == mark;
  };
  const std::uint32_t inside = body.last - std::min(body.last, 3u);
  const std::uint32_t open = inside > body.first && is(inside, "(") ? inside : body.last;
  if (!is(open, "(") || !is(open + 2, ")")) return {};
  return tokens[open + 1].upper ? std::string(tokens[open + 1].folded) : std::string();
}

// "The HDM", of which the page said once what the letters stand for, is that body.
void name_initials(const Passage& p, std::vector<Saying>& all) {
  std::map<std::string, const FoundActor*, std::less<>> bodies;
  for (const FoundActor& a : p.found.actors)
    if (a.mention.proper)
      if (std::string letters = initials_of(p.words, a); !letters.empty()) {
        const auto [known, is_new] = bodies.emplace(std::move(letters), &a);
        if (!is_new && known->second && known->second->mention.key != a.mention.key)
          known->second = nullptr;  // of two bodies neither
      }
  if (bodies.empty()) return;
  for (Saying& s : all) {
    if (s.claimant.kind != ActorKind::unknown || s.by_last == s.by_first) continue;
    const auto found = bodies.find(p.words.tokens()[s.by_last - 1].folded);
    if (found == bodies.end() || !found->second) continue;
    s.claimant.kind = found->second->mention.kind;
    s.claimant.name = found->second->mention.name;
    s.claimant.key = found->second->mention.key;
  }
}

}  // namespace

void name_claimants(const Passage& p, std::vector<Saying>& all) {
  name_initials(p, all);
  std::erase_if(all,
                [](const Saying& s) { return s.weak && s.claimant.kind == ActorKind::unknown; });
  name_bare_claimants(all);
}

}  // namespace recount::claims
