#include "src/record/record.h"

#include "recount/build_config.h"
#include "src/record/reader.h"
#include "src/record/writer.h"

namespace recount {
namespace {

// "fr" reads "fr" and "fr-BE".
bool reads(std::string_view pack, const std::optional<std::string>& language) {
  if (!language || !language->starts_with(pack)) return false;
  return language->size() == pack.size() || (*language)[pack.size()] == '-';
}

Json producer(const Document& document, const std::vector<PackSummary>& packs) {
  Json versions = Json::object();
  for (const PackSummary& pack : packs) {
    if (reads(pack.code, document.language)) versions[pack.code] = pack.version;
  }
  Json producer = Json::object();
  producer["recount"] = kVersion;
  producer["format"] = kRecordFormat;
  producer["packs"] = std::move(versions);
  return producer;
}

// The text, which everything else points into.
Result<std::string> text_of(const Json& value) {
  const Json* document = value.get("document");
  const Json* text = document ? document->get("text") : nullptr;
  if (!text) return Error{"this is no record: document.text is missing"};
  if (!text->is_string())
    return Error{"the record was written without its text and can't be read back"};
  return text->as_string();
}

Status check_format(const Json& value) {
  const Json* producer = value.get("producer");
  const Json* format = producer ? producer->get("format") : nullptr;
  if (!format || !format->is_int()) return Error{"this is no record: producer.format is missing"};
  if (format->as_int() == kRecordFormat) return Done{};
  return Error{"the record has format " + std::to_string(format->as_int()) +
               ", this program reads format " + std::to_string(kRecordFormat)};
}

}  // namespace

Json json_of(const DocumentRecord& record, const std::vector<PackSummary>& packs,
             const JsonOptions& options) {
  const std::string& text = record.document.text;
  const CodePoints points(text);
  record::Writer document(text, points);
  describe(document, record.document);
  document.field("text", options.with_text ? std::optional(text) : std::nullopt);
  record::Writer whole(text, points);
  describe(whole, record);
  Json value = std::move(whole).done();
  value["document"] = std::move(document).done();
  value["producer"] = producer(record.document, packs);
  return value;
}

Result<DocumentRecord> record_of(const Json& value) {
  if (const Status format = check_format(value); !format) return format.error();
  auto text = text_of(value);
  if (!text) return text.error();
  DocumentRecord record;
  record.document.text = std::move(*text);
  const CodePoints points(record.document.text);
  record::ReadState state{record.document.text, points, {}};
  record::Reader document(*value.get("document"), "document", state);
  describe(document, record.document);
  record::Reader whole(value, "line", state);
  describe(whole, record);
  if (!state.error.empty()) return Error{state.error};
  return record;
}

std::string to_json(const DocumentRecord& record, const std::vector<PackSummary>& packs,
                    const JsonOptions& options) {
  return json_of(record, packs, options).dump();
}

Result<DocumentRecord> record_from_json(std::string_view line) {
  auto value = Json::parse(line);
  if (!value) return value.error();
  return record_of(*value);
}

}  // namespace recount
