// Days in words or digits on a short line: "3 March 2020", "3. März 2020, 10.15 Uhr", "03.03.2020",
// with what the line says they are of. The words are data: languages/_shared/days.txt.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "recount/record.h"
#include "src/text/clock.h"

namespace recount::text {

struct FoundDay {
  // `other`: of what isn't the page, such as when its author joined.
  enum class Of : std::uint8_t { unsaid, published, modified, other };
  Stamp stamp;  // evidence "text"; the clock time too where it stands behind the day
  Span span;    // bytes of the day in the words read
  Of of = Of::unsaid;
};

// How a line is read.
struct DayStyle {
  std::string_view language = {};  // a BCP 47 tag, or empty: of names of months
  char day_first = '\0';           // the mark, '/' or '-', with which 3/4/2020 is a day of April
  bool short_year = false;  // may "3.4.20" be a day? Only where the markup says that it is one
};

class DayWords {
 public:
  DayWords() = default;
  // Lines as in days.txt; `clock`: words behind a clock time.
  DayWords(const std::vector<std::string>& lines, std::vector<ClockWord> clock);
  // What a line that holds no day says of the next one: "Published:".
  FoundDay::Of label(std::string_view words) const;
  // All whole days, in order. With strokes or dashes only where one order is a date, or where they
  // are the mark of `day_first`; a year of two digits only behind points.
  std::vector<FoundDay> read(std::string_view words, const DayStyle& style) const;

 private:
  friend class DayReader;
  bool is(std::string_view kind, const std::string& word) const;
  int month(const std::string& name, std::string_view language) const;

  std::map<std::string, std::vector<std::string>, std::less<>> words_;  // class → words, sorted
  std::map<std::string, int> months_;
  std::vector<ClockWord> clock_;
};

}  // namespace recount::text
