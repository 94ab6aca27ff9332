// What a page keeps in any language: places (by id of the gazetteer), numbers with their unit,
// days, proper names (two capitalised words in a row; an actor's key, which also crosses scripts)
// and acronyms.
#include <algorithm>
#include <string>

#include "src/base/base.h"
#include "src/origins/translation.h"
#include "src/origins/words.h"

namespace recount::origins {
namespace {

constexpr std::size_t kMostKeys = 512;

struct Collector {
  const DocumentRecord& record;
  std::vector<Span> parts;  // the blocks that count
  NeutralKeys keys;

  bool counts(Span span) const {
    const auto after =
        std::upper_bound(parts.begin(), parts.end(), span.begin,
                         [](std::uint32_t at, const Span& part) { return at < part.begin; });
    return after != parts.begin() && std::prev(after)->contains(span);
  }
  void add(Neutral what, std::string_view content, std::uint32_t at) {
    const std::uint64_t key = hash64(content, static_cast<std::uint64_t>(what) + 1);
    if (const auto known = keys.find(key); known != keys.end())
      known->second.at = std::min(known->second.at, at);
    else if (keys.size() < kMostKeys)
      keys.emplace(key, NeutralKey{what, at});
  }

  void add_mentions() {
    for (const PlaceMention& place : record.mentions.places)
      if (!place.id.empty() && counts(place.span)) add(Neutral::place, place.id, place.span.begin);
    for (const QuantityMention& quantity : record.mentions.quantities)
      if (quantity.low.value_or(0) > 3 && counts(quantity.span))
        add(Neutral::number, std::to_string(*quantity.low), quantity.span.begin);
    for (const TimeMention& time : record.mentions.times)
      if (time.value.size() == 10 &&
          time.value.substr(5).find_first_of("XW") == std::string::npos && counts(time.span))
        add(Neutral::day, time.value.substr(5), time.span.begin);
    for (const ActorMention& actor : record.mentions.actors)
      if (actor.proper && !actor.key.empty() && counts(actor.span))
        add(Neutral::name, actor.key, actor.span.begin);
  }

  // A line in capitals is no row of acronyms: neighbours in capitals cancel each other.
  void add_words(const std::vector<Word>& words) {
    const std::string_view text = record.document.text;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool next = i + 1 < words.size() && words[i + 1].span.begin - words[i].span.end <= 1;
      const bool before =
          i > 0 && words[i].span.begin - words[i - 1].span.end <= 1 && words[i - 1].upper;
      const std::string_view word = text.substr(words[i].span.begin, words[i].span.size());
      const std::uint32_t at = words[i].span.begin;
      if (words[i].digits && word.size() >= 2) add(Neutral::number, word, at);
      if (words[i].upper && !before && !(next && words[i + 1].upper))
        add(Neutral::acronym, word, at);
      if (next && words[i].capital && words[i + 1].capital && !words[i + 1].upper)
        add(Neutral::name, text.substr(at, words[i + 1].span.end - at), at);
    }
  }
};

}  // namespace

NeutralKeys neutral_keys(const DocumentRecord& record, const std::vector<bool>& left_out) {
  Collector collector{record, {}, {}};
  const auto& blocks = record.document.blocks;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (is_source(blocks[i].kind) && !(i < left_out.size() && left_out[i]))
      collector.parts.push_back(blocks[i].span);
  collector.add_mentions();
  for (const Span& part : collector.parts)
    collector.add_words(words_of(record.document.text, part));
  return collector.keys;
}

}  // namespace recount::origins
