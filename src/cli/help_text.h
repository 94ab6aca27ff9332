// How --help is laid out.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace recount::cli {

// "Usage: recount read [OPTIONS] PATH...", options without the types of C++.
class HelpText : public CLI::Formatter {
 public:
  HelpText() { column_width(22); }
  std::string make_usage(const CLI::App* app, std::string name) const override;
  std::string make_option_opts(const CLI::Option* option) const override;
};

// Of this very command: CLI::App::help() is that of the one that was parsed.
std::string help_of(const CLI::App& app);

}  // namespace recount::cli
