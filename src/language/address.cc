#include "src/language/address.h"

#include <algorithm>

#include "src/language/characters.h"

namespace recount {

void Addresses::enter(std::size_t begin) {
  const CharTable& characters = CharTable::plain();
  last_point_ = last_inner_point_ = last_scheme_ = kNone;
  for (end_ = begin; end_ < text_.size(); ++end_) {
    if (!(characters.look(text_, end_).bits & kAddress)) break;
    if (text_[end_] == '.') last_point_ = end_;
    if (text_[end_] == '/' && end_ >= begin + 2 && text_.substr(end_ - 2, 2) == ":/")
      last_scheme_ = end_ - 2;
  }
  constexpr std::string_view kOfTheText = ".:?-";
  trimmed_ = end_;
  while (trimmed_ > begin && kOfTheText.find(text_[trimmed_ - 1]) != kNone) --trimmed_;
  const std::size_t inner = text_.substr(begin, trimmed_ - begin).rfind('.');
  if (inner != kNone) last_inner_point_ = begin + inner;
  slash_ = at_sign_ = begin;
  host_point_ = host_points_ = kNone;
}

std::optional<Addresses::Found> Addresses::at(std::size_t begin) {
  if (begin >= end_) enter(begin);
  const bool scheme = last_scheme_ != kNone && last_scheme_ >= begin;
  const bool point = last_point_ != kNone && last_point_ > begin;
  if (!point && !scheme) return std::nullopt;
  const bool url = scheme || text_.substr(begin, trimmed_ - begin).starts_with("www.");
  if (url || has_host(begin)) return Found{trimmed_, TokenKind::url};
  if (is_email(begin)) return Found{trimmed_, TokenKind::email};
  return std::nullopt;
}

// A host of two or more parts, the last of letters only, before a slash.
bool Addresses::has_host(std::size_t begin) {
  if (slash_ <= begin) {
    host_point_ = host_points_ = kNone;
    small_behind_point_ = false;
    for (slash_ = begin; slash_ < trimmed_ && text_[slash_] != '/'; ++slash_) {
      if (text_[slash_] == '.') {
        if (host_point_ != kNone && host_point_ + 1 == slash_) host_points_ = host_point_;
        host_point_ = slash_;
        small_behind_point_ = true;
      } else if (text_[slash_] < 'a' || text_[slash_] > 'z') {
        small_behind_point_ = false;
      }
    }
  }
  return slash_ < trimmed_ && host_point_ != kNone && host_point_ > begin &&
         slash_ - host_point_ >= 3 && small_behind_point_ &&
         (host_points_ == kNone || host_points_ < begin);
}

// A point behind the first '@'.
bool Addresses::is_email(std::size_t begin) {
  at_sign_ = std::max(at_sign_, begin);
  while (at_sign_ < trimmed_ && text_[at_sign_] != '@') ++at_sign_;
  return at_sign_ < trimmed_ && last_inner_point_ != kNone && last_inner_point_ > at_sign_;
}

}  // namespace recount
