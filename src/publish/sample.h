// Records for tests.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "recount/record.h"
#include "src/base/base.h"

namespace recount::publish {

// A record over one text; spans are found by their words.
struct Sample {
  DocumentRecord record;
  explicit Sample(const std::string& id, const std::string& text) {
    record.document.id = id;
    record.document.text = text;
    record.document.page = sha256_hex(text);
    const auto size = static_cast<std::uint32_t>(text.size());
    record.document.blocks.push_back({BlockKind::body, {0, size}, {}, false});
    record.document.source_map.push_back({0, size, 0, size});
  }
  Span at(std::string_view words) const {
    const std::size_t begin = record.document.text.find(words);
    EXPECT_NE(begin, std::string::npos) << words;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
  }
  Claim& figure(const std::string& id, std::string_view words, std::int64_t n,
                std::string_view wording) {
    Claim claim;
    claim.id = id;
    claim.figure = {at(words), n, n, Qualifier::exact, "person", 0};
    claim.wording = at(wording);
    claim.span = cover(claim.figure.span, claim.wording);
    claim.rule = "test/rule";
    record.claims.push_back(claim);
    return record.claims.back();
  }
};

}  // namespace recount::publish
