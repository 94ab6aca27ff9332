// Lines of a pack's files, and the names that may stand in them.
#pragma once

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace recount::run {

using NameList = std::vector<std::string>;

// A piece of a line: "cue=deaths", "!pl".
struct Piece {
  std::string text;
  std::size_t column = 0;  // in bytes, from 0
  std::string key() const;
  bool has_value() const { return text.find('=') != std::string::npos; }
  // "deaths|injured" as two.
  NameList values() const;
};
std::vector<Piece> pieces_of(std::string_view text, std::size_t column);

// f(line, its number) for the lines that aren't blank and no comment.
template <class F>
void for_lines(const std::string& file, F&& f) {
  std::ifstream in(file);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin != std::string::npos && line[begin] != '#') f(line, number);
  }
}

template <class Range>
NameList names_of(const Range& range) {
  NameList out;
  for (const auto& one : range) out.emplace_back(one);
  return out;
}

// What the program knows: kinds of rules, what a rule may capture, and the classes that it makes
// itself of a token's shape or of what it found.
const NameList& rule_kinds();
const NameList& captures();
const NameList& made_classes();

// The values of a class that the program's own tables hold; empty for other classes.
const NameList& values_of(std::string_view cls);

// did_you_mean, but no name of which the word only begins like it: "detail" isn't meant for "det".
std::string meant(const std::string& word, const NameList& names);

}  // namespace recount::run
