#include "src/publish/name_secrecy.h"

#include <algorithm>

#include "src/publish/name_runs.h"

namespace recount::publish {
namespace {

constexpr std::size_t kShortWord = 3;  // letters of "Les"

// Do the words of a person claim give a name (not "a young girl")? Two words with a capital, or one
// that doesn't open.
bool looks_like_name(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  return std::ranges::count_if(words, &Word::capital) >= 2 ||
         (words.size() == 1 && words[0].capital && words[0].letters > 2);
}

bool is_one_blank(std::string_view text, const Word& a, const Word& b) {
  return text.substr(a.span.end, b.span.begin - a.span.end) == " ";
}

Doubt doubt_of(ActorKind kind) {
  if (kind == ActorKind::unknown) return Doubt::some;
  return kind == ActorKind::individual ? Doubt::speaker : Doubt::none;
}

// "Residents said", "Neighbour Alda Verrick said": what opens a claimant's words is the noun by
// which they are known, if it stands alone or before a name.
bool is_common_opening(const std::vector<Word>& words, const Claimant& claimant) {
  const bool common = claimant.key.find(':') != std::string::npos;  // "witness:neighbours"
  return common && (words.size() == 1 || (words.size() > 2 && words[1].capital));
}

// Kinds whose people speak in a public office.
bool is_office(ActorKind kind) {
  return kind == ActorKind::government || kind == ActorKind::police ||
         kind == ActorKind::military || kind == ActorKind::judiciary || kind == ActorKind::rescue ||
         kind == ActorKind::international;
}

}  // namespace

NameSecrecy::NameSecrecy(std::span<const DocumentRecord* const> records,
                         std::span<const std::string> articles) {
  for (const std::string& line : articles) {
    const std::size_t blank = line.find(' ');
    const std::string word = line.substr(0, blank);
    articles_.insert(word);
    if (blank != std::string::npos) languages_.emplace(word, line.substr(blank + 1));
  }
  for (const DocumentRecord* record : records) open_words(*record);
  NameRuns runs;
  for (const DocumentRecord* record : records) {
    collect(*record);
    runs.add(*record);
  }
  const auto is_open = [this](const NameRuns::Run& run, std::size_t i) {
    return things_.contains(run[i]) || (i > 0 && hold_office(run[i - 1], run[i])) ||
           (i + 1 < run.size() && hold_office(run[i], run[i + 1]));
  };
  for (const NameRuns::Run& run : runs.unusual(records, is_open))
    for (const std::string& word : run) add_word(word, Doubt::some);
}

// What may open a doubtful name: words of places that the gazetteer has, of bodies and of outlets.
void NameSecrecy::open_words(const DocumentRecord& record) {
  for (const ActorMention& actor : record.mentions.actors) {
    if (!is_known_body(actor)) continue;
    open(words_at(record, actor.span), actor.kind == ActorKind::media ? &things_ : nullptr);
    if (is_office(actor.kind)) open_office(actor.kind, words_at(record, actor.span));
  }
  for (const PlaceMention& place : record.mentions.places) {
    if (place.id.empty()) continue;
    const std::string_view words = words_at(record, place.span);
    open(words, &things_);
    if (place.precision == "country") open(words, &certain_);
  }
  if (record.document.outlet) open_outlet(*record.document.outlet);
}

void NameSecrecy::open(std::string_view words, Words* also) {
  for (const Word& word : words_of(words)) {
    open_words_.insert(word.folded);
    if (also) also->insert(word.folded);
  }
}

// Whoever holds a public office is no private person.
void NameSecrecy::open_office(ActorKind kind, std::string_view words) {
  std::vector<Word> named;
  for (Word& word : words_of(words))
    if (word.capital && word.letters > 1 && !articles_.contains(word.folded))
      named.push_back(std::move(word));
  const bool governs = kind == ActorKind::government;
  if (named.size() == 1 && governs && named[0].letters > kShortWord)
    surnames_.insert(named[0].folded);
  for (std::size_t i = 1; i < named.size(); ++i) {
    office_pairs_.insert(named[i - 1].folded + " " + named[i].folded);
    for (const std::string& word : {named[i - 1].folded, named[i].folded}) {
      officials_.insert(word);
      if (governs) governing_.insert(word);
    }
  }
}

void NameSecrecy::open_outlet(const std::string& outlet) {
  open(outlet, &things_);
  if (std::string name = without_articles(outlet); !name.empty()) outlets_.insert(std::move(name));
}

void NameSecrecy::collect(const DocumentRecord& record) {
  const OpenSpans open(record);
  for (const ActorMention& actor : record.mentions.actors)
    if (actor.proper && speaks_for_oneself(actor.kind)) add_actor(record, actor);
  for (const Claim& claim : record.claims) {
    if (claim.claimant.span && speaks_for_oneself(claim.claimant.kind))
      add_claimant(record, open, claim.claimant);
    if (claim.kind != ClaimKind::person) continue;
    const std::string_view words = words_at(record, claim.person);
    if (looks_like_name(words)) add_name(words, Doubt::none);
    add_names_inside(record, open, claim.span);
  }
}

// "The teacher Alda Verrick": the name is "Alda Verrick".
void NameSecrecy::add_actor(const DocumentRecord& record, const ActorMention& actor) {
  if (is_no_person(record, actor.name))
    open(actor.name);
  else
    add_name(actor.name, doubt_of(actor.kind));
}

// The words of somebody who speaks and may be a person. Short ones, and short ones in capitals
// ("Les", "NRC"), are articles and bodies.
void NameSecrecy::add_claimant(const DocumentRecord& record, const OpenSpans& open,
                               const Claimant& claimant) {
  const Span span = *claimant.span;
  const std::string_view text = words_at(record, span);
  if (is_no_person(record, text)) return this->open(text);
  const Word* before = nullptr;
  const std::vector<Word> words = words_of(text);
  for (const Word& word : words) {
    const bool surname = before && before->capital && before->letters > 1 &&
                         is_one_blank(text, *before, word) &&
                         !open.cover(span.begin + before->span.begin);
    before = &word;
    if (!word.capital || word.letters <= kShortWord || is_acronym(word)) continue;
    if (!surname && open.cover(span.begin + word.span.begin)) continue;
    if (&word == words.data() && is_common_opening(words, claimant)) continue;
    add_word(word.folded, doubt_of(claimant.kind));
  }
}

// Words with a capital that don't open a sentence, in what is said of a person.
void NameSecrecy::add_names_inside(const DocumentRecord& record, const OpenSpans& open, Span span) {
  for (const Word& word : words_of(words_at(record, span))) {
    const std::uint32_t at = span.begin + word.span.begin;
    if (word.capital && word.letters > 2 && !opens_sentence(record.document.text, at) &&
        !open.cover(at))
      add_word(word.folded, Doubt::some);
  }
}

void NameSecrecy::add_name(std::string_view name, Doubt doubt) {
  for (const Word& word : words_of(name))
    if (word.capital && word.letters > 1)
      add_word(word.folded, word.letters > 2 ? doubt : Doubt::some);
}

void NameSecrecy::add_word(const std::string& folded, Doubt doubt) {
  if (folded.empty() || articles_.contains(folded)) return;
  auto& known = words_[std::string(first_letters(folded, 4))];
  const auto same = std::ranges::find(known, folded, &PrivateWord::folded);
  if (same == known.end())
    known.push_back({folded, doubt});
  else
    same->doubt = std::max(same->doubt, doubt);
}

// An outlet of the records, or a name that opens with an article of another language than the
// page's ("selon The Orlo Centre"; "The Verricks" are people).
bool NameSecrecy::is_no_person(const DocumentRecord& record, std::string_view name) const {
  const std::vector<Word> words = words_of(name);
  if (words.size() > 1 && words[0].capital && words[1].capital) {
    const auto article = languages_.find(words[0].folded);
    const auto& language = record.document.language;
    if (article != languages_.end() && language && *language != article->second) return true;
  }
  return !outlets_.empty() && outlets_.contains(without_articles(name));
}

std::string NameSecrecy::without_articles(std::string_view name) const {
  std::string out;
  for (const Word& word : words_of(name))
    if (!articles_.contains(word.folded)) out += (out.empty() ? "" : " ") + word.folded;
  return out;
}

Secrecy NameSecrecy::of(const Word& word) const {
  const auto it = words_.find(std::string(first_letters(word.folded, 4)));
  if (it == words_.end() || articles_.contains(word.folded)) return Secrecy::open;
  const auto meets = [&](const PrivateWord& name) { return same_name(name.folded, word.folded); };
  if (std::ranges::none_of(it->second, meets)) return Secrecy::open;
  if (!open_words_.contains(word.folded)) return Secrecy::withheld;
  const auto name = std::ranges::find(it->second, word.folded, &PrivateWord::folded);
  const Doubt doubt = name == it->second.end() ? Doubt::some : name->doubt;
  if (doubt == Doubt::some || certain_.contains(word.folded)) return Secrecy::beside_names;
  if (doubt == Doubt::speaker && surnames_.contains(word.folded)) return Secrecy::beside_names;
  const Words& openers = doubt == Doubt::speaker ? officials_ : governing_;
  return openers.contains(word.folded) ? Secrecy::of_official : Secrecy::withheld;
}

bool NameSecrecy::hold_office(const std::string& first, const std::string& second) const {
  return office_pairs_.contains(first + " " + second);
}

std::vector<std::string> NameSecrecy::collected() const {
  std::vector<std::string> out;
  for (const auto& [stem, names] : words_)
    for (const PrivateWord& name : names) out.push_back(name.folded);
  return out;
}

}  // namespace recount::publish
