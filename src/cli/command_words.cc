#include "src/cli/command_words.h"

#include <algorithm>

#include "src/run/run.h"

namespace recount::cli {
namespace {

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

// nullptr where `app` has no such command.
const CLI::App* command_named(const CLI::App& app, const std::string& name) {
  for (const CLI::App* command : app.get_subcommands({}))
    if (command->get_name() == name) return command;
  return nullptr;
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

}  // namespace

std::string full_name(const CLI::App* app) {
  return app->get_parent() ? full_name(app->get_parent()) + " " + app->get_name() : "recount";
}

const CLI::App* innermost(const CLI::App* app) {
  while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
  return app;
}

const CLI::App* command_of(const CLI::App& app, const std::vector<std::string>& words,
                           std::string& wrong) {
  const CLI::App* at = &app;
  for (const std::string& word : words) {
    const CLI::App* next = command_named(*at, word);
    if (!next) {
      const std::vector<std::string> names = command_names(*at);
      wrong = "there is no command '" + full_name(at).substr(7 + (at != &app)) +
              (at == &app ? "" : " ") + word + "'" + did_you_mean(word, names) +
              (names.empty() ? "; see `" + full_name(at) + " --help`"
                             : "; there are: " + listed(names));
      return nullptr;
    }
    at = next;
  }
  return at;
}

std::vector<std::string> command_words(const CLI::App& app, int argc, char** argv) {
  std::vector<std::string> words;
  const CLI::App* at = &app;
  for (int i = 1; i < argc && at && !at->get_subcommands({}).empty(); ++i) {
    if (argv[i][0] == '-') break;
    words.emplace_back(argv[i]);
    at = command_named(*at, words.back());
  }
  return words;
}

std::string unknown_option(const CLI::App& command, int argc, char** argv) {
  const std::vector<std::string> names = option_names(command);
  for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
    std::string name = argv[i];
    name.resize(std::min(name.size(), name.find('=')));
    if (name.starts_with("--") && std::ranges::find(names, name) == names.end())
      return "there is no option '" + name + "'" + did_you_mean(name, names);
  }
  return "";
}

}  // namespace recount::cli
