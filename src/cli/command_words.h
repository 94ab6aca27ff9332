// Words of a command line that name commands and options, and what is said of wrong ones.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace recount::cli {

// As it's typed: "recount lang check".
std::string full_name(const CLI::App* command);

// The innermost command given, for its help.
const CLI::App* innermost(const CLI::App* app);

// The command that `words` name below `app`; nullptr and `wrong` says why where one is unknown.
const CLI::App* command_of(const CLI::App& app, const std::vector<std::string>& words,
                           std::string& wrong);

// The words at the beginning of the command line that must be commands.
std::vector<std::string> command_words(const CLI::App& app, int argc, char** argv);

// "there is no option '--formt' (did you mean '--format'?)"; "" where the command has every option
// of the command line.
std::string unknown_option(const CLI::App& command, int argc, char** argv);

}  // namespace recount::cli
