// recount add: reads what is new or changed into a dossier.
#include <filesystem>

#include "src/cli/commands.h"
#include "src/cli/intake.h"
#include "src/cli/resources.h"
#include "src/cli/unknown_members.h"
#include "src/cli/unread.h"
#include "src/run/run.h"

namespace recount::cli {
namespace {

// What is wrong where a dossier would be made of paths of which none exists; empty elsewhere.
std::vector<std::string> nothing_to_add(const AddCommand& command) {
  std::error_code ignored;
  if (std::filesystem::exists(command.dossier, ignored)) return {};
  std::vector<std::string> wrong;
  for (const std::string& path : command.paths) {
    if (path == "-" || std::filesystem::exists(path, ignored)) return {};
    wrong.push_back(path + ": doesn't exist; check the path, no dossier was made");
  }
  return wrong;
}

}  // namespace

int run_add(const AddCommand& command, Output& out) {
  if (const std::string wrong = wrong_dossier(command.dossier, false); !wrong.empty()) {
    out.complain(wrong);
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
  if (const std::vector<std::string> wrong = nothing_to_add(command); !wrong.empty()) {
    for (const std::string& why : wrong) out.complain(why);
    return kWrongCommand;
  }
  if (!loaded->warning.empty()) out.complain(loaded->warning);
  Result<Dossier> dossier = Dossier::open(command.dossier, Access::write);
  if (!dossier) {
    out.complain(dossier.error().message);
    return kDossier;
  }
  const Readers readers = readers_of(*loaded, command.intake);
  UnknownMembers unknown;
  const RunOptions options = run_options(command.intake, unknown);
  std::size_t read = 0, unchanged = 0, skipped = 0;
  int code = kDone;
  Progress progress;
  const Status status =
      add_paths(*dossier, command.paths, readers, options, [&](const Outcome& outcome) {
        const bool whole = outcome.skipped.empty();
        const bool is_skipped = has_skipped_page(outcome.skipped);
        progress.count(is_skipped);
        read += was_read(outcome);
        unchanged += outcome.unchanged;
        skipped += is_skipped;
        if (whole) return true;
        code = kSomeSkipped;
        progress.clear();
        for (const Skipped& why : with_advice(outcome, loaded->languages)) out.complain(why);
        return true;
      });
  progress.clear();
  unknown.tell(out);
  if (!status) {
    out.complain(status.error().message);
    return kDossier;
  }
  out.write(std::to_string(read) + " read, " + std::to_string(unchanged) + " unchanged, " +
            std::to_string(skipped) + " skipped\n");
  return code;
}

}  // namespace recount::cli
