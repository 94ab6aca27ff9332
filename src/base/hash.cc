#include "src/base/hash.h"

#include <openssl/evp.h>
#include <xxhash.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace recount {
namespace {

using Digest = std::array<unsigned char, 32>;

// One a thread, with the implementation looked up once: OpenSSL's SHA256() does so at each call.
Digest sha256(std::string_view bytes) {
  static const EVP_MD* const kind = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
      EVP_MD_CTX_new(), EVP_MD_CTX_free);
  Digest digest;
  if (!context || EVP_DigestInit_ex2(context.get(), kind, nullptr) != 1 ||
      EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) != 1 ||
      EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) != 1)
    throw std::runtime_error("OpenSSL has no SHA-256");
  return digest;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  const Digest digest = sha256(bytes);
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * sizeof digest);
  for (const unsigned char byte : digest) {
    hex.push_back(kDigits[byte >> 4]);
    hex.push_back(kDigits[byte & 0xF]);
  }
  return hex;
}

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string short_id(char prefix, std::string_view content) {
  std::string id{prefix, '-'};
  return id.append(sha256_hex(content), 0, 16);
}

}  // namespace recount
