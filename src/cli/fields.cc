// A record in which nothing is missing shows which members there are.
#include "src/cli/fields.h"

#include <algorithm>
#include <string_view>

#include "src/record/record.h"
#include "src/run/run.h"

namespace recount::cli {
namespace {

constexpr Span kWord{0, 1};

Claim full_claim(ClaimKind kind) {
  Claim claim;
  claim.kind = kind;
  claim.claimant.span = kWord;
  claim.claimant.via = {kWord};
  claim.when = claim.as_of = When{kWord, "", {}, {}, {}, {}};
  claim.said_at = SaidAt{};
  claim.place = ClaimPlace{kWord, "", "", "", ""};
  claim.span = claim.wording = claim.person = kWord;
  claim.figure = {kWord, {}, {}, Qualifier::exact, "", 0};
  claim.group = claim.actor = claim.detail = claim.outcome = kWord;
  claim.actors = {RoleFiller{kWord, Role::actor, "", ActorKind::anonymous}};
  claim.value = claim.figure;
  return claim;
}

DocumentRecord full_record() {
  DocumentRecord record;
  Document& document = record.document;
  document.text = "x";
  document.published = document.modified = Stamp{"", Precision::day, {}, "", kWord, false};
  document.source_map = {{0, 1, 0, 1}};
  document.blocks = {{BlockKind::body, kWord, {}, false}};
  document.leads = {{kWord, {}}};
  record.mentions.times.emplace_back().span = kWord;
  record.mentions.quantities.emplace_back().span = kWord;
  record.mentions.places.emplace_back().span = kWord;
  record.mentions.actors.emplace_back().span = kWord;
  for (ClaimKind kind : {ClaimKind::figure, ClaimKind::occurrence, ClaimKind::person})
    record.claims.push_back(full_claim(kind));
  record.left_out = {{kWord, LeftOutReason::undecided}};
  record.calls = {{{kWord}, {kWord}, kWord, kWord, false}};
  record.skipped = {{"", ""}};
  return record;
}

// What `path` may go on with below `values`; of an array the members of all items.
std::vector<std::string> members_of(const std::vector<Json>& values) {
  std::vector<std::string> names;
  for (const Json& value : values) {
    if (!value.is_object()) continue;
    for (const auto& [name, member] : value.members())
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

std::vector<Json> below(const std::vector<Json>& values, std::string_view name) {
  std::vector<Json> out;
  for (const Json& value : values) {
    const Json* member = value.get(name);
    if (!member) continue;
    if (!member->is_array()) out.push_back(*member);
    if (member->is_array()) out.insert(out.end(), member->items().begin(), member->items().end());
  }
  return out;
}

std::string wrong_in(const Json& record, const std::string& field) {
  std::vector<Json> here{record};
  std::string path;
  for (std::size_t at = 0; at <= field.size();) {
    const std::size_t dot = std::min(field.find('.', at), field.size());
    const std::string name = field.substr(at, dot - at);
    const std::vector<std::string> names = members_of(here);
    if (path == "producer.packs") return "";  // a member each pack
    const std::string where = path.empty() ? "the record" : path;
    if (names.empty()) return where + " has nothing inside; take it as a whole, or leave it out";
    if (std::ranges::find(names, name) == names.end())
      return where + " has no '" + name + "'" + did_you_mean(name, names) + "; it has " +
             listed(names, names.size());
    here = below(here, name);
    path += (path.empty() ? "" : ".") + name;
    at = dot + 1;
  }
  return "";
}

}  // namespace

std::string wrong_field(const std::vector<std::string>& fields) {
  const Json record = json_of(full_record(), {}, {.with_text = true});
  for (const std::string& field : fields)
    if (std::string wrong = wrong_in(record, field); !wrong.empty()) return wrong;
  return "";
}

}  // namespace recount::cli
