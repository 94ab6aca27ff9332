// A small invented language for the tests of this module: no real pack is needed to show how words
// and rules behave.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "src/language/language.h"

namespace recount::toy {

inline void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path) << text;
}

// A pack folder on disk that goes with the object.
class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() /
              ("recount-toy-" + std::to_string(::getpid()) + "-" + std::to_string(count()++))) {
    std::filesystem::create_directories(path_ / "xx");
    write(path_ / "xx/pack.toml",
          "code = \"xx\"\nname = \"Toy\"\nversion = \"1\"\nformat = 1\nstate = \"draft\"\n[words]\n"
          "clitics_before = [\"l'\"]\nclitics_after = [\"'s\"]\nwhole = "
          "[\"aujourd'hui\"]\nabbreviations = [\"dr\"]\n"
          "number_joiners = [\"et\"]\nsame_letters = [\"ё=е\"]\ndecimal = \",\"\nthousands = \". "
          "\"\n");
    write(path_ / "xx/paradigms.txt", "n  -  :sg s:pl\nv  er  er:inf é:part.m.sg és:part.m.pl\n");
    write(path_ / "xx/words.txt",
          "un - numeral=1 article joined=10\ndeux - numeral=2\nquatre - numeral=4\nsept - "
          "numeral=7\ndix - "
          "numeral=10 after=60 after=80 joined=10\n"
          "vingt - numeral=20 times=4\nvingts - numeral=20 times=4\nsoixante - numeral=60\ncent - "
          "numeral=100 scale\ncents - numeral=100 scale words\nmille - numeral=1000 scale\n"
          "million n numeral=1000000 scale\nsesqui - numeral=1.5\nk - numeral=1000 scale "
          "glued\nчёт - numeral=12\nau_moins - "
          "qualifier=at_least\npersonne n person\ntuer "
          "v cue=deaths\net_demi - addend=500\n"
          "et - stop\nen_personne - idiom hides\nmille_et_un - idiom hides\n");
    write(path_ / "xx/mentions.rules",
          "quantity at-least\n  {it: {q: @<qualifier>} {n: <number>}}\n  + [Au moins 7] personnes  "
          "=> low=7\n");
    write(path_ / "xx/frames.rules",
          "figure predicate\n  {figure: <number>} {group: <person>}? ..2 {wording: @<cue part>}\n  "
          "+ [7 personnes tués]\n");
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string path() const { return path_.string(); }
  void replace(const std::string& file, const std::string& text) {
    write(path_ / "xx" / file, text);
  }

 private:
  static int& count() {
    static int n = 0;
    return n;
  }
  std::filesystem::path path_;
};

}  // namespace recount::toy
