// recount read: pages to documents, mentions and claims as JSON Lines. Keeps nothing.
#include "recount/record_json.h"
#include "src/cli/commands.h"
#include "src/cli/fields.h"
#include "src/cli/intake.h"
#include "src/cli/resources.h"
#include "src/cli/unknown_members.h"
#include "src/cli/unread.h"
#include "src/record/record.h"
#include "src/run/run.h"

namespace recount::cli {
namespace {

// `value` with only what the dotted path names: through objects by name, through arrays by each
// item.
void pick(const Json& value, std::string_view path, Json& out) {
  const std::string_view name = path.substr(0, path.find('.'));
  const bool last = name.size() == path.size();
  const Json* member = value.get(name);
  if (!member) return;
  if (last || member->is_null()) {
    out[name] = *member;
    return;
  }
  const std::string_view rest = path.substr(name.size() + 1);
  if (!member->is_array()) {
    pick(*member, rest, out[name]);
    return;
  }
  Json& items = out[name];
  if (items.is_null()) {
    items = Json::array();
    for (std::size_t i = 0; i < member->size(); ++i) items.push_back(Json::object());
  }
  Json merged = Json::array();
  for (std::size_t i = 0; i < member->size(); ++i) {
    Json item = i < items.size() ? items.items()[i] : Json::object();
    pick(member->items()[i], rest, item);
    merged.push_back(std::move(item));
  }
  items = std::move(merged);
}

std::string skipped_line(const std::vector<Skipped>& skipped) {
  Json line = Json::object();
  line["document"] = nullptr;
  line["skipped"] = Json::array();
  for (const Skipped& one : skipped) {
    Json item = Json::object();
    item["source"] = one.source;
    item["reason"] = one.reason;
    item["kind"] = name_of(one.kind);
    line["skipped"].push_back(item);
  }
  return line.dump() + "\n";
}

ToLine line_maker(const ReadCommand& command, const std::vector<PackSummary>& packs) {
  return [&command, packs](const DocumentRecord& record) {
    const JsonOptions options{.with_text = !command.no_text};
    if (command.fields.empty()) return to_json(record, packs, options) + "\n";
    const Json whole = json_of(record, packs, options);
    Json line = Json::object();
    for (const std::string& field : command.fields) pick(whole, field, line);
    return line.dump() + "\n";
  };
}

bool from_stdin(const std::string& source) { return source == "-" || source.starts_with("-:"); }

}  // namespace

int run_read(const ReadCommand& command, Output& out) {
  if (const std::string wrong = wrong_field(command.fields); !wrong.empty()) {
    out.complain("--fields: " + wrong);
    return kWrongCommand;
  }
  Result<LoadedResources> loaded = load_resources(command.resources);
  if (!loaded) {
    out.complain(loaded.error().message);
    return kWrongCommand;
  }
  if (const std::string wrong = wrong_language(*loaded, command.intake); !wrong.empty()) {
    out.complain(wrong);
    return kWrongCommand;
  }
  if (!loaded->warning.empty()) out.complain(loaded->warning);
  const Readers readers = readers_of(*loaded, command.intake);
  UnknownMembers unknown;
  RunOptions options = run_options(command.intake, unknown);
  if (!command.furniture.empty()) {
    auto keys = run::load_furniture(command.furniture);
    if (!keys) {
      out.complain(keys.error().message);
      return kWrongCommand;
    }
    options.read.furniture = std::move(*keys);
  }
  int code = kDone;
  Progress progress;
  read_paths(command.paths, readers, options, line_maker(command, loaded->languages.summaries()),
             [&](const Outcome& outcome) {
               progress.count(has_skipped_page(outcome.skipped));
               const bool stream = from_stdin(outcome.source);
               if (!stream && !outcome.skipped.empty()) {
                 code = kSomeSkipped;
                 progress.clear();
                 for (const Skipped& skipped : with_advice(outcome, loaded->languages))
                   out.complain(skipped);
               }
               if (outcome.record) return out.write(outcome.line);
               return !stream || out.write(skipped_line(outcome.skipped));
             });
  progress.clear();
  unknown.tell(out);
  return code;
}

}  // namespace recount::cli
