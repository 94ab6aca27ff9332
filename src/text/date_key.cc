// A name is cut where its letters end and where a capital begins. One word of publication makes a
// date of publication, unless another says that it is of a change, of the end, or of a part of the
// page.
#include "src/text/date_key.h"

#include <algorithm>
#include <array>
#include <string>

#include "src/text/ascii.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestName = 64;  // bytes

// Also written without a boundary between their words.
constexpr std::array<std::string_view, 16> kPublished{
    "published",     "publish",         "publication", "publishing",
    "issued",        "posted",          "uploaded",    "pubdate",
    "publishdate",   "publishtime",     "publishedat", "publishedon",
    "datepublished", "publicationdate", "uploaddate",  "originalpublicationdate"};
constexpr std::array<std::string_view, 9> kModified{"modified",     "updated",      "changed",
                                                    "edited",       "revised",      "lastmod",
                                                    "modification", "datemodified", "lastmodified"};
constexpr std::array<std::string_view, 2> kNotFirst{"last", "latest"};
constexpr std::array<std::string_view, 24> kOfElse{
    "image", "video",     "comment",    "expires",   "expiry",  "expiration",
    "end",   "unpublish", "author",     "user",      "profile", "registered",
    "event", "sale",      "site",       "publisher", "start",   "copyright",
    "birth", "channel",   "publishers", "valid",     "build",   "state"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Said {
  bool published = false, modified = false, not_first = false, of_else = false, pub = false,
       date = false;

  void word(std::string_view word) {
    published = published || among(kPublished, word);
    modified = modified || among(kModified, word);
    not_first = not_first || among(kNotFirst, word);
    of_else = of_else || among(kOfElse, word);
    pub = pub || word == "pub";
    date = date || word == "date" || word == "time";
  }
};

}  // namespace

DateKey date_key(std::string_view name) {
  if (name.size() > kLongestName) return DateKey::none;
  Said said;
  std::string word;
  char before = ' ';
  for (const char c : name) {
    const bool small_before = is_letter(before) && lower(before) == before;
    if (!is_letter(c) || (lower(c) != c && small_before)) {
      said.word(word);
      word.clear();
    }
    if (is_letter(c)) word.push_back(lower(c));
    before = c;
  }
  said.word(word);
  if (said.of_else) return DateKey::none;
  if (said.modified) return DateKey::modified;
  const bool published = said.published || (said.pub && said.date);
  return published && !said.not_first ? DateKey::published : DateKey::none;
}

}  // namespace recount::text
