// recount explain: one claim, down to the bytes of its page; or one event, as the ledger has it.
#include <algorithm>
#include <iostream>
#include <iterator>

#include "recount/record_json.h"
#include "src/cli/commands.h"
#include "src/cli/resources.h"
#include "src/language/language.h"
#include "src/run/run.h"

namespace recount::cli {
namespace {

int fail(Output& out, const Error& error) {
  out.complain(error.message);
  return kDossier;
}

int wrong(Output& out, const std::string& what) {
  out.complain(what);
  return kWrongCommand;
}

// The ids asked for, those of standard input where "-" stands.
std::vector<std::string> asked_ids(const std::vector<std::string>& given) {
  std::vector<std::string> ids;
  for (const std::string& one : given) {
    if (one != "-") ids.push_back(one);
    if (one == "-")
      ids.insert(ids.end(), std::istream_iterator<std::string>(std::cin),
                 std::istream_iterator<std::string>());
  }
  return ids;
}

int explain_one(const ExplainCommand& command, const Dossier& dossier, const std::string& id,
                bool first, Output& out) {
  const Result<std::optional<FoundClaim>> found = dossier.find_claim(id);
  if (!found) return fail(out, found.error());
  if (!found->has_value())
    return wrong(out, command.dossier + ": has no claim '" + id + "'; `recount claims " +
                          command.dossier + "` lists them (c-…), `recount ledger " +
                          command.dossier + "` its events (e-…)");
  const FoundClaim& at = **found;
  const Result<DocumentRecord> record = record_from_json(at.json);
  if (!record)
    return fail(out, {command.dossier + ": document " + at.document +
                      " can't be read: " + record.error().message});
  const auto claim = std::ranges::find(record->claims, id, &Claim::id);
  const Result<std::optional<std::string>> bytes = dossier.page_bytes(at.page);
  if (!bytes) return fail(out, bytes.error());
  if (claim == record->claims.end() || !bytes->has_value())
    return fail(out, {command.dossier + ": is damaged: document " + at.document +
                      " and its claims don't fit; make a new dossier of its pages"});
  const Explanation explained = explain_claim(*record, *claim, {at.source, at.page, **bytes},
                                              command.format, terminal_width());
  out.write((first || command.format == Format::jsonl ? "" : "\n") + explained.text);
  return explained.verified ? kDone : kDossier;
}

// The ledger is made of all pages, so its events are found once for all ids.
class Events {
 public:
  Events(const ExplainCommand& command, const Dossier& dossier)
      : command_(command), dossier_(dossier) {}

  int explain(const std::string& id, Output& out) {
    if (!loaded_) {
      Result<Loaded> loaded = load(dossier_);
      if (!loaded) return fail(out, loaded.error());
      loaded_ = std::move(*loaded);
      ledger_ = build_ledger(loaded_->pointers());
    }
    TableOptions options;
    options.width = terminal_width();
    options.show_private_names = command_.private_names;
    options.sources = loaded_->sources;
    if (const Result<Languages> languages = load_languages({}))
      options.articles = shared_list(*languages, kArticles);
    const std::string text =
        explain_event(ledger_, loaded_->pointers(), id, {}, command_.format, options);
    if (text.empty())
      return wrong(out, command_.dossier + ": has no event '" + id + "'; `recount ledger " +
                            command_.dossier +
                            "` lists them; an event that gains or loses pages may get another id");
    out.write(text);
    return kDone;
  }

 private:
  const ExplainCommand& command_;
  const Dossier& dossier_;
  std::optional<Loaded> loaded_;
  Ledger ledger_;
};

}  // namespace

int run_explain(const ExplainCommand& command, Output& out) {
  if (command.ids.empty()) {
    const bool is_id = command.dossier.starts_with("c-") || command.dossier.starts_with("e-");
    return wrong(out,
                 is_id ? "the dossier is missing; `recount explain DOSSIER " + command.dossier + "`"
                       : "what to explain is missing; `recount claims " + command.dossier +
                             "` lists claims (c-…), `recount ledger " + command.dossier +
                             "` events (e-…)");
  }
  if (const std::string why = wrong_dossier(command.dossier, true); !why.empty())
    return wrong(out, why);
  const Result<Dossier> dossier = Dossier::open(command.dossier, Access::read);
  if (!dossier) return fail(out, dossier.error());
  int code = kDone;
  bool first = true;
  Events events(command, *dossier);
  for (const std::string& id : asked_ids(command.ids)) {
    code = std::max(code, id.starts_with("e-") ? events.explain(id, out)
                                               : explain_one(command, *dossier, id, first, out));
    first = false;
  }
  return code;
}

}  // namespace recount::cli
