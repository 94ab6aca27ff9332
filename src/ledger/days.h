// Days that are known in part, and what follows when two of them are found to be one.
//
// A page says "yesterday" without saying when it was written; another says "this 3 May" without a
// year. Neither has a date; together they have one, as far as a day and a month go. So every
// document's day of publication and every claim's day is a variable, a deictic time is a distance
// between two variables, and finding that two claims tell one event makes their variables equal.
// This is union-find with offsets (weighted quick-union, as for difference constraints): linear,
// and a union that would contradict what is known is refused instead of made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/base.h"

namespace recount::ledger {

// A local day as far as it is known: year may lack ("XXXX-05-18").
struct PartialDay {
  std::optional<int> year;
  int month = 0, day = 0;
  bool operator==(const PartialDay&) const = default;
};

// "2020-02-29", "2020-02-29T11:00", "XXXX-05-18"; nullopt for what names no day ("2018-05",
// "XXXX-XX-XX", "T17:20").
std::optional<PartialDay> partial_day(std::string_view value);
std::string text_of(const PartialDay& day);

// `days` later. nullopt where that needs the year and it lacks (around 29 February).
std::optional<PartialDay> shifted(const PartialDay& day, int days);

// What both say; nullopt where they contradict each other.
std::optional<PartialDay> merged(const PartialDay& a, const PartialDay& b);

// "-P1D" → -1, "P2W" → 14; nullopt for other forms (months, hours).
std::optional<int> shift_in_days(std::string_view shift);

// Could a coarse value ("2019-11", "2019", "XXXX-05-18") and a day be one? Unknown parts agree with
// everything.
bool may_be(std::string_view coarse, const PartialDay& day);

class DayGraph {
 public:
  std::uint32_t add();  // a new variable, unknown
  std::size_t size() const { return nodes_.size(); }

  // day(a) is `day`. False, and nothing changes, where that contradicts what is known.
  bool set(std::uint32_t a, const PartialDay& day);
  // day(a) = day(b) + days. False, and nothing changes, where that contradicts what is known.
  bool unite(std::uint32_t a, std::uint32_t b, int days);
  // Would unite() succeed?
  bool may_unite(std::uint32_t a, std::uint32_t b, int days) const;
  // day(a) - day(b), where they hang together.
  std::optional<int> distance(std::uint32_t a, std::uint32_t b) const;
  std::optional<PartialDay> day(std::uint32_t a) const;
  // Hangs on nothing: no day is known, and no variable that was marked as a basis is in its tree.
  bool free(std::uint32_t a) const;
  void mark_basis(std::uint32_t a) { nodes_[root(a).node].based = true; }

 private:
  struct Node {
    std::uint32_t parent = 0;
    int offset = 0;  // day(node) - day(parent)
    std::uint32_t rank = 0;
    bool based = false;               // of roots: a basis is in the tree
    std::optional<PartialDay> known;  // of roots
  };
  struct Root {
    std::uint32_t node;
    int offset;  // day(a) - day(root)
  };
  Root root(std::uint32_t a) const;
  // What the root of b's tree would know if the trees met; nullopt: contradiction.
  struct Meeting {
    Root a, b;
    int offset;                       // day(root a) - day(root b)
    std::optional<PartialDay> known;  // of root b
  };
  std::optional<Meeting> meeting(std::uint32_t a, std::uint32_t b, int days) const;

  std::vector<Node> nodes_;
};

}  // namespace recount::ledger
