// The days of documents and claims: what each page says by itself, ready for what they say
// together.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "src/ledger/atoms.h"

namespace recount::ledger {

// How an atom's day hangs on something else.
enum class Anchor : std::uint8_t { none, own, publication, narrative };

class Dates {
 public:
  // Gives every document and every atom its variable and states what the page itself says:
  //  - a given date of publication; a deictic day that names itself ("this 3 May": published on a 3
  //  May);
  //  - a claim's own day; a claim's deictic day, counted from publication ("yesterday");
  //  - a narrative day ("the previous day"), counted from the occurrence told just before. That
  //  occurrence then has its
  //    day from what was told of the previous one, not from the passage around it.
  // A time that a claim has from another sentence waits for take_inherited(), and so does a day
  // that the page gives to figures alone and to no happening: it may be the day of the count
  // ("fourteen had died by Wednesday"). A day of publication that only tells when something was
  // said or counted is nobody's day.
  // REQUIRES: records sorted by document id; atoms by document, position; both outlive this. Fills
  // the atoms' day, spanning, coarse.
  Dates(std::span<const DocumentRecord* const> records, std::vector<Atom>& atoms);

  // The times that claims have from the passage around them and the days that only figures bear,
  // where nothing known by now contradicts: a passage's time is often that of something else in it.
  void take_inherited();
  // The day that the page gives to figures alone, with its year; empty: none.
  const std::string& counted(std::size_t atom) const { return counted_[atom]; }

  DayGraph& graph() { return graph_; }
  const DayGraph& graph() const { return graph_; }
  std::uint32_t document(std::uint32_t number) const { return number; }
  Anchor anchor(std::size_t atom) const { return anchors_[atom]; }
  // The occurrence that a narrative day counts from, or that has its day from one (by number of
  // atom).
  std::optional<std::uint32_t> partner(std::size_t atom) const { return partners_[atom]; }
  // Was the document's date known from itself, and from which words?
  bool self_dated(std::uint32_t document) const { return self_dated_[document]; }
  std::optional<Span> naming_words(std::uint32_t document) const { return naming_[document]; }
  // Where a document's date lacks the year and a day that it names without one turned out to have
  // it: the date takes it (the next year's where the day lies later in the year than the date).
  void take_years();
  // The latest year that the document names as past, with a month: it was written no earlier.
  std::optional<int> not_before(std::uint32_t document) const { return not_before_[document]; }

 private:
  void date_document(std::uint32_t number, const DocumentRecord& record);
  void find_partner(std::size_t atom);
  void date_atom(std::size_t number);
  void date_by_when(std::size_t number, const When& when);
  void mark(std::size_t number);
  void find_said(std::size_t begin, std::size_t end);
  void find_counted(std::size_t begin, std::size_t end);
  bool waits(std::size_t number) const;
  bool is_dated_happening(std::size_t number) const;
  static bool names_day(const When& when);

  std::span<const DocumentRecord* const> records_;
  std::vector<Atom>& atoms_;
  DayGraph graph_;
  std::vector<Anchor> anchors_;
  std::vector<std::optional<std::uint32_t>> partners_;
  std::vector<bool> said_;  // atoms whose day of publication is when it was said
  std::vector<std::string> counted_;
  std::vector<bool> self_dated_;
  std::vector<std::optional<Span>> naming_;
  std::vector<std::optional<int>> not_before_;
};

}  // namespace recount::ledger
