// How pages are taken in, as a run's options and readers.
#pragma once

#include <algorithm>
#include <string_view>
#include <thread>

#include "src/cli/commands.h"
#include "src/cli/resources.h"
#include "src/cli/unknown_members.h"
#include "src/run/run.h"

namespace recount::cli {

// `unknown` must outlive the run.
inline RunOptions run_options(const Intake& intake, UnknownMembers& unknown) {
  RunOptions options;
  options.threads =
      intake.threads > 0 ? intake.threads : std::max(1u, std::thread::hardware_concurrency());
  options.capture.max_page_bytes = intake.max_page_mb << 20;
  options.read.text.max_text_bytes = options.capture.max_page_bytes / 2;
  options.read.text.language = intake.language;
  options.capture.unknown_member = [&unknown](std::string_view name) { unknown.met(name); };
  return options;
}

// What reads pages. What was read with another language given is read again.
inline Readers readers_of(const LoadedResources& loaded, const Intake& intake) {
  const std::string language = intake.language.empty() ? "" : " language " + intake.language;
  return {loaded.languages, loaded.places, loaded.fingerprint + language};
}

// Why --language can't be; empty where it can.
inline std::string wrong_language(const LoadedResources& loaded, const Intake& intake) {
  if (intake.language.empty() || loaded.languages.pack(intake.language)) return "";
  std::vector<std::string> codes;
  for (const PackSummary& pack : loaded.languages.summaries()) codes.push_back(pack.code);
  return "--language: there is no pack '" + intake.language + "'; there are: " + listed(codes);
}

}  // namespace recount::cli
