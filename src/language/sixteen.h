// Sixteen bytes of text in two registers: where the small letters end that they begin with is told
// at once, since the end of a word is hard to foresee for a loop over its letters.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace recount {

class Sixteen {
 public:
  // REQUIRES: sixteen bytes there.
  explicit Sixteen(const char* bytes) {
    std::memcpy(&low_, bytes, sizeof low_);
    std::memcpy(&high_, bytes + sizeof low_, sizeof high_);
  }

  // The first eight bytes and the others as numbers, the first byte the lowest of each.
  std::uint64_t low() const { return low_; }
  std::uint64_t high() const { return high_; }
  void write(char* to) const {
    std::memcpy(to, &low_, sizeof low_);
    std::memcpy(to + sizeof low_, &high_, sizeof high_);
  }

  // The first one, a large ASCII letter, becomes small.
  void make_first_small() { low_ |= 0x20; }
  // Writes one of the first eight bytes, a zero yet.
  void put(std::size_t at, char ascii) {
    low_ |= std::uint64_t{static_cast<unsigned char>(ascii)} << 8 * at;
  }
  // Zeros behind the first `size` bytes.
  void cut(std::size_t size) {
    low_ &= first_bytes(size);
    high_ &= first_bytes(size < 8 ? 0 : size - 8);
  }

  // How many bytes from the first on are small ASCII letters.
  std::size_t small_letters() const { return first_of(~small(low_), ~small(high_)); }
  // The same of the letters of Latin-1: those, and à to ÿ. REQUIRES: UTF-8 that begins here.
  std::size_t small_latin_letters() const {
    const std::uint64_t leads = leads_of_latin(low_), later_leads = leads_of_latin(high_);
    const std::uint64_t seconds = seconds_of_latin(low_), later_seconds = seconds_of_latin(high_);
    const std::uint64_t pairs =
        (leads & (seconds >> 8 | later_seconds << 56)) | (seconds & leads << 8);
    const std::uint64_t later_pairs =
        (later_leads & later_seconds >> 8) | (later_seconds & (later_leads << 8 | leads >> 56));
    return first_of(~(small(low_) | pairs), ~(small(high_) | later_pairs));
  }

 private:
  // Sets of bytes of eight: their top bits.
  static constexpr std::uint64_t kOnes = 0x0101010101010101, kTops = 0x80 * kOnes;

  static std::uint64_t small(std::uint64_t bytes) {
    const std::uint64_t rest = bytes & ~kTops;
    return ~bytes & (rest + kOnes * (0x80 - 'a')) & ~(rest + kOnes * (0x7F - 'z')) & kTops;
  }
  // The first bytes of U+00C0 … U+00FF.
  static std::uint64_t leads_of_latin(std::uint64_t bytes) {
    const std::uint64_t others = bytes ^ kOnes * 0xC3;
    return ~(((others & ~kTops) + kOnes * 0x7F) | others) & kTops;
  }
  // What the second byte of à … ÿ is: A0 … BF, and not the one of the division sign.
  static std::uint64_t seconds_of_latin(std::uint64_t bytes) {
    const std::uint64_t no_division = ((bytes ^ kOnes * 0x17) & kOnes * 0x1F) + kOnes * 0x1F;
    return bytes & ~bytes << 1 & bytes << 2 & no_division << 2 & kTops;
  }
  // The place of the first byte of two sets; sixteen where both are empty.
  static std::size_t first_of(std::uint64_t set, std::uint64_t later) {
    set &= kTops;
    later &= kTops;
    return static_cast<std::size_t>(set != 0 ? std::countr_zero(set)
                                             : 64 + std::countr_zero(later)) /
           8;
  }
  static std::uint64_t first_bytes(std::size_t n) {
    return n >= 8 ? ~std::uint64_t{0} : ~(~std::uint64_t{0} << 8 * n);
  }

  std::uint64_t low_, high_;
};

}  // namespace recount
