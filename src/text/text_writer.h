// Writes readable text with its source map: blocks with "\n\n" between them, blanks only between
// characters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "recount/record.h"
#include "src/text/source_map.h"

namespace recount::text {

// Makes the text: characters with the bytes they come from, blanks only between other characters.
class TextWriter {
 public:
  explicit TextWriter(std::string& out) : out_(out) {}

  void literal(std::string_view characters, std::uint32_t page) {
    before_character();
    const std::uint32_t at = size();
    out_ += characters;
    runs_.literal(at, size(), page);
  }
  void whole(std::string_view characters, std::uint32_t begin, std::uint32_t end) {
    before_character();
    const std::uint32_t at = size();
    out_ += characters;
    runs_.whole(at, size(), begin, end);
  }
  // White space of the page; several in a row are one blank. `plain`: a single blank as it will
  // stand in the text.
  void space(std::uint32_t begin, std::uint32_t end, bool plain) {
    if (!in_block_) return;
    if (!blank_ || !blank_->from_page) {
      blank_ = Blank{begin, end, true, plain};
      return;
    }
    blank_->end = end;
    blank_->plain = false;
  }
  // A blank that isn't in the page.
  void gap() {
    if (in_block_ && !blank_) blank_ = Blank{0, 0, false, false};
  }
  bool in_block() const { return in_block_; }
  std::uint32_t begin() const { return begin_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(out_.size()); }
  // Ends the block, if there is one; its span.
  std::optional<Span> end_block() {
    blank_.reset();
    if (!in_block_) return std::nullopt;
    in_block_ = false;
    return Span{begin_, size()};
  }
  Runs take_runs() { return runs_.take(); }

 private:
  struct Blank {
    std::uint32_t begin, end;
    bool from_page, plain;
  };

  void before_character() {
    if (!in_block_) {
      if (!out_.empty()) out_ += "\n\n";
      in_block_ = true;
      begin_ = size();
      blank_.reset();
      return;
    }
    if (!blank_) return;
    const std::uint32_t at = size();
    out_ += ' ';
    if (blank_->plain)
      runs_.literal(at, at + 1, blank_->begin);
    else if (blank_->from_page)
      runs_.whole(at, at + 1, blank_->begin, blank_->end);
    blank_.reset();
  }

  std::string& out_;
  RunBuilder runs_;
  std::optional<Blank> blank_;
  bool in_block_ = false;
  std::uint32_t begin_ = 0;
};

}  // namespace recount::text
