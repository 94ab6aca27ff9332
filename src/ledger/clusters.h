// Tellings of one event while they are brought together.
//
// A cluster is what is known so far to tell one event. Two clusters are united only where nothing
// that they know contradicts, which is asked of the whole clusters at that moment and never of the
// two claims that brought them together; so a claim without place or day can't chain a protest in
// one town to one in another. Strong evidence is used before weak (the callers' order), which makes
// the first unions the safest.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "src/ledger/atoms.h"
#include "src/ledger/dates.h"
#include "src/ledger/one_voice.h"
#include "src/ledger/place_relation.h"
#include "src/ledger/together.h"
#include "src/origins/origins.h"

namespace recount::ledger {

struct Cluster {
  std::uint32_t day = 0;             // variable in the DayGraph
  std::vector<std::uint32_t> atoms;  // in no order
  std::set<std::uint32_t> documents;
  std::vector<ClaimPlace> places;  // each once, most precise first
  std::set<EventKind> kinds;       // of occurrences that aren't denied
  std::set<Sort> sorts;
  std::set<std::string> coarse;
  std::set<std::string> years;  // those of coarse that sentences gave (Atom::year)
  // The last first and the first last day of its counts over days: its day lies between them.
  std::string not_before, not_after;
  std::set<std::string> counted;  // days that pages give to its figures alone (Dates::counted)
  bool spanning = false;
  bool planned_only = true;
  bool deadly = false;            // tells of deaths, or of violence, fire, accident
  std::optional<long> published;  // the earliest dated page that asserts it, in days since 1970
};

class Clusters {
 public:
  // One cluster an atom. All outlive this.
  Clusters(std::span<const DocumentRecord* const> records, const std::vector<Atom>& atoms,
           Dates& dates);

  std::uint32_t of(std::uint32_t atom) { return components_.find(atom); }
  const Cluster& at(std::uint32_t root) const { return clusters_[root]; }
  const Atom& atom(std::uint32_t number) const { return atoms_[number]; }
  std::size_t size() const { return atoms_.size(); }
  std::vector<std::uint32_t> roots();

  // Does anything that the two know contradict? Roots.
  bool conflict(std::uint32_t a, std::uint32_t b) const;
  // Unites the clusters of two atoms unless they conflict; true where they are one afterwards.
  bool unite(std::uint32_t a, std::uint32_t b);
  // The same for weak evidence: only where it tells nothing new of any page's day, because both are
  // known to be of one day or one of them hangs on no date.
  bool unite_quietly(std::uint32_t a, std::uint32_t b);
  // Takes the claim `a` into the cluster of `b` without a word on its day (a person's later state).
  void attach(std::uint32_t a, std::uint32_t b);

  // The cluster of the claim, if its day hangs on nothing yet, is of its page's day and `shift`.
  void set_from_page(std::uint32_t atom, int shift);

  std::optional<PartialDay> day(std::uint32_t root) const;
  // Is the day of the one known, and does the other, whose day isn't, tell of another one on which
  // its figures were counted?
  bool told_of_other_days(std::uint32_t a, std::uint32_t b) const;
  // Both days known and equal, or known to be equal although neither is known.
  bool one_day(std::uint32_t a, std::uint32_t b) const;
  PlaceRelation relation(const ClaimPlace& a, const ClaimPlace& b) const;
  const Town* town_of(const ClaimPlace& place) const { return together_.town_of(place); }
  // The closest relation between their places.
  PlaceRelation places(std::uint32_t a, std::uint32_t b) const;
  const Acronyms& acronyms() const { return acronyms_; }
  const Dates& dates() const { return dates_; }
  std::span<const DocumentRecord* const> records() const { return records_; }

 private:
  bool places_conflict(const Cluster& a, const Cluster& b) const;
  bool counts_conflict(const Cluster& a, const Cluster& b) const;
  bool outside(const Cluster& a, std::uint32_t day_of) const;
  bool years_conflict(const Cluster& a, const Cluster& b) const;
  bool told_too_early(const Cluster& a, std::uint32_t day_of) const;
  void absorb(Cluster& into, Cluster& from) const;
  void pour(std::uint32_t a, std::uint32_t b);
  void add_place(Cluster& cluster, const ClaimPlace& place) const;

  std::span<const DocumentRecord* const> records_;
  const std::vector<Atom>& atoms_;
  Dates& dates_;
  Components components_;
  std::vector<Cluster> clusters_;
  OneName one_name_;
  SaidTogether together_;
  Acronyms acronyms_;
};

}  // namespace recount::ledger
