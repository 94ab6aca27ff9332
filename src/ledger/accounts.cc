#include "src/ledger/accounts.h"

#include <tuple>

#include "src/ledger/disagree.h"
#include "src/ledger/one_voice.h"

namespace recount::ledger {
namespace {

constexpr int kMostDenials = 8;  // denied occurrences that are held against the others

// What an account makes of an event, where accounts can exclude each other.
enum class Account : std::uint8_t { none, of_attack, of_riot, of_accident };
Account account_of(EventKind kind) {
  switch (kind) {
    case EventKind::attack: return Account::of_attack;
    case EventKind::riot: return Account::of_riot;
    case EventKind::accident: return Account::of_accident;
    default: return Account::none;
  }
}

class Accounts {
 public:
  Accounts(const Clusters& clusters, const std::vector<std::uint32_t>& atoms)
      : clusters_(clusters) {
    for (std::uint32_t i : atoms)
      if (clusters.atom(i).occurrence() && is_somebody(claim(i).claimant)) told_.push_back(i);
  }

  std::vector<Disagreement> all() {
    oppose(Account::of_riot, Account::of_attack);
    oppose(Account::of_accident, Account::of_attack);
    oppose(Account::of_accident, Account::of_riot);
    int tried = 0;
    for (std::uint32_t i : told_) {
      if (claim(i).modality != Modality::denied) continue;
      if (is_opposed(i) || ++tried == kMostDenials) break;
    }
    return std::move(out_);
  }

 private:
  const Claim& claim(std::uint32_t atom) const { return *clusters_.atom(atom).claim; }
  bool of_state(std::uint32_t atom) const { return of_the_state(claim(atom).claimant.kind); }

  static bool is_somebody(const Claimant& claimant) {
    return !claimant.key.empty() && claimant.kind != ActorKind::publisher &&
           claimant.kind != ActorKind::anonymous;
  }

  // An account of the sort that the state gives, or another does: of the page of `beside`, else the
  // earliest. Who isn't known to be of the state or against it opposes only what the same page
  // tells.
  std::optional<std::uint32_t> best(Account account, bool state,
                                    std::optional<std::uint32_t> beside) const {
    std::optional<std::tuple<bool, std::string, std::uint32_t>> found;
    for (std::uint32_t i : told_) {
      const Claim& c = claim(i);
      if (account_of(c.event_kind) != account || of_state(i) != state) continue;
      if (c.modality == Modality::denied || c.modality == Modality::planned) continue;
      const bool elsewhere =
          beside && clusters_.atom(i).document != clusters_.atom(*beside).document;
      if (elsewhere && may_be_anybody(c.claimant.kind)) continue;
      const std::tuple candidate{elsewhere, said_when(clusters_, i), i};
      if (!found || candidate < *found) found = candidate;
    }
    return found ? std::optional(std::get<2>(*found)) : std::nullopt;
  }
  static bool may_be_anybody(ActorKind kind) {
    return kind == ActorKind::unknown || kind == ActorKind::individual;
  }
  void oppose(Account one, Account other) {
    for (bool state : {true, false}) {
      const auto of_state = best(state ? one : other, true, std::nullopt);
      const auto against = of_state ? best(state ? other : one, false, of_state) : std::nullopt;
      if (!against) continue;
      const auto a = state ? of_state : against, b = state ? against : of_state;
      add(std::string(name_of(claim(*a).event_kind)) + " (" + who(claim(*a)) + ") or " +
              std::string(name_of(claim(*b).event_kind)) + " (" + who(claim(*b)) + ")",
          *a, *b);
      return;
    }
  }
  bool is_opposed(std::uint32_t denied) {
    for (std::uint32_t i : told_) {
      const Claim& c = claim(i);
      if (c.modality != Modality::asserted || c.event_kind != claim(denied).event_kind) continue;
      if (one_claimant(clusters_.acronyms(), c.claimant, claim(denied).claimant)) continue;
      add(std::string(name_of(c.event_kind)) + ": denied (" + who(claim(denied)) + ") or told (" +
              who(c) + ")",
          denied, i);
      return true;
    }
    return false;
  }
  void add(std::string about, std::uint32_t a, std::uint32_t b) {
    out_.push_back({std::nullopt, std::move(about), {claim(a).id, claim(b).id}, Verdict::disagree});
  }

  const Clusters& clusters_;
  std::vector<std::uint32_t> told_;  // occurrences on a known claimant's word
  std::vector<Disagreement> out_;
};

}  // namespace

std::vector<Disagreement> opposed_accounts(const Clusters& clusters,
                                           const std::vector<std::uint32_t>& atoms) {
  return Accounts(clusters, atoms).all();
}

}  // namespace recount::ledger
