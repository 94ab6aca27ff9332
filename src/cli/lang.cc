// recount lang check, try, new, and --version, which names the packs.
#include <filesystem>

#include "recount/build_config.h"
#include "src/base/base.h"
#include "src/cli/commands.h"
#include "src/cli/resources.h"
#include "src/run/run.h"

namespace recount::cli {
namespace {

int unknown_pack(const std::string& code, Output& out) {
  out.complain("no language pack '" + code + "'; `recount --version` lists those there are, " +
               "`--languages DIR` names a folder with others");
  return kWrongCommand;
}

// `check --coverage fr`: what looks like a page is the pack's code where no such page is there.
LangCommand with_code(LangCommand command, const Languages& languages) {
  std::vector<std::string>& pages = command.pages;
  const bool is_code = command.code.empty() && pages.size() == 1 && languages.pack(pages.front()) &&
                       !std::filesystem::exists(pages.front());
  if (is_code) {
    command.code = pages.front();
    pages.clear();
  }
  return command;
}

}  // namespace

int run_lang_check(const LangCommand& given, Output& out) {
  const Result<LoadedResources> loaded = load_resources(given.resources);
  if (!loaded) {
    out.complain(loaded.error().message);
    return kWrongCommand;
  }
  const Languages& languages = loaded->languages;
  const LangCommand command = with_code(given, languages);
  if (!command.code.empty() && !languages.pack(command.code))
    return unknown_pack(command.code, out);
  if (!command.use.empty()) {
    out.write(lang_use(languages, loaded->places, command.code, command.use, command.all).text);
    return kDone;
  }
  bool ok = true;
  for (const PackSummary& pack : languages.summaries()) {
    if (!command.code.empty() && command.code != pack.code) continue;
    const LangReport report = command.coverage ? lang_coverage(languages, loaded->places, pack.code)
                                               : lang_check(languages, loaded->places, pack.code);
    out.write(report.text);
    ok &= report.ok;
  }
  if (!command.pages.empty())
    out.write(lang_coverage_of(languages, loaded->places, command.code, command.pages).text);
  return ok ? kDone : kSomeSkipped;
}

int run_lang_try(const LangCommand& command, Output& out) {
  if (!command.trial.published.empty() && !parse_day(command.trial.published)) {
    out.complain("--date: '" + command.trial.published + "' is no day; write it as 2000-02-29");
    return kWrongCommand;
  }
  const Result<LoadedResources> loaded = load_resources(command.resources);
  if (!loaded) {
    out.complain(loaded.error().message);
    return kWrongCommand;
  }
  if (!loaded->languages.pack(command.code)) return unknown_pack(command.code, out);
  Trial trial = command.trial;
  for (const std::string& word : command.words)
    trial.text += (trial.text.empty() ? "" : " ") + word;
  const LangReport report = lang_try(loaded->languages, loaded->places, command.code, trial);
  if (!report.ok) {
    out.complain(report.text);
    return kWrongCommand;
  }
  out.write(report.text);
  return kDone;
}

int run_lang_new(const LangCommand& command, Output& out) {
  const Result<std::string> made = lang_new(command.code, command.name, command.to);
  if (!made) {
    out.complain(made.error().message);
    return kWrongCommand;
  }
  out.write(*made);
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
