#include "src/publish/name_runs.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace recount::publish {
namespace {

constexpr std::size_t kLongestAcronym = 4;

std::string joined(const NameRuns::Run& run) {
  std::string out;
  for (const std::string& word : run) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool links(std::string_view between) {
  return between.size() <= 2 && between.find_first_not_of(" .-'") == std::string_view::npos;
}

// Runs of words that begin with a capital, initials among them.
template <class Take>
void each_run(std::string_view text, const Take& take) {
  NameRuns::Run run;
  std::size_t begin = 0, end = 0;
  const auto finish = [&] {
    if (!run.empty()) take(std::exchange(run, {}), begin);
  };
  for (const Word& word : words_of(text)) {
    const bool named = word.capital && word.has_case && !is_acronym(word);
    if (!named || !links(text.substr(end, word.span.begin - end))) finish();
    if (named && run.empty()) begin = word.span.begin;
    if (named) run.push_back(word.folded);
    end = word.span.end;
  }
  finish();
}

// What of the candidates is written small somewhere.
std::unordered_set<std::string> written_small(std::span<const DocumentRecord* const> records,
                                              const std::unordered_set<std::string>& words) {
  std::unordered_set<std::string> small;
  if (words.empty()) return small;
  for (const DocumentRecord* record : records)
    for (const Word& word : words_of(record->document.text))
      if (!word.capital && words.contains(word.folded)) small.insert(word.folded);
  return small;
}

}  // namespace

std::string_view words_at(const DocumentRecord& record, Span span) {
  return std::string_view(record.document.text).substr(span.begin, span.size());
}

bool speaks_for_oneself(ActorKind kind) {
  return kind == ActorKind::individual || kind == ActorKind::witness ||
         kind == ActorKind::anonymous || kind == ActorKind::unknown;
}

bool is_known_body(const ActorMention& actor) {
  return actor.proper && !speaks_for_oneself(actor.kind) && actor.kind != ActorKind::organiser &&
         actor.kind != ActorKind::participants && actor.kind != ActorKind::publisher;
}

bool is_acronym(const Word& word) {
  return word.all_capital && word.letters > 1 && word.letters <= kLongestAcronym;
}

bool opens_sentence(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at).substr(at < 3 ? 0 : at - 3);
  return at == 0 || before.find_first_of(".!?:\n\"") != std::string_view::npos;
}

OpenSpans::OpenSpans(const DocumentRecord& record) {
  std::vector<Span> all;
  for (const PlaceMention& place : record.mentions.places)
    if (!place.id.empty()) all.push_back(place.span);
  for (const ActorMention& actor : record.mentions.actors)
    if (is_known_body(actor)) all.push_back(actor.span);
  std::ranges::sort(all);
  for (const Span& span : all) {
    if (!spans_.empty() && spans_.back().overlaps(span))
      spans_.back() = recount::cover(spans_.back(), span);
    else
      spans_.push_back(span);
  }
}

bool OpenSpans::cover(std::uint32_t at) const {
  const auto after = std::ranges::upper_bound(spans_, at, {}, &Span::begin);
  return after != spans_.begin() && at < std::prev(after)->end;
}

void NameRuns::add(const DocumentRecord& record) {
  const Document& document = record.document;
  if (document.title) add_title(*document.title);
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::headline) add_title(words_at(record, block.span));
  for (const Lead& lead : document.leads) add_title(words_at(record, lead.span));
  for (const Claim& claim : record.claims)
    for (const RoleFiller& filler : claim.actors)
      if (speaks_for_oneself(filler.kind)) add_role(record, filler.span);
  for (const PlaceMention& place : record.mentions.places) {
    Run words;
    for (Word& word : words_of(words_at(record, place.span)))
      words.push_back(std::move(word.folded));
    if (words.size() > 1) places_.insert(joined(words));
  }
}

void NameRuns::add_title(std::string_view title) {
  each_run(title, [&](Run run, std::size_t) {
    if (run.size() > 1) candidates_.push_back({std::move(run), 2});
  });
}

void NameRuns::add_role(const DocumentRecord& record, Span span) {
  each_run(words_at(record, span), [&](Run run, std::size_t begin) {
    const bool opens = opens_sentence(record.document.text, span.begin + begin);
    candidates_.push_back({std::move(run), opens ? std::size_t{2} : std::size_t{1}});
  });
}

std::vector<NameRuns::Run> NameRuns::unusual(std::span<const DocumentRecord* const> records,
                                             const IsOpen& is_open) const {
  std::unordered_set<std::string> words;
  for (const Candidate& candidate : candidates_)
    words.insert(candidate.run.begin(), candidate.run.end());
  const std::unordered_set<std::string> small = written_small(records, words);
  std::vector<Run> out;
  for (const Candidate& candidate : candidates_) {
    Run rest;
    const auto finish = [&] {
      if (rest.size() >= candidate.least && !places_.contains(joined(rest))) out.push_back(rest);
      rest.clear();
    };
    for (std::size_t i = 0; i < candidate.run.size(); ++i) {
      if (small.contains(candidate.run[i]) || is_open(candidate.run, i))
        finish();
      else
        rest.push_back(candidate.run[i]);
    }
    finish();
  }
  return out;
}

}  // namespace recount::publish
