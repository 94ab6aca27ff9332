#include "src/language/rules.h"

#include <bit>

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
  Gate out{id, {}, {}};
  for (const TokenTest test : program.required) {
    if (test == program.anchor) continue;
    const std::uint32_t at = bit_of(test, tests) / 64;
    Part& part = out.needed.bits == 0 || out.needed.at == at ? out.needed : out.also;
    if (part.bits != 0 && part.at != at) continue;
    part.at = at;
    part.bits |= TestBits{1} << bit_of(test, tests) % 64;
  }
  return out;
}

void RuleIndex::Rules::index_anchors(const TestTable& tests) {
  const std::uint32_t width = tests.width() + tests.word_width();
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

void RuleIndex::Rules::find_wanted(const TestBits* sentence, TestBits* wanted) const {
  const auto lacks = [sentence](const Part& part) { return part.bits & ~sentence[part.at]; };
  for (const auto& [at, of_rules] : anchors_)
    for (TestBits bits = sentence[at] & of_rules; bits != 0; bits &= bits - 1) {
      const auto bit = at * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
      for (std::uint32_t k = begins_[bit]; k < begins_[bit + 1]; ++k)
        if (!(lacks(gates_[k].needed) | lacks(gates_[k].also))) set_bit(wanted, gates_[k].pattern);
    }
}

}  // namespace recount
