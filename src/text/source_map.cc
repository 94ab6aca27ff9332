#include "src/text/source_map.h"

#include <algorithm>

namespace recount::text {
namespace {

constexpr std::uint32_t kLongestCharacter = 4;  // bytes

bool byte_by_byte(const SourceRun& run) {
  return run.text_end - run.text_begin == run.page_end - run.page_begin;
}

// Index of the first run of `inner` that ends after `at`, from `start` on. Positions rarely go
// back, so it walks.
std::size_t run_at(const Runs& inner, std::size_t start, std::uint32_t at) {
  std::size_t i = start;
  if (i >= inner.size() || inner[i].text_begin > at) {
    const auto after = [](const SourceRun& run, std::uint32_t value) {
      return run.text_end <= value;
    };
    return static_cast<std::size_t>(std::lower_bound(inner.begin(), inner.end(), at, after) -
                                    inner.begin());
  }
  while (i < inner.size() && inner[i].text_end <= at) ++i;
  return i;
}

// Splits one literal run of the outer map along the runs of the inner map. What may be one
// character of another encoding stays apart from its neighbours: a copy as long as its origin
// needn't be equal.
void split_literal(const SourceRun& run, const Runs& inner, std::size_t i, RunBuilder& out) {
  std::uint32_t middle = run.page_begin;
  for (; i < inner.size() && middle < run.page_end; ++i) {
    const SourceRun& piece = inner[i];
    const std::uint32_t end = std::min(run.page_end, piece.text_end);
    const std::uint32_t text = run.text_begin + (middle - run.page_begin);
    const std::uint32_t size = end - middle;
    if (byte_by_byte(piece)) {
      const std::uint32_t page = piece.page_begin + (middle - piece.text_begin);
      if (size > kLongestCharacter)
        out.literal(text, text + size, page);
      else
        out.whole(text, text + size, page, page + size);
    } else {
      out.whole(text, text + size, piece.page_begin, piece.page_end);
    }
    middle = end;
  }
}

}  // namespace

void RunBuilder::literal(std::uint32_t out_begin, std::uint32_t out_end, std::uint32_t in_begin) {
  if (out_begin == out_end) return;
  const std::uint32_t in_end = in_begin + (out_end - out_begin);
  if (last_literal_ && !runs_.empty() && runs_.back().text_end == out_begin &&
      runs_.back().page_end == in_begin) {
    runs_.back().text_end = out_end;
    runs_.back().page_end = in_end;
    return;
  }
  runs_.push_back({out_begin, out_end, in_begin, in_end});
  last_literal_ = true;
}

void RunBuilder::whole(std::uint32_t out_begin, std::uint32_t out_end, std::uint32_t in_begin,
                       std::uint32_t in_end) {
  if (out_begin == out_end) return;
  runs_.push_back({out_begin, out_end, in_begin, in_end});
  last_literal_ = false;
}

void RunBuilder::cut(std::uint32_t out_end) {
  while (!runs_.empty() && runs_.back().text_begin >= out_end) runs_.pop_back();
  if (!runs_.empty() && runs_.back().text_end > out_end) {
    SourceRun& run = runs_.back();
    if (byte_by_byte(run)) run.page_end -= run.text_end - out_end;
    run.text_end = out_end;
  }
  last_literal_ = false;
}

Runs shifted(std::uint32_t size, std::uint32_t shift) {
  if (size == 0) return {};
  return {SourceRun{0, size, shift, shift + size}};
}

Runs compose(const Runs& outer, const Runs& inner) {
  if (inner.size() == 1 && byte_by_byte(inner[0]) && inner[0].page_begin == inner[0].text_begin)
    return outer;
  RunBuilder out;
  std::size_t i = 0;
  for (const SourceRun& run : outer) {
    i = run_at(inner, i, run.page_begin);
    if (i == inner.size()) break;
    if (byte_by_byte(run)) {
      split_literal(run, inner, i, out);
      continue;
    }
    const std::size_t last = run_at(inner, i, run.page_end - 1);
    const SourceRun& first_piece = inner[i];
    const SourceRun& last_piece = inner[std::min(last, inner.size() - 1)];
    const bool plain_begin = byte_by_byte(first_piece), plain_end = byte_by_byte(last_piece);
    const std::uint32_t begin =
        plain_begin ? first_piece.page_begin + (run.page_begin - first_piece.text_begin)
                    : first_piece.page_begin;
    const std::uint32_t end = plain_end
                                  ? last_piece.page_begin + (run.page_end - last_piece.text_begin)
                                  : last_piece.page_end;
    out.whole(run.text_begin, run.text_end, begin, end);
  }
  return out.take();
}

}  // namespace recount::text
