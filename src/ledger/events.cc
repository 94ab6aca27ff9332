#include "src/ledger/events.h"

#include <algorithm>
#include <tuple>

#include "src/ledger/amounts.h"
#include "src/ledger/channels.h"
#include "src/ledger/disagree.h"
#include "src/ledger/naming.h"
#include "src/ledger/one_voice.h"
#include "src/ledger/reasons.h"
#include "src/ledger/word_of.h"

namespace recount::ledger {
namespace {

constexpr std::size_t kMostVoices = 32;  // claimants of one number that are told apart

class Builder {
 public:
  Builder(Clusters& clusters, const Ties& ties, std::uint32_t root, std::vector<OriginLink>& links)
      : clusters_(clusters),
        ties_(ties),
        root_(root),
        links_(links),
        atoms_(clusters.at(root).atoms) {
    std::sort(atoms_.begin(), atoms_.end());
  }

  Event event() {
    event_.kind = kind_of(clusters_, atoms_);
    const Cluster& cluster = clusters_.at(root_);
    event_.state = cluster.planned_only                   ? EventState::planned
                   : cluster.spanning || !is_of_one_day() ? EventState::process
                                                          : EventState::occurred;
    sides_ = has_sides(event_.kind, told());
    days();
    if (const std::string reason = place_reason(clusters_, cluster); !reason.empty())
      event_.day_why += (event_.day_why.empty() ? "" : "; ") + reason;
    event_.place = place_of(clusters_, root_, atoms_);
    for (std::uint32_t d : cluster.documents)
      event_.documents.push_back(clusters_.records()[d]->document.id);
    std::sort(event_.documents.begin(), event_.documents.end());
    claims();
    figures();
    const std::string kind_name = event_.kind ? std::string(name_of(*event_.kind)) : "";
    const std::string& place_key = event_.place.id.empty() ? event_.place.name : event_.place.id;
    event_.id = short_id(
        'e', kind_name + '\n' + place_key + '\n' + event_.day + '\n' + claim(atoms_.front()).id);
    return std::move(event_);
  }

 private:
  const Claim& claim(std::uint32_t atom) const { return *clusters_.atom(atom).claim; }

  // How often what is told of it, but denials.
  std::map<EventKind, int> told() const {
    std::map<EventKind, int> out;
    for (std::uint32_t i : atoms_)
      if (claim(i).kind == ClaimKind::occurrence && claim(i).modality != Modality::denied)
        ++out[claim(i).event_kind];
    return out;
  }

  // False: counts over days, and nothing that says on which of them it was.
  bool is_of_one_day() const {
    return clusters_.day(root_).has_value() || clusters_.at(root_).not_after.empty();
  }

  void days() {
    const auto day = clusters_.day(root_);
    if (day) {
      event_.day = text_of(*day);
      Reason reason = day_reason(clusters_, atoms_, clusters_.dates());
      event_.day_why = std::move(reason.words);
      event_.day_evidence = std::move(reason.evidence);
      return;
    }
    for (std::uint32_t i : atoms_) {
      const Atom& atom = clusters_.atom(i);
      const bool over_days = atom.spanning || !atom.first_day.empty();
      if (atom.coarse.empty() && !over_days) continue;
      event_.day = over_days
                       ? claim(i).when->from.value_or("") + "/" + claim(i).when->to.value_or("")
                       : atom.coarse;
      event_.day_evidence = {claim(i).id};
      return;
    }
  }

  void claims() {
    for (std::uint32_t i : atoms_) {
      if (claim(i).kind == ClaimKind::occurrence) event_.occurrences.push_back(claim(i).id);
      if (claim(i).kind == ClaimKind::person) event_.persons.push_back(claim(i).id);
    }
  }

  // The claim shown: the earliest one.
  std::uint32_t shown(const Line& line) const {
    return *std::min_element(line.claims.begin(), line.claims.end(), [&](auto a, auto b) {
      return std::pair(said_when(clusters_, a), a) < std::pair(said_when(clusters_, b), b);
    });
  }

  void figures() {
    std::vector<Line> lines = lines_of(clusters_, atoms_);
    std::vector<Order> order;
    for (std::size_t l = 0; l < lines.size(); ++l) order.push_back(order_of(lines[l], l));
    std::sort(order.begin(), order.end());
    std::vector<Line> sorted;
    std::vector<std::uint32_t> first;
    for (const Order& key : order) {
      first.push_back(std::get<4>(key));
      sorted.push_back(std::move(lines[std::get<5>(key)]));
    }
    lines.swap(sorted);
    for (std::size_t l = 0; l < lines.size(); ++l)
      event_.lines.push_back(written(lines[l], first[l]));
    count_origins(lines, first);
    apart(lines, first);
    event_.series = series_of(clusters_, lines, first);
    event_.disagreements = disagreements_of(clusters_, atoms_, lines, first);
  }
  using Order = std::tuple<Measure, bool, std::string, std::int64_t, std::uint32_t, std::size_t>;
  Order order_of(const Line& line, std::size_t number) const {
    const std::uint32_t first = shown(line);
    const Figure& figure = claim(first).figure;
    return {claim(first).measure,
            !line.known,
            said_when(clusters_, first),
            figure.low.value_or(figure.high.value_or(0)),
            first,
            number};
  }

  LedgerLine written(const Line& line, std::uint32_t first) {
    LedgerLine out;
    const Claim& shown_claim = claim(first);
    out.claim = shown_claim.id;
    for (std::uint32_t i : line.claims) out.claims.push_back(claim(i).id);
    for (std::uint32_t i : line.restated) out.restated_by.push_back(claim(i).id);
    std::sort(out.claims.begin(), out.claims.end());
    std::sort(out.restated_by.begin(), out.restated_by.end());
    out.measure = shown_claim.measure;
    out.modality = shown_claim.modality;
    if (shown_claim.said_at) out.said_at = shown_claim.said_at->value;
    out.channel_names = channels_of(clusters_, ties_, line);
    out.channels = static_cast<int>(out.channel_names.size());
    out.unknown = unknown_origins(clusters_, ties_, line);
    if (!line.known) {
      copies(line, first);
      return out;
    }
    out.origin = short_id(
        'o', std::string(name_of(shown_claim.claimant.kind)) + '\n' + shown_claim.claimant.key);
    const auto own = own_document(clusters_, line);
    out.first_hand = own.has_value();
    out.party = is_side(shown_claim.claimant.kind, sides_, shown_claim.measure);
    restatements(line, first);
    if (own) cited(line, *own);
    return out;
  }

  void restatements(const Line& line, std::uint32_t first) {
    for (std::uint32_t i : line.restated) {
      const bool number = same_number(claim(i).figure, claim(first).figure);
      links_.push_back({LinkKind::restatement, claim(i).id, claim(first).id, number ? 90 : 60,
                        has_claimant(i) ? "passes on the claimant's word"
                        : number        ? "the same number without its claimant"
                                        : "fits what the claimant says"});
    }
  }
  bool has_claimant(std::uint32_t i) const {
    return is_known(claim(i), *clusters_.records()[clusters_.atom(i).document]);
  }
  // Unattributed claims of pages that are one text rest on the first of them; those that use its
  // very words elsewhere may.
  void copies(const Line& line, std::uint32_t first) {
    const std::string words = words_of(first);
    for (std::uint32_t i : line.claims) {
      const std::uint32_t document = clusters_.atom(i).document;
      if (i == first || document == clusters_.atom(first).document) continue;
      if (ties_.text(document) == ties_.text(clusters_.atom(first).document))
        links_.push_back({LinkKind::restatement, claim(i).id, claim(first).id, 80,
                          "the same number in one text"});
      else if (!words.empty() && words_of(i) == words)
        links_.push_back({LinkKind::same_figure_and_wording, claim(i).id, claim(first).id, 40,
                          "the same number in the same words"});
    }
  }
  std::string words_of(std::uint32_t atom) const {
    const Document& document = clusters_.records()[clusters_.atom(atom).document]->document;
    const Span span = claim(atom).wording;
    return folded_name(std::string_view(document.text).substr(span.begin, span.size()));
  }
  void cited(const Line& line, std::uint32_t own) {
    for (std::uint32_t i : line.claims)
      if (clusters_.atom(i).document != own)
        links_.push_back({LinkKind::cited_claimant, claim(i).id,
                          clusters_.records()[own]->document.id, 100,
                          "the claimant's own page is among the documents"});
  }

  // Several claimants known who give one number: that many origins stand behind it, at most. Those
  // who deny or plan it stand apart from those who say that it is so.
  void count_origins(const std::vector<Line>& lines, const std::vector<std::uint32_t>& first) {
    using Key = std::tuple<Measure, bool, int, std::array<std::int64_t, 3>>;
    std::map<Key, std::vector<std::size_t>> numbers;
    for (std::size_t l = 0; l < lines.size(); ++l) {
      const Claim& c = claim(first[l]);
      if (lines[l].known)
        numbers[{c.measure, is_part(c), standing(c.modality), number_key(c.figure)}].push_back(l);
    }
    for (const auto& [key, of_number] : numbers) {
      std::vector<const Claimant*> claimants;
      for (std::size_t l : of_number)
        if (claimants.size() < kMostVoices) claimants.push_back(&claim(first[l]).claimant);
      const Voices voices = count_voices(clusters_.acronyms(), claimants);
      for (std::size_t l : of_number)
        event_.lines[l].origins = voices.most, event_.lines[l].origins_at_least = voices.least;
    }
  }

  // Never to be added to a total: parts of one, one person beside a larger number, persons who may
  // be among the dead.
  void apart(const std::vector<Line>& lines, const std::vector<std::uint32_t>& first) {
    std::map<Measure, std::int64_t> largest;
    for (std::size_t l = 0; l < lines.size(); ++l) {
      const Figure& figure = claim(first[l]).figure;
      auto& most = largest[claim(first[l]).measure];
      most = std::max(most, std::max(figure.low.value_or(0),
                                     std::max(figure.high.value_or(0), figure.magnitude)));
    }
    for (std::uint32_t i : atoms_) {
      const Claim& c = claim(i);
      const bool one = c.kind == ClaimKind::figure && c.figure.low == 1 && c.figure.high == 1 &&
                       largest[c.measure] > 1;
      const bool part = c.kind == ClaimKind::figure && is_part(c);
      if (one || part || among(c, largest)) event_.apart.push_back(c.id);
    }
    std::sort(event_.apart.begin(), event_.apart.end());
    event_.apart.erase(std::unique(event_.apart.begin(), event_.apart.end()), event_.apart.end());
  }
  static bool among(const Claim& c, std::map<Measure, std::int64_t>& largest) {
    if (c.kind != ClaimKind::person) return false;
    switch (c.field) {
      case PersonField::died: return largest[Measure::deaths] > 0;
      case PersonField::injured: return largest[Measure::injured] > 0;
      case PersonField::detained: return largest[Measure::detained] > 0;
      case PersonField::missing: return largest[Measure::missing] > 0;
      default: return false;
    }
  }

  Clusters& clusters_;
  const Ties& ties_;
  std::uint32_t root_;
  std::vector<OriginLink>& links_;
  std::vector<std::uint32_t> atoms_;
  Event event_;
  bool sides_ = false;
};

}  // namespace

Event event_of(Clusters& clusters, const Ties& ties, std::uint32_t root,
               std::vector<OriginLink>& links) {
  return Builder(clusters, ties, root, links).event();
}

bool worth_telling(const Clusters& clusters, std::uint32_t root) {
  const Cluster& cluster = clusters.at(root);
  return std::any_of(cluster.atoms.begin(), cluster.atoms.end(), [&](std::uint32_t i) {
    const Atom& atom = clusters.atom(i);
    return !atom.occurrence() || !cluster.places.empty();
  });
}

int weight_of_harm(const Clusters& clusters, std::uint32_t root) {
  int count = 0;
  for (std::uint32_t i : clusters.at(root).atoms)
    count += clusters.atom(i).figure() && tells_harm(clusters.atom(i).claim->measure);
  return count;
}

}  // namespace recount::ledger
