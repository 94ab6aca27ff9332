// How alike two names are. Words are paired (order free), each pair is measured on its skeletons by
// a bounded Damerau-Levenshtein distance (optimal string alignment) whose steps have weights:
// languages that write one name differ in vowels, in an h, between s and z, far more often than in
// an m. Costs are quarters of an edit.
#include <algorithm>
#include <array>
#include <tuple>

#include "src/names/names.h"

namespace recount {
namespace {

constexpr int kEdit = 4;

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// Letters that stand for one another between languages, on skeletons.
bool are_related(char a, char b) {
  constexpr std::array<std::string_view, 14> pairs{"sz", "gh", "hk", "ij", "cs", "ch", "ck",
                                                   "fv", "dj", "bv", "td", "gj", "uv", "pb"};
  return std::any_of(pairs.begin(), pairs.end(), [=](std::string_view pair) {
    return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
  });
}

int change_cost(char a, char b) {
  if (a == b) return 0;
  return (is_vowel(a) && is_vowel(b)) || are_related(a, b) ? kEdit / 2 : kEdit;
}

int drop_cost(char c) { return is_vowel(c) || c == 'h' ? kEdit - 1 : kEdit; }

// REQUIRES: both at most kNameLetters bytes.
int distance(std::string_view a, std::string_view b) {
  std::array<std::array<int, kNameLetters + 1>, 3> rows{};
  for (std::size_t j = 1; j <= b.size(); ++j) rows[0][j] = rows[0][j - 1] + drop_cost(b[j - 1]);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i - 1) % 3];
    row[0] = above[0] + drop_cost(a[i - 1]);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j - 1] + change_cost(a[i - 1], b[j - 1]),
                         above[j] + drop_cost(a[i - 1]), row[j - 1] + drop_cost(b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + kEdit);
    }
  }
  return rows[a.size() % 3][b.size()];
}

struct Word {
  std::string key;
  std::string skeleton;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  const std::string key = name_key(text), bones = skeleton(text);
  const auto keys = name_words(key), skeletons = name_words(bones);
  for (std::size_t i = 0; i < std::min({keys.size(), skeletons.size(), kNameWords}); ++i)
    words.push_back({std::string(keys[i].substr(0, kNameLetters)),
                     std::string(skeletons[i].substr(0, kNameLetters))});
  return words;
}

int word_similarity(const Word& a, const Word& b) {
  if (a.key == b.key) return 100;
  if (a.skeleton == b.skeleton) return 96;
  if (a.key.size() == 1 || b.key.size() == 1) return a.skeleton[0] == b.skeleton[0] ? 82 : 0;
  const int length = static_cast<int>(std::max(a.skeleton.size(), b.skeleton.size()));
  if (length <= 3) return 0;
  return std::clamp(100 - 100 * distance(a.skeleton, b.skeleton) / (kEdit * length), 0, 94);
}

struct Pair {
  int similarity;
  std::size_t left, right;
};

// Best pairs first; of equal ones the earlier words.
std::vector<Pair> pair_up(const std::vector<Word>& left, const std::vector<Word>& right) {
  std::vector<Pair> all, chosen;
  for (std::size_t i = 0; i < left.size(); ++i)
    for (std::size_t j = 0; j < right.size(); ++j)
      all.push_back({word_similarity(left[i], right[j]), i, j});
  std::sort(all.begin(), all.end(), [](const Pair& a, const Pair& b) {
    return std::tie(b.similarity, a.left, a.right) < std::tie(a.similarity, b.left, b.right);
  });
  std::array<bool, kNameWords> left_used{}, right_used{};
  for (const Pair& pair : all) {
    if (left_used[pair.left] || right_used[pair.right]) continue;
    left_used[pair.left] = right_used[pair.right] = true;
    chosen.push_back(pair);
  }
  return chosen;
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

}  // namespace

int name_similarity(std::string_view a, std::string_view b) {
  std::vector<Word> left = words_of(a), right = words_of(b);
  if (left.empty() || right.empty()) return 0;
  if (left.size() > right.size() || (left.size() == right.size() && b < a)) std::swap(left, right);
  constexpr int kLeftOutWord = 6, kMostForLeftOut = 18, kJoined = 95;
  int weight = 0, sum = 0;
  for (const Pair& pair : pair_up(left, right)) {
    const int length =
        static_cast<int>(std::max(left[pair.left].key.size(), right[pair.right].key.size()));
    weight += length;
    sum += length * pair.similarity;
  }
  const int left_out = static_cast<int>(right.size() - left.size());
  const int result = sum / weight - std::min(left_out * kLeftOutWord, kMostForLeftOut);
  if (left_out > 0 && without_spaces(skeleton(a)) == without_spaces(skeleton(b))) return kJoined;
  return std::max(result, 0);
}

}  // namespace recount
