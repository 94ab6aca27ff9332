// Locales without a region are loaded once, all together, where a page's own language doesn't help;
// with their regions, language by language ("Jänner").
#include "src/text/month_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>

#include <memory>
#include <mutex>

#include "src/language/language.h"
#include "src/text/ascii.h"

namespace recount::text {
namespace {

using Names = std::map<std::string, int, std::less<>>;
constexpr std::size_t kLongestTag = 20, kMostTags = 512;
constexpr int kDiffer = 0;  // of a name that stands for two months

// Letters alone, folded word by word, as pages are cut.
std::string plain_name(const icu::UnicodeString& name) {
  std::string utf8, out;
  name.toUTF8String(utf8);
  for (std::size_t begin = 0; begin < utf8.size();) {
    const std::size_t end = std::min(utf8.find_first_of(" .", begin), utf8.size());
    if (end > begin)
      out +=
          (out.empty() ? "" : " ") + fold_word(std::string_view(utf8).substr(begin, end - begin));
    begin = end + 1;
  }
  return out.find_first_of("0123456789") == std::string::npos ? out : "";
}

void add_names(const icu::Locale& locale, Names& names) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, "gregorian", error);
  if (U_FAILURE(error) != 0) return;
  using Symbols = icu::DateFormatSymbols;
  for (const auto use : {Symbols::FORMAT, Symbols::STANDALONE})
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const icu::UnicodeString* months = symbols.getMonths(count, use, width);
      for (int month = 1; month <= 12 && month <= count; ++month) {
        const std::string name = plain_name(months[month - 1]);
        if (name.empty()) continue;
        const auto [known, is_new] = names.emplace(name, month);
        if (!is_new && known->second != month) known->second = kDiffer;
      }
    }
}

// The names of one language, or of all where it is empty.
Names loaded(std::string_view language) {
  std::int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  Names names;
  for (int i = 0; i < count; ++i)
    if (language.empty() ? *locales[i].getCountry() == '\0' : language == locales[i].getLanguage())
      add_names(locales[i], names);
  return names;
}

const Names& names_of(const std::string& language) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<const Names>> known;
  const std::lock_guard lock(mutex);
  std::unique_ptr<const Names>& names = known[language];
  if (!names) names = std::make_unique<const Names>(loaded(language));
  return *names;
}

// "fr" of "fr-BE"; empty for what is no tag.
std::string primary(std::string_view tag) {
  const std::string language = ascii_lower(tag.substr(0, tag.find_first_of("-_")));
  const bool good = (language.size() == 2 || language.size() == 3) &&
                    language.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  return good ? language : "";
}

int found_in(const Names& names, const std::string& name) {
  const auto found = names.find(name);
  return found == names.end() ? 0 : found->second;
}

char loaded_mark(const std::string& language) {
  const icu::Locale locale = icu::Locale::createCanonical(language.c_str());
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createDateInstance(icu::DateFormat::kShort, locale));
  const auto* simple = dynamic_cast<const icu::SimpleDateFormat*>(format.get());
  if (simple == nullptr) return '\0';
  icu::UnicodeString pattern;
  simple->toPattern(pattern);
  for (const char mark : {'/', '-'})
    if (pattern.startsWith(u"d") && pattern.indexOf(static_cast<char16_t>(mark)) >= 0) return mark;
  return '\0';
}

}  // namespace

int month_named(const std::string& name, std::string_view language) {
  const std::string own = primary(language);
  if (!own.empty())
    if (const int month = found_in(names_of(own), name)) return month;
  return found_in(names_of(""), name);
}

char day_first_mark(std::string_view language) {
  if (primary(language).empty() || language.size() > kLongestTag) return '\0';
  static std::mutex mutex;
  static std::map<std::string, char, std::less<>> known;
  const std::lock_guard lock(mutex);
  if (const auto found = known.find(language); found != known.end()) return found->second;
  const char mark = loaded_mark(std::string(language));
  if (known.size() < kMostTags) known.emplace(language, mark);  // pages may declare anything
  return mark;
}

}  // namespace recount::text
