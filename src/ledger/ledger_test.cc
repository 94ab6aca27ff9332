// What must hold of every ledger, whatever the pages tell.
#include "src/ledger/ledger.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "src/ledger/tellings.h"

namespace recount {
namespace {

using tellings::told;

TEST(Ledger, nothing_of_nothing) { EXPECT_EQ(told(""), "\n"); }

// Random tellings over few places, days and numbers, so that much meets and much conflicts.
rc::Gen<std::string> tellings_gen() {
  return rc::gen::exec([] {
    std::string out;
    const int pages = *rc::gen::inRange(1, 8);
    for (int p = 0; p < pages; ++p) {
      out += "page p" + std::to_string(p) + " " + *rc::gen::element<std::string>("en", "fr");
      out += *rc::gen::element<std::string>("", " published=2031-05-03", " published=2031-05-04",
                                            " outlet=Post") +
             "\n";
      const int claims = *rc::gen::inRange(0, 6);
      for (int c = 0; c < claims; ++c) {
        out += *rc::gen::element<std::string>("", "", "+ ");
        out += *rc::gen::element<std::string>(
            "fig deaths 12", "fig deaths >=40", "fig injured hundreds", "fig deaths 1",
            "fig participants 300", "occ attack", "occ protest", "occ riot", "per died");
        out += *rc::gen::element<std::string>("", " place=Arlow:g1:AA", " place=Brind:g2:AA",
                                              " place=AA:AA:AA:country", " place=Quay");
        out += *rc::gen::element<std::string>("", " day=today", " day=yesterday", " day=XXXX-05-03",
                                              " day=2031-05-04", " day=previous", " day=2030-11");
        out += *rc::gen::element<std::string>(
                   "", " by=ministry:government", " by=strikers:participants",
                   " by=estimates:anonymous", " by=Observatory_of_Coast_and_Harbour:ngo",
                   " by=OCH:unknown", " by=Anna_Weld:individual") +
               "\n";
      }
    }
    return out;
  });
}

RC_GTEST_PROP(Ledger, is_the_same_for_any_order_of_documents, ()) {
  const tellings::Writer writer(*tellings_gen());
  auto pointers = tellings::pointers(writer.records);
  const std::string once = tellings::dump(build_ledger(pointers));
  std::reverse(pointers.begin(), pointers.end());
  RC_ASSERT(tellings::dump(build_ledger(pointers)) == once);
  const auto turn = *rc::gen::inRange<std::size_t>(0, pointers.size());
  std::rotate(pointers.begin(), pointers.begin() + static_cast<std::ptrdiff_t>(turn),
              pointers.end());
  RC_ASSERT(tellings::dump(build_ledger(pointers)) == once);
}

// What must hold of every ledger: no claim twice in an event, no event of two towns, no happenings
// of two days (people are counted on later ones too), counts that add up.
RC_GTEST_PROP(Ledger, contradicts_itself_nowhere, ()) {
  const tellings::Writer writer(*tellings_gen());
  const Ledger ledger = build_ledger(tellings::pointers(writer.records));
  std::map<std::string, const Claim*> claims;
  for (const DocumentRecord& record : writer.records)
    for (const Claim& claim : record.claims) claims[claim.id] = &claim;
  std::set<std::string> seen;
  for (const Event& event : ledger.events) {
    std::set<std::string> towns, days;
    auto look = [&](const std::string& id) {
      RC_ASSERT(seen.insert(id).second);
      const Claim& claim = *claims.at(id);
      if (claim.place && claim.place->precision == "city") towns.insert(claim.place->id);
      if (claim.kind == ClaimKind::occurrence && claim.when &&
          claim.when->value.find("05-0") != std::string::npos)
        days.insert(claim.when->value.substr(5));
    };
    for (const std::string& id : event.occurrences) look(id);
    for (const LedgerLine& line : event.lines) {
      for (const std::string& id : line.claims) look(id);
      for (const std::string& id : line.restated_by) look(id);
      RC_ASSERT((line.origins > 0) != (line.unknown > 0));
      RC_ASSERT(line.origins_at_least <= line.origins);
      RC_ASSERT((line.origins_at_least > 0) == (line.origins > 0));
      RC_ASSERT(line.channels >= 1);
    }
    RC_ASSERT(towns.size() <= 1u);
    RC_ASSERT(days.size() <= 1u);
  }
}

}  // namespace
}  // namespace recount
