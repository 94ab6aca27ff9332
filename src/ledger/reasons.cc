#include "src/ledger/reasons.h"

#include <algorithm>
#include <tuple>

namespace recount::ledger {
namespace {

constexpr std::size_t kMostWords = 3;  // documents quoted for one day

std::string quoted(const DocumentRecord& record, const std::optional<Span>& span) {
  if (!span) return "the day of the passage around it";
  return "“" + record.document.text.substr(span->begin, span->size()) + "”";
}

std::string in_document(const std::string& id) { return " (" + id + ")"; }

// 0 says the day itself; 1 counts from a page's own date; 2 counts from what was told before; 3
// from a date that other pages gave the page; 4 doesn't say.
int rank(const Dates& dates, const Clusters& clusters, std::uint32_t atom) {
  switch (dates.anchor(atom)) {
    case Anchor::own: return 0;
    case Anchor::publication: return dates.self_dated(clusters.atom(atom).document) ? 1 : 3;
    case Anchor::narrative: return 2;
    case Anchor::none: break;
  }
  return dates.partner(atom) ? 2 : 4;
}

std::string words_of(const Clusters& clusters, const Dates& dates, std::uint32_t atom) {
  const Atom& at = clusters.atom(atom);
  const DocumentRecord& record = *clusters.records()[at.document];
  const std::string where = in_document(record.document.id);
  const auto span = at.claim->when ? at.claim->when->span : std::nullopt;
  switch (rank(dates, clusters, atom)) {
    case 0: return quoted(record, span) + where;
    case 1: {
      const auto naming = dates.naming_words(at.document);
      const std::string dated = naming
                                    ? "which says " + quoted(record, naming) + " of its own day"
                                    : "published " + record.document.published->value.substr(0, 10);
      return quoted(record, span) + where + ", " + dated;
    }
    case 2: {
      const std::uint32_t other =
          dates.anchor(atom) == Anchor::narrative ? atom : *dates.partner(atom);
      const auto& when = clusters.atom(other).claim->when;
      return "counted from what the same passage tells, " +
             quoted(record, when ? when->span : std::nullopt) + where;
    }
    case 3: return quoted(record, span) + where + ", whose date follows from other pages";
    default: return "told without a day among actions of one day" + where;
  }
}

std::string year_bound(const Clusters& clusters, const Dates& dates,
                       const std::vector<std::uint32_t>& atoms) {
  std::optional<std::pair<int, std::string>> latest;
  for (std::uint32_t i : atoms) {
    const Atom& atom = clusters.atom(i);
    const auto year = dates.not_before(atom.document);
    if (year && (!latest || *year > latest->first))
      latest = {*year, clusters.records()[atom.document]->document.id};
  }
  std::string out = "; no page gives the year";
  if (latest) out += ", not before " + std::to_string(latest->first) + in_document(latest->second);
  return out;
}

// What was counted on a later day than the event's, or over days, and why it is of it.
std::string counted_later(const Clusters& clusters, const Dates& dates,
                          const std::vector<std::uint32_t>& atoms, const PartialDay& day) {
  std::string out;
  std::set<std::uint32_t> documents;
  for (std::uint32_t i : atoms) {
    const Atom& atom = clusters.atom(i);
    const std::string& counted = dates.counted(i);
    const bool later = !counted.empty() && !may_be(counted, day);
    if ((!later && atom.first_day.empty()) || documents.size() == kMostWords) continue;
    if (!documents.insert(atom.document).second) continue;
    const DocumentRecord& record = *clusters.records()[atom.document];
    out += (out.empty() ? "; figures counted on other days: " : ", ") +
           quoted(record, atom.claim->when->span) + in_document(record.document.id);
  }
  return out;
}

// The claims of each event that are surest of its day, of two documents, so that any document finds
// another's.
class Surest {
 public:
  Surest(Clusters& clusters, const Dates& dates) : clusters_(clusters) {
    for (std::uint32_t i = 0; i < clusters.size(); ++i)
      offer(best_[clusters.of(i)], {rank(dates, clusters, i), i});
  }
  // Of another document than this one.
  std::optional<std::pair<int, std::uint32_t>> other(std::uint32_t root,
                                                     std::uint32_t document) const {
    for (const auto& candidate : best_.at(root))
      if (clusters_.atom(candidate.second).document != document) return candidate;
    return std::nullopt;
  }

 private:
  using Two = std::vector<std::pair<int, std::uint32_t>>;
  void offer(Two& two, std::pair<int, std::uint32_t> candidate) const {
    for (auto& known : two) {
      if (clusters_.atom(known.second).document != clusters_.atom(candidate.second).document)
        continue;
      known = std::min(known, candidate);
      candidate = known;
    }
    if (std::find(two.begin(), two.end(), candidate) == two.end()) two.push_back(candidate);
    std::sort(two.begin(), two.end());
    if (two.size() > 2) two.pop_back();
  }

  const Clusters& clusters_;
  std::map<std::uint32_t, Two> best_;
};

std::string why_dated(Clusters& clusters, const Dates& dates, const Surest& surest,
                      std::uint32_t document, std::uint32_t begin) {
  const DocumentRecord& record = *clusters.records()[document];
  if (const auto naming = dates.naming_words(document))
    return quoted(record, naming) + " is the day of the page";
  std::optional<std::tuple<int, std::uint32_t, std::uint32_t>> best;
  for (std::uint32_t i = begin; i < clusters.size() && clusters.atom(i).document == document; ++i) {
    if (dates.anchor(i) != Anchor::publication) continue;
    const auto other = surest.other(clusters.of(i), document);
    if (!other) continue;
    const std::tuple candidate{other->first, i, other->second};
    if (!best || candidate < *best) best = candidate;
  }
  if (!best) return "follows from the days of what it tells";
  const auto [rank_of_other, own, other] = *best;
  const auto& when = clusters.atom(own).claim->when;
  return quoted(record, when ? when->span : std::nullopt) + " tells of what " +
         clusters.records()[clusters.atom(other).document]->document.id +
         " tells too: " + words_of(clusters, dates, other);
}

}  // namespace

Reason day_reason(const Clusters& clusters, const std::vector<std::uint32_t>& atoms,
                  const Dates& dates) {
  std::optional<PartialDay> day;
  for (std::uint32_t i : atoms)
    if (!day && clusters.atom(i).claim->kind != ClaimKind::person)
      day = dates.graph().day(clusters.atom(i).day);
  Reason out;
  if (!day) return out;
  int least = 4;
  for (std::uint32_t i : atoms) least = std::min(least, rank(dates, clusters, i));
  std::set<std::uint32_t> documents;
  for (std::uint32_t i : atoms) {
    if (rank(dates, clusters, i) != least || documents.size() == kMostWords) continue;
    if (!documents.insert(clusters.atom(i).document).second) continue;
    out.words += (out.words.empty() ? "" : "; ") + words_of(clusters, dates, i);
    out.evidence.push_back(clusters.atom(i).claim->id);
    out.evidence.push_back(clusters.records()[clusters.atom(i).document]->document.id);
  }
  if (!day->year) out.words += year_bound(clusters, dates, atoms);
  out.words += counted_later(clusters, dates, atoms, *day);
  std::sort(out.evidence.begin(), out.evidence.end());
  return out;
}

std::string place_reason(const Clusters& clusters, const Cluster& cluster) {
  std::set<std::string> out;
  for (const ClaimPlace& place : cluster.places)
    for (const ClaimPlace& other : cluster.places) {
      const Town* town = clusters.town_of(place);
      if (!town || clusters.relation(place, other) != PlaceRelation::within) continue;
      const DocumentRecord& record = *clusters.records()[town->document];
      out.insert("one place: " + quoted(record, town->words) + in_document(record.document.id));
    }
  std::string words;
  for (const std::string& reason : out) words += (words.empty() ? "" : "; ") + reason;
  return words;
}

std::vector<DatedDocument> dated_documents(Clusters& clusters, const Dates& dates) {
  std::vector<std::uint32_t> begin(clusters.records().size(),
                                   static_cast<std::uint32_t>(clusters.size()));
  for (auto i = static_cast<std::uint32_t>(clusters.size()); i-- > 0;)
    begin[clusters.atom(i).document] = i;
  const Surest surest(clusters, dates);
  std::vector<DatedDocument> out;
  for (std::uint32_t d = 0; d < clusters.records().size(); ++d) {
    const auto day = dates.graph().day(d);
    const Document& document = clusters.records()[d]->document;
    if (!day || (document.published && document.published->value.starts_with(text_of(*day))))
      continue;
    Stamp stamp;
    stamp.value = text_of(*day);
    stamp.evidence = "text";
    stamp.inferred = true;
    out.push_back({document.id, stamp, why_dated(clusters, dates, surest, d, begin[d])});
  }
  return out;
}

}  // namespace recount::ledger
