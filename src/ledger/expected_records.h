// For tests: documents and claims from a record that readers wrote (JSON Lines: is, block, claim
// facts; offsets in code points) and from the texts beside it, so that the ledger can be tested on
// claims that are right.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "recount/record.h"
#include "src/base/base.h"
#include "src/names/names.h"
#include "src/origins/origins.h"

namespace recount::testing_records {

class Reader {
 public:
  // texts: a folder of <id>.txt or <number>_<anything>.txt.
  explicit Reader(const std::filesystem::path& texts) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(texts))
      files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      if (file.extension() != ".txt") continue;
      std::string id = file.stem().string();
      if (std::isdigit(static_cast<unsigned char>(id[0]))) id = id.substr(0, id.find('_'));
      if (auto text = read_file(file.string(), 1u << 24)) add_text(id, *text);
    }
  }
  // Where the facts quote every block, they are the text: blocks with line ends between.
  static Reader of_quoted_blocks(const std::string& expected) {
    std::map<std::string, std::map<std::int64_t, std::string>> quotes;
    each_line(expected, [&](const Json& o) {
      const Json* block = o.get("block");
      const auto quote = block ? text_of(block->get("verbatim")) : std::nullopt;
      if (quote) quotes[o.get("document")->as_string()][*number_of(block->get("begin"))] = *quote;
    });
    Reader out;
    for (const auto& [id, blocks] : quotes) {
      std::string text;
      std::int64_t size = 0;
      for (const auto& [begin, quote] : blocks) {
        text.append(static_cast<std::size_t>(begin - size), '\n');
        text += quote;
        size = begin + CodePoints(quote).size();
      }
      out.add_text(id, text);
    }
    return out;
  }

  // listed: the places are those of a gazetteer, so that claims carry their ids.
  void entities(const std::string& path, bool listed) {
    listed_ = listed;
    each_line(path, [this](const Json& o) { entity(o); });
  }
  void expected(const std::string& path) {
    each_line(path, [this](const Json& o) { fact(o); });
    for (auto& [id, record] : records_) finish(record);
  }

  std::map<std::string, DocumentRecord>& records() { return records_; }
  std::vector<const DocumentRecord*> pointers() const {
    std::vector<const DocumentRecord*> out;
    for (const auto& [id, record] : records_) out.push_back(&record);
    return out;
  }
  std::uint32_t byte(const std::string& document, std::int64_t code_point) const {
    return offsets_.at(document).to_byte(static_cast<std::uint32_t>(code_point));
  }

  template <class F>
  static void each_line(const std::string& path, F&& f) {
    auto lines = LineReader::open(path, 1u << 24);
    if (!lines) return;
    while (auto line = lines->next()) {
      auto json = Json::parse(line->text);
      if (json) f(*json);
    }
  }

 private:
  Reader() = default;
  void add_text(const std::string& id, std::string text) {
    DocumentRecord& record = records_[id];
    record.document.id = id;
    record.document.text = std::move(text);
    offsets_.emplace(id, CodePoints(record.document.text));
  }
  static std::optional<std::string> text_of(const Json* json) {
    if (!json || !json->is_string()) return std::nullopt;
    return json->as_string();
  }
  static std::optional<std::int64_t> number_of(const Json* json) {
    if (!json || !json->is_int()) return std::nullopt;
    return json->as_int();
  }
  std::optional<Span> span_of(const std::string& id, const Json* o) const {
    if (!o) return std::nullopt;
    const auto begin = number_of(o->get("begin")), end = number_of(o->get("end"));
    if (!begin || !end) return std::nullopt;
    return Span{byte(id, *begin), byte(id, *end)};
  }
  std::string words(const std::string& id, Span span) const {
    return records_.at(id).document.text.substr(span.begin, span.size());
  }

  void entity(const Json& o) {
    const std::string type = o.get("type")->as_string(), id = o.get("document")->as_string();
    if (!records_.contains(id) || (type != "place" && type != "country")) return;
    PlaceMention place;
    place.span = *span_of(id, &o);
    place.id = o.get("id")->as_string();
    place.name = words(id, place.span);
    place.precision = type == "country" ? "country" : "city";
    if (type == "country") place.country = place.id;
    if (const auto country = text_of(o.get("country"))) place.country = *country;
    records_[id].mentions.places.push_back(place);
  }

  void fact(const Json& o) {
    const std::string id = o.get("document") ? o.get("document")->as_string() : "";
    if (!records_.contains(id)) return;
    DocumentRecord& record = records_[id];
    if (const Json* is = o.get("is")) document(record, *is);
    if (const Json* block = o.get("block")) {
      Block b;
      b.kind = named<BlockKind>(block->get("kind")->as_string()).value_or(BlockKind::body);
      b.span = *span_of(id, block);
      b.time = text_of(block->get("time"));
      record.document.blocks.push_back(b);
    }
    if (const Json* c = o.get("claim")) claim(id, record, *c);
  }

  void document(DocumentRecord& record, const Json& is) {
    Document& d = record.document;
    d.language = text_of(is.get("language"));
    auto named_field = [&](const char* key) -> std::optional<std::string> {
      const Json* field = is.get(key);
      if (const auto span = span_of(d.id, field)) return words(d.id, *span);
      return text_of(field);
    };
    d.outlet = named_field("outlet"), d.agency = named_field("agency"),
    d.byline = named_field("byline");
    if (const Json* published = is.get("published"); published && published->is_object()) {
      Stamp stamp;
      stamp.value = published->get("value")->as_string();
      stamp.evidence = "given";
      d.published = stamp;
    }
  }

  Figure figure(const std::string& id, const Json& f) const {
    Figure out;
    out.span = *span_of(id, &f);
    out.low = number_of(f.get("low")), out.high = number_of(f.get("high"));
    out.qualifier =
        named<Qualifier>(text_of(f.get("qualifier")).value_or("exact")).value_or(Qualifier::exact);
    out.unit = text_of(f.get("unit")).value_or("person");
    if (out.qualifier == Qualifier::vague) out.magnitude = magnitude(words(id, out.span));
    return out;
  }
  // Facts don't give it; these are words of any language pack.
  static std::int64_t magnitude(const std::string& words) {
    const std::string low = fold_name(words);
    if (low.find("centaine") != std::string::npos || low.find("hundred") != std::string::npos)
      return 100;
    if (low.find("millier") != std::string::npos || low.find("thousand") != std::string::npos)
      return 1000;
    if (low.find("dizaine") != std::string::npos || low.find("dozen") != std::string::npos)
      return 10;
    return 0;
  }

  When when(const std::string& id, const Json& w) const {
    When out;
    out.span = span_of(id, &w);
    out.value = text_of(w.get("value")).value_or("XXXX-XX-XX");
    out.from = text_of(w.get("from")), out.to = text_of(w.get("to"));
    out.anchor = text_of(w.get("anchor")), out.shift = text_of(w.get("shift"));
    if (out.anchor == "event") out.anchor = "narrative";
    return out;
  }

  ClaimPlace place(const std::string& id, const Json& p) const {
    ClaimPlace out;
    out.span = span_of(id, &p);
    out.name = text_of(p.get("name")).value_or("");
    out.precision = "unknown";
    for (const PlaceMention& mention : records_.at(id).mentions.places) {
      if (!out.span || !out.span->overlaps(mention.span)) continue;
      const bool part =
          skeleton(mention.name) != skeleton(out.name) && mention.precision == "country";
      if (!listed_ || (part && out.name.find(' ') != std::string::npos))
        continue;  // "western X" isn't X
      out.id = mention.id, out.precision = mention.precision, out.country = mention.country;
    }
    return out;
  }

  Claimant claimant(const std::string& id, const Json& c) const {
    Claimant out;
    out.span = span_of(id, &c);
    out.kind = named<ActorKind>(text_of(c.get("kind")).value_or("publisher"))
                   .value_or(ActorKind::publisher);
    out.name = text_of(c.get("name"));
    if (!out.name && out.span) out.name = words(id, *out.span);
    if (out.name && out.kind != ActorKind::publisher) out.key = name_key(*out.name);
    if (const Json* via = c.get("via"))
      for (const Json& step : via->items())
        if (const auto span = span_of(id, &step)) out.via.push_back(*span);
    return out;
  }

  void claim(const std::string& id, DocumentRecord& record, const Json& c) {
    Claim out;
    out.kind = named<ClaimKind>(c.get("kind")->as_string()).value_or(ClaimKind::figure);
    out.modality = named<Modality>(text_of(c.get("modality")).value_or("asserted"))
                       .value_or(Modality::asserted);
    if (const Json* x = c.get("claimant"); x && x->is_object()) out.claimant = claimant(id, *x);
    if (const Json* x = c.get("when"); x && x->is_object()) out.when = when(id, *x);
    if (const Json* x = c.get("as_of"); x && x->is_object()) out.as_of = when(id, *x);
    if (const Json* x = c.get("said_at"); x && x->is_object())
      out.said_at = SaidAt{text_of(x->get("value")).value_or(""), {}};
    if (const Json* x = c.get("place"); x && x->is_object()) out.place = place(id, *x);
    if (out.kind == ClaimKind::figure) {
      out.measure =
          named<Measure>(text_of(c.get("measure")).value_or("deaths")).value_or(Measure::deaths);
      out.figure = figure(id, *c.get("figure"));
      if (const auto span = span_of(id, c.get("wording"))) out.wording = *span;
      out.series =
          named<Series>(text_of(c.get("series")).value_or("event")).value_or(Series::event);
    } else if (out.kind == ClaimKind::occurrence) {
      out.event_kind =
          named<EventKind>(c.get("event_kind")->as_string()).value_or(EventKind::protest);
      out.wording = *span_of(id, c.get("cue"));
    } else {
      out.person = *span_of(id, c.get("person"));
      out.field =
          named<PersonField>(text_of(c.get("field")).value_or("age")).value_or(PersonField::age);
    }
    out.id = short_id('c', c.dump() + '\n' + id);
    record.claims.push_back(out);
    for (const char* link : {"part_of", "restates", "previous", "corrects"})
      if (const auto span = span_of(id, c.get(link)))
        links_.push_back({id, out.id, link, span->begin});
  }

  void finish(DocumentRecord& record) {
    auto& blocks = record.document.blocks;
    std::sort(blocks.begin(), blocks.end(),
              [](const Block& a, const Block& b) { return a.span < b.span; });
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      blocks[i].span.end = i + 1 < blocks.size()
                               ? blocks[i + 1].span.begin
                               : static_cast<std::uint32_t>(record.document.text.size());
      blocks[i].section = i > 0 && blocks[i].kind == BlockKind::headline;
    }
    if (!blocks.empty()) blocks[0].span.begin = 0;
    for (const auto& link : links_) {
      if (link.document != record.document.id) continue;
      Claim* from = nullptr;
      const Claim* to = nullptr;
      for (Claim& c : record.claims) {
        if (c.id == link.claim) from = &c;
        if (c.kind == ClaimKind::figure && c.figure.span.begin == link.begin && !to) to = &c;
      }
      if (!from || !to || from->id == to->id) continue;
      auto& field = link.what == "part_of"    ? from->part_of
                    : link.what == "restates" ? from->restates
                    : link.what == "previous" ? from->previous
                                              : from->corrects;
      field = to->id;
    }
  }

  struct Link {
    std::string document, claim, what;
    std::uint32_t begin;
  };
  std::map<std::string, DocumentRecord> records_;
  std::map<std::string, CodePoints> offsets_;
  std::vector<Link> links_;
  bool listed_ = true;
};

}  // namespace recount::testing_records
