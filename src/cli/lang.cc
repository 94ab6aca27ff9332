// recount lang check, lang try, and --version, which names the packs.
#include "recount/build_config.h"
#include "src/base/base.h"
#include "src/cli/commands.h"
#include "src/cli/resources.h"
#include "src/run/run.h"

namespace recount::cli {
namespace {

int unknown_pack(const std::string& code, Output& out) {
  out.complain("no language pack '" + code + "'; `recount --version` lists those there are");
  return kWrongCommand;
}

}  // namespace

int run_lang_check(const LangCommand& command, Output& out) {
  const Result<LoadedResources> loaded = load_resources(command.resources);
  if (!loaded) {
    out.complain(loaded.error().message);
    return kWrongCommand;
  }
  bool ok = true;
  for (const PackSummary& pack : loaded->languages.summaries()) {
    if (!command.code.empty() && command.code != pack.code) continue;
    const LangReport report = lang_check(loaded->languages, loaded->places, pack.code);
    out.write(report.text);
    ok &= report.ok;
  }
  if (!command.code.empty() && !loaded->languages.pack(command.code))
    return unknown_pack(command.code, out);
  return ok ? kDone : kSomeSkipped;
}

int run_lang_try(const LangCommand& command, Output& out) {
  if (!command.date.empty() && !parse_day(command.date)) {
    out.complain("--date: '" + command.date + "' is no day; write it as 2000-02-29");
    return kWrongCommand;
  }
  const Result<LoadedResources> loaded = load_resources(command.resources);
  if (!loaded) {
    out.complain(loaded.error().message);
    return kWrongCommand;
  }
  if (!loaded->languages.pack(command.code)) return unknown_pack(command.code, out);
  std::string text;
  for (const std::string& word : command.words) text += (text.empty() ? "" : " ") + word;
  out.write(lang_try(loaded->languages, loaded->places, command.code, text, command.date).text);
  return kDone;
}

int run_version(const Resources& resources, Output& out) {
  out.write(std::string("recount ") + kVersion + ", record format " +
            std::to_string(kRecordFormat) + "\n");
  const Result<Languages> languages = load_languages(resources);
  if (!languages) {
    out.complain(languages.error().message);
    return kWrongCommand;
  }
  for (const PackSummary& pack : languages->summaries())
    out.write(pack.code + "  " + pack.name + ", pack " + pack.version + ", " + pack.state + "\n");
  return kDone;
}

}  // namespace recount::cli
