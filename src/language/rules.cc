#include "src/language/rules.h"

#include <bit>
#include <map>

#include "src/language/neighbours.h"

namespace recount {

RuleIndex::Rules::Rules(const Pack& pack, std::span<const Symbol> kinds) {
  std::vector<std::size_t> kind_of;
  for (const Rule& rule : pack.rules) {
    const auto kind = std::ranges::find(kinds, rule.kind);
    if (kind == kinds.end()) continue;
    for (const Pattern& pattern : rule.patterns) {
      add(rule, pattern, pack.tests());
      kind_of.push_back(static_cast<std::size_t>(kind - kinds.begin()));
    }
  }
  of_kinds_.assign(kinds.size() * width(), 0);
  for (std::uint32_t id = 0; id < patterns_.size(); ++id)
    set_bit(of_kinds_.data() + kind_of[id] * width(), id);
  index_anchors(pack.tests());
}

void RuleIndex::Rules::add(const Rule& rule, const Pattern& pattern, const TestTable& tests) {
  ReadyPattern e{&rule, &pattern, make_program(pattern), {}};
  e.nodes = graph_.add(e.program, tests);
  patterns_.push_back(std::move(e));
}

RuleIndex::Rules::Gate RuleIndex::Rules::gate(std::uint32_t id, const Program& program,
                                              const TestTable& tests) {
  const Neighbours beside = neighbours_of(program);
  Gate out{id, {}, {}, one_of(beside.before, tests), one_of(beside.behind, tests)};
  for (const auto& [test, behind] : program.required) {
    if (test == program.anchor) continue;
    const std::uint32_t at = bit_of(test, tests) / 64;
    TestPart& part = out.needed.bits == 0 || out.needed.at == at ? out.needed : out.also;
    if (part.bits != 0 && part.at != at) continue;
    part.at = at;
    part.bits |= TestBits{1} << bit_of(test, tests) % 64;
  }
  return out;
}

RuleIndex::Rules::OneOf RuleIndex::Rules::one_of(const std::vector<TokenTest>& some,
                                                 const TestTable& tests) {
  std::map<std::uint32_t, TestBits> bits;
  for (const TokenTest test : some)
    bits[bit_of(test, tests) / 64] |= TestBits{1} << bit_of(test, tests) % 64;
  const auto begin = static_cast<std::uint32_t>(parts_.size());
  for (const auto& [at, of_part] : bits) parts_.push_back({at, of_part});
  return {begin, static_cast<std::uint32_t>(parts_.size())};
}

void RuleIndex::Rules::index_anchors(const TestTable& tests) {
  const std::uint32_t width = tests.width() + tests.word_width();
  test_width_ = tests.width();
  std::vector<std::vector<std::uint32_t>> by_bit(std::size_t{width} * 64);
  std::vector<TestBits> anchors(width, 0);
  for (std::uint32_t id = 0; id < patterns_.size(); ++id) {
    const std::uint32_t bit = bit_of(patterns_[id].program.anchor, tests);
    set_bit(anchors.data(), bit);
    by_bit[bit].push_back(id);
  }
  for (const auto& some : by_bit) {
    begins_.push_back(static_cast<std::uint32_t>(gates_.size()));
    for (const std::uint32_t id : some) gates_.push_back(gate(id, patterns_[id].program, tests));
  }
  begins_.push_back(static_cast<std::uint32_t>(gates_.size()));
  for (std::uint32_t i = 0; i < width; ++i)
    if (anchors[i] != 0) anchors_.push_back({i, anchors[i]});
}

void RuleIndex::Rules::find_wanted(const Run& run, Reach& reach, TestBits* wanted) const {
  for (const auto& [at, of_rules] : anchors_)
    for (TestBits bits = run.set[at] & of_rules; bits != 0; bits &= bits - 1) {
      const auto bit = at * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
      for (std::uint32_t k = begins_[bit]; k < begins_[bit + 1]; ++k)
        if (has_needed(gates_[k], run.set) && has_neighbours(gates_[k], run, reach) &&
            has_order(gates_[k], reach))
          set_bit(wanted, gates_[k].pattern);
    }
}

bool RuleIndex::Rules::has_needed(const Gate& gate, const TestBits* sentence) const {
  const auto lacks = [&](const TestPart& part) { return part.bits & ~sentence[part.at]; };
  return !(lacks(gate.needed) | lacks(gate.also)) && has_one(gate.before, sentence) &&
         has_one(gate.behind, sentence);
}

bool RuleIndex::Rules::has_one(OneOf some, const TestBits* sentence) const {
  for (std::uint32_t k = some.begin; k < some.end; ++k)
    if (sentence[parts_[k].at] & parts_[k].bits) return true;
  return some.empty();
}

bool RuleIndex::Rules::has_neighbours(const Gate& gate, const Run& run, Reach& reach) const {
  if (gate.before.empty() && gate.behind.empty()) return true;
  const TokenTest anchor = patterns_[gate.pattern].program.anchor;
  for (std::uint32_t i = 0; i < reach.width(); ++i)
    for (TestBits bits = reach.passing(anchor, i); bits != 0; bits &= bits - 1) {
      const auto token = run.first + i * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
      if (may_end_before(run, gate.before, token) &&
          may_begin_behind(run, gate.behind, token, anchor))
        return true;
    }
  return false;
}

// Each of what a match must have as far on as it may stand, from the left. Long runs aren't asked.
bool RuleIndex::Rules::has_order(const Gate& gate, Reach& reach) const {
  const std::vector<Program::Required>& required = patterns_[gate.pattern].program.required;
  if (reach.width() > 1 || required.size() < 2) return true;
  std::uint32_t at = 0;
  for (const auto& [test, behind] : required) {
    at += behind;
    const TestBits later = at < 64 ? reach.passing(test, 0) >> at : 0;
    if (later == 0) return false;
    at += static_cast<std::uint32_t>(std::countr_zero(later));
  }
  return true;
}

bool RuleIndex::Rules::may_end_before(const Run& run, OneOf some, std::uint32_t token) const {
  if (some.empty()) return true;
  if (token == run.first) return false;
  const TestBits* of_several = run.words.tests().of_several();
  for (std::uint32_t k = some.begin; k < some.end; ++k)
    if (parts_[k].at < test_width_ && (parts_[k].bits & of_several[parts_[k].at]))
      return true;  // it may begin further before
  return passes_one(run.words, some, token - 1);
}

bool RuleIndex::Rules::may_begin_behind(const Run& run, OneOf some, std::uint32_t token,
                                        TokenTest anchor) const {
  if (some.empty()) return true;
  const auto may_begin = [&](std::uint32_t next) {
    return next < run.last && passes_one(run.words, some, next);
  };
  if (anchor & kWordTest || !has_bit(run.words.tests().of_several(), anchor))
    return may_begin(token + 1);
  for (std::uint32_t a = run.words.first_arc(token); a != kNoArc; a = run.words.arcs()[a].next) {
    const Arc& arc = run.words.arcs()[a];
    if (has_bit(arc.row, anchor) && may_begin(token + arc.size)) return true;
  }
  return false;
}

bool RuleIndex::Rules::passes_one(const Words& words, OneOf some, std::uint32_t token) const {
  const TestBits* row = words.tests().token(token);
  const std::uint32_t word = test_width_ * 64 + words.tests().word(token);
  for (std::uint32_t k = some.begin; k < some.end; ++k) {
    const TestPart& part = parts_[k];
    if (part.at < test_width_ ? (row[part.at] & part.bits) != 0
                              : part.at == word / 64 && (part.bits >> word % 64 & 1))
      return true;
  }
  return false;
}

}  // namespace recount
