// recount ledger, claims, left-out, furniture: what a dossier says.
#include "src/cli/commands.h"
#include "src/cli/resources.h"
#include "src/cli/unread.h"
#include "src/language/language.h"
#include "src/run/run.h"

namespace recount::cli {
namespace {

struct Opened {
  Loaded loaded;
  std::vector<PackSummary> packs;
  TableOptions options;
};

// What is wrong with --document, and what pages there are; empty where nothing is.
std::string wrong_page(const ReportCommand& command, const Opened& opened) {
  const std::string& wanted = command.filter.document;
  if (wanted.empty()) return "";
  std::vector<std::string> labels;
  for (const PageName& page : page_names(opened.loaded.pointers(), opened.options)) {
    if (page.id == wanted || page.label == wanted) return "";
    labels.push_back(page.label);
  }
  return command.dossier + ": has no page '" + wanted + "'" + did_you_mean(wanted, labels) +
         (labels.empty() ? "; it is empty" : "; there are: " + listed(labels));
}

// The dossier in memory, or the exit code.
std::variant<Opened, int> open(const ReportCommand& command, Output& out) {
  if (const std::string wrong = wrong_dossier(command.dossier, true); !wrong.empty()) {
    out.complain(wrong);
    return kWrongCommand;
  }
  const Result<Languages> languages = load_languages(command.resources);
  if (!languages) {
    out.complain(languages.error().message);
    return kWrongCommand;
  }
  const Result<Dossier> dossier = Dossier::open(command.dossier, Access::read);
  Result<Loaded> loaded = dossier ? load(*dossier) : Result<Loaded>(dossier.error());
  if (!loaded) {
    out.complain(loaded.error().message);
    return kDossier;
  }
  Opened opened{std::move(*loaded), languages->summaries(), {}};
  add_advice(opened.loaded, opened.packs);
  opened.options.width = command.width > 0 ? command.width : terminal_width();
  opened.options.show_private_names = command.private_names;
  opened.options.sources = opened.loaded.sources;
  opened.options.skipped = opened.loaded.skipped;
  opened.options.articles = shared_list(*languages, kArticles);
  if (const std::string wrong = wrong_page(command, opened); !wrong.empty()) {
    out.complain(wrong);
    return kWrongCommand;
  }
  return opened;
}

}  // namespace

int run_ledger(const ReportCommand& command, Output& out) {
  const std::variant<Opened, int> opened = open(command, out);
  if (const int* code = std::get_if<int>(&opened)) return *code;
  const Opened& dossier = std::get<Opened>(opened);
  const std::vector<const DocumentRecord*> records = dossier.loaded.pointers();
  const Ledger ledger = build_ledger(records);
  if (command.format == Format::table)
    out.write(ledger_table(ledger, records, dossier.packs, dossier.options));
  if (command.format == Format::jsonl)
    out.write(ledger_json(ledger, records, dossier.packs, dossier.options));
  if (command.format == Format::csv) out.write(ledger_csv(ledger, records, dossier.options));
  return kDone;
}

int run_claims(const ReportCommand& command, Output& out) {
  const std::variant<Opened, int> opened = open(command, out);
  if (const int* code = std::get_if<int>(&opened)) return *code;
  const Opened& dossier = std::get<Opened>(opened);
  out.write(claims_list(dossier.loaded.pointers(), dossier.packs, command.filter, command.format,
                        dossier.options));
  return kDone;
}

int run_left_out(const ReportCommand& command, Output& out) {
  const std::variant<Opened, int> opened = open(command, out);
  if (const int* code = std::get_if<int>(&opened)) return *code;
  const Opened& dossier = std::get<Opened>(opened);
  out.write(left_out_list(dossier.loaded.pointers(), dossier.packs, command.filter, command.format,
                          dossier.options));
  return kDone;
}

int run_furniture(const ReportCommand& command, Output& out) {
  const std::variant<Opened, int> opened = open(command, out);
  if (const int* code = std::get_if<int>(&opened)) return *code;
  const Opened& dossier = std::get<Opened>(opened);
  const std::vector<const DocumentRecord*> records = dossier.loaded.pointers();
  out.write(furniture_list(link(records).recurring, records, dossier.packs, command.format,
                           dossier.options));
  return kDone;
}

}  // namespace recount::cli
