// "Twelve people died, the Harbour Mail reported": a page that names another outlet and repeats a
// sentence of it word for word rests on that page, although one sentence alone is too little for a
// copy. Outlets are looked for by their name's words, the last one with a capital letter; each page
// is then held against the pages of the outlets that it names, by their runs: linear in the text
// of both. An independent page may share a phrase by chance: hence a length, and a week.
#include "src/origins/citations.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "src/base/base.h"
#include "src/origins/members.h"
#include "src/origins/words.h"

namespace recount::origins {
namespace {

constexpr std::size_t kLeastRepeated = 5;  // runs, ten words in a row
constexpr std::int64_t kMostDaysLater = 7;
constexpr std::size_t kMostNameWords = 8;

using Hashes = std::vector<std::uint64_t>;
using Outlets = std::map<Hashes, std::vector<std::uint32_t>>;  // name's words → documents

Hashes hashes_of(std::string_view name) {
  Hashes out;
  for (const Word& word : words_of(name, {0, static_cast<std::uint32_t>(name.size())}))
    out.push_back(word.hash);
  return out;
}

// May `later` repeat what `earlier` printed? Where a day isn't known, it may.
bool may_follow(const Document& later, const Document& earlier) {
  const auto a = parse_day(known_day(later).substr(0, 10)),
             b = parse_day(known_day(earlier).substr(0, 10));
  if (!a || !b) return true;
  const auto days = days_from_civil(*a) - days_from_civil(*b);
  return days >= 0 && days <= kMostDaysLater;
}

class Citations {
 public:
  Citations(std::span<const DocumentRecord* const> records, const std::vector<Runs>& runs)
      : records_(records), runs_(runs) {
    for (std::uint32_t d = 0; d < records.size(); ++d) {
      const auto& outlet = records[d]->document.outlet;
      const Hashes name = hashes_of(outlet.value_or(""));
      if (name.empty() || name.size() > kMostNameWords) continue;
      outlets_[name].push_back(d);
      first_words_.insert(name.front());
    }
  }

  void link(std::vector<OriginLink>& links) const {
    if (outlets_.size() < 2) return;
    std::set<std::pair<std::string, std::string>> copies;
    for (const OriginLink& link : links)
      copies.insert({link.from, link.to}), copies.insert({link.to, link.from});
    for (const auto& [name, citing] : cited()) {
      const auto printed = runs_of_outlet(outlets_.at(name));
      for (std::uint32_t d : citing)
        if (const auto best = most_repeated(d, printed);
            best && !copies.contains({id(d), id(best->second)}))
          links.push_back(link_of(d, best->second, best->first));
    }
  }

 private:
  using Printed = std::vector<std::pair<std::uint64_t, std::uint32_t>>;  // run, document; sorted

  const std::string& id(std::uint32_t d) const { return records_[d]->document.id; }

  // Names of outlets → the documents of others that name them.
  std::map<Hashes, std::vector<std::uint32_t>> cited() const {
    std::map<Hashes, std::vector<std::uint32_t>> out;
    for (std::uint32_t d = 0; d < records_.size(); ++d) {
      const Document& document = records_[d]->document;
      const Hashes own = hashes_of(document.outlet.value_or(""));
      std::set<Hashes> named;
      for (const Block& block : document.blocks)
        if (is_source(block.kind)) look(words_of(document.text, block.span), named);
      for (const Hashes& name : named)
        if (name != own) out[name].push_back(d);
    }
    return out;
  }
  void look(const std::vector<Word>& words, std::set<Hashes>& named) const {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!first_words_.contains(words[i].hash)) continue;
      Hashes name;
      for (std::size_t k = i; k < words.size() && k < i + kMostNameWords; ++k) {
        name.push_back(words[k].hash);
        if (words[k].capital && outlets_.contains(name)) named.insert(name);
      }
    }
  }

  Printed runs_of_outlet(const std::vector<std::uint32_t>& documents) const {
    Printed out;
    for (std::uint32_t d : documents)
      for (std::uint64_t run : runs_[d].all) out.emplace_back(run, d);
    std::sort(out.begin(), out.end());
    return out;
  }

  // Of the pages that may come before: the one that most runs of `d` stand in, then the first.
  std::optional<std::pair<std::size_t, std::uint32_t>> most_repeated(std::uint32_t d,
                                                                     const Printed& printed) const {
    std::map<std::uint32_t, std::size_t> counts;
    for (std::uint64_t run : runs_[d].all) {
      auto at = std::lower_bound(printed.begin(), printed.end(), std::pair{run, std::uint32_t{0}});
      for (std::size_t n = 0; n < Members::kReach && at != printed.end() && at->first == run;
           ++n, ++at)
        ++counts[at->second];
    }
    std::optional<std::pair<std::size_t, std::uint32_t>> best;
    for (const auto& [page, count] : counts)
      if (count >= kLeastRepeated && (!best || count > best->first) &&
          may_follow(records_[d]->document, records_[page]->document))
        best = {count, page};
    return best;
  }

  OriginLink link_of(std::uint32_t from, std::uint32_t to, std::size_t both) const {
    const std::size_t least = std::min(runs_[from].all.size(), runs_[to].all.size());
    return {LinkKind::partial_copy, id(from), id(to), static_cast<int>(100 * both / least),
            "names " + *records_[to]->document.outlet + " and repeats " + std::to_string(both) +
                " of " + std::to_string(least) + " six-word runs"};
  }

  std::span<const DocumentRecord* const> records_;
  const std::vector<Runs>& runs_;
  Outlets outlets_;
  std::set<std::uint64_t> first_words_;
};

}  // namespace

void link_citations(std::span<const DocumentRecord* const> records, const std::vector<Runs>& runs,
                    std::vector<OriginLink>& links) {
  Citations(records, runs).link(links);
}

}  // namespace recount::origins
