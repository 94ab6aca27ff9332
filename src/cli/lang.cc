// recount lang check, lang try, and --version, which names the packs.
#include "recount/build_config.h"
#include "src/cli/commands.h"
#include "src/cli/resources.h"

namespace recount::cli {

int run_lang_check(const LangCommand&, Output& out) {
  out.complain("lang check: not built yet");
  return kWrongCommand;
}

int run_lang_try(const LangCommand&, Output& out) {
  out.complain("lang try: not built yet");
  return kWrongCommand;
}

int run_version(const Resources& resources, Output& out) {
  out.write(std::string("recount ") + kVersion + ", record format " + std::to_string(kRecordFormat) + "\n");
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
