// Packs that are wrong: every error says file, line, column and what to do.
#include <gtest/gtest.h>

#include "src/language/toy_pack.h"

namespace recount {
namespace {

// What is wrong with the toy pack if one of its files is this; from the pack's folder on.
std::string error_with(const std::string& file, const std::string& content) {
  toy::Folder folder;
  folder.replace(file, content);
  const auto languages = Languages::load({folder.path()});
  if (languages) return "";
  const std::string& message = languages.error().message;
  return message.substr(std::min(message.size(), message.find("/xx/") + 1));
}

TEST(WrongPacks, SayWhere) {
  const struct {
    const char *file, *content, *error;
  } rows[] = {
      {"words.txt", "un - numeral=1\nmort nn cue=deaths\n",
       "xx/words.txt:2:6: no paradigm 'nn' in paradigms.txt; write it there, or '-' for a word "
       "without other forms"},
      {"words.txt", "# é\n\n  un -\n",
       "xx/words.txt:3:3: a word is: lemma paradigm class[=value] feature …"},
      {"words.txt", "mort\u00e9e v cue=deaths\n",
       "xx/words.txt:1:1: 'mort\u00e9e' doesn't end in 'er' as its paradigm wants; mend the word "
       "or "
       "take another paradigm"},
      {"words.txt", "un - ; numeral=1\n",
       "xx/words.txt:1:6: a reading without a class; a word is: lemma paradigm class[=value] "
       "feature …"},
      {"words.txt", "un - numeral=1\n\xff - a\n",
       "xx/words.txt:2:1: this isn't UTF-8; save it as UTF-8"},
      {"paradigms.txt", "é - s:pl s\n", "xx/paradigms.txt:1:10: a form is ending:flags, here 's'"},
      {"paradigms.txt", "n - :sg\nn - :sg\n",
       "xx/paradigms.txt:2:1: paradigm 'n' stands twice; take one of them out"},
      {"blocks.txt", "none start read more\n",
       "xx/blocks.txt:1:1: no kind of block is called 'none'; see languages/README.md, 'Block "
       "cues'"},
      {"frames.rules", "figure a\n  \"é\" <number\n",
       "xx/frames.rules:2:14: '<' isn't closed; see languages/README.md, 'Patterns'"},
      {"frames.rules", "figure a rank=x\n  @<number>\n",
       "xx/frames.rules:1:10: a rank is a whole number, the lowest first: rank=1"},
      {"frames.rules", "figure a\n  @<number>\nfigure b\n",
       "xx/frames.rules:3:1: rule xx/b has no pattern; write one below it, indented"},
      {"frames.rules", "figure a\n  @<number>\n  + no brackets\n",
       "xx/frames.rules:3:5: an example marks its span in [brackets]"},
      {"frames.rules", "figure a\n  @<number>\n  + [7]  => low=7 high\n",
       "xx/frames.rules:3:19: after => stands field=value …"},
      {"pack.toml", "code = \"xx\"\nversion = \"1\"\nformat = 2\n",
       "xx/pack.toml:3:10: this pack is of format 2, this recount reads format 1: get a pack of "
       "format 1, or the recount that goes with it"},
      {"pack.toml", "code = \"xx\"\nformat = 1\n",
       "xx/pack.toml:1:1: the version is missing: version = \"1\""},
      {"pack.toml", "code = \"xx\"\nversion = \"1\"\nformat = 1\n[words]\nwhole = \"a\"\n",
       "xx/pack.toml:5:9: whole is a list: [\"…\", \"…\"]"},
  };
  for (const auto& row : rows) EXPECT_EQ(error_with(row.file, row.content), row.error);
}

TEST(WrongPacks, AMissingFileIsNamed) {
  toy::Folder folder;
  std::filesystem::remove(folder.path() + "/xx/words.txt");
  EXPECT_NE(Languages::load({folder.path()}).error().message.find("xx/words.txt:1:1: this file"),
            std::string::npos);
}

}  // namespace
}  // namespace recount
