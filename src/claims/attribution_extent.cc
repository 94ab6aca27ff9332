#include "src/claims/attribution_extent.h"

#include <algorithm>

namespace recount::claims {
namespace {

bool opens_quote(std::string_view mark) {
  return mark == "\xC2\xAB" || mark == "\xE2\x80\x9C" || mark == "\"";
}
bool closes_quote(std::string_view mark) {
  return mark == "\xC2\xBB" || mark == "\xE2\x80\x9D" || mark == "\"";
}

class Extent {
 public:
  explicit Extent(const Passage& p) : p_(p), words_(p.words) {}

  void give(const Sentence& s, const RuleMatch& m, Saying& out) const {
    const std::string_view kind = p_.feature(*m.rule, "extent");
    out.first = m.match.last;
    out.last = s.last;
    if (kind == "said") {
      const CaptureRun* said = m.capture("said");
      out.first = said ? said->first : out.last;
      out.last = said ? said->last : out.last;
    } else if (kind == "rest") {
      out.last = block_end(s);
    } else if (kind == "list") {
      constexpr std::uint32_t kMostItems = 64;
      const std::uint32_t from = words_.sentence_of(s.first);
      const auto all = words_.sentences().size();
      for (std::uint32_t i = from + 1; i < all && i - from < kMostItems && is_item(p_, i); ++i)
        out.last = words_.sentences()[i].last;
    } else if (kind == "next") {
      next_block(s, out);
    } else if (kind == "above") {
      above(s, out);
    } else if (kind == "before") {
      out.first = quote_begin(s, break_before(s, m.match.first), m.match.first);
      out.last = m.match.first;
    } else if (kind == "clause") {
      out.first = break_before(s, m.match.first);
      out.last = break_after(s, m.match.last);
    } else {  // complement
      out.last = quote_end(s, m.match.last, break_after(s, m.match.last));
    }
  }

 private:
  // "The ministry reported this.": what the block says before the sentence, or the block before it.
  void above(const Sentence& s, Saying& out) const {
    const std::uint32_t block = words_.tokens()[s.first].block;
    out.last = s.first;
    out.first = words_.tokens_of(block).first;
    if (out.first == s.first && block > 0 && p_.document.blocks[block - 1].kind == BlockKind::body)
      out.first = words_.tokens_of(block - 1).first;
    out.first = std::max(out.first, out.last - std::min(out.last, kLongestQuotation));
  }

  // A block that ends in a colon gives its speaker to the quotation in the block after it.
  void next_block(const Sentence& s, Saying& out) const {
    out.first = out.last = s.last;
    const auto& tokens = words_.tokens();
    if (s.last >= tokens.size() || s.last != block_end(s) || !opens_quote(tokens[s.last].folded))
      return;
    const Sentence next = words_.sentences()[words_.sentence_of(s.last)];
    out.last = block_end(next);
  }

  std::uint32_t block_end(const Sentence& s) const {
    return words_.tokens_of(words_.tokens()[s.first].block).second;
  }
  std::uint32_t break_after(const Sentence& s, std::uint32_t from) const {
    for (std::uint32_t t = from + 1; t < s.last; ++t)
      if (p_.is(t, "break")) return t;
    return s.last;
  }
  std::uint32_t break_before(const Sentence& s, std::uint32_t to) const {
    for (std::uint32_t t = to; t > s.first + 1; --t)
      if (p_.is(t - 1, "break")) return t;
    return s.first;
  }

  // A quotation that opens after the verb goes on to its closing mark, over sentences and breaks,
  // within the block.
  std::uint32_t quote_end(const Sentence& s, std::uint32_t from, std::uint32_t end) const {
    std::uint32_t open = from;
    while (open < s.last && open < from + 4 && !opens_quote(words_.tokens()[open].folded)) ++open;
    if (open >= s.last || !opens_quote(words_.tokens()[open].folded)) return end;
    const std::uint32_t stop = std::min(block_end(s), open + kLongestQuotation);
    for (std::uint32_t t = open + 1; t < stop; ++t)
      if (closes_quote(words_.tokens()[t].folded)) return std::max(end, t + 1);
    return end;
  }

  // Before an inverted verb: back to the opening mark if a closing one stands just before the verb.
  std::uint32_t quote_begin(const Sentence& s, std::uint32_t begin, std::uint32_t to) const {
    bool closed = false;
    for (std::uint32_t t = to; t > s.first && to - t < 3; --t)
      closed |= closes_quote(words_.tokens()[t - 1].folded);
    if (!closed) return begin;
    const auto block = words_.tokens()[s.first].block;
    const std::uint32_t far = to - std::min(to, kLongestQuotation);
    for (std::uint32_t t = to > 3 ? to - 3 : 0; t > far && words_.tokens()[t - 1].block == block;
         --t)
      if (opens_quote(words_.tokens()[t - 1].folded))
        return std::min(begin, t - 1);  // some words of a sentence: all of it
    return begin;
  }

  const Passage& p_;
  const Words& words_;
};

}  // namespace

void give_extent(const Passage& p, const Sentence& s, const RuleMatch& m, Saying& out) {
  Extent(p).give(s, m, out);
}

}  // namespace recount::claims
