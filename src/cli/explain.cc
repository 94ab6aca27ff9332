// recount explain: one claim, down to the bytes of its page.
#include <algorithm>
#include <iostream>
#include <iterator>

#include "recount/record_json.h"
#include "src/cli/commands.h"
#include "src/cli/resources.h"
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
                          command.dossier + "` lists them");
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

}  // namespace

int run_explain(const ExplainCommand& command, Output& out) {
  if (const std::string why = wrong_dossier(command.dossier, true); !why.empty())
    return wrong(out, why);
  const Result<Dossier> dossier = Dossier::open(command.dossier, Access::read);
  if (!dossier) return fail(out, dossier.error());
  int code = kDone;
  bool first = true;
  for (const std::string& id : asked_ids(command.ids)) {
    code = std::max(code, explain_one(command, *dossier, id, first, out));
    first = false;
  }
  return code;
}

}  // namespace recount::cli
