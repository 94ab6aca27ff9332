// The command line: CLI11 is used here, in options.h, command_words.* and help_text.*, and nowhere
// else.
#pragma once

#include <functional>
#include <string>

#include "src/cli/commands.h"

namespace recount::cli {

// What to do after parsing: run a command, or print a text and end.
struct Parsed {
  std::function<int(Output&)> run;
};

// Never throws. A wrong command line gives a `run` that says what is wrong and what to do, with
// kWrongCommand.
Parsed parse(int argc, char** argv);

}  // namespace recount::cli
