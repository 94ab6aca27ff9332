// Calls to act: a request to write, and the addresses that follow it in its block. Main addresses
// and copies are kept apart, since they may belong to people who must not learn of each other.
#include "src/claims/frames.h"

namespace recount::claims {

std::vector<Call> find_calls(const Passage& p) {
  std::vector<Call> out;
  const auto& tokens = p.words.tokens();
  for (std::uint32_t i = 0; i < p.words.sentences().size(); ++i) {
    const Sentence& s = p.words.sentences()[i];
    const BlockKind kind = p.document.blocks[s.block].kind;
    if (!is_source(kind) && kind != BlockKind::contact) continue;
    bool open =
        false;  // a request stands in this block and no sentence end without address after it
    bool copies = false;
    p.for_each(Frame::call, i, [&](const RuleMatch& m) {
      if (open) return;
      open = true;
      Call call;
      const CaptureRun* request = m.capture("request");
      call.request = request ? p.span(*request) : p.words.span(m.match.first, m.match.last);
      out.push_back(std::move(call));
    });
    if (!open) continue;
    Call& call = out.back();
    // Addresses of this sentence and of the rest of its block: "Envoyez vos lettres à : a@b. Copies
    // à c@d."
    for (std::uint32_t t = s.first; t < tokens.size() && tokens[t].block == tokens[s.first].block;
         ++t) {
      if (p.is(t, "copy")) copies = true;
      if (tokens[t].kind != TokenKind::email) continue;
      (copies ? call.copies : call.to).push_back(tokens[t].span);
    }
    if (call.to.empty() && call.copies.empty()) {
      out.pop_back();
    } else {
      while (i + 1 < p.words.sentences().size() && p.words.sentences()[i + 1].block == s.block) ++i;
    }
  }
  return out;
}

}  // namespace recount::claims
