#include "src/cli/help_text.h"

#include "src/cli/command_words.h"

namespace recount::cli {

std::string HelpText::make_usage(const CLI::App* app, std::string) const {
  return CLI::Formatter::make_usage(app, full_name(app));
}

std::string HelpText::make_option_opts(const CLI::Option* option) const {
  const std::string type = option->get_type_name();
  return option->get_positional() || type == "TEXT" || type.empty() ? "" : " " + type;
}

std::string help_of(const CLI::App& app) {
  return app.get_formatter()->make_help(&app, app.get_name(), CLI::AppFormatMode::Normal);
}

}  // namespace recount::cli
