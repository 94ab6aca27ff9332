// For tests: documents and claims, a line each, and the ledger as lines.
//
//   page a en published=2031-05-03 outlet=Morning_Post agency=Wire byline=… url=…
//   block teaser                      a new block (update T17:20, headline, body …; a page begins
//   with one of body) text some words of the page       words only names XXXX-05-03 a deictic day
//   that names itself, here ("this 3 May") year 2030-10                      a past month with its
//   year, here fig deaths >=10 by=ministry:government place=Arlow:g1:AA day=yesterday said=T17:20
//   as_of=T11:00 occ attack place=Arlow:g1:AA day=2031-05-02 per died
//   + fig injured ~100                the plus: in the sentence of the line before
//
// Figures: 10 >=10 >10 <=10 <10 ~10 (about) -10 (almost) 10..15 and dozens, hundreds, thousands,
// many. Days: today yesterday tomorrow previous (a narrative day) 2031-05-03 XXXX-05-03 2030-11
// from:2031-02 2031-05-03/2031-05-05, the weeks 2031-W19 and 2031-W20; a leading "(" where the time
// is the passage's: day=(today,
// "<" where its words stand in the page's first sentence. by=name:kind, via=words;
// place=name:id:country[:precision], a country AA:AA:AA:country. then=words behind the place;
// of_outlet=hospital where the page names its outlet; in_brackets=PWU and in=Brem:g2:BB behind a
// claimant. Also mod=uncertain, part, restates, corrects (of the line before). Underscores stand
// for spaces.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "src/ledger/ledger.h"
#include "src/names/names.h"
#include "src/origins/origins.h"

namespace recount::tellings {

inline std::string spaced(std::string text) {
  for (char& c : text)
    if (c == '_') c = ' ';
  return text;
}
inline std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);)
    if (!part.empty() || at != ' ') out.push_back(part);
  return out;
}

class Writer {
 public:
  std::vector<DocumentRecord> records;

  explicit Writer(const std::string& tellings) {
    for (std::string& line : split(tellings, '\n')) {
      line.erase(0, line.find_first_not_of(' '));
      if (!line.empty() && line[0] != '#') add(split(line, ' '));
    }
    for (DocumentRecord& record : records) finish(record);
  }

 private:
  using Words = std::vector<std::string>;

  void add(Words words) {
    const bool joined = words[0] == "+";
    if (joined) words.erase(words.begin());
    const std::string& what = words[0];
    if (what == "page") return page(words);
    DocumentRecord& record = records.back();
    if (what == "block") return block(record, words);
    if (what == "names" || what == "year") return time(record, words);
    if (what == "text") return say(record, line_of(words, 1) + ". "), void();
    claim(record, words, joined);
  }
  static std::string line_of(const Words& words, std::size_t from) {
    std::string out;
    for (std::size_t i = from; i < words.size(); ++i) out += (i > from ? " " : "") + words[i];
    return out;
  }
  static Span say(DocumentRecord& record, const std::string& words) {
    const auto begin = static_cast<std::uint32_t>(record.document.text.size());
    record.document.text += words;
    return {begin, static_cast<std::uint32_t>(begin + words.size())};
  }

  void page(const Words& words) {
    records.emplace_back();
    Document& document = records.back().document;
    document.id = words[1];
    document.language = words[2];
    for (const std::string& word : words) {
      const auto is = word.find('=');
      if (is == std::string::npos) continue;
      const std::string key = word.substr(0, is), value = spaced(word.substr(is + 1));
      if (key == "published")
        document.published = Stamp{value, Precision::day, {}, "given", {}, false};
      if (key == "outlet") document.outlet = value;
      if (key == "agency") document.agency = value;
      if (key == "byline") document.byline = value;
      if (key == "url") document.url = value;
    }
    block(records.back(), {"block", "body"});
  }
  static void block(DocumentRecord& record, const Words& words) {
    if (!record.document.text.empty()) record.document.text += "\n\n";
    Block block;
    block.kind = named<BlockKind>(words[1]).value();
    block.span.begin = static_cast<std::uint32_t>(record.document.text.size());
    block.section = block.kind == BlockKind::headline && !record.document.blocks.empty();
    if (words.size() > 2) block.time = words[2];
    record.document.blocks.push_back(block);
  }
  static void time(DocumentRecord& record, const Words& words) {
    TimeMention mention;
    mention.span = say(record, words[1]);
    say(record, ". ");
    mention.value = words[1];
    if (words[0] == "names") mention.anchor = "publication", mention.shift = "P0D";
    record.mentions.times.push_back(mention);
  }

  void claim(DocumentRecord& record, const Words& words, bool joined) {
    if (joined && record.document.text.ends_with(". "))
      record.document.text.resize(record.document.text.size() - 2);
    if (joined) say(record, " and ");
    Claim c;
    c.id = record.document.id + "." + std::to_string(record.claims.size() + 1);
    say(record, record.document.id + "-" + std::to_string(record.claims.size() + 1) + " says ");
    const Span key = say(record, words.size() > 2 ? words[2] : words[1]);
    if (words[0] == "fig") {
      c.measure = named<Measure>(words[1]).value();
      c.figure = figure(words[2]);
      c.figure.span = key;
    } else if (words[0] == "occ") {
      c.kind = ClaimKind::occurrence;
      c.event_kind = named<EventKind>(words[1]).value();
      c.wording = key;
    } else {
      c.kind = ClaimKind::person;
      c.field = named<PersonField>(words[1]).value();
      c.person = key;
    }
    for (const std::string& word : words) option(record, c, word);
    say(record, ". ");
    record.claims.push_back(c);
  }

  static Figure figure(std::string text) {
    static const std::map<std::string, std::int64_t> kVague{
        {"dozens", 10}, {"hundreds", 100}, {"thousands", 1000}, {"many", 0}};
    Figure out;
    out.unit = "person";
    if (const auto vague = kVague.find(text); vague != kVague.end()) {
      out.qualifier = Qualifier::vague;
      out.magnitude = vague->second;
      return out;
    }
    static const std::vector<std::pair<std::string, Qualifier>> kMarks{
        {">=", Qualifier::at_least}, {"<=", Qualifier::up_to}, {">", Qualifier::more_than},
        {"<", Qualifier::less_than}, {"~", Qualifier::about},  {"-", Qualifier::almost}};
    for (const auto& [mark, qualifier] : kMarks) {
      if (!text.starts_with(mark)) continue;
      out.qualifier = qualifier;
      text.erase(0, mark.size());
      break;
    }
    const auto range = text.find("..");
    const std::int64_t low = std::stoll(text),
                       high = range == std::string::npos ? low : std::stoll(text.substr(range + 2));
    if (range != std::string::npos) out.qualifier = Qualifier::range;
    const bool open_up =
        out.qualifier == Qualifier::at_least || out.qualifier == Qualifier::more_than;
    const bool open_down =
        out.qualifier == Qualifier::up_to || out.qualifier == Qualifier::less_than;
    if (!open_down) out.low = low;
    if (!open_up) out.high = high;
    return out;
  }

  static When when(DocumentRecord& record, std::string text) {
    static const std::map<std::string, std::string> kShifts{
        {"today", "P0D"}, {"yesterday", "-P1D"}, {"tomorrow", "P1D"}, {"previous", "-P1D"}};
    When out;
    const bool passage = text.starts_with('('), before = text.starts_with('<');
    if (passage || before) text.erase(0, 1);
    say(record, " on ");
    const Span span = say(record, text);
    if (!passage) out.span = before ? Span{0, 1} : span;
    out.value = text;
    if (const auto shift = kShifts.find(text); shift != kShifts.end()) {
      out.value = "XXXX-XX-XX";
      out.anchor = text == "previous" ? "narrative" : "publication";
      out.shift = shift->second;
    }
    if (text == "2031-W19") out.from = "2031-05-05", out.to = "2031-05-11";
    if (text == "2031-W20") out.from = "2031-05-12", out.to = "2031-05-18";
    if (text.starts_with("from:")) out.value = text.substr(5), out.from = out.value;
    if (const auto to = text.find("/"); to != std::string::npos)
      out.value = text.substr(0, to), out.from = out.value, out.to = text.substr(to + 1);
    return out;
  }

  static void option(DocumentRecord& record, Claim& c, const std::string& word) {
    const std::string last = record.claims.empty() ? "" : record.claims.back().id;
    if (word == "part") c.part_of = last;
    if (word == "restates") c.restates = last;
    if (word == "corrects") c.corrects = last;
    const auto is = word.find('=');
    if (is == std::string::npos) return;
    const std::string key = word.substr(0, is), value = word.substr(is + 1);
    const Words parts = split(value, ':');
    if (key == "by") {
      c.claimant.name = spaced(parts[0]);
      c.claimant.kind = named<ActorKind>(parts[1]).value();
      c.claimant.key = name_key(*c.claimant.name);
      say(record, " by ");
      c.claimant.span = say(record, *c.claimant.name);
    }
    if (key == "in_brackets") {
      ActorMention actor;
      actor.span = *c.claimant.span, actor.name = *c.claimant.name;
      actor.kind = c.claimant.kind, actor.key = c.claimant.key, actor.proper = true;
      record.mentions.actors.push_back(actor);
      say(record, " (" + value + ")");
    }
    if (key == "in") {  // the claimant's seat, read as the claim's place
      ActorMention actor;
      actor.span = *c.claimant.span, actor.kind = c.claimant.kind, actor.key = c.claimant.key;
      record.mentions.actors.push_back(actor);
      say(record, " in ");
      place(record, c, parts, "");
    }
    if (key == "of_outlet") {  // the page names its outlet as a body of this kind
      ActorMention actor;
      actor.span = say(record, *record.document.outlet);
      actor.kind = named<ActorKind>(value).value();
      actor.key = name_key(*record.document.outlet);
      record.mentions.actors.push_back(actor);
    }
    if (key == "via") say(record, " via "), c.claimant.via.push_back(say(record, spaced(value)));
    if (key == "day") c.when = when(record, value);
    if (key == "as_of") c.as_of = When{{}, value, {}, {}, {}, {}};
    if (key == "said") c.said_at = SaidAt{value, {}};
    if (key == "mod") c.modality = named<Modality>(value).value();
    if (key == "place") place(record, c, parts);
    if (key == "then") say(record, spaced(value));
  }
  static void place(DocumentRecord& record, Claim& c, const Words& parts,
                    const std::string& before = " at ") {
    ClaimPlace place;
    say(record, before);
    place.span = say(record, spaced(parts[0]));
    place.name = spaced(parts[0]);
    if (parts.size() > 1) place.id = parts[1];
    if (parts.size() > 2) place.country = parts[2];
    place.precision = parts.size() > 3 ? parts[3] : parts.size() > 1 ? "city" : "unknown";
    c.place = place;
    PlaceMention mention;
    mention.span = *place.span, mention.name = place.name, mention.id = place.id;
    mention.country = place.country, mention.precision = place.precision;
    record.mentions.places.push_back(mention);
  }

  static void finish(DocumentRecord& record) {
    auto& blocks = record.document.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i)
      blocks[i].span.end = i + 1 < blocks.size()
                               ? blocks[i + 1].span.begin
                               : static_cast<std::uint32_t>(record.document.text.size());
  }
};

inline std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// "2", or "1..2" where two of them may be one.
inline std::string origins_of(const LedgerLine& line) {
  return (line.origins_at_least < line.origins ? std::to_string(line.origins_at_least) + ".."
                                               : "") +
         std::to_string(line.origins);
}

// An event a line, then its lines; claims by "document.number".
inline std::string dump(const Ledger& ledger) {
  std::string out;
  for (const Event& event : ledger.events) {
    out += (event.kind ? std::string(name_of(*event.kind)) : "?") + " " +
           (event.day.empty() ? "-" : event.day) + " " +
           (event.place.name.empty() ? "-" : event.place.name) + " [" + join(event.documents) + "]";
    if (event.state != EventState::occurred) out += " " + std::string(name_of(event.state));
    out += "\n";
    for (const LedgerLine& line : event.lines) {
      out +=
          "  " + std::string(name_of(line.measure)) + " " + join(line.claims) + " <- " +
          join(line.restated_by) + " o" + origins_of(line) + " u" + std::to_string(line.unknown) +
          " c" + std::to_string(line.channels) + (line.first_hand ? " first_hand" : "") +
          (line.party ? " party" : "") +
          (line.modality == Modality::asserted ? "" : " " + std::string(name_of(line.modality))) +
          "\n";
    }
    if (!event.apart.empty()) out += "  apart " + join(event.apart) + "\n";
    for (const Disagreement& d : event.disagreements)
      out += "  " + std::string(name_of(d.verdict)) + (d.measure ? "" : " in kind") + " " +
             join(d.claims) + "\n";
  }
  for (const DatedDocument& dated : ledger.dated)
    out += "dated " + dated.document + " " + dated.published.value + "\n";
  return out;
}

inline std::vector<const DocumentRecord*> pointers(const std::vector<DocumentRecord>& records) {
  std::vector<const DocumentRecord*> out;
  for (const DocumentRecord& record : records) out.push_back(&record);
  return out;
}

inline std::string told(const std::string& tellings) {
  const Writer writer(tellings);
  return "\n" + dump(build_ledger(pointers(writer.records)));
}

}  // namespace recount::tellings
