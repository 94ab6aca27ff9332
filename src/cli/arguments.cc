#include "src/cli/arguments.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "src/cli/command_words.h"
#include "src/cli/help.h"
#include "src/cli/help_text.h"
#include "src/cli/options.h"
#include "src/run/run.h"

namespace recount::cli {
namespace {

// What the commands write into while CLI11 parses.
struct Values {
  Resources resources;
  ReadCommand read;
  AddCommand add;
  ReportCommand report;
  ExplainCommand explain;
  LangCommand lang;
  std::string format = "table", measure, kind, reason;
  std::vector<std::string> topic;  // help: of which command
  bool version = false;
};

void add_languages(CLI::App* command, Resources& resources) {
  command
      ->add_option("--languages", resources.languages,
                   "Folder of language packs, beside the built-in ones; may be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

void add_resources(CLI::App* command, Resources& resources) {
  add_languages(command, resources);
  command
      ->add_option("--places", resources.places,
                   "The gazetteer's file, instead of the built-in one")
      ->type_name("FILE");
}

void add_dossier(CLI::App* command, std::string& dossier) {
  command->add_option("DOSSIER", dossier, "The dossier's file")->required();
}

void add_private_names(CLI::App* command, bool& shown) {
  command->add_flag("--private-names", shown, "Show names of private people, and addresses");
}

void add_intake(CLI::App* command, Intake& intake) {
  command
      ->add_option("--language", intake.language,
                   "The language of pages that don't say theirs (en, fr, …); others keep their own")
      ->type_name("CODE");
  add_number<unsigned>(command, "--threads", intake.threads, 1, 256,
                       "Threads that read; one a core unless given");
  add_number<std::uint64_t>(command, "--max-page", intake.max_page_mb, 1, 1024,
                            "Skip pages larger than N MB; 16 unless given");
}

CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& what,
                      const std::string& examples) {
  CLI::App* command = app.add_subcommand(name, what);
  command->footer("\n" + examples);
  return command;
}

void add_read(CLI::App& app, Values& values) {
  CLI::App* command =
      add_command(app, "read", "Read pages: documents, mentions, claims as JSON Lines",
                  std::string(kFormats) + kReadExamples);
  command->add_option("PATH", values.read.paths, "Files, folders, or -")->required();
  command->add_flag("--no-text", values.read.no_text,
                    "Leave out the texts (a record without text can't be read back)");
  command
      ->add_option("--fields", values.read.fields,
                   "Only these members, with dots: document.id,claims.figure")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("NAMES");
  command
      ->add_option("--furniture", values.read.furniture,
                   "Blocks that belong to no page, as `recount furniture` lists them")
      ->type_name("FILE");
  add_intake(command, values.read.intake);
  add_resources(command, values.resources);
}

void add_add(CLI::App& app, Values& values) {
  CLI::App* command = add_command(app, "add", "Read what is new or changed into a dossier",
                                  std::string(kFormats) + kAddExamples);
  add_dossier(command, values.add.dossier);
  command->add_option("PATH", values.add.paths, "Files, folders, or -")->required();
  add_intake(command, values.add.intake);
  add_resources(command, values.resources);
}

CLI::App* add_report(CLI::App& app, Values& values, const std::string& name,
                     const std::string& what, const std::string& examples) {
  CLI::App* command = add_command(app, name, what, examples);
  add_dossier(command, values.report.dossier);
  add_named<Format>(command, "--format", values.format, "How to print");
  add_private_names(command, values.report.private_names);
  add_number<std::size_t>(command, "--width", values.report.width, 40, 400,
                          "Columns of a table; the terminal's unless given");
  add_languages(command, values.resources);
  return command;
}

void add_lists(CLI::App& app, Values& values) {
  static constexpr auto& kReasons = Names<LeftOutReason>::rows;
  CLI::App* claims = add_report(app, values, "claims", "List claims", kClaimsExamples);
  add_named<Measure>(claims, "--measure", values.measure, "Only figures of");
  add_named<ClaimKind>(claims, "--kind", values.kind, "Only claims of the kind");
  CLI::App* left_out =
      add_report(app, values, "left-out", "List the numbers that became no figure, with the reason",
                 kLeftOutExamples);
  left_out
      ->add_option("--reason", values.reason,
                   "Only those left out as: " + names_of_rows(kReasons) + "; or as the table says")
      ->check([](const std::string& given) {
        return reason_called(given) ? "" : "must be one of " + names_of_rows(kReasons);
      });
  add_report(app, values, "furniture",
             "List the blocks that stand in many pages and belong to none", kFurnitureExamples);
  for (CLI::App* command : {claims, left_out})
    command->add_option("--document", values.report.filter.document,
                        "Only this page: its id or its name in the reports");
}

void add_explain(CLI::App& app, Values& values) {
  CLI::App* command = add_command(
      app, "explain", "Show where a claim comes from, down to the bytes of its page, or one event",
      kExplainExamples);
  add_dossier(command, values.explain.dossier);
  command
      ->add_option("ID", values.explain.ids,
                   "Ids of claims (c-…) or events (e-…), or - for ids on standard input")
      ->type_name("ID...");
  command->add_option("--format", values.format, "How to print: table, jsonl")
      ->check([](const std::string& given) {
        return given == "table" || given == "jsonl" ? "" : "must be one of table, jsonl";
      });
  add_private_names(command, values.explain.private_names);
}

void add_lang(CLI::App& app, Values& values) {
  LangCommand& given = values.lang;
  CLI::App* lang = app.add_subcommand("lang", "Check, try and make language packs");
  lang->require_subcommand(1);
  lang->footer(std::string("\n") + kLangExamples);
  CLI::App* check = add_command(*lang, "check", "Check packs: examples, meanings, double readings",
                                kLangCheckExamples);
  check->add_option("CODE", given.code, "The pack; all packs unless given");
  check
      ->add_option("--coverage", given.pages,
                   "Show instead what the pack covers and lacks; with pages, also on these")
      ->expected(0, CLI::detail::expected_max_vector_size)
      ->type_name("PATH…");
  check
      ->add_option("--use", given.use,
                   "Show instead which rules hardly serve on these pages (as for `recount read`)")
      ->type_name("PATH…");
  check->add_flag("--all", given.all, "With --use: count every rule");
  CLI::App* attempt =
      add_command(*lang, "try", "Show how a sentence is read, and why not", kLangTryExamples);
  attempt->add_option("CODE", given.code, "The pack")->required();
  attempt->add_option("TEXT", given.words, "The sentence")->required();
  attempt->add_option("--date", given.trial.published, "The day on which it was said")
      ->type_name("DAY");
  attempt->add_option("--rule", given.trial.rule, "Show only this rule, all its patterns")
      ->type_name("NAME");
  CLI::App* make = add_command(*lang, "new", "Make a pack to begin with", kLangNewExamples);
  make->add_option("CODE", given.code, "The language's code, as in <html lang>")->required();
  make->add_option("NAME", given.name, "What the language calls itself")->required();
  make->add_option("--to", given.to, "Make the pack's folder here, not in this one")
      ->type_name("DIR");
  add_languages(check, values.resources);
  add_languages(attempt, values.resources);
}

void add_help(CLI::App& app, Values& values) {
  CLI::App* command = add_command(app, "help", "The help of a command", kHelpExamples);
  command->add_option("COMMAND", values.topic, "Of which; all commands unless given");
}

void add_all(CLI::App& app, Values& values) {
  app.footer(std::string("\n") + kExamples);
  app.add_flag("--version", values.version, "The version, with the language packs");
  app.require_subcommand(0, 1);
  app.set_help_flag("-h,--help", "This text");
  add_read(app, values);
  add_add(app, values);
  add_report(app, values, "ledger", "What can be said now: who says what, on whose word",
             kLedgerExamples);
  add_lists(app, values);
  add_explain(app, values);
  add_lang(app, values);
  add_help(app, values);
}

std::function<int(Output&)> chosen_of_lang(const CLI::App& lang,
                                           const std::shared_ptr<Values>& values) {
  if (lang.got_subcommand("check")) {
    values->lang.coverage = lang.get_subcommand("check")->count("--coverage") > 0;
    std::erase(values->lang.pages, "");  // CLI11's stand-in for none
    return [values](Output& out) { return run_lang_check(values->lang, out); };
  }
  if (lang.got_subcommand("new"))
    return [values](Output& out) { return run_lang_new(values->lang, out); };
  return [values](Output& out) { return run_lang_try(values->lang, out); };
}

// The command that was parsed, as something to run. `values` lives as long as that.
std::function<int(Output&)> chosen(const CLI::App& app, const std::shared_ptr<Values>& values) {
  Values& v = *values;
  for (Resources* resources :
       {&v.read.resources, &v.add.resources, &v.report.resources, &v.lang.resources})
    *resources = v.resources;
  v.report.format = v.explain.format = named<Format>(v.format).value_or(Format::table);
  v.report.filter.measure = named<Measure>(v.measure);
  v.report.filter.kind = named<ClaimKind>(v.kind);
  v.report.filter.reason = reason_called(v.reason);
  if (v.version) return [values](Output& out) { return run_version(values->resources, out); };
  if (app.got_subcommand("read"))
    return [values](Output& out) { return run_read(values->read, out); };
  if (app.got_subcommand("add")) return [values](Output& out) { return run_add(values->add, out); };
  if (app.got_subcommand("ledger"))
    return [values](Output& out) { return run_ledger(values->report, out); };
  if (app.got_subcommand("claims"))
    return [values](Output& out) { return run_claims(values->report, out); };
  if (app.got_subcommand("left-out"))
    return [values](Output& out) { return run_left_out(values->report, out); };
  if (app.got_subcommand("furniture"))
    return [values](Output& out) { return run_furniture(values->report, out); };
  if (app.got_subcommand("explain"))
    return [values](Output& out) { return run_explain(values->explain, out); };
  if (app.got_subcommand("lang")) return chosen_of_lang(*app.get_subcommand("lang"), values);
  return [](Output& out) {
    out.complain("what to do is missing; give a command, `recount --help` lists them");
    return kWrongCommand;
  };
}

Parsed show(const std::string& text) {
  return {[text](Output& out) {
    out.write(text + "\n");
    return kDone;
  }};
}

Parsed refuse(const std::string& what) {
  return {[what](Output& out) {
    out.complain(what);
    return kWrongCommand;
  }};
}

}  // namespace

Parsed parse(int argc, char** argv) {
  auto values = std::make_shared<Values>();
  CLI::App app(
      "Reads many accounts of one event and keeps one attributed record: who says what, since "
      "when, on whose\n"
      "word, and how many independent origins stand behind it.",
      "recount");
  app.formatter(std::make_shared<HelpText>());
  add_all(app, *values);
  std::string wrong;
  if (!command_of(app, command_words(app, argc, argv), wrong)) return refuse(wrong);
  try {
    app.parse(argc, argv);
    if (!app.got_subcommand("help")) return {chosen(app, values)};
    const CLI::App* topic = command_of(app, values->topic, wrong);
    return topic ? show(help_of(*topic)) : refuse(wrong);
  } catch (const CLI::CallForHelp&) {
    return show(help_of(*innermost(&app)));
  } catch (const CLI::ParseError& error) {
    const CLI::App* command = innermost(&app);
    const std::string option = unknown_option(*command, argc, argv);
    return refuse((option.empty() ? error.what() : option) + "; see `" + full_name(command) +
                  " --help`");
  }
}

}  // namespace recount::cli
