// URLs and e-mail addresses in running text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "src/language/words.h"

namespace recount {

// Looks for addresses from left to right. What there is to know of a run of address characters
// (ASCII letters, digits and @._-+:/?=&%#~) is found out once, by marks that only move on, so that
// all starts in a run together cost its length.
class Addresses {
 public:
  explicit Addresses(std::string_view text) : text_(text) {}

  struct Found {
    std::size_t end = 0;
    TokenKind kind = TokenKind::url;
  };
  // The address that begins at `begin`: "www.…", one with a scheme ("https://…"), a host before a
  // slash ("pic.example.com/9DYF") or an e-mail address; marks at its end belong to the text.
  // REQUIRES: text[begin] is an ASCII letter; begin never falls.
  std::optional<Found> at(std::size_t begin);

 private:
  static constexpr std::size_t kNone = std::string_view::npos;
  void enter(std::size_t begin);
  bool has_host(std::size_t begin);
  bool is_email(std::size_t begin);

  std::string_view text_;
  // The run: its end, the same without marks at the end, its last point, the last "://".
  std::size_t end_ = 0, trimmed_ = 0, last_point_ = kNone, last_inner_point_ = kNone,
              last_scheme_ = kNone;
  // The first slash and the first '@' that aren't before `begin`; trimmed_ where there is none.
  std::size_t slash_ = 0, at_sign_ = 0;
  // Before that slash: the last point, the last "..", and are there only small letters behind the
  // point?
  std::size_t host_point_ = kNone, host_points_ = kNone;
  bool small_behind_point_ = false;
};

}  // namespace recount
