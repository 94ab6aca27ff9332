// A line is cut into numbers and words; a day begins at a number or at a month. What the day is of
// is said by the nearest word before it, else by one behind it.
#include "src/text/day_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "src/base/base.h"
#include "src/language/language.h"
#include "src/text/ascii.h"
#include "src/text/month_names.h"

namespace recount::text {
namespace {

constexpr std::size_t kCueBefore = 6;  // words
constexpr std::size_t kCueBehind = 8;
constexpr std::size_t kLongestGap = 4;  // bytes between the parts of a day

struct Piece {
  std::size_t begin = 0, end = 0;
  std::string word;  // folded; empty for a number
  int value = -1;    // of a number of at most four digits
  int digits = 0;    // how many it has
};

bool in_word(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return u_isalpha(static_cast<UChar32>(c)) || type == U_NON_SPACING_MARK ||
         type == U_COMBINING_SPACING_MARK || c == 0xBA || c == 0xAA;
}

std::vector<Piece> pieces_of(std::string_view words) {
  std::vector<Piece> out;
  enum class Make : std::uint8_t { none, number, word } make = Make::none;
  const auto close = [&](std::size_t end) {
    if (make == Make::none) return;
    Piece& piece = out.back();
    piece.end = end;
    if (make == Make::word)
      piece.word = fold_word(words.substr(piece.begin, end - piece.begin));
    else if (piece.digits > 4)
      piece.value = -1;
    make = Make::none;
  };
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t from = at;
    const char32_t c = utf8_next(words, at);
    const int digit = u_charDigitValue(static_cast<UChar32>(c));  // of any script
    const Make now = digit >= 0 ? Make::number : in_word(c) ? Make::word : Make::none;
    if (now != make) {
      close(from);
      if (now != Make::none) out.push_back({from, from, {}, now == Make::number ? 0 : -1, 0});
      make = now;
    }
    if (now == Make::number && ++out.back().digits <= 4)
      out.back().value = out.back().value * 10 + digit;
  }
  close(words.size());
  return out;
}

}  // namespace

class DayReader {
 public:
  DayReader(const DayWords& known, std::string_view words, const DayStyle& style)
      : known_(known), words_(words), style_(style), pieces_(pieces_of(words)) {}

  std::vector<FoundDay> run() {
    for (std::size_t i = 0; i < pieces_.size();) {
      Day day;
      const std::size_t end = day_at(i, day);
      const bool good = end != 0 && day.year >= 1990 && day.year <= 2100 && valid(day);
      if (good) add(i, end, day);
      i = good ? end : i + 1;
    }
    for (std::size_t k = 0; k < out_.size(); ++k) out_[k].of = said_of(k);
    return std::move(out_);
  }

 private:
  std::string_view gap(std::size_t i) const {  // before piece i
    return words_.substr(pieces_[i - 1].end, pieces_[i].begin - pieces_[i - 1].end);
  }
  bool near(std::size_t i) const { return i < pieces_.size() && gap(i).size() <= kLongestGap; }
  bool number(std::size_t i, int most) const {
    return i < pieces_.size() && pieces_[i].value >= 0 && pieces_[i].digits <= most;
  }
  bool year(std::size_t i) const { return number(i, 4) && pieces_[i].digits == 4; }
  bool is(std::size_t i, std::string_view kind) const {
    return i < pieces_.size() && !pieces_[i].word.empty() && known_.is(kind, pieces_[i].word);
  }

  // Behind the last piece of a day that begins at i; 0 for none.
  std::size_t day_at(std::size_t i, Day& day) const {
    if (pieces_[i].value < 0) return month_first(i, day);
    if (const std::size_t end = in_digits(i, day)) return end;
    if (const std::size_t end = marked(i, day)) return end;
    if (const std::size_t end = month_behind(i, day)) return end;
    return year_first(i, day);
  }

  // 2020-03-02, 02.03.2020, 02.03.20, 2/3/2020
  std::size_t in_digits(std::size_t i, Day& day) const {
    if (!number(i, 4) || !number(i + 1, 2) || !number(i + 2, 4)) return 0;
    const std::string_view first = trimmed(gap(i + 1)), second = trimmed(gap(i + 2));
    if (first != second || first.size() != 1 || gap(i + 1).size() > 2) return 0;
    const int a = pieces_[i].value, b = pieces_[i + 1].value, c = pieces_[i + 2].value;
    if (!apart(i, i + 3)) return 0;
    if (year(i) && pieces_[i + 2].digits <= 2 && std::string_view("-./").find(first) != npos) {
      day = {a, b, c};
      return i + 3;
    }
    if (pieces_[i].digits > 2) return 0;
    const bool full = pieces_[i].digits == 2 && pieces_[i + 1].digits == 2;
    const bool two = pieces_[i + 2].digits == 2 && (full || style_.short_year) && first == "." &&
                     gap(i + 1) == ".";
    if (!year(i + 2) && !two) return 0;
    day = {two ? 2000 + c : c, b, a};
    if (first == ".") return i + 3;
    if (first != "/" && first != "-") return 0;
    if (style_.day_first != first[0] && a <= 12 && b <= 12 && a != b) return 0;
    if (b > 12) std::swap(day.month, day.day);
    return i + 3;
  }

  // No further number hangs on it: "1.2.2020.3".
  bool apart(std::size_t begin, std::size_t end) const {
    const auto tied = [&](std::size_t i) {
      return pieces_[i].value >= 0 && (gap(i) == "." || gap(i) == "/" || gap(i) == "");
    };
    return (begin == 0 || !tied(begin) || pieces_[begin - 1].value < 0) &&
           (end >= pieces_.size() || !tied(end));
  }

  // Year and month with a mark behind each.
  std::size_t marked(std::size_t i, Day& day) const {
    if (!year(i) || !is(i + 1, "year-mark") || !number(i + 2, 2) || !is(i + 3, "month-mark") ||
        !number(i + 4, 2))
      return 0;
    day = {pieces_[i].value, pieces_[i + 2].value, pieces_[i + 4].value};
    return i + 5;
  }

  // Behind the month named at `at`; 0 for none. A name has one word or two.
  std::size_t month_at(std::size_t at, int& month) const {
    if (at >= pieces_.size() || pieces_[at].word.empty()) return 0;
    const std::string& word = pieces_[at].word;
    if (at + 1 < pieces_.size() && !pieces_[at + 1].word.empty() && gap(at + 1) == " ") {
      month = known_.month(word + " " + pieces_[at + 1].word, style_.language);
      if (month != 0) return at + 2;
    }
    month = known_.month(word, style_.language);
    return month == 0 ? 0 : at + 1;
  }

  // The next year, within a few pieces: what isn't before one costs no look into other languages.
  bool year_near(std::size_t i) const {
    for (std::size_t at = i; at < i + 7 && at < pieces_.size(); ++at)
      if (year(at)) return true;
    return false;
  }

  // 2 March 2020, 2 de marzo de 2020
  std::size_t month_behind(std::size_t i, Day& day) const {
    if (!number(i, 2) || !year_near(i + 2)) return 0;
    std::size_t at = i + 1;
    if (is(at, "ordinal") && gap(at).empty()) ++at;
    while (is(at, "of") && near(at) && at < i + 4) ++at;
    if (at >= pieces_.size() || !near(at)) return 0;
    at = is(at, "month-before") && number(at + 1, 2) ? numbered(at + 1, day)
                                                     : month_at(at, day.month);
    if (at == 0) return 0;
    while (is(at, "of") && near(at) && at < i + 7) ++at;
    if (!year(at) || !near(at)) return 0;
    day.year = pieces_[at].value;
    day.day = pieces_[i].value;
    return at + 1;
  }
  std::size_t numbered(std::size_t i, Day& day) const {
    day.month = pieces_[i].value;
    return i + 1;
  }

  // March 2, 2020
  std::size_t month_first(std::size_t i, Day& day) const {
    if (!year_near(i + 2)) return 0;
    std::size_t at = month_at(i, day.month);
    if (at == 0 || !number(at, 2) || !near(at)) return 0;
    day.day = pieces_[at++].value;
    if (is(at, "ordinal") && gap(at).empty()) ++at;
    if (!year(at) || !near(at)) return 0;
    day.year = pieces_[at].value;
    return at + 1;
  }

  // 2020. március 2., 2020 m. kovo 2 d., 2020. gada 2. marts
  std::size_t year_first(std::size_t i, Day& day) const {
    if (!year(i)) return 0;
    std::size_t at = i + 1;
    if (is(at, "of") && near(at)) ++at;
    if (!near(at)) return 0;
    day.year = pieces_[i].value;
    const bool day_next = number(at, 2);
    if (day_next) day.day = pieces_[at++].value;
    if (at >= pieces_.size() || !near(at)) return 0;
    at = month_at(at, day.month);
    if (at == 0) return 0;
    if (!day_next) {
      if (!number(at, 2) || !near(at)) return 0;
      day.day = pieces_[at++].value;
    }
    return year(at) && near(at) ? 0 : at;  // 2020 2 March 2021
  }

  void add(std::size_t begin, std::size_t end, Day day) {
    FoundDay found;
    found.span = {static_cast<std::uint32_t>(pieces_[begin].begin),
                  static_cast<std::uint32_t>(pieces_[end - 1].end)};
    found.stamp.value = iso(day);
    found.stamp.precision = Precision::day;
    found.stamp.evidence = "text";
    read_clock(end, found.stamp);
    out_.push_back(std::move(found));
    places_.push_back({begin, end});
  }

  // "…, 10.15 Uhr", "… at 5:49 pm", "… - 17:20"
  void read_clock(std::size_t i, Stamp& stamp) const {
    while (i < pieces_.size() && is(i, "clock") && near(i)) ++i;
    if (i >= pieces_.size() || pieces_[i].value < 0 || gap(i).size() > kLongestGap + 1) return;
    const auto clock = leading_clock(words_.substr(pieces_[i].begin), known_.clock_);
    if (!clock) return;
    stamp.value += clock->time;
    stamp.precision = Precision::minute;
  }

  FoundDay::Of cue(std::size_t i) const {
    if (is(i, "published")) return FoundDay::Of::published;
    if (is(i, "other")) return FoundDay::Of::other;
    return is(i, "modified") ? FoundDay::Of::modified : FoundDay::Of::unsaid;
  }

  FoundDay::Of said_of(std::size_t k) const {
    const std::size_t floor = k == 0 ? 0 : places_[k - 1].second;
    for (std::size_t i = places_[k].first; i-- > floor && places_[k].first - i <= kCueBefore;)
      if (const auto of = cue(i); of != FoundDay::Of::unsaid) return of;
    const std::size_t top = k + 1 < places_.size() ? places_[k].second : pieces_.size();
    for (std::size_t i = places_[k].second; i < top && i < places_[k].second + kCueBehind; ++i)
      if (const auto of = cue(i); of != FoundDay::Of::unsaid) return of;
    return FoundDay::Of::unsaid;
  }

  static constexpr std::size_t npos = std::string_view::npos;

  const DayWords& known_;
  std::string_view words_;
  DayStyle style_;
  std::vector<Piece> pieces_;
  std::vector<FoundDay> out_;
  std::vector<std::pair<std::size_t, std::size_t>> places_;  // pieces of each day
};

DayWords::DayWords(const std::vector<std::string>& lines, std::vector<ClockWord> clock)
    : clock_(std::move(clock)) {
  for (const std::string& line : lines) {
    const std::size_t blank = line.find(' ');
    if (blank == std::string::npos) continue;
    const std::string kind = line.substr(0, blank);
    const int month = kind.starts_with("month=") ? digits(std::string_view(kind).substr(6)) : 0;
    for (std::size_t begin = blank + 1; begin < line.size();) {
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      const std::string word = fold_word(line.substr(begin, end - begin));
      if (month > 0)
        months_.emplace(word, month);
      else if (!word.empty())
        words_[kind].push_back(word);
      begin = end + 1;
    }
  }
  for (auto& [kind, words] : words_) std::sort(words.begin(), words.end());
}

bool DayWords::is(std::string_view kind, const std::string& word) const {
  const auto found = words_.find(kind);
  return found != words_.end() &&
         std::binary_search(found->second.begin(), found->second.end(), word);
}

int DayWords::month(const std::string& name, std::string_view language) const {
  const auto found = months_.find(name);
  return found == months_.end() ? month_named(name, language) : found->second;
}

FoundDay::Of DayWords::label(std::string_view words) const {
  FoundDay::Of of = FoundDay::Of::unsaid;
  for (const Piece& piece : pieces_of(words)) {
    if (piece.word.empty()) return FoundDay::Of::unsaid;
    if (is("published", piece.word)) of = FoundDay::Of::published;
    if (is("modified", piece.word)) return FoundDay::Of::modified;
    if (is("other", piece.word)) return FoundDay::Of::other;
  }
  return of;
}

std::vector<FoundDay> DayWords::read(std::string_view words, const DayStyle& style) const {
  return DayReader(*this, words, style).run();
}

}  // namespace recount::text
