// Words for people: figures, claimants, moments.
#include "src/ledger/disagree.h"

namespace recount::ledger {

std::string said_when(const Clusters& clusters, std::uint32_t atom) {
  const Atom& at = clusters.atom(atom);
  const Document& document = clusters.records()[at.document]->document;
  const std::string published = document.published ? document.published->value : "";
  const auto& said = at.claim->said_at;
  if (said && !said->value.starts_with('T')) return said->value;
  const std::string day = published.size() >= 10 ? published.substr(0, 10) : "";
  if (said) return day + said->value;
  return published.empty() ? std::string(kUndated) : published;
}

std::string in_words(const Figure& figure) {
  const std::string low = figure.low ? std::to_string(*figure.low) : "",
                    high = figure.high ? std::to_string(*figure.high) : "";
  switch (figure.qualifier) {
    case Qualifier::exact: return low;
    case Qualifier::at_least: return "at least " + low;
    case Qualifier::more_than: return "more than " + low;
    case Qualifier::up_to: return "up to " + high;
    case Qualifier::less_than: return "less than " + high;
    case Qualifier::about: return "about " + low;
    case Qualifier::almost: return "almost " + low;
    case Qualifier::range: return low + " to " + high;
    case Qualifier::vague: break;
  }
  switch (figure.magnitude) {
    case 10: return "dozens";
    case 100: return "hundreds";
    case 1000: return "thousands";
    case 10'000: return "tens of thousands";
    case 100'000: return "hundreds of thousands";
    case 1'000'000: return "millions";
    default: return "an unstated number";
  }
}

std::string who(const Claim& claim) {
  const Claimant& claimant = claim.claimant;
  switch (claimant.kind) {
    case ActorKind::individual:
    case ActorKind::witness:
    case ActorKind::anonymous:
    case ActorKind::unknown: return std::string(name_of(claimant.kind));
    case ActorKind::publisher: return "own voice";
    default: return claimant.name.value_or(std::string(name_of(claimant.kind)));
  }
}

}  // namespace recount::ledger
